package path

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Summary is what a function does to the response that one of its inputs leads to, and what is known of its results.
type Summary struct {
	Exits   []Exit
	Answers []Answer // those that depend on how the function was entered
	Always  bool     // every way out has sent one and the same denial
	Bodies  []Sent   // bodies that are an argument
	Headers []Passed // challenge headers whose value is an argument
	Folded  bool     // there are so many ways out that callers are not told all the conditions under which each is taken
	Unknown bool     // the walk was given up, or the function calls itself: anything may happen
}

// Exit is one way out: under which conditions on the inputs, and what had happened to the response by then.
type Exit struct {
	Guards   []Fact
	Marks    [2]Mark
	Symbolic Symbolic
	First    Commit
	Pending  Val // the status that it has stored on the request; Unknown for none
	Knows    Knows
	Opaque   bool
	Post     bool   // an unseen handler has had the response: what is said here came after it
	Aborted  bool   // see [State.Aborted]
	Asked    bool   // the caller knows whether the answer has left by something that is not kept here: see [State.Asked]
	Lost     uint32 // inputs of which conditions were forgotten, as there were too many ways out
	Results  []Val
	Writes   []Fact // what was stored through the inputs

	ret  *ssa.Return // in this package: where it leaves, on which path, and where the first commit stood
	node *node
	sent Site
	cond token.Pos // the condition that decided last
	knew bool      // somebody was known there, although a "no" that is returned says that it was not good enough
}

// Answer is a commit that was met on a path, and what was known there.
type Answer struct {
	Instr    ssa.Instruction // the call, or the return, where the status enters or is sent; nil in a summary
	Status   Val
	Explicit bool
	Marks    [2]Mark
	Symbolic Symbolic
	Odd      Odd
	Prior    Commit
	Opaque   bool
	Asked    bool
	Body     bool   // the call that names the status sends a body, too
	Inner    *Inner // set where a callee made the answer by itself
	Guards   []Fact
	Why      *Reason // what decided that it is given; nil if nothing did
	Knows    Knows
	Cond     token.Pos // the condition that decided last, in this function
	Judged   bool      // a callee gives it for reasons of its own: there it is judged
	OwnMark  bool      // the challenge was set where it was already decided that this is the answer
	By       string    // the adapter that makes the answer of what the function returns
	Default  bool      // see [Adapter.Default]
	Repeats  bool      // the framework passes over a status that it has sent already: see [api.Context.Repeats]
	post     int32     // one more than the number of the handler's call that came before
	passedOn bool      // see PassedOn
	atEnd    bool      // it was remembered, and leaves when the function returns
	within   token.Pos // inside a closure that the function runs: where the answer stands
	known    []Fact    // what the path knew of that call's results
	node     *node
}

// Inner is an answer that a callee gives whatever its caller says.
type Inner struct {
	Site   Site          // where the status stands
	By     string        // the function, as a reader would name it
	Always bool          // an exported function that never answers otherwise: its callers are told
	Direct bool          // it is the function that was called, and not one further down
	Asks   bool          // it sets a header that its callers name, or headers that they pass
	fn     *ssa.Function // the function in which the status stands; nil for another package
}

// Func is the function in which the status stands; nil for another package.
func (i *Inner) Func() *ssa.Function { return i.fn }

// Passed is a challenge header that a function sets to one of its arguments: the value is judged where it is passed.
type Passed struct {
	Name   string // canonical
	Input  int
	Guards []Fact
}

// Header is a challenge header that was set, and to what.
type Header struct {
	Instr ssa.Instruction
	Name  string // canonical
	Value ssa.Value
	After token.Pos // where the answer had left before, on the path that was met first; the header is too late
	node  *node
}

// Handed is a response that was given to another function of the package, and its state at that moment.
type Handed struct {
	Callee target
	Instr  ssa.Instruction
	Marks  [2]Mark
	Prior  Commit
	Opaque bool
}

// Function is the function that was given the response.
func (h Handed) Function() *ssa.Function { return h.Callee.fn }

// Limits of a summary: beyond them what the conditions were is forgotten first, and then everything.
const (
	maxExits   = 24
	fewExits   = 8 // so many are kept apart by their conditions
	maxAnswers = 64
	maxGuards  = 6
	maxFields  = 16
)

