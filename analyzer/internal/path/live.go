package path

import "slices"

// use is a call at which an answer of a callee has become one of the caller's.
type use struct {
	by     *Walk
	answer int // unknown for a caller that was given up
}

const unknown = -1

// heir is an answer of the walk under way that was a callee's.
type heir struct {
	callee *Walk
	told   int // its number in the callee's summary, from 1
	answer int // as an index of the walk's own
}

// uses tells the callees what has become of their answers. It is only said of the walk that counts: there may have been others before
// it, which were given up.
func (k *walk) uses() {
	for _, h := range k.heirs {
		u := use{k.out, h.answer}
		if k.out.GaveUp != "" {
			u.answer = unknown
		}
		if h.callee.uses == nil {
			h.callee.uses = make(map[int][]use)
		}
		if !slices.Contains(h.callee.uses[h.told], u) {
			h.callee.uses[h.told] = append(h.callee.uses[h.told], u)
		}
	}
}

// meets notes which answers and bodies of a closure this call reaches; a body that comes after another tells of no error.
func (k *walk) meets(c *calling, s *State) {
	callee := k.walks[target{c.callee, int32(c.input)}]
	if callee == nil || c.callee.Parent() == nil {
		return
	}
	if callee.met == nil {
		callee.met, callee.metBodies = make([]bool, len(callee.Answers)), make([]bool, len(callee.Bodies))
	}
	for i := range callee.Answers {
		if !callee.met[i] {
			_, callee.met[i] = c.meets(s.Env, callee.Answers[i].Guards)
		}
	}
	for i := range callee.Bodies {
		if !callee.metBodies[i] && s.First.bodiless() {
			_, callee.metBodies[i] = c.meets(s.Env, callee.Bodies[i].guards)
		}
	}
}

// Met reports whether the answer with the number i is reached by some call, if the function is a closure: what it is called for stands
// around it, and what that excludes never happens. A function that has a name is judged for all that it may be given.
func (w *Walk) Met(i int, entries map[*Walk]Entry) bool {
	return entries[w].Open || w.Func.Parent() == nil || w.met != nil && w.met[i]
}

// MetBody reports the same of a body.
func (w *Walk) MetBody(i int, entries map[*Walk]Entry) bool {
	return entries[w].Open || w.Func.Parent() == nil || w.metBodies != nil && w.metBodies[i]
}

// Sent reports whether some caller lets the function give the answer with the number i: it calls it so that the answer is reached, and
// has not answered by itself before. Only of functions that are called nowhere else can that be denied.
func (w *Walk) Sent(i int, entries map[*Walk]Entry) bool {
	if entries[w].Open || i >= len(w.told) || w.told[i] == 0 {
		return true
	}
	return slices.ContainsFunc(w.uses[w.told[i]], func(u use) bool {
		return u.answer == unknown || u.by.Answers[u.answer].Prior.Sure < Failed && u.by.Sent(u.answer, entries)
	})
}
