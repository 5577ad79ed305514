package model

import (
	"fmt"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/wire"
)

// Check holds the model of a handler against what was on the wire.
func Check(s *grammar.Source, h *grammar.Handler, records []*wire.Record) error {
	said := Records(s, h)
	if len(said) != len(records) {
		return fmt.Errorf("%d requests, not %d", len(records), len(said))
	}
	for i, is := range records {
		if a, b := outline(said[i]), outline(is); a != b {
			return fmt.Errorf("%s:\n%s\nit says:\n%s", is.Query, b, a)
		}
	}
	return nil
}

// outline is what both know of a request.
func outline(r *wire.Record) string {
	text := fmt.Sprintf("%d %s %d %v %v", r.Helper, r.Query, r.Status, r.WWW, r.Proxy)
	for i := range r.Events {
		e := &r.Events[i]
		text += fmt.Sprintf("\n%c %d %q", e.Kind, e.Code, e.Text)
		if lines := e.Lines(); len(lines) > 0 {
			text += " " + lines[0].String()
		}
	}
	return text
}
