package path

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

func (k *walk) setHeader(s *State, instr ssa.Instruction, e event.Event) {
	name, known := e.Fixed, e.Fixed != ""
	if !known {
		name, known = k.headerName(s.Env, e.Name)
	}
	if !known {
		switch v := k.value(s.Env, e.Name); {
		case k.copied(event.Ranged(e.Name)): // noted where the loop starts
		case k.gathered(e.Name):
			k.unseeMarks(s)
		case v.Kind == Ref && v.Ref.Base < k.Inputs():
			s.Symbolic = Symbolic{Name: v.Ref, Set: true}
		}
		return
	}
	i := slices.Index(Headers[:], name)
	if i < 0 {
		if e.Name != nil && looksLike(name) {
			s.Odd = Odd{Name: name, At: instr.Pos()}
		}
		return
	}
	k.addHeader(s, instr, name, e.Value)
	mark := Mark{Kind: Set, At: instr.Pos()}
	if e.Value != nil {
		mark.Says = strings.Join(event.Mentions(e.Value), " ")
		mark.Says = mark.Says[:min(len(mark.Says), maxSaid)]
		if v := k.value(s.Env, e.Value); v.Kind == Const && v.Text == "s" {
			if e.Row != nil && e.Row.Does&api.Adds != 0 {
				return // an empty line, beside the challenge or beside none
			}
			mark.Kind = Unset
		}
	}
	s.Marks[i] = mark
}

// written are the challenge headers that the function sets under a fixed name, on whichever path: what is known of them where the paths
// are too many.
func (k *walk) written() []Header {
	var all []Header
	for _, block := range k.Blocks {
		for _, instr := range block.Instrs {
			e := k.Of(instr, k.root)
			if e.Kind != event.SetHeader {
				continue
			}
			name := e.Fixed
			if name == "" && e.Name != nil {
				name, _ = event.Canonical(e.Name)
			}
			if slices.Contains(Headers[:], name) {
				all = append(all, Header{Instr: instr, Name: name, Value: e.Value})
			}
		}
	}
	return all
}

// addHeader writes down what a challenge header is set to.
func (k *walk) addHeader(s *State, instr ssa.Instruction, name string, value ssa.Value) {
	if slices.ContainsFunc(k.out.Headers, func(h Header) bool { return h.Instr == instr && h.Value == value }) {
		return
	}
	k.out.Headers = append(k.out.Headers, Header{Instr: instr, Name: name, Value: value, node: k.at})
	if s.First.Sure == Certain {
		k.out.Headers[len(k.out.Headers)-1].After = s.First.At.Pos
	}
	if p, ok := value.(*ssa.Parameter); ok {
		k.passed = append(k.passed, Passed{Name: name, Input: slices.Index(k.Params, p), Guards: k.guardsOf(s.Env)})
	}
}

// copied reports whether a loop is over headers that may be challenges: those of somebody else's answer, a map that was passed, or one that
// the package fills. The operator's own headers, read from a configuration, are no challenge.
func (k *walk) copied(loop *ssa.Range) bool {
	if loop == nil {
		return false
	}
	switch loop.X.(type) {
	case *ssa.Parameter, *ssa.MakeMap:
		return k.Root(loop.X) != k.root || k.root == event.NoResponse
	}
	return event.PowerOf(loop.X.Type()) == event.Headers && (k.Root(loop.X) != k.root || fieldOf(loop.X) != nil) || k.gathered(loop.X)
}

// copies reports whether a loop over a header map sets headers of the response under the names that it finds there.
func (k *walk) copies(loop *ssa.Range) bool {
	if k.root == event.NoResponse || !k.copied(loop) {
		return false
	}
	for _, block := range k.Blocks {
		for _, instr := range block.Instrs {
			if e := k.Of(instr, k.root); e.Kind == event.SetHeader && e.Name != nil && event.Ranged(e.Name) == loop {
				return true
			}
		}
	}
	return false
}

// headerName is the canonical name of a header, where the path knows it.
func (k *walk) headerName(env *Env, name ssa.Value) (string, bool) {
	if name == nil {
		return "", false
	}
	if s, ok := event.Canonical(name); ok {
		return s, true
	}
	if v := k.value(env, name); v.Kind == Const && v.Text != "" && v.Text[0] == 's' {
		return api.Canonical(v.Text[1:]), true
	}
	return "", false
}

func (k *walk) delHeader(s *State, instr ssa.Instruction, e event.Event) {
	if name, ok := k.headerName(s.Env, e.Name); ok {
		if i := slices.Index(Headers[:], name); i >= 0 {
			s.Marks[i] = Mark{Kind: Unset, At: instr.Pos()}
		}
	}
}

// marks are the challenge headers after a callee that found them as s says and left them as its own marks say.
func (c *calling) marks(s State, theirs [2]Mark, sym Symbolic) [2]Mark {
	marks := s.Marks
	for i, m := range theirs {
		if m.Kind != Inherited {
			marks[i] = Mark{Kind: m.Kind, At: c.instr.Pos(), Says: m.Says}
		}
	}
	switch what, _ := c.passed(sym.Name); {
	case !sym.Set:
	case !sym.Batch:
		if _, v := c.place(sym.Name); v.Kind == Const && v.Text != "" && v.Text[0] == 's' {
			if i := slices.Index(Headers[:], api.Canonical(v.Text[1:])); i >= 0 {
				marks[i] = Mark{Kind: Set, At: c.instr.Pos()}
			}
		}
	case what == anyHeaders:
		unsee(&marks)
	}
	return marks
}

func (c *calling) symbolic(s State, sym Symbolic) Symbolic {
	if !sym.Set {
		return s.Symbolic
	}
	if sym.Batch {
		if what, from := c.passed(sym.Name); what == passedOn {
			return Symbolic{Name: from, Set: true, Batch: true}
		}
		return s.Symbolic
	}
	if _, v := c.place(sym.Name); v.Kind == Ref && v.Ref.Base < c.Inputs() {
		return Symbolic{Name: v.Ref, Set: true}
	}
	return s.Symbolic
}

// unseeMarks notes that something which cannot be read may have set the challenge.
func (k *walk) unseeMarks(s *State) {
	unsee(&s.Marks)
	s.Odd = Odd{}
}

func unsee(marks *[2]Mark) {
	for i := range marks {
		if marks[i].Kind != Set {
			marks[i] = Mark{Kind: Unseen}
		}
	}
}

// looksLike reports whether a header's name may be meant to be a challenge's.
func looksLike(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "www") || strings.Contains(name, "authenti")
}
