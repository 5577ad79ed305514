package path

import "slices"

// use is a call at which an answer of a callee has become one of the caller's.
type use struct {
	by     *Walk
	answer int
}

// usedAt notes that the answer n of a summary has become one of the caller's.
func (w *Walk) usedAt(n int, u use) {
	if w.uses == nil {
		w.uses = make(map[int][]use)
	}
	if !slices.Contains(w.uses[n], u) {
		w.uses[n] = append(w.uses[n], u)
	}
}

// Sent reports whether some caller lets the function give the answer with the number i: it calls it so that the answer is reached, and
// has not answered by itself before. Only of functions that are called nowhere else can that be denied.
func (w *Walk) Sent(i int, entries map[*Walk]Entry) bool {
	if entries[w].Open || i >= len(w.told) || w.told[i] == 0 {
		return true
	}
	return slices.ContainsFunc(w.uses[w.told[i]], func(u use) bool {
		return u.by.Answers[u.answer].Prior.Sure < Failed && u.by.Sent(u.answer, entries)
	})
}
