package path

import (
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// entry is what a package variable maps a constant to: a denial, or a struct with one in a field.
type entry struct {
	key string // see [constText]
	val Val
}

// maxEntries is how many denials a map may have and still be read.
const maxEntries = 8

// findTables finds the package variables that map something to statuses, such as error codes to 401.
func (w *Walker) findTables() {
	init := w.program.Pkg.Func("init")
	if init == nil {
		return
	}
	maps := make(map[ssa.Value][]entry)
	for _, block := range init.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.MapUpdate:
				key, ok := instr.Key.(*ssa.Const)
				val := w.denial(instr.Value)
				if ok && key.Value != nil && val.Kind != Unknown {
					maps[instr.Map] = append(maps[instr.Map], entry{constText(key.Value), val})
				}
			case *ssa.Store:
				if g, ok := instr.Addr.(*ssa.Global); ok && !w.changed[g] && len(maps[instr.Val]) > 0 && len(maps[instr.Val]) <= maxEntries {
					w.tables[g] = maps[instr.Val]
				}
			}
		}
	}
}

// denial reads the status of a denial, or a struct that is written down with one in a field.
func (w *Walker) denial(v ssa.Value) Val {
	if c, ok := v.(*ssa.Const); ok {
		if val := literal(c); isDenial(val.Text) {
			return val
		}
		return Val{}
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return Val{}
	}
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok {
		return Val{}
	}
	var o Obj
	for _, ref := range *alloc.Referrers() {
		at, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *at.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == at {
				if c, ok := store.Val.(*ssa.Const); ok {
					o.Fields = append(o.Fields, Field{"." + strconv.Itoa(at.Field), literal(c)})
				}
			}
		}
	}
	if !slices.ContainsFunc(o.Fields, func(f Field) bool { return isDenial(f.Val.Text) }) {
		return Val{}
	}
	return Val{Kind: Object, Obj: w.envs.obj(o)}
}

func isDenial(text string) bool { return text == "i401" || text == "i403" || text == "i407" }

// table is what is known of the map that is looked up in.
func (w *Walker) table(lookup *ssa.Lookup) []entry {
	if load, ok := lookup.X.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			return w.tables[g]
		}
	}
	return nil
}

// lookup splits the path by what a table may say: each denial that is in it, or something else. It learns by what key it was found.
func (k *walk) lookup(s State, instr *ssa.Lookup) []State {
	s.Env = k.forget(s.Env, instr)
	table := k.table(instr)
	if len(table) == 0 {
		return k.one(s)
	}
	p := event.Place{Base: k.Register(instr)}
	if instr.CommaOk {
		p.Path = "#0"
	}
	var states []State
	other, keys := Val{Kind: Other, Lo: lowest, Hi: highest, Not: "|"}, Val{Kind: Other, Lo: lowest, Hi: highest, Not: "|"}
	for _, e := range table {
		if e.val.Kind == Const {
			other.Not += e.val.Text + "|"
		}
		keys.Not += e.key + "|"
		found, ok := s, false
		if found.Env, ok = k.learn(s.Env, instr.Index, Val{Kind: Const, Text: e.key}); !ok {
			continue
		}
		found.Env = k.envs.with(found.Env, p, e.val)
		if instr.CommaOk {
			found.Env = k.envs.with(found.Env, event.Place{Base: p.Base, Path: "#1"}, truth(true))
		}
		states = append(states, found)
	}
	var ok bool
	if s.Env, ok = k.learn(s.Env, instr.Index, keys); !ok {
		return states
	}
	if other.Not != "|" {
		s.Env = k.envs.with(s.Env, p, other)
	}
	return append(states, s)
}
