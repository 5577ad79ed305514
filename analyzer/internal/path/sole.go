package path

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// returnsDenial reports whether a function may return a denial: a status, or an error that carries one. Of the calls through interfaces
// that answer nothing themselves only those are followed that may do so: many types may stand behind the others, and what they return is
// their own affair.
func (w *Walker) returnsDenial(fn *ssa.Function) bool {
	if fn.Blocks != nil && !w.tellers()[fn] {
		return false
	}
	return tellsDenial(w.summary(fn, event.NoResponse))
}

func tellsDenial(sum *Summary) bool {
	return sum != nil && !sum.Unknown && slices.ContainsFunc(sum.Exits, func(x Exit) bool { return slices.ContainsFunc(x.Results, carriesDenial) })
}

// carriesDenial reports whether a value is the status of a denial, or carries one.
func carriesDenial(v Val) bool {
	if code, ok := v.Int(); ok {
		return denies(code)
	}
	return v.Obj != nil && slices.ContainsFunc(v.Obj.Fields, func(f Field) bool { return carriesDenial(f.Val) })
}

// methods exports what is known of the methods of interfaces which one type alone has: what they answer, and the denials that they return.
func (w farther) methods(export func(types.Object, analysis.Fact)) {
	told := w.tellers()
	for _, m := range w.program.SoleMethods() {
		if !m.Method.Exported() {
			continue
		}
		var e Effects
		for _, in := range w.effects(m.Runs, told[m.Runs]).Inputs {
			if in.Input != event.NoResponse || tellsDenial(w.summary(m.Runs, in.Input)) {
				e.Inputs = append(e.Inputs, in)
			}
		}
		if len(e.Inputs) > 0 {
			export(m.Method, &e)
		}
	}
}
