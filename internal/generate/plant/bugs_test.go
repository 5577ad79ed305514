package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBugsFit holds the mistakes against the code that they are planted in: it moves, and nobody plants them each time.
func TestBugsFit(t *testing.T) {
	for _, b := range slices.Concat(bugs, ginBugs) {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", filepath.FromSlash(b.file)))
		if err != nil {
			t.Errorf("%s: %v", b.name, err)
			continue
		}
		if n := strings.Count(string(text), b.old); n != 1 {
			t.Errorf("%s: what is to be replaced is in %s %d times", b.name, b.file, n)
		}
	}
}
