package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authvet/authvet/analyzer"
)

const handler = `package p

func (s *Server[T]) login(w W, r *R) {
	if r.é == "" && r.Admin(
		1) {
		deny(w)
	}
	go func() {
		deny(w)
	}()
}
`

// sample writes a file of a module and returns the report on one finding in it, with one condition on the way.
func sample(t *testing.T, text string) *Report {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "a b", "p.go")
	if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{filepath.Join(folder, "go.mod"): "module m\n", file: text} {
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	at := func(piece string) Place {
		before, _, found := strings.Cut(text, piece)
		if !found {
			t.Fatalf("no %q in the file", piece)
		}
		line := strings.Count(before, "\n") + 1
		column := len(before) - strings.LastIndex(before, "\n")
		return Place{file, line, column, line, column + len(piece)}
	}
	decided := at(`== "" &`)
	decided.EndColumn = decided.Column + 1
	f := Finding{Package: "m/p", Rule: "late-status", Confidence: "medium", Message: "100% wrong,\nhere: now",
		Place: at("deny(w)"), Path: []Branch{{decided, true}}, Related: []Note{{at("r.Admin"), "this decides"}}}
	sources := NewSources()
	findings := []Finding{f}
	Sign(findings, sources)
	return &Report{Findings: findings, Rules: analyzer.Rules(), Version: "v1.2.3", Root: folder, Complete: true, Sources: sources}
}

func TestGitHub(t *testing.T) {
	r := sample(t, handler)
	wide := r.Findings[0]
	wide.EndLine, wide.Confidence = wide.Line+1, "high"
	r.Findings = append(r.Findings, wide)
	var out bytes.Buffer
	if err := GitHub(&out, r); err != nil {
		t.Fatal(err)
	}
	const tail = "title=authvet late-status::100%25 wrong,%0Ahere: now"
	const url = "%0Ahttps://github.com/authvet/authvet/blob/main/docs/rules/late-status.md\n"
	want := "::warning file=a b/p.go,line=6,endLine=6,col=3,endColumn=10," + tail + " (medium)" + url +
		"::error file=a b/p.go,line=6,endLine=7," + tail + url
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
	if got, want := escapeProperty.Replace("100%: a,b\n"), "100%25%3A a%2Cb%0A"; got != want {
		t.Errorf("escaped %q, want %q", got, want)
	}
}

// TestSARIF follows the path through the handler. That the whole of it is SARIF is tested in check.
func TestSARIF(t *testing.T) {
	r := sample(t, handler)
	var first, second bytes.Buffer
	if err := SARIF(&first, r); err != nil {
		t.Fatal(err)
	}
	if err := SARIF(&second, r); err != nil || first.String() != second.String() {
		t.Errorf("two runs differ, or failed: %v", err)
	}
	var log sarifLog
	if err := json.Unmarshal(first.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Tool.Driver.Rules) != len(r.Rules) || len(run.Results) != 1 {
		t.Fatalf("%d rules and %d results, want %d and 1", len(run.Tool.Driver.Rules), len(run.Results), len(r.Rules))
	}
	result := run.Results[0]
	if rule := run.Tool.Driver.Rules[result.RuleIndex]; rule.ID != result.RuleID {
		t.Errorf("the result of %s leads to the rule %s", result.RuleID, rule.ID)
	}
	if got := result.Locations[0].Physical; got.Artifact.URI != "a%20b/p.go" || got.Region != (sarifRegion{6, 3, 6, 10}) {
		t.Errorf("the result is at %+v", got)
	}
	if got := result.Locations[0].Logical[0].Name; got != "m/p.Server.login" {
		t.Errorf("the result is in the function %q", got)
	}
	var steps []string
	for _, step := range result.CodeFlows[0].ThreadFlows[0].Locations {
		steps = append(steps, step.Location.Message.Text)
	}
	want := `Server.login starts here; r.é == "" is true; ` + r.Findings[0].Message
	if got := strings.Join(steps, "; "); got != want {
		t.Errorf("the path is\n%s\nwant\n%s", got, want)
	}
	// é is two bytes, and one column for the reader.
	decided := result.CodeFlows[0].ThreadFlows[0].Locations[1].Location.Physical.Region
	if decided != (sarifRegion{4, 5, 4, 14}) {
		t.Errorf("the condition is at %+v", decided)
	}
}

