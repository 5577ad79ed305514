package grammar

// Ways to set, add or delete a header, and to write a body; of gin, to name a status, and to answer: see the printers.
const (
	Setters  = 4
	Deleters = 2
	Writers  = 4
	Commits  = 2
	Answers  = 4
)

// block draws n statements at least: a denial may take several.
func (d *draw) block(depth, n int) []*Stmt {
	var all []*Stmt
	for range n {
		more := d.statements(depth)
		all = append(all, more...)
		d.size += len(more)
		if len(all) > 0 && all[len(all)-1].Op == Return || d.size > maxSize {
			break
		}
	}
	return all
}

// inner reports whether the statement may end the function: it stands in a branch.
func (d *draw) ends(depth int) bool { return depth < 3 && d.index == 0 || depth < 2 }

// front reports whether all that is done here is done for every request to a middleware. One that sets the challenge before it
// calls the next handler silences its package, on purpose: none does.
func (d *draw) front(depth int) bool {
	return depth == 3 && d.h.Shape == Middleware
}

// statements draws one thing to do.
func (d *draw) statements(depth int) []*Stmt {
	inner, front := depth > 0, d.front(depth)
	switch n := d.rng.IntN(100); {
	case n < 26 && inner:
		return one(d.branch(depth))
	case n < 30 && inner && !front:
		if s := d.choose(depth); s != nil {
			return one(s)
		}
	case n < 34 && inner && !front:
		if s := d.loop(depth); s != nil {
			return one(s)
		}
	case n < 37 && inner && !d.inLoop:
		return one(d.later(depth))
	case n < 40 && inner && !front:
		return one(d.closure(depth))
	case n < 44 && inner && !front:
		if s := d.wrap(depth); s != nil {
			return one(s)
		}
	case n < 62:
		return d.deny(depth)
	case n < 72:
		if s := d.call(depth); s != nil {
			return one(s)
		}
	case n < 78 && !d.inner:
		if vars := d.names(Status); len(vars) > 0 {
			if s := (&Stmt{Op: Assign, Var: pick(d, vars...), Code: d.code()}); s.Code.Var != s.Var {
				return one(s)
			}
		}
	case n < 84:
		return one(d.header(depth))
	case n < 88 && d.ends(depth):
		return one(d.leave())
	case n < 92 && front:
		return []*Stmt{{Op: Next}, {Op: Return}} // what comes after it nobody can judge
	}
	return one(d.send())
}

func one(s *Stmt) []*Stmt { return []*Stmt{s} }

// branching draws blocks of which one is chosen.
func (d *draw) branching() (end func()) {
	was := d.decided
	d.decided = true
	return func() { d.decided = was }
}

func (d *draw) branch(depth int) *Stmt {
	defer d.branching()()
	s := &Stmt{Op: If, Cond: d.cond(2), Body: d.block(depth-1, 1+d.rng.IntN(2))}
	if d.chance(25) && !d.front(depth) {
		s.Else = d.block(depth-1, 1+d.rng.IntN(2))
	}
	return s
}

func (d *draw) choose(depth int) *Stmt {
	modes := d.names(Mode)
	codes := d.names(Status)
	s := &Stmt{Op: Switch}
	switch {
	case len(modes) > 0:
		s.Var, s.Case = pick(d, modes...), Modes[:1+d.rng.IntN(3)]
	case len(codes) > 0:
		s.Var, s.Case = pick(d, codes...), pick(d, []string{"401"}, []string{"401", "403"}, []string{"200", "401, 407"})
	default:
		return nil
	}
	defer d.branching()()
	for range s.Case {
		s.Arms = append(s.Arms, d.block(depth-1, 1))
	}
	if d.chance(50) {
		s.Else = d.block(depth-1, 1)
	}
	return s
}

// loop draws a loop that goes round as often as an input says: that a constant number of rounds ends nobody follows.
func (d *draw) loop(depth int) *Stmt {
	counts := d.names(Count)
	if len(counts) == 0 {
		return nil
	}
	was := d.inLoop
	d.inLoop = true
	defer func() { d.inLoop = was }()
	s := &Stmt{Op: Loop, Var: pick(d, counts...)}
	s.Body = d.block(depth-1, 1+d.rng.IntN(2))
	if d.chance(40) {
		s.Body = append(s.Body, &Stmt{Op: If, Cond: d.cond(1), Body: one(&Stmt{Op: Leave, Yes: d.chance(30)})})
	}
	return s
}

