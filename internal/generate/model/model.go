// Package model works out what a generated handler does without running it. It is quick, and so it hunts for disagreements and
// shrinks them; what is true is for the wire to say, and the model itself is held against it with every run.
package model

import (
	"strings"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/wire"
)

// Records is what the requests to a handler, and the calls of its helpers, would give.
func Records(s *grammar.Source, h *grammar.Handler) []*wire.Record {
	var all []*wire.Record
	for _, i := range h.Reached() {
		if h.Funcs[i].Result == grammar.Judgment {
			continue
		}
		for _, q := range h.Funcs[i].Queries() {
			x := &request{Source: s, h: h, values: parse(q), headers: make(map[string]string), named: 200, Record: wire.Record{ID: h.ID, Helper: i, Query: q, Status: 200}}
			x.serve(i)
			all = append(all, &x.Record)
		}
	}
	return all
}

func parse(query string) map[string]string {
	values := make(map[string]string)
	for _, pair := range strings.Split(query, "&") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			values[name] = value
		}
	}
	return values
}

// Fronts reports whether the handler calls the next one only with a challenge set, somewhere. A package with such a middleware is
// silent on purpose, as nobody knows which handlers stand behind it.
func Fronts(h *grammar.Handler) bool {
	if h.Shape != grammar.Middleware {
		return false
	}
	set := make(map[int32]bool)
	for _, r := range Records(grammar.Print(wire.Module, "p0", []*grammar.Handler{h}), h) {
		for _, e := range r.Events {
			var at int32 // gin has called the next one by itself
			if len(e.Stack) > 0 {
				at = e.Stack[0]
			}
			if before, ok := set[at]; e.Kind == 'n' {
				set[at] = e.Code != 0 && (before || !ok)
			}
		}
	}
	for _, always := range set {
		if always {
			return true
		}
	}
	return false
}

// request is one request being answered.
type request struct {
	*grammar.Source
	h       *grammar.Handler
	values  map[string]string
	headers map[string]string // by the spelling they were set in
	sent    bool
	named   int  // the status that is sent with the first byte, or at the end
	aborted bool // gin runs no handler that comes after, or has run it
	frames  []*frame
	wire.Record
}

// frame is one call under way.
type frame struct {
	result grammar.Result
	vars   map[string]any // shared by the closures of a function
	line   grammar.Line
	defers []func()
	yes    bool
	code   int
	failed bool
}

// writer is the response, in as many wrappers as there are around it.
type writer struct {
	inner *writer
	fn    int
}

// serve calls a function as a request does.
func (x *request) serve(fn int) {
	f := x.h.Funcs[fn]
	vars := make(map[string]any)
	for _, p := range f.Params {
		v := x.values[p.Name]
		switch p.Kind {
		case grammar.Bool:
			vars[p.Name] = v != ""
		case grammar.Count:
			vars[p.Name] = len(v)
		case grammar.Status:
			vars[p.Name] = number(v)
		default:
			vars[p.Name] = v
		}
	}
	out := x.call(fn, vars, &writer{})
	if fn == 0 && out.failed {
		adapter := x.Failing
		if x.h.Shape == grammar.ReturnsInt {
			adapter = x.Numbered
		}
		x.frames = append(x.frames, &frame{line: adapter})
		if x.h.Gin {
			x.ginAnswer(&grammar.Stmt{Text: "refused"}, out.code, "refused")
		} else {
			x.answer(&writer{}, out.code, "refused\n")
		}
	}
	if fn == 0 && x.h.Gin && x.h.Shape == grammar.Middleware {
		x.next() // without being asked
	}
	x.send(x.named)
}

func number(text string) int {
	n := 0
	for _, digit := range text {
		n = 10*n + int(digit-'0')
	}
	return n
}

// call runs a function with its variables.
func (x *request) call(fn int, vars map[string]any, w *writer) *frame {
	f := x.h.Funcs[fn]
	for _, v := range f.Vars {
		vars[v.Name] = v.Init
	}
	fr := &frame{result: f.Result, vars: vars, yes: true}
	x.run(fr, f.Body, w)
	return fr
}

// run runs the body of a function or closure, and what it has deferred.
func (x *request) run(fr *frame, body []*grammar.Stmt, w *writer) {
	x.frames = append(x.frames, fr)
	x.list(fr, body, w)
	for i := len(fr.defers) - 1; i >= 0; i-- {
		fr.defers[i]()
	}
	x.frames = x.frames[:len(x.frames)-1]
}

// event notes that something was done to the response.
func (x *request) event(e wire.Event) {
	for i := len(x.frames) - 1; i >= 0; i-- {
		if at := x.frames[i].line; at.File == grammar.Lib {
			e.Stack = append(e.Stack, -int32(at.N))
		} else if at.N != 0 {
			e.Stack = append(e.Stack, int32(at.N))
		}
	}
	x.Events = append(x.Events, e)
}

func (x *request) writeHeader(w *writer, code int) {
	if w.inner != nil {
		x.call(w.fn, map[string]any{"code": code}, w.inner)
		return
	}
	x.event(wire.Event{Kind: 'c', Code: code})
	if x.h.Gin && !x.sent {
		x.named = code
	} else if !x.h.Gin {
		x.send(code)
	}
}

// send sends the status with the headers as they are, once.
func (x *request) send(code int) {
	if x.sent || code < 200 {
		return
	}
	x.sent, x.Status = true, code
	x.WWW, x.Proxy = x.has("www-authenticate"), x.has("proxy-authenticate")
}

// has reports whether a header is set, to something.
func (x *request) has(name string) bool {
	for spelling, value := range x.headers {
		if strings.ToLower(spelling) == name && value != "" {
			return true
		}
	}
	return false
}

func (x *request) write(text string) {
	x.event(wire.Event{Kind: 'w', Text: text})
	x.send(x.named)
}

// answer is http.Error.
func (x *request) answer(w *writer, code int, text string) {
	x.writeHeader(w, code)
	x.write(text)
}
