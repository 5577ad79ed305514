package event

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// slots tells which functions the variables, fields and parameters of a package may hold.
type slots struct {
	program *Program
	fields  map[*types.Var]*slot
	globals map[*ssa.Global]*slot
	calls   map[*ssa.Function][]*ssa.CallCommon // static ones, by the function
	taken   map[*ssa.Function]bool              // functions that are used as values
	invoked map[string]bool                     // names of methods that are called through interfaces
}

// slot is one field or package variable of a function type.
type slot struct {
	stored []ssa.Value
	open   bool // somebody may store what cannot be seen
	handed bool // it is read for more than to be called, or compared
}

// maxFunctions is how many functions a call through a variable is followed into.
const maxFunctions = 8

// Functions finds the functions of the package that a function value may be. Open tells whether there may be others.
func (p *Program) Functions(v ssa.Value) (found []*ssa.Function, open bool) {
	l := looked{slots: p.slotsOf(), seen: make(map[ssa.Value]bool)}
	l.add(v)
	if len(l.found) == 0 || len(l.found) > maxFunctions {
		return nil, true
	}
	return l.found, l.open
}

// Kept reports whether an instruction puts the function value v only where all that is done with it are calls that are seen.
func (p *Program) Kept(instr ssa.Instruction, v ssa.Value) bool {
	store, ok := instr.(*ssa.Store)
	if !ok || store.Val != v {
		return false
	}
	s := p.slotsOf().at(store.Addr)
	return s != nil && !s.open && !s.handed
}

func (p *Program) slotsOf() *slots {
	if p.slots == nil {
		p.slots = &slots{program: p, fields: make(map[*types.Var]*slot), globals: make(map[*ssa.Global]*slot),
			calls: make(map[*ssa.Function][]*ssa.CallCommon), taken: make(map[*ssa.Function]bool), invoked: make(map[string]bool)}
		for _, fn := range p.Funcs {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					p.slots.read(instr)
				}
			}
		}
	}
	return p.slots
}

// read notes what an instruction does with functions, and with what holds them.
func (s *slots) read(instr ssa.Instruction) {
	var called *ssa.Value
	if call, ok := instr.(ssa.CallInstruction); ok {
		common := call.Common()
		called = &common.Value
		if common.IsInvoke() {
			s.invoked[common.Method.Name()] = true
		} else if fn := common.StaticCallee(); fn != nil {
			s.calls[Source(fn)] = append(s.calls[Source(fn)], common)
		}
	}
	for _, op := range instr.Operands(nil) {
		if fn, ok := (*op).(*ssa.Function); ok && op != called {
			s.taken[Source(fn)] = true
		}
		if g, ok := (*op).(*ssa.Global); ok && isFunction(elem(g.Type())) {
			s.use(s.global(g), g, instr)
		}
	}
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		if field := FieldOf(instr.X.Type(), instr.Field); isFunction(field.Type()) {
			for _, ref := range *instr.Referrers() {
				s.use(s.field(field), instr, ref)
			}
		}
	case *ssa.Field:
		if field := FieldOf(instr.X.Type(), instr.Field); isFunction(field.Type()) && !onlyCalled(instr) {
			s.field(field).handed = true
		}
	}
}

// use notes what is done at the address of a slot.
func (s *slots) use(at *slot, addr ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		if instr.Addr == addr && !s.program.InTest(instr.Pos()) {
			at.stored = append(at.stored, instr.Val)
			return
		}
		at.open = true
	case *ssa.UnOp:
		at.handed = at.handed || !onlyCalled(instr)
	case *ssa.DebugRef:
	default:
		at.open = true // its address goes somewhere
	}
}

// onlyCalled reports whether a function value is only called, or held against nil.
func onlyCalled(v ssa.Value) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			return ref.Common().Value != v || slices.Contains(ref.Common().Args, v)
		case *ssa.BinOp, *ssa.DebugRef:
			return false
		}
		return true
	})
}

func (s *slots) field(v *types.Var) *slot {
	v = v.Origin()
	if s.fields[v] == nil {
		s.fields[v] = &slot{open: v.Pkg() != s.program.Pkg.Pkg || v.Exported()}
	}
	return s.fields[v]
}

