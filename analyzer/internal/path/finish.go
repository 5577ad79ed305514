package path

import (
	"slices"
)

// finish makes the summary.
func (k *walk) finish() *Walk {
	sum := &Summary{}
	sum.Exits, sum.Folded = k.envs.merge(k.exits)
	sum.Always = always(sum.Exits)
	for _, less := range []func(*Exit){verdictsOnly, noResults} {
		if len(sum.Exits) > maxExits {
			sum.Exits, _ = k.envs.merge(fewer(sum.Exits, less))
			sum.Folded = true
		}
	}
	if len(sum.Exits) > maxExits {
		sum = &Summary{Unknown: true}
	}
	k.out.Past = k.shared(k.out.Past)
	sum.Headers, sum.Bodies = k.passed, k.sentBodies
	k.out.Summary = sum
	if !k.adapted || len(k.exits) == 1 {
		k.out.exits = k.exits
	}
	for _, nodes := range k.states {
		for _, n := range nodes {
			n.state = nil
		}
	}
	k.uses()
	k.out.told = make([]int, len(k.out.Answers))
	for i, a := range k.out.Answers {
		if depends(&a) && len(sum.Answers) < maxAnswers {
			sum.Answers, k.out.told[i] = addAnswer(sum.Answers, k.forCallers(a, sum.Always))
		}
	}
	return k.out
}

// fewer makes exits alike that tell their caller nearly the same: in what they return, of which only less is kept, and in what is known
// of who is asking where the answer has left anyway.
func fewer(exits []Exit, less func(*Exit)) []Exit {
	exits = slices.Clone(exits)
	for i := range exits {
		x := &exits[i]
		x.Guards = nil
		less(x)
		if x.First.Sure == Certain {
			x.Knows = Knows{Consulted: true}
		}
	}
	return exits
}

// verdictsOnly keeps of what is returned only what callers ask to learn whether they may go on: that it is true, or nil. Numbers and
// texts that were read on the way are as many as the paths to them.
func verdictsOnly(x *Exit) {
	kept := make([]Val, len(x.Results))
	for i, v := range x.Results {
		_, truth := v.Bool()
		switch {
		case v.nonNil():
			kept[i] = Val{Kind: NonNil}
		case truth || v.Kind == Nil:
			kept[i] = v
		}
	}
	x.Results = kept
}

// noResults keeps nothing of what is returned: that the answer has left a caller may learn from it all the same, and it is no longer
// known how.
func noResults(x *Exit) {
	x.Results, x.Asked = make([]Val, len(x.Results)), x.Asked || x.First.Sure != No
}

// always reports whether every way out has sent one and the same denial, or has failed to send it.
func always(exits []Exit) bool {
	certain := false
	for _, x := range exits {
		code, ok := x.First.Status.Int()
		if !ok || !x.First.Explicit || x.First.Sure != Certain && x.First.Sure != Maybe || !denies(code) ||
			x.First.Status != exits[0].First.Status {
			return false
		}
		certain = certain || x.First.Sure == Certain
	}
	return certain
}

// depends reports whether what an answer means depends on the caller: on the status it passes, on the headers it has set,
// or on what it has sent before.
func depends(a *Answer) bool {
	return a.Explicit && a.Prior.Sure < Failed && !a.Opaque && !a.atEnd
}

// forCallers takes from an answer what is the function's own affair.
func (k *walk) forCallers(a Answer, always bool) Answer {
	switch {
	case a.Inner != nil:
		deeper := *a.Inner
		deeper.Direct, deeper.Asks = false, a.Symbolic.Set
		a.Inner = &deeper
	case a.Status.Kind == Const:
		a.Inner = &Inner{Site: Site{Pos: a.Instr.Pos()}, By: around(k.Function).Name(), Direct: true, Asks: a.Symbolic.Set, fn: k.Function,
			Always: always && k.Name() != "ServeHTTP" && k.Object() != nil && k.Object().Exported()}
	}
	if k.Parent() != nil && !a.within.IsValid() {
		a.within = a.Instr.Pos()
	}
	if a.Status.At.Local {
		a.Status.At = Site{Pos: a.Pos()} // it has not left the function: there it is named
	}
	a.Cond = 0
	a.Instr, a.node, a.known, a.Odd, a.Prior = nil, nil, nil, Odd{}, Commit{}
	if always || a.Status.Kind == Ref {
		a.Why = nil // it was the caller who decided
	}
	for i := range a.Marks {
		a.Marks[i].At = 0
	}
	a.Status = k.portable(a.Status)
	return a
}

// first are the answers before which nothing has left. They stand on paths that were walked, whatever there is beside those; what comes
// after an answer may hang on more than was kept.
func first(answers []Answer) []Answer {
	return slices.DeleteFunc(answers, func(a Answer) bool { return a.Prior.Sure >= Failed })
}
