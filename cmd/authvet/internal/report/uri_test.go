package report

import "testing"

// TestFileURI has the paths of all systems, whichever it runs on.
func TestFileURI(t *testing.T) {
	for _, test := range []struct {
		root, file, uri string
		below           bool
	}{
		{"/m", "/m/a/b.go", "a/b.go", true},
		{"/m/", "/m/b.go", "b.go", true},
		{"/", "/b.go", "b.go", true},
		{"/m", "/mm/b.go", "file:///mm/b.go", false},
		{"/m", "/m/a b%é#?.go", "a%20b%25%C3%A9%23%3F.go", true},
		{"/m", "/m/a:b.go", "./a:b.go", true}, // or a would be a scheme
		{"/m", `/m/a\b.go`, `a%5Cb.go`, true},
		{`C:\m`, `C:\m\a\b.go`, "a/b.go", true},
		{`C:\M`, `c:\m\a\b.go`, "a/b.go", true},
		{`C:\m`, `D:\m\b c.go`, "file:///D:/m/b%20c.go", false},
		{`C:/m`, `C:\m\b.go`, "b.go", true},
		{`\\host\share\m`, `\\host\share\m\b.go`, "b.go", true},
		{`C:\m`, `\\host\share\b.go`, "file://host/share/b.go", false},
		{"/m", "b.go", "b.go", false},
	} {
		if uri, below := fileURI(test.root, test.file); uri != test.uri || below != test.below {
			t.Errorf("fileURI(%q, %q) = %q, %v; want %q, %v", test.root, test.file, uri, below, test.uri, test.below)
		}
	}
}
