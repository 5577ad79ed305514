package path

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/origin"
)

// Reason says what decided that a path went the way it did. In a summary its origins may be inputs of the function.
type Reason struct {
	Absent  origin.Origin // this was looked for and not found, or could not be had
	Refused origin.Origin // this was compared or judged, and found wrong
	Other   origin.Origin // this decided in another way: it was found, or is none of the caller's affair
	Permits bool          // what was refused is a permission, a role, a group, somebody else's thing
	Picked  bool          // it was one particular error that was asked for
	At      Site          // where the condition stands
}

// or joins two reasons: one outcome that stands for both.
func (r Reason) or(s Reason) Reason {
	if !r.At.Known() {
		r.At = s.At
	}
	return Reason{Absent: r.Absent.Or(s.Absent), Refused: r.Refused.Or(s.Refused), Other: r.Other.Or(s.Other), Permits: r.Permits || s.Permits, Picked: r.Picked || s.Picked, At: r.At}
}

func (r Reason) empty() bool { return r.Absent.Nothing() && r.Refused.Nothing() && r.Other.Nothing() }

// settle tells what a comparison of a credential with what the request asks for means: once it is verified, whose thing it
// is; before, nothing.
func (r *Reason) settle(known bool) {
	if !r.Permits || r.Refused.Has(api.Identity) {
		return
	}
	if known {
		r.Refused.Kinds |= api.Identity
	} else {
		r.Permits = false
	}
}

// asks reports whether it is for the callers to say what a reason means.
func (r Reason) asks() bool {
	o := r.Absent.Or(r.Refused).Or(r.Other)
	return o.Inputs|o.Secrets != 0
}

// from replaces the inputs of a function by what a call gives it.
func (r Reason) from(arg func(int) origin.Origin) Reason {
	r.Absent, r.Refused, r.Other = r.Absent.From(arg), r.Refused.From(arg), r.Other.From(arg)
	return r
}

const somebody = api.Credential | api.Identity

// Who tells what was missing or wrong of what says who the caller is; ok is false if it was not that.
func (r *Reason) Who() (what origin.Origin, ok bool) {
	switch {
	case r == nil || r.Absent.Has(api.Proof) || r.Refused.Has(api.Proof):
		return origin.Origin{}, false
	case r.Absent.Has(somebody):
		return r.Absent, true
	case r.Refused.Has(api.Credential) && !r.Refused.Has(api.Identity|api.Peer):
		return r.Refused, true
	}
	return origin.Origin{}, false
}

// May reports whether somebody who is known was found not to be allowed.
func (r *Reason) May() bool {
	return r != nil && r.Refused.Has(api.Identity) && !r.Refused.Has(api.Proof) && !r.Absent.Has(api.Proof)
}

// says reports whether a reason says something of the caller, or of a proof.
func (r *Reason) says() bool {
	_, who := r.Who()
	return who || r.May() || r.Absent.Has(api.Proof) || r.Refused.Has(api.Proof)
}

// Permission reports whether it was a permission that somebody who is known was found not to have.
func (r *Reason) Permission() bool { return r.May() && r.Permits && !r.Absent.Has(somebody) }

// Elsewhere reports whether nothing decided but the connection, the server, or a proof of something else than who the
// caller is, and whether the server has a part in it.
func (r *Reason) Elsewhere() (yes, server bool) {
	if r == nil {
		return false, false
	}
	all := r.Absent.Or(r.Refused).Or(r.Other)
	return all.Kinds != 0 && all.Inputs|all.Secrets == 0 && all.Kinds&^(api.Proof|api.Peer|api.Server) == 0, all.Has(api.Server)
}

// Knows is what a path knows of its caller.
type Knows struct {
	Known     bool   // somebody's identity was established
	Consulted bool   // credentials were looked at
	Inputs    uint32 // inputs of the function that were judged, and found right: for its callers to say what that means
}

func (k Knows) or(l Knows) Knows {
	return Knows{Known: k.Known || l.Known, Consulted: k.Consulted || l.Consulted, Inputs: k.Inputs | l.Inputs}
}

// decision is a branch that a path has taken and not left again: it decides what happens in the blocks that start dominates.
type decision struct {
	outer *decision
	start *ssa.BasicBlock
	why   *Reason
	at    token.Pos // where the condition stands: of the first that has led here
	past  bool      // the other side does not come back: it was an exception, and the path went past it
}

// decisions keeps one decision for each, so that states compare.
type decisions map[decision]*decision

func (d decisions) of(key decision) *decision {
	at := key.at
	key.at = token.NoPos
	known, ok := d[key]
	if !ok {
		known = &decision{key.outer, key.start, key.why, at, key.past}
		d[key] = known
	}
	return known
}

// reason keeps one Reason for each, so that values compare.
func (e *envs) reason(r Reason) *Reason {
	known, ok := e.reasons[r]
	if !ok {
		known = &r
		e.reasons[r] = known
	}
	return known
}

// take opens the decision that a branch makes, on its way to the block next.
func (k *walk) take(s *State, block, next *ssa.BasicBlock, why Reason, pos token.Pos) {
	if len(next.Preds) > 1 && next != block && joins(next) && !(why.says() && onlyConditions(next)) {
		return
	}
	if !why.At.Known() {
		why.At = Site{Pos: pos}
	}
	outer := s.Decision
	if block.Comment == "cond.true" && outer != nil && outer.start == block {
		why = outer.why.or(why) // the second half of a && b
		outer = outer.outer
	}
	s.Decision = k.decisions.of(decision{outer, next, k.envs.reason(why), pos, next.Comment == "if.done"})
}

// joins reports whether a block is where the two sides of a statement meet again.
func joins(b *ssa.BasicBlock) bool {
	switch b.Comment {
	case "if.then", "if.else", "switch.body", "typeswitch.body", "cond.true", "cond.false", "select.body":
		return false
	}
	return true
}

// onlyConditions reports whether a block is reached from nothing but conditions: after if a && b { …; return }, from either.
func onlyConditions(b *ssa.BasicBlock) bool {
	for _, p := range b.Preds {
		if _, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If); !ok {
			return false
		}
	}
	return true
}

// closed is what is left of the decisions where a block is entered.
func closed(d *decision, block *ssa.BasicBlock) *decision {
	for d != nil && !d.start.Dominates(block) {
		d = d.outer
	}
	return d
}

// why is what decided last on the path; nil if nothing did. Where the path went past exceptions that the server or the
// address makes, it is what was refused before them: `if valid(token) { next; return }; if public(path) { next; return }; deny`.
func (s *State) why() *Reason {
	if s.Decision == nil {
		return nil
	}
	d := s.Decision
	for d.outer != nil && d.past && d.why.exception() {
		d = d.outer
	}
	if _, ok := d.why.Who(); ok && d.past {
		return d.why
	}
	return s.Decision.why
}

// exception reports whether nothing decided but the server's configuration, or the connection.
func (r *Reason) exception() bool {
	all := r.Absent.Or(r.Refused).Or(r.Other)
	return all.Inputs|all.Secrets == 0 && all.Kinds&^(api.Server|api.Peer) == 0
}
