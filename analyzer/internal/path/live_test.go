package path

import "testing"

// TestSent: what a caller that was given up does with an answer is not known, nor is it asked for answers that it no longer has.
func TestSent(t *testing.T) {
	callee := &Walk{told: []int{1, 2, 3}, uses: map[int][]use{
		1: {{by: &Walk{}, answer: unknown}},
		2: {{by: &Walk{Answers: []Answer{{Prior: Commit{Sure: Failed}}}}, answer: 0}},
	}}
	entries := map[*Walk]Entry{callee: {}}
	for i, want := range []bool{true, false, false} {
		if got := callee.Sent(i, entries); got != want {
			t.Errorf("answer %d: sent is %v, want %v", i, got, want)
		}
	}
	entries[callee] = Entry{Open: true}
	if !callee.Sent(1, entries) {
		t.Error("who else calls it is not known")
	}
}
