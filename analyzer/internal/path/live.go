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

// Sent reports whether some caller lets the function give the answer with the number i: it calls it so that the answer is reached, and
// has not answered by itself before, nor given the response to code that cannot be seen. Only of functions that are called nowhere else can
// that be denied.
func (w *Walk) Sent(i int, entries map[*Walk]Entry) bool {
	if entries[w].Open || i >= len(w.told) || w.told[i] == 0 {
		return true
	}
	return slices.ContainsFunc(w.uses[w.told[i]], func(u use) bool {
		if u.answer == unknown {
			return true
		}
		a := u.by.Answers[u.answer]
		return a.Prior.Sure < Failed && !a.Opaque && u.by.Sent(u.answer, entries)
	})
}
