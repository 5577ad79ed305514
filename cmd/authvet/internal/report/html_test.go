package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

func pageOf(t *testing.T, r *Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := HTML(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// body is what a test shows of a page.
func body(page string) string {
	_, page, _ = strings.Cut(page, "<main>")
	page, _, _ = strings.Cut(page, "</main>")
	return page
}

func TestHTML(t *testing.T) {
	r := sample(t, strings.Replace(handler, "deny(w)", "deny(w) // </script><b>", 1))
	low := r.Findings[0]
	low.Rule, low.Confidence, low.Fingerprint, low.Package = "error-as-ok", "low", "f00", "m/q"
	low.Related = []Note{{Place{r.Root + "/lib.go", 9, 1, 9, 2}, "it leaves there"}}
	r.Findings = append(r.Findings, low, Finding{Rule: Why, Message: "f: not followed", Place: low.Place, Confidence: "high"})
	text := pageOf(t, r)
	if again := pageOf(t, r); again != text {
		t.Error("two runs differ")
	}
	for _, piece := range []string{
		"<title>authvet: 2 findings</title>",
		`<input type="checkbox" name="confidence" value="low" checked> low <span class="count">1</span>`,
		`<input type="checkbox" name="rule" value="error-as-ok" checked>`,
		`<td>m/q</td><td class="number">1</td>`,
		`data-rule="late-status" data-confidence="medium"`,
		`<div class="line on start"><span class="number">3</span>`,
		`<mark class="decides" data-way="is true">r.é == &#34;&#34;</mark> &amp;&amp; <mark class="related">r.Admin</mark>(`,
		`<div class="line on answer"><span class="number">6</span><span class="way"></span><code>` + "\t\t" + `<mark class="answer">deny(w)</mark> // &lt;/script&gt;&lt;b&gt;</code>`,
		`<div class="line"><span class="number">7</span>`,
		"lib.go:9: it leaves there",
		"a b/p.go:6: f: not followed",
	} {
		if !strings.Contains(text, piece) {
			t.Errorf("no %s in\n%s", piece, body(text))
		}
	}
	if found := regexp.MustCompile(`(?i)src=|url\(|@import|<link|<iframe|fetch\(|XMLHttp`).FindString(text); found != "" {
		t.Errorf("the page asks for something from elsewhere: %s", found)
	}
	r.Complete, r.Findings = false, nil
	if text := pageOf(t, r); !strings.Contains(text, "Nothing was found") || !strings.Contains(text, "this is not all") {
		t.Errorf("an incomplete report of nothing:\n%s", body(text))
	}
}

// TestLongFunction: of a long function there are the lines near the path.
func TestLongFunction(t *testing.T) {
	r := sample(t, strings.Replace(handler, "\t\tdeny(w)\n", strings.Repeat("\t\tx()\n", 20)+"\t\tdeny(w)\n", 1))
	text := pageOf(t, r)
	if !strings.Contains(text, "<code>17 more lines</code>") || strings.Count(text, "x()") != 3 {
		t.Errorf("not what is near the path:\n%s", body(text))
	}
}

func TestCut(t *testing.T) {
	segments := cut("abcdef", []span{{1, 2, segment{Mark: "b"}}, {1, 3, segment{Mark: "overlaps"}}, {2, 4, segment{Mark: "cd", Way: "is true"}}, {5, 5, segment{Mark: "empty"}}})
	want := []segment{{"a", "", ""}, {"b", "b", ""}, {"cd", "cd", "is true"}, {"ef", "", ""}}
	if len(segments) != len(want) {
		t.Fatalf("%v, want %v", segments, want)
	}
	for i := range want {
		if segments[i] != want[i] {
			t.Errorf("%v, want %v", segments, want)
		}
	}
}

// TestMarkup: nothing that comes from elsewhere ends the text or the attribute that it stands in.
func TestMarkup(t *testing.T) {
	got := element("a", attributes{"href", `#"><i>`, "hidden", ""}, plain("</a>&"), element("b", nil))
	if want := markup(`<a href="#&#34;&gt;&lt;i&gt;" hidden>&lt;/a&gt;&amp;<b></b></a>`); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
