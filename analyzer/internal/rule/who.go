package rule

import (
	"go/token"
	"slices"

	"github.com/authvet/authvet/analyzer/internal/path"
)

// denial is one answer with a status that says something of the caller, and where a finding on it stands.
type denial struct {
	walk *path.Walk
	*path.Answer
}

// denials lists the answers with the status, each as far as its walk knows why it is given; that it may come too late is
// another rule's affair.
func denials(p *Package, status int) []denial {
	var list []denial
	for _, w := range p.Walks {
		for _, answers := range [][]path.Answer{w.Answers, w.Adapted} {
			for i := range answers {
				a := &answers[i]
				if code, _ := a.Status.Int(); code == status && a.Explicit && !a.Judged && a.Status.At.Far == "" {
					list = append(list, denial{w, a})
				}
			}
		}
	}
	return list
}

// at is a finding on the denial: where its status was chosen, with the condition that decided.
func (d denial) at(c Confidence, message string) Finding {
	if d.Default {
		c = min(c, Medium) // the program may have a handler of its own in the place of the framework's
	}
	f := Finding{At: d.chosen(), Confidence: c, Message: message, Trace: d.Trace()}
	if d.Why.At.Pos.IsValid() {
		f.Related = append(f.Related, Related{d.Why.At.Pos, "this decides"})
	}
	f.Related = append(f.Related, way(d.Answer, f.At)...)
	return f
}

// way is where an answer leaves, if that is not where the finding stands. One that is returned leaves in what it is returned to, which the
// message names.
func way(a *path.Answer, at token.Pos) []Related {
	switch {
	case a.Pos() == at:
		return nil
	case a.By != "":
		return []Related{{a.Pos(), "it answers what is returned here"}}
	}
	return []Related{{a.Pos(), "it leaves here"}}
}

// chosen is where the status was chosen; if that is in a package variable, which serves for many reasons, where the answer is given.
func (d denial) chosen() token.Pos {
	at := d.Position()
	if pkg := d.walk.Func.Pkg; pkg != nil {
		if in := pkg.Pkg.Scope().Innermost(at); in != nil && in.Parent() == pkg.Pkg.Scope() {
			return d.Pos()
		}
	}
	return at
}

// where says where a condition stands that lies in another package.
func where(r *path.Reason) string {
	if r.At.Far == "" {
		return ""
	}
	return " (" + r.At.Far + ")"
}

// registered reports whether all that leads to the handler is seen; what no handler of this package answers is not.
func (p *Package) registered(w *path.Walk) bool { return w.Input >= 0 && !p.Entries[w].Hidden }

// behind reports whether the handler is registered under a middleware that lets nobody through who is not known.
func (p *Package) behind(w *path.Walk) bool { return p.Entries[w].Authenticated() }

// who puts into words what was looked for.
func who(what string) string {
	if what == "" {
		return "what says who the caller is"
	}
	return what
}

// mixed reports whether the condition that decides is true for other reasons too, which say nothing of the caller.
func mixed(all []denial, d denial) bool {
	return slices.ContainsFunc(all, func(e denial) bool {
		if e.Instr != d.Instr || e.Cond != d.Cond || !e.Cond.IsValid() || e.Why == nil {
			return false
		}
		_, who := e.Why.Who()
		return !who && !e.Why.May()
	})
}

// merged reports whether two answers that one condition decides are for two different outcomes: nobody, and somebody who may
// not. No single status is right for both.
func merged(all []denial, d denial, known func(denial) bool) bool {
	_, absent := d.Why.Who()
	for _, e := range all {
		if e.Instr != d.Instr || e.Cond != d.Cond || e.Why == nil || e.Why == d.Why || !e.Cond.IsValid() || e.Prior.Status != d.Prior.Status || e.Prior.Sure != d.Prior.Sure {
			continue
		}
		_, other := e.Why.Who()
		if absent && !known(d) && e.Why.May() && !other || d.Why.May() && !absent && other && !known(e) {
			return true
		}
	}
	return false
}

// half reports whether the same answer is also given for the opposite reason, by the other half of `u == nil || !u.Admin`: of
// two halves that send to one answer, one may be right.
func half(all []denial, d denial) bool {
	_, who := d.Why.Who()
	may := d.Why.May()
	return slices.ContainsFunc(all, func(e denial) bool {
		if e.Instr != d.Instr || e.Why == nil || e.Why.At == d.Why.At {
			return false
		}
		_, other := e.Why.Who()
		// A helper that says no for both reasons has one condition here, and that is no other half.
		return who && e.Why.May() && !other || (!who || may && e.Cond != d.Cond) && other && !e.Why.May()
	})
}

// mend is to send another status, where it is certain that it is this call which names it.
func (d denial) mend(f Finding, from, to int, challenge string) Fix {
	if f.Confidence != High || f.At != d.Instr.Pos() || d.Inner != nil || d.By != "" {
		return Fix{}
	}
	return Fix{Kind: ChangeStatus, From: from, To: to, Value: challenge}
}
