// Package shrink makes a handler smaller while something that was found in it stays.
package shrink

import "github.com/authvet/authvet/internal/generate/grammar"

// Check tells of which of the handlers, all with numbers of their own, what was found still holds.
type Check func([]*grammar.Handler) ([]bool, error)

// Shrink tries all smaller handlers, and goes on with the first that still holds until there is none.
func Shrink(h *grammar.Handler, holds Check) (*grammar.Handler, error) {
	for {
		candidates := smaller(h)
		for i, c := range candidates {
			c.ID = i
		}
		still, err := holds(candidates)
		if err != nil {
			return h, err
		}
		best := -1
		for i := range candidates {
			if still[i] && (best < 0 || size(candidates[i]) < size(candidates[best])) {
				best = i
			}
		}
		if best < 0 {
			return h, nil
		}
		h = candidates[best]
	}
}

// size is what a smaller handler has less of.
func size(h *grammar.Handler) int {
	n := 10 * len(h.Reached())
	for _, i := range h.Reached() {
		f := h.Funcs[i]
		n += 3*(len(f.Params)+len(f.Vars)) + weight(f.Judge)
		grammar.Walk(f.Body, func(s *grammar.Stmt) {
			n += 5 + weight(s.Cond) + s.How + len(s.Text)/8 + s.N + 2*len(s.Case)
			for _, a := range s.Args {
				n += weight(a.Cond)
			}
			if s.Code.Var != "" {
				n++
			}
		})
	}
	if h.Shape != grammar.Plain {
		n++
	}
	return n
}

func weight(c *grammar.Cond) int {
	if c == nil || c.Op == grammar.True {
		return 0
	}
	n := 1 + weight(c.A) + weight(c.B)
	for _, a := range c.Args {
		n += weight(a.Cond)
	}
	return n
}

// smaller lists the handlers that one change makes of h.
func smaller(h *grammar.Handler) []*grammar.Handler {
	var all []*grammar.Handler
	change := func(edit func(*grammar.Handler) bool) bool {
		c := h.Clone()
		if !edit(c) {
			return false
		}
		all = append(all, c)
		return true
	}
	for _, i := range h.Reached() {
		for n := 0; change(func(c *grammar.Handler) bool { return edits(c, i, n) }); n++ {
		}
		for n := range h.Funcs[i].Vars {
			change(func(c *grammar.Handler) bool { c.Funcs[i].Vars = without(c.Funcs[i].Vars, n); return true })
		}
	}
	for n := range h.Funcs[0].Params {
		change(func(c *grammar.Handler) bool { c.Funcs[0].Params = without(c.Funcs[0].Params, n); return true })
	}
	if h.Shape != grammar.Plain {
		change(func(c *grammar.Handler) bool {
			c.Shape, c.Funcs[0].Result = grammar.Plain, grammar.Nothing
			return true
		})
	}
	return all
}

func without[T any](list []T, i int) []T {
	return append(append([]T(nil), list[:i]...), list[i+1:]...)
}

// edits makes the change with the number n in a function; false if there are no more.
func edits(h *grammar.Handler, fn, n int) bool {
	e := &editor{h: h, left: n}
	f := h.Funcs[fn]
	f.Body = e.list(f.Body)
	if !e.done && f.Judge != nil {
		f.Judge = e.cond(f.Judge)
	}
	return e.done
}

// editor counts possible changes down, and makes the one at which it comes to nothing.
type editor struct {
	h    *grammar.Handler
	left int
	done bool
}

func (e *editor) now() bool {
	if e.done {
		return false
	}
	e.left--
	e.done = e.left < 0
	return e.done
}

// list removes a statement, puts one of its blocks in its place, or changes something in it.
func (e *editor) list(list []*grammar.Stmt) []*grammar.Stmt {
	for i, s := range list {
		if e.now() {
			return without(list, i)
		}
		for _, block := range append([][]*grammar.Stmt{s.Body, s.Else}, s.Arms...) {
			if len(block) > 0 && e.now() {
				return append(append(append([]*grammar.Stmt(nil), list[:i]...), block...), list[i+1:]...)
			}
		}
		if body, ok := e.inlined(s); ok && e.now() {
			return append(append(append([]*grammar.Stmt(nil), list[:i]...), body...), list[i+1:]...)
		}
		e.statement(s)
		if e.done {
			return list
		}
	}
	return list
}

// inlined is the body of a function that is called, where it can stand in the place of the call.
func (e *editor) inlined(s *grammar.Stmt) ([]*grammar.Stmt, bool) {
	if s.Op != grammar.Call && s.Op != grammar.Guard && s.Op != grammar.DeferCall {
		return nil, false
	}
	return e.h.Clone().Funcs[s.Fn].Body, true
}

func (e *editor) statement(s *grammar.Stmt) {
	if s.Op == grammar.Guard && e.now() {
		s.Op = grammar.Call
		return
	}
	if s.Op == grammar.Loop && s.Var != "" && e.now() {
		s.Var = ""
		return
	}
	if s.Code.Var != "" {
		for _, n := range []int{200, 401, 403} {
			if e.now() {
				s.Code = grammar.Code{N: n}
				return
			}
		}
	} else if s.Code.N != 0 && s.Code.N != 401 && s.Code.N != 200 && e.now() {
		s.Code.N = 401
		return
	}
	if s.How != 0 && s.How < grammar.Setters && e.now() {
		s.How = 0
		return
	}
	if s.Text != "" && s.Text != "hello" && s.Op != grammar.Header && e.now() {
		s.Text = "hello"
		return
	}
	if len(s.Case) > 1 && e.now() {
		s.Case, s.Arms = s.Case[1:], s.Arms[1:]
		return
	}
	if s.Op == grammar.If && len(s.Else) > 0 && e.now() {
		s.Else = nil
		return
	}
	if s.Cond != nil {
		s.Cond = e.cond(s.Cond)
	}
	for i := range s.Args {
		if s.Args[i].Cond != nil {
			s.Args[i].Cond = e.cond(s.Args[i].Cond)
		}
		if s.Args[i].Code.Var != "" && e.now() {
			s.Args[i].Code = grammar.Code{N: 401}
			return
		}
	}
	s.Body, s.Else = e.list(s.Body), e.list(s.Else)
	for i := range s.Arms {
		s.Arms[i] = e.list(s.Arms[i])
	}
}

// cond puts a part of a condition in its place, or nothing.
func (e *editor) cond(c *grammar.Cond) *grammar.Cond {
	if c.Op == grammar.True {
		return c
	}
	for _, part := range []*grammar.Cond{c.A, c.B} {
		if part != nil && e.now() {
			return part
		}
	}
	for _, a := range c.Args {
		if a.Cond != nil && e.now() {
			return a.Cond
		}
	}
	if e.now() {
		return &grammar.Cond{Op: grammar.True}
	}
	if c.A != nil && !e.done {
		c.A = e.cond(c.A)
	}
	if c.B != nil && !e.done {
		c.B = e.cond(c.B)
	}
	return c
}
