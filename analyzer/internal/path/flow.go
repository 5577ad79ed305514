package path

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// flow is the shape of one function's blocks: their order, and up to where each place is still read. It lets the walk
// forget what no later condition can ask for, which keeps the sets of states small.
type flow struct {
	*event.Func
	order     []int               // by block index: the place in reverse postorder
	loopEnd   []int               // by order: the last block of the outermost loop around it
	lastRead  map[event.Place]int // the place itself, or something reached through it
	lastWhole map[event.Place]int // the place is handed on, and with it all that is reached through it
	lastBase  map[int32]int       // a local variable's address
	defers    []*ssa.Defer
}

func newFlow(f *event.Func) *flow {
	l := &flow{Func: f, lastRead: make(map[event.Place]int), lastWhole: make(map[event.Place]int), lastBase: make(map[int32]int)}
	l.sort()
	for _, block := range f.Blocks {
		for _, instr := range block.Instrs {
			l.read(block, instr)
		}
	}
	return l
}

// sort numbers the blocks in reverse postorder, without recursion, and finds the loops. What comes after a loop is visited before its
// body, and so numbered after it: what only the body reads is forgotten behind it.
func (l *flow) sort() {
	n := len(l.Blocks)
	l.order = make([]int, n)
	for i := range l.order {
		l.order[i] = -1
	}
	type frame struct {
		block *ssa.BasicBlock
		next  int
	}
	seen := make([]bool, n)
	stack := []frame{{block: l.Blocks[0]}}
	seen[0] = true
	at := n
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next < len(top.block.Succs) {
			top.next++
			succ := top.block.Succs[len(top.block.Succs)-top.next]
			if !seen[succ.Index] {
				seen[succ.Index] = true
				stack = append(stack, frame{block: succ})
			}
			continue
		}
		at--
		l.order[top.block.Index] = at
		stack = stack[:len(stack)-1]
	}
	l.findLoops()
}

// findLoops makes one interval of each outermost loop: from the block that its back edges lead to, to the last one that
// leads back.
func (l *flow) findLoops() {
	l.loopEnd = make([]int, len(l.Blocks))
	for _, block := range l.Blocks {
		for _, succ := range block.Succs {
			if from, to := l.order[block.Index], l.order[succ.Index]; to >= 0 && to <= from {
				l.loopEnd[to] = max(l.loopEnd[to], from)
			}
		}
	}
	for i := len(l.loopEnd) - 1; i >= 0; i-- { // the blocks of an inner loop may come after the last one of the outer
		for j := i + 1; j <= l.loopEnd[i]; j++ {
			l.loopEnd[i] = max(l.loopEnd[i], l.loopEnd[j])
			j = max(j, l.loopEnd[j])
		}
	}
	reach := 0
	for i, end := range l.loopEnd {
		reach = max(reach, end, i)
		l.loopEnd[i] = reach
	}
}

// read notes which places an instruction reads.
func (l *flow) read(block *ssa.BasicBlock, instr ssa.Instruction) {
	at := l.order[block.Index]
	if at < 0 {
		return // unreachable
	}
	switch instr := instr.(type) {
	case *ssa.Phi:
		for i, edge := range instr.Edges {
			l.condition(edge, l.order[block.Preds[i].Index], 0)
		}
	case *ssa.If:
		l.condition(instr.Cond, at, 0)
	case *ssa.Return:
		for _, v := range instr.Results {
			l.condition(v, at, 0)
		}
	case *ssa.Store:
		l.whole(instr.Val, at)
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			l.place(l.Content(instr.X), at)
		}
	case *ssa.TypeAssert:
		l.place(l.Place(instr.X), at)
	case *ssa.MakeClosure:
		for _, b := range instr.Bindings {
			if alloc, ok := b.(*ssa.Alloc); ok {
				if store := event.OnlyStore(alloc); store != nil {
					l.whole(store.Val, len(l.Blocks)) // the closure may ask whenever it is called
				}
			}
		}
	case *ssa.Defer:
		l.defers = append(l.defers, instr)
		for _, v := range event.Inputs(instr.Common()) {
			l.condition(v, len(l.Blocks), 0) // it runs at the end
		}
	case ssa.CallInstruction:
		for _, v := range event.Inputs(instr.Common()) {
			l.condition(v, at, 0)
		}
	}
	if _, ok := instr.(*ssa.MakeClosure); ok {
		at = len(l.Blocks) // a closure may be called wherever it is known
	}
	for _, op := range instr.Operands(nil) {
		if *op != nil {
			l.base(*op, at)
		}
	}
}

// condition notes a value whose truth decides, and what it was computed from.
func (l *flow) condition(v ssa.Value, at, depth int) {
	l.whole(v, at)
	if depth > 3 {
		return
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		l.condition(v.X, at, depth+1)
		l.condition(v.Y, at, depth+1)
	case *ssa.UnOp:
		if v.Op == token.NOT {
			l.condition(v.X, at, depth+1)
		}
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			l.place(l.Place(arg), at)
		}
	}
}

func (l *flow) whole(v ssa.Value, at int) {
	p := l.Place(v)
	if p == event.NoPlace {
		return
	}
	l.place(p, at)
	l.lastWhole[p] = max(l.lastWhole[p], l.until(at))
}

// place notes that p is read, and so what encloses it.
func (l *flow) place(p event.Place, at int) {
	if p == event.NoPlace {
		return
	}
	at = l.until(at)
	l.lastRead[p] = max(l.lastRead[p], at)
	for i := len(p.Path) - 1; i >= 0; i-- {
		q := event.Place{Base: p.Base, Path: p.Path[:i]}
		l.lastRead[q] = max(l.lastRead[q], at)
	}
}

func (l *flow) base(v ssa.Value, at int) {
	switch v.(type) {
	case *ssa.Alloc, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.MakeInterface, *ssa.ChangeType:
	default:
		return // no address of a local variable
	}
	c := l.Content(v)
	if c.Base < 0 {
		return
	}
	if _, ok := l.Value(c.Base).(*ssa.Alloc); ok {
		l.lastBase[c.Base] = max(l.lastBase[c.Base], l.until(at))
	}
}

// until moves a reading inside a loop to the loop's end: the next round may read again.
func (l *flow) until(at int) int {
	if at >= len(l.loopEnd) {
		return at
	}
	return l.loopEnd[at]
}

// live reports whether something at or after block order at may read the fact.
func (l *flow) live(f Fact, at int) bool {
	if _, ok := l.Value(f.Place.Base).(*ssa.Alloc); ok {
		return l.lastBase[f.Place.Base] >= at
	}
	if last, ok := l.lastRead[f.Place]; ok && last >= at {
		return true
	}
	if f.Place.Base < l.Inputs() {
		return false // what is reached through a parameter is read by name, or not at all
	}
	for i := len(f.Place.Path) - 1; i >= 0; i-- {
		if strings.IndexByte(".*#[l", f.Place.Path[i]) < 0 {
			continue
		}
		if last, ok := l.lastWhole[event.Place{Base: f.Place.Base, Path: f.Place.Path[:i]}]; ok && last >= at {
			return true
		}
	}
	return false
}
