package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// testdataSource is all code that the analyzer is tested with, below a GOPATH as it was before there were modules.
var testdataSource = filepath.Join("..", "..", "testdata", "src")

// alsoLow are the packages there whose comments are about low confidence.
var alsoLow = []string{"arguable", "related"}

// copyTestdata copies the testdata to where go can compile it: stubs of libraries have functions without a body, which go takes
// where a file of assembler may have them. It returns the folder with the packages, and their patterns.
func copyTestdata(t *testing.T) (folder string, patterns []string) {
	t.Helper()
	files := map[string]string{".git": ""}
	err := filepath.WalkDir(testdataSource, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(testdataSource, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		files["src/"+rel] = string(data)
		if top, rest, _ := strings.Cut(rel, "/"); strings.Contains(top, ".") {
			files["src/"+top+"/"+filepath.ToSlash(filepath.Dir(rest))+"/bodies.s"] = ""
		} else if pattern := "./" + top + "/..."; !slices.Contains(patterns, pattern) {
			patterns = append(patterns, pattern)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(writeFiles(t, files), "src"), patterns
}

// TestAllAgree has every format and every driver tell of the testdata: the same findings everywhere, which are those that its comments
// want. The same is tested of golangci-lint and of a driver like nogo next to them.
func TestAllAgree(t *testing.T) {
	t.Parallel()
	folder, patterns := copyTestdata(t)
	env := []string{"GO111MODULE=off", "GOFLAGS=", "GOPATH=" + filepath.Dir(folder)}
	run := func(name string, args ...string) string {
		t.Helper()
		got := execute(t, folder, env, name, append(args, patterns...)...)
		if name == program && (got.code != exitFailed || got.stderr != "") {
			t.Fatalf("%v: exit code %d\n%s", args, got.code, got.stderr)
		}
		return got.stdout + got.stderr
	}
	inJSON := run(program, "-json")
	want := keysOfJSON(t, folder, inJSON)
	checkWanted(t, folder, want)
	for way, got := range map[string][]string{
		"text":            keysOfText(run(program)),
		"SARIF":           keysOfSARIF(t, run(program, "-format=sarif")),
		"GitHub":          keysOfGitHub(run(program, "-format=github")),
		"HTML":            keysOfHTML(run(program, "-format=html")),
		"go vet -vettool": keysOfText(run("go", "vet", "-vettool="+program)),
		"go vet -json":    keysOfJSON(t, folder, run("go", "vet", "-json", "-vettool="+program)),
	} {
		for _, missing := range without(want, got) {
			t.Errorf("%s lacks\n%s", way, missing)
		}
		for _, more := range without(got, want) {
			t.Errorf("%s has besides\n%s", way, more)
		}
	}
	if standalone := run(program, "-standalone", "-json"); standalone != inJSON {
		alone := keysOfJSON(t, folder, standalone)
		t.Errorf("-standalone says something else, or says it in other words.\nmissing: %q\nmore: %q", without(want, alone), without(alone, want))
	}
}

// key is what all ways tell of a finding: file:line: rule: message.
func key(file string, line int, message string) string {
	return fmt.Sprintf("%s:%d: %s", filepath.ToSlash(file), line, message)
}

func keysOfJSON(t *testing.T, folder, text string) (keys []string) {
	t.Helper()
	var objects strings.Builder // without the lines that name packages
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "# ") {
			objects.WriteString(line)
		}
	}
	for dec := json.NewDecoder(strings.NewReader(objects.String())); dec.More(); {
		var units map[string]map[string][]diagnostic
		if err := dec.Decode(&units); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, analyzers := range units {
			for _, d := range analyzers["authvet"] {
				file, line, _ := splitPosn(d.Posn)
				rel, err := filepath.Rel(folder, file)
				if err != nil {
					t.Fatal(err)
				}
				keys = append(keys, key(rel, line, d.Message))
			}
		}
	}
	return keys
}

func keysOfText(text string) (keys []string) {
	for line := range strings.Lines(text) {
		posn, message, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if file, number, _ := splitPosn(posn); ok && number > 0 && !strings.HasPrefix(message, "\t") {
			keys = append(keys, key(strings.TrimPrefix(file, "./"), number, message))
		}
	}
	return keys
}

func keysOfSARIF(t *testing.T, text string) (keys []string) {
	t.Helper()
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		name, err := url.PathUnescape(at.ArtifactLocation.URI)
		if err != nil {
			t.Error(err)
		}
		keys = append(keys, key(strings.TrimPrefix(name, "src/"), at.Region.StartLine, r.RuleID+": "+r.Message.Text))
	}
	return keys
}

var annotation = regexp.MustCompile(`(?m)^::\w+ file=src/([^,]*),line=(\d+),.*title=authvet ([\w-]+)::(.*)$`)

func keysOfGitHub(text string) (keys []string) {
	unescape := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	for _, m := range annotation.FindAllStringSubmatch(text, -1) {
		line, _ := strconv.Atoi(m[2])
		message, _, _ := strings.Cut(unescape.Replace(m[4]), "\nhttps://") // the rule's page
		keys = append(keys, key(unescape.Replace(m[1]), line, m[3]+": "+message))
	}
	return keys
}

var article = regexp.MustCompile(`(?s)<article .*?data-rule="(.*?)" data-confidence="(.*?)">.*?<p class="message">(.*?)</p>.*?<p class="place"><a [^>]*>src/(.*?):(\d+):\d+</a>`)

func keysOfHTML(text string) (keys []string) {
	for _, m := range article.FindAllStringSubmatch(text, -1) {
		message := m[1] + ": " + html.UnescapeString(m[3])
		if m[2] != "high" {
			message += " (" + m[2] + ")"
		}
		line, _ := strconv.Atoi(m[5])
		keys = append(keys, key(html.UnescapeString(m[4]), line, message))
	}
	return keys
}

// without lists what is in a and not in b, as often as it is there more.
func without(a, b []string) (list []string) {
	count := make(map[string]int)
	for _, s := range b {
		count[s]++
	}
	for _, s := range a {
		if count[s]--; count[s] < 0 {
			list = append(list, s)
		}
	}
	return list
}

// checkWanted compares the lines that have findings with those whose comments want one.
func checkWanted(t *testing.T, folder string, keys []string) {
	t.Helper()
	place := regexp.MustCompile(`^(.*?:\d+): `)
	var found, wanted []string
	for _, k := range keys {
		if at := place.FindStringSubmatch(k)[1]; !slices.Contains(found, at) {
			found = append(found, at)
		}
	}
	comment := regexp.MustCompile("/[/*] want [\"`]")
	files := 0
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(folder, name)
		rel = filepath.ToSlash(rel)
		top, _, _ := strings.Cut(rel, "/")
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" || slices.Contains(alsoLow, top) {
			return err
		}
		files++
		number := 0
		for line := range strings.Lines(readFile(t, folder, rel)) {
			if number++; comment.MatchString(line) {
				wanted = append(wanted, fmt.Sprintf("%s:%d", rel, number))
			}
		}
		return nil
	})
	if err != nil || files == 0 || len(wanted) == 0 {
		t.Fatalf("%d comments in %d files, error %v", len(wanted), files, err)
	}
	found = slices.DeleteFunc(found, func(at string) bool {
		top, _, _ := strings.Cut(at, "/")
		return slices.Contains(alsoLow, top)
	})
	if missing, more := without(wanted, found), without(found, wanted); len(missing)+len(more) > 0 {
		t.Errorf("of %d findings that comments want, these are missing: %q\nand these are not wanted: %q", len(wanted), missing, more)
	}
}
