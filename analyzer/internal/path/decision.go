package path

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

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

// take opens the decision that a branch makes, on its way to the block next.
func (k *walk) take(s *State, block, next *ssa.BasicBlock, why Reason, pos token.Pos) {
	if len(next.Preds) > 1 && next != block && joins(next) && !(why.says() && (onlyConditions(next) || marked(next, block))) {
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
	if past := next.Comment == "if.done"; outer != nil && !past && !outer.past {
		_, why.Within = outer.why.Who()
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
// Where the server's configuration only says what to do with somebody who is not known, that is why:
// `if user == nil { if !anonymous { deny } }`.
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
	if in := s.Decision; in.outer != nil && !in.past && !in.outer.past && in.why.exception() {
		if _, ok := in.outer.why.Who(); ok {
			return in.outer.why
		}
	}
	return s.Decision.why
}

// exception reports whether nothing decided but the server's configuration, or the connection.
func (r *Reason) exception() bool {
	all := r.Absent.Or(r.Refused).Or(r.Other)
	return all.Inputs|all.Secrets == 0 && all.Kinds&^(api.Server|api.Peer) == 0
}
