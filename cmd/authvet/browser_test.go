package main

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shownPage is a server with findings of several rules and confidences, lines that are longer than a phone is wide, and a function
// that is longer than what is shown of it.
var shownPage = map[string]string{
	"go.mod":         goMod("example.com/a-module-with-a-rather-long-name"),
	"plain/plain.go": "package plain\n" + badHandler,
	"internal/administration/handlers/stats.go": `package handlers

import (
	"net/http"
	"time"
)

type user struct{ admin, disabled bool }

var users = map[string]*user{}

func caller(r *http.Request) *user { return users[r.Header.Get("Authorization")] }

func Stats(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
` + strings.Repeat("\tstart = start.Add(1)\n", 20) + `	u := caller(r)
	if u == nil || !u.admin {
		http.Error(w, "for administrators only, and you have not said who you are: log in at the front page, and come back then", http.StatusForbidden)
		return
	}
	w.Write([]byte(time.Since(start).String()))
	w.WriteHeader(http.StatusAccepted)
}

func Change(w http.ResponseWriter, r *http.Request) {
	u := caller(r)
	switch {
	case u == nil:
		w.WriteHeader(http.StatusUnauthorized)
	case !u.admin, u.disabled:
		http.Error(w, "no", http.StatusUnauthorized)
	default:
		if r.Method != "POST" {
			w.Write([]byte("only POST"))
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		w.Write([]byte("changed"))
	}
}

func Envelope(w http.ResponseWriter, r *http.Request) {
	if caller(r) == nil {
		w.Write([]byte(` + "`" + `{"code": 401, "error": "<b>who are you?</b>"}` + "`" + `))
		return
	}
	w.Write([]byte("ok"))
}
`,
}

// TestPageInBrowser looks at a page of findings in a Chromium, on a phone and on a desk, by day and by night.
func TestPageInBrowser(t *testing.T) {
	t.Parallel()
	b := startChromium(t)
	folder := writeFiles(t, shownPage)
	if got := authvet(t, folder, "-confidence=low", "-why", "-format=html", "-o=page.html", "./..."); got != (result{code: exitFailed}) {
		t.Fatalf("%+v", got)
	}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(folder, "page.html"))}).String()
	for _, v := range []view{
		{"desk", 1280, 1600, false, false}, {"desk-dark", 1280, 1600, true, false},
		{"phone", 360, 1600, false, false}, {"phone-dark", 360, 1600, true, false},
	} {
		t.Run(v.name, func(t *testing.T) {
			p := b.open(t, address, v)
			p.screenshot(v.name)
			checkAlone(p, address)
			checkLayout(p, v)
			checkContrast(p, v)
			checkPaths(p)
			if v.width < 600 {
				checkFilter(p)
			}
		})
	}
	t.Run("no script", func(t *testing.T) { checkNoScript(b.open(t, address, view{"no-script", 800, 1000, false, true})) })
	t.Run("nothing found", func(t *testing.T) {
		if got := authvet(t, folder, "-confidence=low", "-why", "-rules=malformed-challenge", "-format=html", "-o=page.html", "./plain"); got != (result{}) {
			t.Fatalf("%+v", got)
		}
		p := b.open(t, address, view{"nothing", 360, 600, true, false})
		p.screenshot("nothing")
		checkAlone(p, address)
		var text string
		if p.eval("document.querySelector('main').innerText", &text); !strings.HasPrefix(text, "Nothing was found.") {
			t.Errorf("the page says %q", text)
		}
	})
}

// checkAlone wants the page to have asked for nothing but itself, and its script to have done nothing wrong.
func checkAlone(p *tab, address string) {
	p.t.Helper()
	requests := p.said(p.session, "Network.requestWillBeSent")
	if len(requests) != 1 || !strings.Contains(string(requests[0].params), `"url":"`+address+`"`) {
		p.t.Errorf("requests: %s", requests)
	}
	for _, method := range []string{"Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"} {
		for _, e := range p.said(p.session, method) {
			p.t.Errorf("%s: %s", method, e.params)
		}
	}
}

// checkLayout wants nothing to stick out: only code may be wider than the page, and it scrolls by itself.
func checkLayout(p *tab, v view) {
	p.t.Helper()
	var width int
	if p.eval("document.documentElement.scrollWidth", &width); width > v.width {
		p.t.Errorf("the page is %d wide, the screen %d", width, v.width)
	}
	var out []string
	p.eval(`[...document.querySelectorAll("body *:not(.code *)")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 ||
		getComputedStyle(e).overflowX !== "auto" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map(e => e.outerHTML.slice(0, 200))`, &out)
	for _, element := range out {
		p.t.Errorf("sticks out: %s", element)
	}
	var scrolls int
	if p.eval(`[...document.querySelectorAll(".code")].filter(e => e.scrollWidth > e.clientWidth).length`, &scrolls); scrolls == 0 {
		p.t.Error("no code is wider than the page, so that nothing was tested")
	}
	var small []string // WCAG 2.2, 2.5.8
	p.eval(`[...document.querySelectorAll("label, button, summary")].filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)`, &small)
	if len(small) > 0 {
		p.t.Errorf("too small to be touched: %s", small)
	}
}

