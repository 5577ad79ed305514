package path

import "slices"

// wanting is an answer of a closure, or a body, for which it is not known yet whether any call comes to it: only under these guards.
type wanting struct {
	of     *Walk
	i      int
	what   sort
	guards []Fact
}

// sort is what is wanted: that an answer is come to, or that it is with nothing sent before; or a body, as that of a 200.
type sort uint8

const (
	anAnswer sort = iota
	freshAnswer
	okBody
)

// on reports whether a call with this sent before it may come to what is wanted.
func (a sort) on(first Commit) bool {
	return a == anAnswer || a == freshAnswer && first.open() || a == okBody && first.asOK()
}

// maxWanting bounds how many are kept for the closures around: those beyond are taken for reached.
const maxWanting = 256

// meets notes which answers and bodies of a closure this call comes to; a body that comes after another, or after a status of its own,
// is no error that leaves with 200. Where the call stands in a closure too, it is for the calls of that one to say.
func (k *walk) meets(c *calling, s *State) {
	callee := k.walks[target{c.callee, int32(c.input)}]
	if callee == nil || c.callee.Parent() == nil {
		return
	}
	callee.wants()
	if k.Parent() != nil && !slices.Contains(callee.within, k.out) {
		callee.within = append(callee.within, k.out)
	}
	for _, want := range callee.wanting {
		if *want.met() || !want.what.on(s.First) {
			continue
		}
		env, ok := c.meets(s.Env, want.guards)
		if !ok {
			continue
		}
		if want.guards = k.guardsOf(env); k.Parent() == nil || len(k.out.wanting) >= maxWanting {
			*want.met() = true
		} else if !slices.ContainsFunc(k.out.wanting, want.is) {
			k.out.wanting = append(k.out.wanting, want)
		}
	}
}

// wants lists what is wanted of a closure itself.
func (w *Walk) wants() {
	if w.met[anAnswer] != nil {
		return
	}
	w.met = [3][]bool{make([]bool, len(w.Answers)), make([]bool, len(w.Answers)), make([]bool, len(w.Bodies))}
	for i := range w.Answers {
		w.wanting = append(w.wanting, wanting{w, i, anAnswer, w.Answers[i].Guards}, wanting{w, i, freshAnswer, w.Answers[i].Guards})
	}
	for i := range w.Bodies {
		w.wanting = append(w.wanting, wanting{w, i, okBody, w.Bodies[i].guards})
	}
}

func (a wanting) met() *bool { return &a.of.met[a.what][a.i] }

func (a wanting) is(b wanting) bool {
	return a.of == b.of && a.i == b.i && a.what == b.what && slices.Equal(a.guards, b.guards)
}

// Met reports whether some call comes to the answer with the number i, if the function is a closure: what it is called for stands
// around it, and what that excludes never happens. A function that has a name is judged for all that it may be given.
func (w *Walk) Met(i int, entries map[*Walk]Entry) bool { return w.reached(i, anAnswer, entries) }

// MetFresh reports whether some call comes to the answer when nothing has been sent before it.
func (w *Walk) MetFresh(i int, entries map[*Walk]Entry) bool {
	return w.reached(i, freshAnswer, entries)
}

// MetBody reports whether some call comes to a body, and it goes with a 200.
func (w *Walk) MetBody(i int, entries map[*Walk]Entry) bool { return w.reached(i, okBody, entries) }

func (w *Walk) reached(i int, what sort, entries map[*Walk]Entry) bool {
	return w.Func.Parent() == nil || i < len(w.met[what]) && w.met[what][i] || w.leadsTo(wanting{of: w, i: i, what: what}, entries)
}

// leadsTo reports whether a closure that comes to an answer, or to a body, has calls that are not seen; or one around it that calls it.
func (w *Walk) leadsTo(want wanting, entries map[*Walk]Entry) bool {
	if w != want.of && !slices.ContainsFunc(w.wanting, func(o wanting) bool { return o.of == want.of && o.i == want.i && o.what == want.what }) {
		return false
	}
	return entries[w].Open || slices.ContainsFunc(w.within, func(outer *Walk) bool { return outer.leadsTo(want, entries) })
}
