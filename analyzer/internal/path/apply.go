package path

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// apply does to a state what an event does to the response; a call may end in several ways.
func (k *walk) apply(s State, instr ssa.Instruction, e event.Event) []State {
	if s.First.Sure == Gone && e.Kind != event.CallKnown && e.Kind != event.Exit {
		return k.one(s) // no HTTP answer is left to be made
	}
	s.Aborted = s.Aborted || e.Aborts && e.Kind != event.Fail
	if e.Clears {
		for i := range s.Marks {
			s.Marks[i] = Mark{Kind: Unset, At: instr.Pos()}
		}
	}
	switch e.Kind {
	case event.Exit:
		return nil
	case event.Store:
		k.remember(&s, instr, e, k.statusOf(s, e))
	case event.Fail:
		s.Env = k.lose(s.Env, e.Call)
		return k.mayFail(s, instr, e)
	case event.Ask:
		s.Asked = true
	case event.Remember:
		s.Pending = k.value(s.Env, e.Status)
	case event.Commit:
		return k.named(s, instr, e)
	case event.Write:
		return k.write(s, instr, e)
	case event.SetHeader:
		k.setHeader(&s, instr, e)
	case event.DelHeader:
		k.delHeader(&s, instr, e)
	case event.Clear: // done above
	case event.CopyAll:
		k.copyAll(&s, e.Value)
	case event.HandOn:
		if !s.Aborted {
			k.handOn(&s, instr)
		}
	case event.Hijack:
		return k.hijack(s, instr)
	case event.Upgrade:
		return k.upgrade(s, instr)
	case event.CallUnseen:
		k.dynamic(&s, instr, e)
	case event.CallEach:
		return k.callEach(s, instr, e)
	case event.CallKnown:
		return k.call(s, instr, e)
	default:
		k.results(&s, instr, e)
	}
	return k.one(s)
}

// named sends the status that a call names.
func (k *walk) named(s State, instr ssa.Instruction, e event.Event) []State {
	status := k.statusOf(s, e)
	if code, known := status.Int(); !known || code == 401 {
		k.wearing(&s, e.Call)
	}
	if e.Row.Does&api.Copies != 0 {
		k.copyAll(&s, e.Value)
	}
	if n, ok := status.Int(); ok && n < 0 { // gin: Render(-1, …) keeps the status
		e.HasStatus = false
		return k.write(s, instr, e)
	}
	after := k.outcomes(s, instr, e, status, true)
	if e.Ends {
		return nil
	}
	return after
}

// results notes what is known of the results of a call that does nothing to the response.
func (k *walk) results(s *State, instr ssa.Instruction, e event.Event) {
	call, ok := instr.(*ssa.Call)
	if !ok || e.Call == nil {
		return
	}
	if e.Row == nil || e.Row.Does&api.Spares != 0 { // what binds the request's body to a variable spares the response alone
		s.Env = k.lose(s.Env, e.Call)
		return
	}
	if e.Row.Does&api.MakesError != 0 {
		s.Env = k.envs.with(s.Env, event.Place{Base: k.Register(call), Path: "#0"}, k.madeError(s, call, e))
		return
	}
	if e.Row.Does&api.NeverNil != 0 {
		s.Env = k.envs.with(s.Env, event.Place{Base: k.Register(call), Path: "#0"}, Val{Kind: NonNil})
		return
	}
	if e.Row.Does&api.KeepsError != 0 && call.Call.Signature().Results().Len() == 1 {
		v := Val{Kind: NonNil}
		if kept := k.keptError(s, e); kept.Kind == Object || kept.Kind == Named {
			v = kept
		}
		s.Env = k.envs.with(s.Env, event.Place{Base: k.Register(call), Path: "#0"}, v)
	}
}

// keptError is the error that errors.As will find in the result of fmt.Errorf("…%w", err) and its like.
func (k *walk) keptError(s *State, e event.Event) Val {
	if e.Row.Value == api.Recv {
		kept := k.value(s.Env, pointer(event.Operand(e.Call, api.Recv))) // it is changed, and not wrapped
		if inside := event.Operand(e.Call, e.Row.Inner); inside != nil && kept.Obj != nil {
			if v := k.value(s.Env, inside); v.Obj != nil && v.Obj.Type == kept.Obj.Type && !v.Obj.Wrapped {
				return v
			}
		}
		return kept
	}
	var name Val
	for _, arg := range e.Call.Args {
		for _, v := range append(event.Elements(arg), arg) {
			if v == nil {
				continue
			}
			val := k.value(s.Env, v)
			switch {
			case !isErrorish(unboxed(v).Type()):
			case val.Obj != nil:
				return k.wrapped(val)
			case val.Kind == Named && name.Kind == Unknown:
				name = val
			}
		}
	}
	return name
}

// pointer is what points to a struct on which a method of the value is called; v, if that is not known.
func pointer(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if _, whole := v.Type().Underlying().(*types.Struct); ok && whole {
		return load.X
	}
	return v
}

// unboxed is the value in an interface.
func unboxed(v ssa.Value) ssa.Value {
	switch box := v.(type) {
	case *ssa.MakeInterface:
		return box.X
	case *ssa.ChangeInterface:
		return box.X
	}
	return v
}

func isErrorish(t types.Type) bool {
	errorType := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return types.Implements(t, errorType)
}
