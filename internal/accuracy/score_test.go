package main

import "testing"

// TestHold holds findings against labels of every kind.
func TestHold(t *testing.T) {
	const rule = "missing-challenge"
	s := &server{scores: make(map[string]*score), labels: []label{
		{File: "a/x.go", Line: 10, Rule: rule, Expect: "report"},
		{File: "a/x.go", Line: 30, Rule: rule, Expect: "report", ReportFile: "a/y.go", ReportLine: 5},
		{File: "a/x.go", Line: 50, Rule: rule, Expect: "report"},
		{File: "a/x.go", Line: 70, Rule: rule, Expect: "silent"},
		{File: "a/x.go", Line: 80, Rule: rule, Expect: "silent"},
		{File: "a/x.go", Line: 90, Rule: rule, Expect: "debatable"},
		{File: "b/z.go", Line: 1, Rule: rule, Expect: "report"},
	}}
	at := func(file string, line int, more ...place) finding {
		return finding{rule, "said", append([]place{{file, line}}, more...)}
	}
	s.hold(said{Folders: []string{"a"}, Findings: []finding{
		at("a/x.go", 12), at("a/x.go", 12), // the second is the first, compiled for a test
		at("a/q.go", 1, place{"a/y.go", 4}),
		at("a/x.go", 70),
		at("a/x.go", 81), // no label speaks of it
		at("a/x.go", 90),
		at("a/x_test.go", 50),
	}})
	want := score{hit: 2, missed: 1, wrong: 1, silent: 1, unlabelled: 1}
	if got := *s.of(rule); got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	if s.unloaded != 1 || len(s.missed) != 1 || s.missed[0].Line != 50 {
		t.Errorf("%d labels not loaded, missed %v", s.unloaded, s.missed)
	}
}

// TestReadFindings reads what go vet -json prints.
func TestReadFindings(t *testing.T) {
	out := "# p\n{\"p\": {\"authvet\": [{\"category\": \"late-status\", \"posn\": \"x.go:3:4\", \"message\": \"m\", \"related\": [{\"posn\": \"/r/a/y.go:5:6\"}]}]}}\n# q\n{\"q\": {\"authvet\": {\"error\": \"no\"}}}\n"
	got, err := readFindings([]byte(out), "/r", "/r/a")
	if err != nil || len(got) != 1 || got[0].Rule != "late-status" || got[0].Places[0] != (place{"a/x.go", 3}) || got[0].Places[1] != (place{"a/y.go", 5}) {
		t.Errorf("read %+v, %v", got, err)
	}
}