func (s *slots) global(g *ssa.Global) *slot {
	if s.globals[g] == nil {
		s.globals[g] = &slot{open: g.Pkg != s.program.Pkg || g.Object() == nil || g.Object().Exported()}
	}
	return s.globals[g]
}

// at is the slot at an address; nil for another place.
func (s *slots) at(addr ssa.Value) *slot {
	switch addr := addr.(type) {
	case *ssa.Global:
		return s.global(addr)
	case *ssa.FieldAddr:
		return s.field(FieldOf(addr.X.Type(), addr.Field))
	}
	return nil
}

// looked is what has been found of one function value.
type looked struct {
	*slots
	seen  map[ssa.Value]bool
	found []*ssa.Function
	open  bool
}

func (l *looked) add(v ssa.Value) {
	if l.seen[v] {
		return
	}
	l.seen[v] = true
	switch v := v.(type) {
	case *ssa.Function:
		l.function(v)
	case *ssa.MakeClosure:
		l.function(v.Fn.(*ssa.Function))
	case *ssa.ChangeType:
		l.add(v.X)
	case *ssa.Phi:
		l.addAll(v.Edges)
	case *ssa.Const: // nil: to call it is a mistake of another kind
	case *ssa.FreeVar:
		l.binding(v)
	case *ssa.Parameter:
		l.arguments(v)
	case *ssa.Field:
		l.slot(l.field(FieldOf(v.X.Type(), v.Field)))
	case *ssa.UnOp:
		l.load(v)
	default:
		l.open = true
	}
}

func (l *looked) addAll(values []ssa.Value) {
	for _, v := range values {
		l.add(v)
	}
}

// function adds a function of the package: of others more may be known from the tables than by what they do.
func (l *looked) function(fn *ssa.Function) {
	fn = Source(fn)
	if fn.Blocks == nil || fn.Synthetic != "" {
		l.open = true
		return
	}
	if !slices.Contains(l.found, fn) {
		l.found = append(l.found, fn)
	}
}

func (l *looked) slot(s *slot) {
	l.open = l.open || s.open
	l.addAll(s.stored)
}

func (l *looked) binding(v *ssa.FreeVar) {
	if b := Binding(v); b != nil {
		l.add(b)
	} else {
		l.open = true
	}
}

// load adds what is stored where v is read.
func (l *looked) load(v *ssa.UnOp) {
	if v.Op != token.MUL {
		l.open = true
		return
	}
	addr := v.X
	if captured, ok := addr.(*ssa.FreeVar); ok {
		addr = Binding(captured)
	}
	if s := l.at(addr); s != nil {
		l.slot(s)
		return
	}
	alloc, ok := addr.(*ssa.Alloc)
	if !ok {
		l.open = true
		return
	}
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == alloc {
				l.add(ref.Val)
			} else {
				l.open = true
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == alloc && writes(ref.Fn.(*ssa.Function).FreeVars[i]) {
					l.open = true
				}
			}
		default:
			l.open = true
		}
	}
}

// arguments adds what a parameter is given by all calls of its function, where all of them are seen.
func (l *looked) arguments(p *ssa.Parameter) {
	fn := p.Parent()
	calls := l.calls[fn]
	i := slices.Index(fn.Params, p)
	obj := fn.Object()
	if len(calls) == 0 || l.taken[fn] || obj == nil || obj.Exported() || fn.Signature.Recv() != nil && l.invoked[fn.Name()] {
		l.open = true
	}
	for _, call := range calls {
		if i < len(call.Args) {
			l.add(call.Args[i])
		}
	}
}

// FieldOf is the field number i of a struct, or of what points to one.
func FieldOf(t types.Type, i int) *types.Var {
	return elem(t).Underlying().(*types.Struct).Field(i).Origin()
}

// Addressed is the name of the field that an address is of.
func Addressed(at *ssa.FieldAddr) string { return FieldOf(at.X.Type(), at.Field).Name() }

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func isFunction(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}
