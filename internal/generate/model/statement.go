package model

import (
	"net/textproto"
	"strconv"
	"strings"

	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/wire"
)

// signal is how a list of statements has ended.
type signal uint8

const (
	onward signal = iota
	left          // the function
	broken        // the loop or switch
	again         // the next round
)

func (x *request) list(fr *frame, list []*grammar.Stmt, w *writer) signal {
	for _, s := range list {
		if at, ok := x.At[s]; ok {
			fr.line = at
		}
		if end := x.statement(fr, s, w); end != onward {
			return end
		}
	}
	return onward
}

func (x *request) statement(fr *frame, s *grammar.Stmt, w *writer) signal {
	if x.h.Gin && x.gin(fr, s, w) {
		return onward
	}
	switch s.Op {
	case grammar.Header:
		x.header(s)
	case grammar.Commit:
		x.writeHeader(w, fr.code_(s.Code))
	case grammar.Answer:
		x.answer(w, fr.code_(s.Code), fr.text(s.Text)+"\n")
	case grammar.Write:
		end := ""
		if s.How == 3 {
			end = "\n"
		}
		x.write(fr.text(s.Text) + end)
	case grammar.Assign:
		fr.vars[s.Var] = fr.code_(s.Code)
	case grammar.Call:
		x.call(s.Fn, x.args(fr, s.Fn, s.Args), w)
	case grammar.Guard:
		if !x.call(s.Fn, x.args(fr, s.Fn, s.Args), w).yes {
			fr.yes = true
			return left
		}
	case grammar.DeferCall:
		args := x.args(fr, s.Fn, s.Args)
		fr.defers = append(fr.defers, func() { x.call(s.Fn, args, w) })
	case grammar.Defer:
		fr.defers = append(fr.defers, func() { x.run(&frame{vars: fr.vars}, s.Body, w) })
	case grammar.Closure:
		fr.line = x.End[s]
		x.run(&frame{vars: fr.vars}, s.Body, w)
	case grammar.Next:
		e := wire.Event{Kind: 'n'}
		if x.has("www-authenticate") {
			e.Code = 1
		}
		x.event(e)
		x.write("next")
	case grammar.Return:
		fr.yes = s.Yes
		if !s.Yes && (fr.result == grammar.Failure || fr.result == grammar.Number) {
			fr.failed, fr.code = true, fr.code_(s.Code)
		}
		return left
	default:
		return x.compound(fr, s, w)
	}
	return onward
}

// compound runs a statement that consists of others.
func (x *request) compound(fr *frame, s *grammar.Stmt, w *writer) signal {
	switch s.Op {
	case grammar.Block:
		return x.list(fr, s.Body, w)
	case grammar.If:
		if x.truth(fr.vars, s.Cond) {
			return x.list(fr, s.Body, w)
		}
		return x.list(fr, s.Else, w)
	case grammar.Switch:
		end := x.list(fr, chosen(fr, s), w)
		if end == broken {
			return onward
		}
		return end
	case grammar.Wrap:
		return x.list(fr, s.Body, &writer{w, s.Fn})
	case grammar.Leave:
		if x.Loops[s] {
			return map[bool]signal{true: again, false: broken}[s.Yes]
		}
	case grammar.Loop:
		for i := 0; s.Var == "" && i < s.N || s.Var != "" && i < fr.vars[s.Var].(int); i++ {
			switch x.list(fr, s.Body, w) {
			case left:
				return left
			case broken:
				return onward
			}
		}
	}
	return onward
}

// chosen is the arm that a switch takes.
func chosen(fr *frame, s *grammar.Stmt) []*grammar.Stmt {
	for i, c := range s.Case {
		for _, value := range strings.Split(c, ", ") {
			switch v := fr.vars[s.Var].(type) {
			case string:
				if v == value {
					return s.Arms[i]
				}
			case int:
				if strconv.Itoa(v) == value {
					return s.Arms[i]
				}
			}
		}
	}
	return s.Else
}

func (x *request) header(s *grammar.Stmt) {
	name := textproto.CanonicalMIMEHeaderKey(s.Name)
	switch s.How {
	case 1:
		x.headers[name] += s.Text
	case grammar.Setters, grammar.Setters + 1:
		delete(x.headers, name)
	default:
		x.headers[name] = s.Text
	}
}

func (fr *frame) code_(c grammar.Code) int {
	if c.Var != "" {
		return fr.vars[c.Var].(int)
	}
	return c.N
}

func (fr *frame) text(t string) string {
	if name, ok := strings.CutPrefix(t, "$"); ok {
		return fr.vars[name].(string)
	}
	return t
}

// args gives a function what a call passes.
func (x *request) args(fr *frame, fn int, args []grammar.Arg) map[string]any {
	return x.passed(fr, fr.vars, fn, args)
}

func (x *request) passed(fr *frame, vars map[string]any, fn int, args []grammar.Arg) map[string]any {
	given := make(map[string]any)
	for i, p := range x.h.Funcs[fn].Params {
		switch p.Kind {
		case grammar.Bool:
			given[p.Name] = x.truth(vars, args[i].Cond)
		case grammar.Status:
			given[p.Name] = fr.code_(args[i].Code)
		case grammar.Text:
			given[p.Name] = fr.text(args[i].Text)
		}
	}
	return given
}

func (x *request) truth(vars map[string]any, c *grammar.Cond) bool {
	switch c.Op {
	case grammar.Var:
		return vars[c.X].(bool)
	case grammar.Not:
		return !x.truth(vars, c.A)
	case grammar.And:
		return x.truth(vars, c.A) && x.truth(vars, c.B)
	case grammar.Or:
		return x.truth(vars, c.A) || x.truth(vars, c.B)
	case grammar.Is:
		return vars[c.X] == c.Text
	case grammar.IsCode:
		return compare(vars[c.X].(int), c.Text, c.N)
	case grammar.Asks:
		return x.truth(x.passed(nil, vars, c.Fn, c.Args), x.h.Funcs[c.Fn].Judge)
	}
	return true
}

func compare(a int, op string, b int) bool {
	switch op {
	case "==":
		return a == b
	case "!=":
		return a != b
	case ">":
		return a > b
	case ">=":
		return a >= b
	}
	return a < b
}
