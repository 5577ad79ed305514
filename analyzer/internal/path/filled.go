package path

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// filled is a part of a value that was set to something which says that an error was met, on this path: the value may be sent after
// the branch has ended, where nothing else tells the paths apart.
type filled struct {
	outer *filled
	of    ssa.Value // the struct's variable, or the map
	key   string
	said  Said
	why   *Reason // why it was set
}

// fill notes that a part of what may become a body was set to an error.
func (k *walk) fill(s *State, instr ssa.Instruction) {
	if k.root == event.NoResponse || !k.who || s.First.Sure >= Failed {
		return
	}
	of, key, v := part(instr)
	if of == nil {
		return
	}
	s.Filled = k.without(s.Filled, of, key)
	said := k.saidByKey(s.Env, instr, key, v, 0)
	if !said.Error || !said.FromErr && !said.Auth {
		return
	}
	s.Filled = k.with(filled{outer: s.Filled, of: of, key: key, said: said.notInput(), why: s.why()})
}

// with keeps one of each, so that states compare.
func (k *walk) with(f filled) *filled {
	known, ok := k.fills[f]
	if !ok {
		known = &f
		k.fills[f] = known
	}
	return known
}

// without forgets what was set before under the key.
func (k *walk) without(f *filled, of ssa.Value, key string) *filled {
	if f == nil {
		return nil
	}
	outer := k.without(f.outer, of, key)
	switch {
	case f.of == of && f.key == key:
		return outer
	case outer == f.outer:
		return f
	}
	rest := *f
	rest.outer = outer
	return k.with(rest)
}

// part reads v.Key = x and m["key"] = x, where v and m are local; of is nil for other instructions.
func part(instr ssa.Instruction) (of ssa.Value, key string, v ssa.Value) {
	switch instr := instr.(type) {
	case *ssa.Store:
		field, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok {
			return nil, "", nil
		}
		alloc, ok := field.X.(*ssa.Alloc)
		if !ok {
			return nil, "", nil
		}
		if s, ok := elem(alloc.Type()).Underlying().(*types.Struct); ok {
			return alloc, keyOf(s, field.Field), instr.Val
		}
	case *ssa.MapUpdate:
		c, ok := instr.Key.(*ssa.Const)
		if _, made := instr.Map.(*ssa.MakeMap); ok && made && c.Value != nil && c.Value.Kind() == constant.String {
			return instr.Map, constant.StringVal(c.Value), instr.Value
		}
	}
	return nil, "", nil
}

// filledWith is what was set on the path in a value that is being sent.
func (k *walk) filledWith(of ssa.Value) Said {
	var said Said
	for f := k.sending; f != nil; f = f.outer {
		if f.of == of {
			said = said.or(f.said)
			k.filledBy = f
		}
	}
	return said
}
