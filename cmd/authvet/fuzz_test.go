package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// FuzzReadFindings reads what may come from go vet: there must be no panic, and what was read and is written again reads the same.
func FuzzReadFindings(f *testing.F) {
	for _, s := range []string{
		`{"m": {"authvet": [{"category": "late-status", "posn": "/m/a.go:9:1", "end": "/m/a.go:9:2", "message": "b", "related": [{"posn": "x", "end": "", "message": "y"}]}]}}`,
		`{}{"m": {"authvet": {"error": "it broke"}, "other": []}}`, `{"m": null}`, `{"m": {"authvet": null}}`, `{"m [m.test]": {"authvet": [{}]}}`,
		`# m`, `{"m": {"authvet": [{"posn": "C:\\a.go:-1:99999999999999999999", "suggested_fixes": [1]}]}}`, `[]`, ``,
	} {
		f.Add([]byte(s))
	}
	want := &asked{ids: map[string]bool{"m": true, "m [test]": true}}
	f.Fuzz(func(t *testing.T, data []byte) {
		findings, err := readFindings(data, want)
		if err != nil {
			return
		}
		if !slices.IsSortedFunc(findings, compareFindings) {
			t.Fatalf("not sorted: %v", findings)
		}
		again := make(map[string]map[string][]diagnostic)
		for _, found := range findings {
			if again[found.pkg] == nil {
				again[found.pkg] = make(map[string][]diagnostic)
			}
			again[found.pkg][found.analyzer] = append(again[found.pkg][found.analyzer], found.diagnostic)
		}
		written, err := json.Marshal(again)
		if err != nil {
			t.Fatal(err)
		}
		back, err := readFindings(written, want)
		if err != nil || len(back) != len(findings) {
			t.Fatalf("%d findings, read back %d, %v\n%s", len(findings), len(back), err, written)
		}
		for i := range back {
			if back[i].Posn != findings[i].Posn || back[i].Message != findings[i].Message {
				t.Fatalf("finding %d: %v, read back %v", i, findings[i], back[i])
			}
		}
	})
}

// FuzzBaseline reads what may stand in a baseline: there must be no panic, and what was read and is written again reads the same.
func FuzzBaseline(f *testing.F) {
	for _, s := range []string{`{"version": 1, "findings": [{"fingerprint": "a", "rule": "b", "file": "c", "message": "d"}]}`, `{"version": 2}`, `{}`, `null`, ``,
		`{"version": 1, "findings": null, "more": 1}`, `{"version": 1, "findings": [{}]}`, `[`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		name := filepath.Join(t.TempDir(), "baseline.json")
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		known, err := readBaseline(name)
		if err != nil {
			return
		}
		var findings []report.Finding
		for fingerprint := range known {
			findings = append(findings, report.Finding{Fingerprint: fingerprint})
		}
		if err := writeBaseline(name, "/", findings); err != nil {
			t.Fatal(err)
		}
		if again, err := readBaseline(name); err != nil || !reflect.DeepEqual(again, known) {
			t.Fatalf("read %v, and then %v, %v", known, again, err)
		}
	})
}
