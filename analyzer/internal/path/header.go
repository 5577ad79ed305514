package path

import (
	"net/textproto"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

func (k *walk) setHeader(s *State, instr ssa.Instruction, e event.Event) {
	name, known := e.Fixed, e.Fixed != ""
	if !known {
		name, known = k.headerName(s.Env, e.Name)
	}
	if !known {
		switch v := k.value(s.Env, e.Name); {
		case event.Ranged(e.Name):
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
	k.addHeader(instr, name, e.Value)
	mark := Mark{Kind: Set, At: instr.Pos()}
	if e.Value != nil {
		if v := k.value(s.Env, e.Value); v.Kind == Const && v.Text == "s" {
			mark.Kind = Unset
		}
	}
	s.Marks[i] = mark
}

// addHeader writes down what a challenge header is set to.
func (k *walk) addHeader(instr ssa.Instruction, name string, value ssa.Value) {
	if slices.ContainsFunc(k.out.Headers, func(h Header) bool { return h.Instr == instr && h.Value == value }) {
		return
	}
	k.out.Headers = append(k.out.Headers, Header{Instr: instr, Name: name, Value: value, node: k.at})
	if p, ok := value.(*ssa.Parameter); ok {
		if pass := (Passed{Name: name, Input: slices.Index(k.Params, p)}); !slices.Contains(k.passed, pass) {
			k.passed = append(k.passed, pass)
		}
	}
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
		return canonical(v.Text[1:]), true
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

// unseeMarks notes that something which cannot be read may have set the challenge.
func (k *walk) unseeMarks(s *State) {
	for i := range s.Marks {
		if s.Marks[i].Kind != Set {
			s.Marks[i] = Mark{Kind: Unseen}
		}
	}
	s.Odd = Odd{}
}

// looksLike reports whether a header's name may be meant to be a challenge's.
func looksLike(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "www") || strings.Contains(name, "authenti")
}

func canonical(name string) string { return textproto.CanonicalMIMEHeaderKey(name) }