// TestFingerprint changes the file around the finding, which must change nothing, and what the finding is, which must.
func TestFingerprint(t *testing.T) {
	print := func(text string) string { return sample(t, text).Findings[0].Fingerprint }
	before := print(handler)
	for _, same := range []string{
		strings.Replace(handler, "package p", "package p\n\nimport \"net/http\"", 1),
		strings.Replace(handler, "\t\tdeny(w)\n", "\t\t\t deny(w)\n", 1),
		strings.Replace(handler, "r.é", "x || r.é", 1),
	} {
		if print(same) != before {
			t.Errorf("another fingerprint in\n%s", same)
		}
	}
	for _, other := range []string{
		strings.Replace(handler, "login", "logout", 1),
		strings.Replace(handler, "deny(w)", "deny(w) // why", 1),
	} {
		if print(other) == before {
			t.Errorf("the same fingerprint in\n%s", other)
		}
	}
	twice := sample(t, handler)
	twice.Findings = append(twice.Findings, twice.Findings[0])
	Sign(twice.Findings, twice.Sources)
	if a, b := twice.Findings[0].Fingerprint, twice.Findings[1].Fingerprint; a != before || b == a {
		t.Errorf("fingerprints of two that are alike: %s and %s, the first alone %s", a, b, before)
	}
}

// TestSARIFFix has an insertion and a replacement, after letters that take more bytes than columns.
func TestSARIFFix(t *testing.T) {
	r := sample(t, handler)
	f := &r.Findings[0]
	at := strings.Index(handler, "== ")
	none := Fix{"not to be read", []Edit{{f.File + "x", 0, 0, ""}}}
	f.Fixes = []Fix{{"mend", []Edit{{f.File, at, at + 2, "!="}, {f.File, 0, 0, "// new\n"}}}, none}
	fixes := r.sarifFixes(f)
	if len(fixes) != 1 || len(fixes[0].Changes) != 1 || fixes[0].Changes[0].Artifact.URI != "a%20b/p.go" {
		t.Fatalf("fixes %+v", fixes)
	}
	want := []sarifReplacement{{sarifRegion{4, 9, 4, 11}, sarifContent{"!="}}, {sarifRegion{1, 1, 1, 1}, sarifContent{"// new\n"}}}
	for i, got := range fixes[0].Changes[0].Replacements {
		if got != want[i] {
			t.Errorf("replacement %+v, want %+v", got, want[i])
		}
	}
}

// TestOuterFunction: a function that is made under a condition starts where the condition does.
func TestOuterFunction(t *testing.T) {
	r := sample(t, handler)
	f := &r.Findings[0]
	f.Line, f.EndLine = 9, 9 // inside of the literal
	if start := r.Sources.start(f); start[0].Line != 3 || start[0].Message != "Server.login starts here" {
		t.Errorf("with a condition outside: %+v", start)
	}
	f.Path = nil
	if start := r.Sources.start(f); start[0].Line != 8 || start[0].Message != "the function in Server.login starts here" {
		t.Errorf("without: %+v", start)
	}
}

// TestConditions: what the path has no position for is read from the code, and nothing is said twice.
func TestConditions(t *testing.T) {
	const text = `package p

func f() {
	if !ok {
		switch r.x == "" && r.Admin(x) {
		case a, b:
			if c {
			} else {
				deny(w)
			}
		}
	}
}
`
	r := sample(t, text)
	var got []string
	for _, c := range r.Sources.conditions(&r.Findings[0]) {
		got = append(got, c.said())
	}
	want := `!ok is true; r.x == "" is true; a, b matches; c is false`
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
	r.Findings[0].Path = nil
	if got := r.Sources.conditions(&r.Findings[0]); len(got) != 3 {
		t.Errorf("without a path: %v", got)
	}
}

// TestUnreadable reports on a file that is not there.
func TestUnreadable(t *testing.T) {
	r := sample(t, handler)
	r.Findings[0].File = filepath.Join(r.Root, "none.go")
	r.Sources = NewSources()
	var out bytes.Buffer
	if err := SARIF(&out, r); err != nil || !strings.Contains(out.String(), "none.go") {
		t.Errorf("error %v\n%s", err, out.String())
	}
}