// inClosure draws a block that returns nothing, and that no loop is around.
func (d *draw) inClosure(depth int) []*Stmt {
	loop, decided, inner := d.inLoop, d.decided, d.inner
	d.inLoop, d.decided, d.inner = false, false, true
	defer func() { d.inLoop, d.decided, d.inner = loop, decided, inner }()
	return d.block(depth-1, 1+d.rng.IntN(2))
}

func (d *draw) later(depth int) *Stmt {
	if fns := d.callees(func(f *Func) bool { return f.Result == Nothing }); len(fns) > 0 && d.chance(40) {
		fn := pick(d, fns...)
		return &Stmt{Op: DeferCall, Fn: fn, Args: d.args(d.h.Funcs[fn])}
	}
	return &Stmt{Op: Defer, Body: d.inClosure(depth)}
}

func (d *draw) closure(depth int) *Stmt { return &Stmt{Op: Closure, Body: d.inClosure(depth)} }

func (d *draw) wrap(depth int) *Stmt {
	last := len(d.h.Funcs) - 1
	if !d.h.Funcs[last].Method || d.wrapped || d.index == last || d.fn.Lib && !d.h.Funcs[last].Lib {
		return nil
	}
	d.wrapped = true
	defer func() { d.wrapped = false }()
	return &Stmt{Op: Wrap, Fn: last, Body: d.block(depth-1, 1+d.rng.IntN(2))}
}

// deny draws a denial as people write them: a challenge, a status, a body, and a return, each of which may be missing.
func (d *draw) deny(depth int) []*Stmt {
	var all []*Stmt
	if d.chance(40) && !d.front(depth) {
		all = append(all, d.challenge())
		if d.chance(15) { // and take it back
			all = append(all, &Stmt{Op: Header, How: Setters + d.rng.IntN(Deleters), Name: "WWW-Authenticate"})
		}
	}
	if d.chance(60) {
		all = append(all, &Stmt{Op: Answer, How: d.manner(Answers), Text: d.text(), Code: d.code()})
	} else {
		all = append(all, &Stmt{Op: Commit, How: d.manner(Commits), Code: d.code()})
		if d.chance(50) {
			all = append(all, &Stmt{Op: Write, How: d.rng.IntN(Writers), Text: d.text()})
		}
	}
	if d.h.Gin && d.chance(45) {
		all = append(all, &Stmt{Op: Abort})
	}
	if d.chance(65) && d.ends(depth) {
		all = append(all, d.leave())
	}
	return all
}

// manner draws one of n ways in which gin does what net/http has one way for.
func (d *draw) manner(n int) int {
	if !d.h.Gin {
		return 0
	}
	return d.rng.IntN(n)
}

func (d *draw) challenge() *Stmt {
	return &Stmt{Op: Header, How: d.rng.IntN(Setters), Name: "WWW-Authenticate", Text: `Basic realm="x"`}
}

// header draws a change of the headers. A middleware sets none for all: see docs/generator.md.
func (d *draw) header(depth int) *Stmt {
	s := d.challenge()
	if d.chance(15) {
		s.Name = "Proxy-Authenticate"
	}
	switch {
	case d.chance(10):
		s.Name = "X-Other"
	case d.chance(10):
		s.Text = ""
	case d.chance(25), d.front(depth):
		s.How = Setters + d.rng.IntN(Deleters)
	}
	return s
}

func (d *draw) call(depth int) *Stmt {
	fns := d.callees(func(f *Func) bool {
		return (f.Result == Nothing || f.Result == Truth) && !(d.front(depth) && d.challenges(f))
	})
	if len(fns) == 0 {
		return nil
	}
	s := &Stmt{Op: Call, Fn: pick(d, fns...)}
	s.Args = d.args(d.h.Funcs[s.Fn])
	if d.h.Funcs[s.Fn].Result == Truth && d.chance(75) {
		s.Op = Guard
	}
	return s
}

// challenges reports whether a function sets a header, or calls one that does.
func (d *draw) challenges(f *Func) bool {
	found := false
	Walk(f.Body, func(s *Stmt) {
		found = found || s.Op == Header || s.Op == Wrap || s.Fn > 0 && d.challenges(d.h.Funcs[s.Fn])
	})
	return found
}

// leave draws a return: whether it tells success, and with which status it fails.
func (d *draw) leave() *Stmt {
	s := &Stmt{Op: Return, Yes: d.chance(40)}
	if !s.Yes {
		s.Code = d.code()
	}
	return s
}

// send draws a piece of an answer.
func (d *draw) send() *Stmt {
	if d.chance(25) {
		return &Stmt{Op: Commit, How: d.manner(Commits), Code: d.code()}
	}
	return &Stmt{Op: Write, How: d.rng.IntN(Writers), Text: d.text()}
}
