package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLinks follows the links in the documentation to files and their headings.
func TestLinks(t *testing.T) {
	root := filepath.Join("..", "..")
	pages := []string{filepath.Join(root, "README.md")}
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	links := 0
	for _, page := range pages {
		for _, match := range link.FindAllStringSubmatch(textOf(t, page), -1) {
			file, heading, _ := strings.Cut(match[1], "#")
			if strings.Contains(file, "://") {
				continue
			}
			links++
			target := page
			if file != "" {
				target = filepath.Join(filepath.Dir(page), filepath.FromSlash(file))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %v", page, err)
			} else if heading != "" && !strings.Contains("\n"+anchors(textOf(t, target)), "\n"+heading+"\n") {
				t.Errorf("%s: %s has no heading %s", page, target, heading)
			}
		}
	}
	if links == 0 {
		t.Error("no links were found")
	}
}

// anchors lists what GitHub calls the headings of a page in links, one a line.
func anchors(page string) string {
	var all strings.Builder
	drop := regexp.MustCompile(`[^a-z0-9 _-]`)
	for _, heading := range regexp.MustCompile(`(?m)^#+ +(.*)$`).FindAllStringSubmatch(page, -1) {
		name := drop.ReplaceAllString(strings.ToLower(heading[1]), "")
		all.WriteString(strings.ReplaceAll(name, " ", "-") + "\n")
	}
	return all.String()
}

func textOf(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
