package main

import (
	"testing"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

func TestPlace(t *testing.T) {
	for _, test := range []struct {
		posn, end string
		want      report.Place
	}{
		{"/m/a.go:3:4", "/m/a.go:5:6", report.Place{File: "/m/a.go", Line: 3, Column: 4, EndLine: 5, EndColumn: 6}},
		{`C:\m\a.go:3:4`, `C:\m\a.go:3:6`, report.Place{File: `C:\m\a.go`, Line: 3, Column: 4, EndLine: 3, EndColumn: 6}},
		{"/m/a.go:3:4", "/m/a.go:3:4", report.Place{File: "/m/a.go", Line: 3, Column: 4, EndLine: 3, EndColumn: 5}},
		{"/m/a.go:3:4", "/m/b.go:9:9", report.Place{File: "/m/a.go", Line: 3, Column: 4, EndLine: 3, EndColumn: 5}},
		{"/m/a.go:3:4", "-", report.Place{File: "/m/a.go", Line: 3, Column: 4, EndLine: 3, EndColumn: 5}},
		{"a.go", "", report.Place{File: "a.go", Line: 1, Column: 1, EndLine: 1, EndColumn: 2}},
	} {
		if got := place(test.posn, test.end); got != test.want {
			t.Errorf("place(%q, %q) = %+v, want %+v", test.posn, test.end, got, test.want)
		}
	}
}

func TestSplitMessage(t *testing.T) {
	for _, test := range []struct{ message, text, confidence string }{
		{"r: wrong", "wrong", "high"},
		{"r: wrong (medium)", "wrong", "medium"},
		{"r: wrong (low)", "wrong", "low"},
		{"wrong (at last)", "wrong (at last)", "high"},
	} {
		if text, confidence := splitMessage("r", test.message); text != test.text || confidence != test.confidence {
			t.Errorf("splitMessage(%q) = %q, %q", test.message, text, confidence)
		}
	}
}