// checkContrast wants all text to stand out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3), and a dark page to be dark.
func checkContrast(p *tab, v view) {
	p.t.Helper()
	const script = `(() => {
		const numbers = c => c.match(/[\d.]+/g).map(Number);
		const light = c => { const [r, g, b] = numbers(c).map(x => (x /= 255) <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
			return .2126 * r + .7152 * g + .0722 * b; };
		const clear = c => numbers(c)[3] === 0;
		const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!clear(c)) return c; } return "rgb(255, 255, 255)"; };
		const bad = [];
		const compare = (e, front, back) => { const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
			if ((a + .05) / (b + .05) < 4.5) bad.push(front + " on " + back + ": " + e.outerHTML.slice(0, 120)); };
		for (const e of document.querySelectorAll("body *")) {
			if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest("script")) compare(e, getComputedStyle(e).color, behind(e));
			const badge = getComputedStyle(e, "::after");
			if (e.dataset.way) compare(e, badge.color, badge.backgroundColor);
		}
		return {bad, page: light(behind(document.body))};
	})()`
	var found struct {
		Bad  []string
		Page float64
	}
	p.eval(script, &found)
	for _, pair := range found.Bad {
		p.t.Error("hard to read: " + pair)
	}
	if dark := found.Page < .05; dark != v.dark {
		p.t.Errorf("the page has a lightness of %.2f, want a dark one: %v", found.Page, v.dark)
	}
}

// checkPaths wants each piece of code to have a path that begins at the function, ends at the answer, and has no gaps.
func checkPaths(p *tab) {
	p.t.Helper()
	var paths []string
	p.eval(`[...document.querySelectorAll("article .code")].map(code => [...code.querySelectorAll(".line")].map(line => {
		const way = line.querySelector(".way"), mark = getComputedStyle(way, "::after").content !== "none", drawn = getComputedStyle(way, "::before").content !== "none";
		const kind = ["start", "decides", "related", "answer"].find(k => line.classList.contains(k)) || "";
		return (kind && mark ? kind : mark ? "mark without a meaning" : "") + (drawn ? "|" : " ");
	}).join(""))`, &paths)
	for _, path := range paths {
		drawn := strings.TrimSpace(path)
		if !strings.HasPrefix(drawn, "start|") || !strings.Contains(drawn, "answer|") || strings.Contains(drawn, " |") || strings.Contains(drawn, "without") {
			p.t.Errorf("the path is drawn as %q", path)
		}
	}
	var ways []string
	p.eval(`[...document.querySelectorAll("mark[data-way]")].map(e => e.textContent + ": " + getComputedStyle(e, "::after").content)`, &ways)
	for _, want := range []string{`u == nil: "is true"`, `u == nil: "is false"`, `r.Method != "POST": "is true"`} {
		if !slices.Contains(ways, want) {
			p.t.Errorf("no condition %s in %q", want, ways)
		}
	}
}

// checkFilter ticks and unticks, with the mouse.
func checkFilter(p *tab) {
	p.t.Helper()
	var total int
	p.eval(`document.querySelectorAll("article").length`, &total)
	for _, group := range []string{"rule", "confidence"} {
		var values []string
		p.eval(`[...document.querySelectorAll("input[name=`+group+`]")].map(e => e.value)`, &values)
		if len(values) < 2 {
			p.t.Errorf("only %q to choose from: nothing is tested", values)
		}
		for _, value := range values {
			var own int
			p.eval(`document.querySelectorAll("article[data-`+group+`=`+value+`]").length`, &own)
			box := `input[name=` + group + `][value=` + value + `]`
			p.click(box)
			expectShown(p, "without "+value, total-own)
			p.click(box)
			expectShown(p, value+" again", total)
		}
	}
	p.click("button[data-tick=false]")
	expectShown(p, "none", 0)
	p.click("button[data-tick=true]")
	expectShown(p, "all", total)
}

// expectShown counts the findings that can be seen, and compares with what the page counts.
func expectShown(p *tab, when string, want int) {
	p.t.Helper()
	var got struct {
		Seen int
		Said string
	}
	p.eval(`({seen: [...document.querySelectorAll("article")].filter(e => e.getBoundingClientRect().height > 0).length,
		said: String(document.getElementById("shown").textContent - 0)})`, &got)
	var said int
	p.eval(got.Said, &said)
	if got.Seen != want || said != want {
		p.t.Errorf("%s: %d findings are seen and the page says %d, want %d", when, got.Seen, said, want)
	}
}

// checkNoScript: without a script there is no filter, and all the rest.
func checkNoScript(p *tab) {
	p.t.Helper()
	var root struct{ Root struct{ NodeID int } }
	p.do("DOM.getDocument", nil, &root)
	count := func(selector string) (seen int) {
		var found struct{ NodeIDs []int }
		p.do("DOM.querySelectorAll", map[string]any{"nodeId": root.Root.NodeID, "selector": selector}, &found)
		for _, id := range found.NodeIDs {
			if _, err := p.call(p.session, "DOM.getBoxModel", map[string]any{"nodeId": id}); err == nil {
				seen++
			}
		}
		return seen
	}
	if forms, articles := count("form"), count("article"); forms != 0 || articles == 0 {
		p.t.Errorf("%d forms and %d findings are seen", forms, articles)
	}
}
