package model

import (
	"encoding/json"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/wire"
)

// gin runs a statement that gin has calls of its own for, and reports whether it is one.
func (x *request) gin(fr *frame, s *grammar.Stmt, w *writer) bool {
	switch s.Op {
	case grammar.Header:
		if s.Text == "" && (s.How == 0 || s.How == 3) {
			x.header(&grammar.Stmt{Name: s.Name, How: grammar.Setters}) // c.Header deletes what is given no value
		} else {
			x.header(s)
		}
	case grammar.Commit:
		x.writeHeader(w, fr.code_(s.Code))
		if s.Aborts() {
			x.event(wire.Event{Kind: 'h'})
			x.send(x.named)
		}
	case grammar.Answer:
		x.ginAnswer(s, fr.code_(s.Code), fr.text(s.Text))
	case grammar.Next:
		x.next()
	case grammar.Abort:
	default:
		return false
	}
	x.aborted = x.aborted || s.Aborts()
	return true
}

// ginAnswer names a status and writes a body.
func (x *request) ginAnswer(s *grammar.Stmt, code int, text string) {
	switch {
	case s.JSON():
		body, _ := json.Marshal(map[string]string{grammar.Key(s.Text): text})
		if s.Text == "refused" {
			body, _ = json.Marshal(map[string]string{"error": text})
		}
		text = string(body)
	case s.How == 3:
		text += "\n"
	}
	x.answer(&writer{}, code, text)
}

// next is the handler behind a middleware, which runs once.
func (x *request) next() {
	if x.aborted {
		return
	}
	x.aborted = true
	e := wire.Event{Kind: 'n'}
	if x.has("www-authenticate") {
		e.Code = 1
	}
	x.event(e)
	x.send(x.named)
}
