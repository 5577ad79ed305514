package main

import (
	"strings"
	"testing"
)

// TestFormats asks for one finding in every format, on standard output and in a file: the same bytes, and the same exit code.
func TestFormats(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		".git":        "", // the root of a repository, as in a work tree
		"m/go.mod":    goMod("example.com/m"),
		"m/bad/b.go":  "package bad\n" + badHandler,
		"m/good/g.go": "package good\n" + goodHandler,
	})
	for format, piece := range map[string]string{
		formatText:   "bad/b.go:6:3: missing-challenge: ",
		formatJSON:   `"category": "missing-challenge"`,
		formatHTML:   "<title>authvet: 1 finding</title>",
		formatSARIF:  `"uri": "m/bad/b.go"`,
		formatGitHub: "::error file=m/bad/b.go,line=6,endLine=6,col=3,endColumn=47,title=authvet missing-challenge::401 is sent",
	} {
		got := authvet(t, folder, "-C", "m", "-format="+format, "./...")
		if !strings.Contains(got.stdout, piece) || got.code != exitFailed || got.stderr != "" {
			t.Errorf("-format=%s: want %s in\n%+v", format, piece, got)
		}
		toFile := authvet(t, folder, "-C", "m", "-format="+format, "-o", format, "./...")
		if toFile != (result{code: exitFailed}) || readFile(t, folder, "m/"+format) != got.stdout {
			t.Errorf("-format=%s -o: %+v\n%s", format, toFile, readFile(t, folder, "m/"+format))
		}
		if clean := authvet(t, folder, "-C", "m", "-format="+format, "./good"); clean.code != exitClean || clean.stderr != "" {
			t.Errorf("-format=%s ./good: %+v", format, clean)
		}
	}
}
