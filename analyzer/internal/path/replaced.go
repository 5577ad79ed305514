package path

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// placed is a handler of errors, or a maker of them, that the package puts in the place of a framework's.
type placed struct {
	handler ssa.Value // nil where it is not seen
	how     ssa.Instruction
}

// replaces reports whether the package puts a handler of its own in the place of the one that sends errors of a type.
func (w *Walker) replaces(of *api.ErrorType) bool {
	return slices.ContainsFunc(w.inPlace(of), func(p placed) bool {
		store, ok := p.how.(*ssa.Store)
		if !ok {
			return true
		}
		if _, global := store.Addr.(*ssa.Global); global {
			return !makesBare(p.handler, of)
		}
		return !handsBack(p.handler, of)
	})
}

// inPlace lists what the package puts in the place of what sends, or makes, errors of a type, in the order of the source.
func (w *Walker) inPlace(of *api.ErrorType) []placed {
	var found []placed
	for _, fn := range w.program.Funcs {
		if w.program.InTest(fn.Pos()) {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				switch instr := instr.(type) {
				case ssa.CallInstruction:
					if calls(instr.Common(), of.Hook, of.Pkg) {
						found = append(found, placed{nil, instr})
					}
				case *ssa.Store:
					at, isField := instr.Addr.(*ssa.FieldAddr)
					g, isGlobal := instr.Addr.(*ssa.Global)
					if isField && event.Addressed(at) == of.Hook && api.SamePackage(declaredIn(at), of.Pkg) ||
						isGlobal && g.Pkg != w.program.Pkg && g.Name() == of.Hook && api.SamePackage(g.Pkg.Pkg.Path(), of.Pkg) {
						found = append(found, placed{instr.Val, instr})
					}
				}
			}
		}
	}
	return found
}

// calls reports whether a call is that of a package's function.
func calls(common *ssa.CallCommon, name, pkg string) bool {
	fn := common.StaticCallee()
	return fn != nil && fn.Name() == name && fn.Signature.Recv() == nil && fn.Object() != nil && fn.Object().Pkg() != nil && api.SamePackage(fn.Object().Pkg().Path(), pkg)
}

// declaredIn is the import path of the package whose type has the field that an address is of: its middlewares may have a field of
// the same name.
func declaredIn(at *ssa.FieldAddr) string {
	if t := named(at.X.Type()); t != nil && t.Pkg() != nil {
		return t.Pkg().Path()
	}
	return ""
}

// handsBack reports whether a handler that stands in the place of the framework's hands errors on to that one after all: it writes a log,
// or sorts something out first. Where it speaks of a challenge, it may set one.
func handsBack(handler ssa.Value, of *api.ErrorType) bool {
	fn := functionOf(handler)
	if fn == nil || of.Fallback == "" {
		return false
	}
	back := false
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				callee := call.Common().StaticCallee()
				back = back || callee != nil && callee.Name() == of.Fallback && callee.Object() != nil && api.SamePackage(callee.Object().Pkg().Path(), of.Pkg)
			}
			if speaks(instr) {
				return false
			}
		}
	}
	return back
}

// makesBare reports whether a maker of errors that stands in the place of the framework's makes none that brings headers.
func makesBare(maker ssa.Value, of *api.ErrorType) bool {
	fn := functionOf(maker)
	if fn == nil || fn.Blocks == nil || of.Unless == "" {
		return false
	}
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		made, ok := ret.Results[0].(*ssa.MakeInterface)
		if !ok || types.NewMethodSet(made.X.Type()).Lookup(nil, of.Unless) != nil {
			return false
		}
	}
	return true
}

// setsBeside reports whether a function that makes an error which is returned sets a challenge: on the response of the server beneath
// a framework that gives its handlers none.
func (w *Walker) setsBeside(x Exit) bool {
	for _, r := range x.Results {
		if r.Obj == nil {
			continue
		}
		for _, f := range r.Obj.Fields {
			if at := f.Val.At.Pos; at.IsValid() && slices.ContainsFunc(w.speaking(), func(fn *ssa.Function) bool {
				return fn.Syntax() != nil && fn.Syntax().Pos() <= at && at < fn.Syntax().End()
			}) {
				return true
			}
		}
	}
	return false
}

// speaking are the functions of the package that call something with the name of a challenge header.
func (w *Walker) speaking() []*ssa.Function {
	if w.speakers == nil {
		w.speakers = []*ssa.Function{}
		for _, fn := range w.program.Funcs {
			if slices.ContainsFunc(fn.Blocks, func(block *ssa.BasicBlock) bool { return slices.ContainsFunc(block.Instrs, callsToSpeak) }) {
				w.speakers = append(w.speakers, fn)
			}
		}
	}
	return w.speakers
}

func callsToSpeak(instr ssa.Instruction) bool {
	_, isCall := instr.(ssa.CallInstruction)
	return isCall && speaks(instr)
}

// speaks reports whether an instruction names a challenge header.
func speaks(instr ssa.Instruction) bool {
	return slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && namesChallenge(*op) })
}

// namesChallenge reports whether a value is the name of a challenge header.
func namesChallenge(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return false
	}
	name := api.Canonical(constant.StringVal(c.Value))
	return name == "Www-Authenticate" || name == "Proxy-Authenticate"
}

// functionOf is the function that a value is, as it was written; nil where that is not seen.
func functionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return event.Source(v)
	case *ssa.MakeClosure:
		return event.Source(v.Fn.(*ssa.Function))
	case *ssa.ChangeType:
		return functionOf(v.X)
	}
	return nil
}
