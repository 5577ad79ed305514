package main

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadFindings(t *testing.T) {
	one := `{"posn": "/m/a.go:%d:1", "message": "%s"}`
	at := func(line int, message string) string { return fmt.Sprintf(one, line, message) }
	input := `{}` +
		`{"m": {"authvet": [` + at(10, "c") + `,` + at(9, "b") + `,` + at(9, "a") + `]}}` + "\n" +
		`{"m": {"authvet": [` + at(9, "b") + `]}, "other": {"authvet": [` + at(1, "x") + `]}}` +
		`{"m [other.test]": {"authvet": [` + at(2, "x") + `]}, "m [m.test]": {"authvet": [` + at(3, "x") + `]}}`
	want := &asked{ids: map[string]bool{"m": true, "failing": true}}
	findings, err := readFindings([]byte(input), want)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range findings {
		got = append(got, f.pkg+" "+f.Posn+" "+f.Message)
	}
	if got, want := strings.Join(got, "\n"), "m /m/a.go:9:1 a\nm /m/a.go:9:1 b\nm /m/a.go:10:1 c"; got != want {
		t.Errorf("findings\n%s\nwant\n%s", got, want)
	}

	failure := `{"m": {"authvet": [` + at(1, "a") + `]}, "failing": {"authvet": {"error": "it broke"}}, "other": {"authvet": {"error": "not asked"}}}`
	findings, err = readFindings([]byte(failure), want)
	if len(findings) != 1 || err == nil || err.Error() != "failing: it broke" {
		t.Errorf("findings %v, error %v", findings, err)
	}
	if _, err := readFindings([]byte("# not JSON"), want); err == nil {
		t.Error("no error for what is not JSON")
	}
}

func TestSplitPosn(t *testing.T) {
	for _, test := range []struct {
		posn, file   string
		line, column int
	}{
		{"/m/a.go:3:14", "/m/a.go", 3, 14},
		{`C:\m\a.go:3:14`, `C:\m\a.go`, 3, 14},
		{"a.go:3", "a.go", 3, 0},
		{`C:\m\a.go:3`, `C:\m\a.go`, 3, 0},
		{`C:\m\a.go`, `C:\m\a.go`, 0, 0},
		{"-", "-", 0, 0},
		{"", "", 0, 0},
	} {
		if file, line, column := splitPosn(test.posn); file != test.file || line != test.line || column != test.column {
			t.Errorf("splitPosn(%q) = %q, %d, %d", test.posn, file, line, column)
		}
	}
}

func TestReportID(t *testing.T) {
	for _, test := range []struct{ id, file, want string }{
		{"m/p", "p.go", "m/p"},
		{"m/p", "p_test.go", "m/p [test]"},
		{"m/p_test", "p_test.go", "m/p_test [test]"},
		{"m/p [m/p.test]", "p.go", "m/p [test]"},
		{"m/p_test [m/p.test]", "p_test.go", "m/p_test [test]"},
		{"m/p [m/q.test]", "p.go", "m/p [m/q.test]"},
		{"m/p [test]", "p_test.go", "m/p [test]"},
	} {
		if got := reportID(test.id, []string{"a.go", test.file}); got != test.want {
			t.Errorf("reportID(%q, %q) = %q, want %q", test.id, test.file, got, test.want)
		}
	}
}