// merge folds exits that differ only in their conditions, if there are more than a few, and tells whether that has lost any.
func (e *envs) merge(exits []Exit) (kept []Exit, folded bool) {
	if len(exits) > fewExits {
		exits = e.resolve(slices.Clone(exits))
	}
next:
	for _, x := range exits {
		for i := range kept {
			if sameOutcome(kept[i], x) && (len(exits) > fewExits || slices.Equal(kept[i].Guards, x.Guards)) {
				both := common(kept[i].Guards, x.Guards)
				kept[i].Lost |= x.Lost | lost(both, kept[i].Guards) | lost(both, x.Guards)
				folded = folded || kept[i].Lost != 0
				kept[i].Guards = both
				kept[i].Results = e.because(kept[i].Results, x.Results)
				continue next
			}
		}
		x.ret, x.node, x.sent, x.cond = nil, nil, Site{}, token.NoPos // a caller does not ask
		kept = append(kept, x)
	}
	return kept, folded
}

// lost are the inputs of which conditions are not among those that were kept, a bit for each.
func lost(kept, guards []Fact) (inputs uint32) {
	for _, g := range guards {
		if !slices.Contains(kept, g) {
			inputs |= 1 << min(g.Place.Base, 31)
		}
	}
	return inputs
}

// resolve joins ways out that differ in one truth value alone: it does not matter.
func (e *envs) resolve(exits []Exit) []Exit {
	for i := 0; i < len(exits); i++ {
		for j := i + 1; j < len(exits); j++ {
			if guards, ok := either(exits[i].Guards, exits[j].Guards); ok && sameOutcome(exits[i], exits[j]) {
				exits[i].Guards, exits[i].Results = guards, e.because(exits[i].Results, exits[j].Results)
				exits = slices.Delete(exits, j, j+1)
				i, j = 0, 0 // what is left may fit another
			}
		}
	}
	return exits
}

// either is what two sets of conditions have in common that differ in one truth value.
func either(a, b []Fact) (both []Fact, ok bool) {
	if len(a) != len(b) {
		return nil, false
	}
	at := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		x, isBool := a[i].Val.Bool()
		if y, same := b[i].Val.Bool(); at >= 0 || a[i].Place != b[i].Place || !isBool || !same || x == y {
			return nil, false
		}
		at = i
	}
	if at < 0 {
		return nil, false
	}
	return slices.Delete(slices.Clone(a), at, at+1), true
}

// because joins why equal results were given.
func (e *envs) because(a, b []Val) []Val {
	joined := slices.Clone(a)
	for i := range joined {
		switch {
		case a[i].Why == b[i].Why:
		case a[i].Why == nil || b[i].Why == nil:
			joined[i].Why = cmp.Or(a[i].Why, b[i].Why)
		default:
			joined[i].Why = e.reason(a[i].Why.or(*b[i].Why))
		}
	}
	return joined
}

func sameButWhy(a, b Val) bool {
	a.Why, b.Why = nil, nil
	return a == b
}

func sameOutcome(a, b Exit) bool {
	return a.Knows == b.Knows && a.Marks == b.Marks && a.Symbolic == b.Symbolic && a.First == b.First && a.Pending == b.Pending && a.Opaque == b.Opaque && a.Post == b.Post && a.Aborted == b.Aborted && a.Asked == b.Asked &&
		slices.EqualFunc(a.Results, b.Results, sameButWhy) && slices.Equal(a.Writes, b.Writes)
}

// common keeps what both say.
func common(a, b []Fact) []Fact {
	var kept []Fact
	for _, f := range a {
		if slices.Contains(b, f) {
			kept = append(kept, f)
		}
	}
	return kept
}

func (a *Answer) same(b *Answer) bool {
	return a.Instr == b.Instr && a.Status == b.Status && a.Explicit == b.Explicit && a.Marks == b.Marks && a.Symbolic == b.Symbolic &&
		a.Odd == b.Odd && a.Prior == b.Prior && a.Opaque == b.Opaque && a.Asked == b.Asked && a.By == b.By && a.post == b.post && a.Why == b.Why && a.Judged == b.Judged && a.within == b.within && a.Knows == b.Knows && slices.Equal(a.known, b.known) &&
		(a.Inner == b.Inner || a.Inner != nil && b.Inner != nil && *a.Inner == *b.Inner) && slices.Equal(a.Guards, b.Guards)
}

// addAnswer adds an answer once, and returns its number, from 1.
func addAnswer(list []Answer, a Answer) ([]Answer, int) {
	for i := range list {
		if list[i].same(&a) {
			return list, i + 1
		}
	}
	return append(list, a), len(list) + 1
}
