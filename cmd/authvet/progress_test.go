package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestProgress: a short run says nothing, and a long one leaves nothing behind but what go has said.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	startProgress(&out, "at work", time.Hour).end()
	if out.Len() > 0 {
		t.Errorf("a short run: %q", out.String())
	}
	p := startProgress(&out, "at work", 0)
	for shown := false; !shown; time.Sleep(time.Millisecond) {
		p.mutex.Lock()
		shown = p.shown
		p.mutex.Unlock()
	}
	p.Write([]byte("go says\n"))
	p.end()
	want := clearLine + "at work (0 s)" + clearLine + "go says\n"
	if got := out.String(); got != want {
		t.Errorf("a long run: %q, want %q", got, want)
	}
}

func TestSummary(t *testing.T) {
	var findings []finding
	for _, category := range []string{"b", "c", "a", "b", "why"} {
		findings = append(findings, finding{diagnostic: diagnostic{Category: category}})
	}
	findings[0].SuggestedFixes = []byte("[]")
	var out strings.Builder
	printSummary(&out, findings)
	want := "\n     2  b\n     1  a\n     1  c\n     4  in all, 1 that authvet -fix mends; authvet explain <rule> tells more\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	out.Reset()
	printSummary(&out, nil)
	if out.String() != "authvet: nothing found\n" {
		t.Errorf("of nothing: %q", out.String())
	}
}
