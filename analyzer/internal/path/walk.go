package path

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// target is one thing to summarise: what a function does to the response that one of its inputs leads to; with
// event.NoResponse, only what is known of its results.
type target struct {
	fn    *ssa.Function
	input int32
}

// Limits of a walk. A function beyond them is given up: unknown, silently for the user, told by -why.
const (
	maxStates = 64     // different states at one block; twice as many for a patient walker
	maxEnds   = 1024   // at one with which the function ends: nothing multiplies them any more
	maxSteps  = 400000 // instructions times states
)

// Walk is what was found in one function, for one response.
type Walk struct {
	Func    *event.Func
	Input   int32
	Summary *Summary
	Answers []Answer
	Headers []Header
	Handed  []Handed
	Unseen  []ssa.Instruction // where the response was given to code that cannot be seen
	Past    []Past
	Bodies  []Body
	Dropped []Dropped
	Flows   []bool // for each way out after which the framework runs the next handler, whether it was known who is calling
	GaveUp  string // why the walk was given up; "" if it was not

	met        [3][]bool          // by sort, and by answer or body: see meets
	wanting    []wanting          // see meets
	within     []*Walk            // closures that call it
	told       []int              // by answer: its number in the summary, from 1; 0 for none
	uses       map[int][]use      // by that number
	named      []*ssa.Function    // see Named
	Adapted    []Answer           // what adapters make of its results
	exits      []Exit             // before merging
	admitted   []ssa.Instruction  // see Admits
	handOns    []*ssa.Call        // calls of handlers that cannot be seen
	challenges map[*ssa.Call]bool // those before which the challenge was always set
	knownAt    map[*ssa.Call]bool // those before which it was always known who is calling
}

// node is one state at the start of one block, and where it came from: the path.
type node struct {
	block *ssa.BasicBlock
	state *kept // nil once the walk is done: what is left of the path is where it went
	from  *node
}

// walk is one walk under way.
type walk struct {
	*Walker
	*flow
	envs       *envs // of this walk alone: they go with it
	root       int32
	guards     bool                     // keep conditions on the inputs for the summary
	who        bool                     // keep apart what is known of the caller
	coarse     bool                     // keep apart only what matters to the response
	mattering  map[*ssa.BasicBlock]bool // see matters
	decisions  decisions
	out        *Walk
	states     [][]*node // by block
	queue      []*node
	at         *node // the node being processed
	steps      int
	exits      []Exit
	sentBodies []Sent
	selected   bool // what a callee is given decides whether it writes the body that is being read
	fills      map[filled]*filled
	sending    *filled // what was filled of the body that is being read
	filledBy   *filled // what it was found to say an error by
	unsent     []unsent
	page       bool // a template is being written
	passed     []Passed
	loops      map[*ssa.BasicBlock]bool          // range loops whose rounds are given the response
	tests      map[*ssa.BasicBlock][]leavingTest // see ofLoop
	waived     map[*ssa.BasicBlock]bool
	byInstr    map[ssa.Instruction][]int // answers, as indexes of out.Answers
	heirs      []heir
	wrote      map[event.Place]bool // places reached from the inputs that callees write

	paths, spare, single, after []State // where lists of states are put together; whoever is given one reads it before the next is made
	returned                    []Val   // where the results of a way out are put together
}

// tries is how often a function is walked that has too many states.
const tries = 4

// run walks the function; if there are too many states, once more without the branches that do not matter to the response, once more
// without what is known of the caller, and once more without the conditions on its inputs. A dependency's function that is given no
// response is walked once: few of those with so many states are a helper that answers depend on, and most are parsers.
func (w *Walker) run(t target) *Walk {
	f := newFlow(w.event(t.fn))
	for try := range tries {
		guards, who := try < tries-1, try < tries-2 && t.fn.Name() != "init" // nobody asks when a package starts
		k := &walk{who: who, coarse: try > 0, mattering: make(map[*ssa.BasicBlock]bool), decisions: make(decisions), fills: make(map[filled]*filled), Walker: w, flow: f, envs: w.envs.sharing(), root: t.input, guards: guards, states: make([][]*node, len(f.Blocks)),
			out: &Walk{Func: f.Func, Input: t.input}, waived: make(map[*ssa.BasicBlock]bool), loops: make(map[*ssa.BasicBlock]bool), tests: make(map[*ssa.BasicBlock][]leavingTest),
			byInstr: make(map[ssa.Instruction][]int), wrote: make(map[event.Place]bool)}
		if k.all() {
			return k.finish()
		}
		if try == tries-1 || !w.Patient && t.input == event.NoResponse {
			k.out.Summary = &Summary{Unknown: true}
			k.uses()
			k.out.Answers, k.out.Headers = first(k.out.Answers), k.written()
			return k.out
		}
	}
	panic("unreachable")
}

// all processes every state of every block; false if there are too many.
func (k *walk) all() bool {
	start := State{going: going{Env: k.envs.of(nil)}}
	k.push(nil, k.Blocks[0], start)
	for len(k.queue) > 0 {
		n := k.queue[0]
		k.queue = k.queue[1:]
		k.at = n
		k.block(n)
		if k.out.GaveUp != "" {
			return false
		}
	}
	return true
}

// push adds a state to a block, unless it is there already.
func (k *walk) push(from *node, block *ssa.BasicBlock, s State) {
	at := k.order[block.Index]
	s.Decision = closed(s.Decision, block)
	s.Env = k.envs.filter(s.Env, func(f Fact) bool {
		return k.live(f, at) || s.Post != 0 && f.Place.Base == s.Post-1 || k.guards && k.isGuard(f) || k.referred(s.Env, f, at)
	})
	if slices.ContainsFunc(k.states[block.Index], func(n *node) bool { return n.state.is(&s) }) {
		return
	}
	most := k.maxStates()
	if isEnd(block) {
		most = maxEnds
	}
	if len(k.states[block.Index]) >= most {
		k.out.GaveUp = fmt.Sprintf("more than %d states at one block", most)
		return
	}
	n := &node{block: block, state: keep(&s, from, k.states[block.Index]), from: from}
	k.states[block.Index] = append(k.states[block.Index], n)
	k.queue = append(k.queue, n)
}

// isEnd reports whether a block does nothing but return: every case of a switch on the path leads to one, for example.
func isEnd(block *ssa.BasicBlock) bool {
	for i, instr := range block.Instrs {
		switch instr.(type) {
		case *ssa.Phi, *ssa.RunDefers:
		case *ssa.Return:
			return i == len(block.Instrs)-1
		default:
			return false
		}
	}
	return false
}

// referred reports whether a fact that is still read stands for something reached through the place of f: then what is
// known of that place, its dynamic type or whether it is true, still counts.
func (k *walk) referred(env *Env, f Fact, at int) bool {
	return slices.ContainsFunc(env.facts, func(g *held) bool {
		return g.Val.Kind == Ref && inside(g.Val.Ref, f.Place) && k.live(g.Fact, at)
	})
}

// block runs one state through the instructions of a block and on to its successors.
func (k *walk) block(n *node) {
	paths := append(k.paths[:0], State{*n.state.answered, n.state.going})
	last := len(n.block.Instrs) - 1
	for _, instr := range n.block.Instrs[:last] {
		if _, ok := instr.(*ssa.Phi); ok {
			continue // chosen on the way in
		}
		paths = k.instr(paths, instr)
		if k.initialises() && len(paths) > fewExits {
			paths = paths[:fewExits]
		}
		if k.steps > maxSteps || len(paths) > k.maxStates() {
			k.out.GaveUp = "too many paths"
			return
		}
	}
	k.paths = paths
	for _, s := range paths {
		switch end := n.block.Instrs[last].(type) {
		case *ssa.If:
			k.branch(n, s, end)
		case *ssa.Jump:
			k.enter(n, n.block.Succs[0], s)
		case *ssa.Return:
			k.ends(s, end)
			k.drops(&s, end)
			k.leave(s, end)
		case *ssa.Panic: // the path ends here
		}
	}
}

// initialises reports whether the function is the one that gives the package's variables their first values, one after the other. A few
// of the paths through the calls in it are enough for that, and all of them would be too many.
func (k *walk) initialises() bool { return k.Name() == "init" && k.Synthetic != "" }

// instr runs one instruction on all paths through a block, in place as long as none of them splits.
func (k *walk) instr(paths []State, instr ssa.Instruction) []State {
	k.steps += len(paths)
	for i := range paths {
		after, split := k.step(&paths[i], instr)
		if split && len(after) == 1 {
			paths[i], split = after[0], false
		}
		if !split {
			continue
		}
		next := appendNew(append(k.spare[:0], paths[:i]...), after)
		for _, s := range paths[i+1:] {
			if after, split := k.step(&s, instr); split {
				next = appendNew(next, after)
			} else {
				next = appendNew(next, k.one(s))
			}
		}
		k.spare = paths
		return next
	}
	if len(paths) > 1 {
		return appendNew(paths[:0], paths)
	}
	return paths
}

// one is a list of one state. Whoever is given it reads it before the next one is made.
func (k *walk) one(s State) []State {
	k.single = append(k.single[:0], s)
	return k.single
}

// appendNew appends what is not there yet.
func appendNew(list, more []State) []State {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// branch follows both sides of a condition, as far as what is known allows them.
func (k *walk) branch(n *node, s State, end *ssa.If) {
	for i, truth := range []bool{true, false} {
		if i == 1 && k.skipsLoop(n) {
			continue
		}
		if k.coarse && !k.matters(n.block) {
			k.enter(n, n.block.Succs[i], s)
			continue
		}
		env, ok := k.assume(s.Env, end.Cond, truth, 0)
		if !ok {
			continue
		}
		side := s
		side.Env = env
		k.decided(&side, s.Env, n.block, i, end)
		k.waive(&side, n.block, i, end.Cond)
		if k.root != event.NoResponse && side.First.Sure != Gone && k.asks(end.Cond, 0) {
			side.Asked = true
		}
		k.enter(n, n.block.Succs[i], side)
	}
}

// decided notes what the branch says of the caller.
func (k *walk) decided(side *State, env *Env, block *ssa.BasicBlock, i int, end *ssa.If) {
	if !k.who {
		return
	}
	if m, ok := k.means(env, end.Cond, i == 0, 0); ok {
		if strings.HasPrefix(block.Comment, "range") {
			m.why = k.ofLoop(env, block, i == 1, m.why)
		}
		side.Knows = side.Knows.or(m.gain)
		if m.nobody {
			side.Knows.Known = false
		}
		m.why.settle(side.Knows.Known)
		_, settled := k.value(env, end.Cond).Bool()
		k.guarded(&m.why, env, side.Env, settled)
		k.take(side, block, block.Succs[i], m.why, end.Cond.Pos())
	}
}

// guarded notes that a branch has learned something of the inputs, which callers may know, or that it was settled by what had been learned
// before.
func (k *walk) guarded(why *Reason, before, after *Env, settled bool) {
	why.Guarded = settled || k.guards && slices.ContainsFunc(after.facts, func(f *held) bool {
		return k.isGuard(f.Fact) && !slices.Contains(before.facts, f)
	})
}

// step runs one instruction on a state in place; where the path splits or ends there, it returns what becomes of it.
func (k *walk) step(s *State, instr ssa.Instruction) (paths []State, split bool) {
	switch instr := instr.(type) {
	case *ssa.Store:
		k.fill(s, instr)
		s.Env = k.store(s, instr)
		if e := k.Of(instr, k.root); e.Kind != event.Nothing_ {
			return k.apply(*s, instr, e), true
		}
	case *ssa.Alloc:
		s.Env = k.allocate(s.Env, instr)
	case *ssa.UnOp:
		s.Env = k.read(s.Env, instr)
	case *ssa.TypeAssert:
		s.Env = k.assert(s.Env, instr)
		s.Knows.Known = s.Knows.Known || k.who && !instr.CommaOk && k.carried(instr)
	case *ssa.Defer:
		s.Deferred += string(rune(slices.Index(k.defers, instr)))
	case *ssa.RunDefers:
		if s.Deferred != "" {
			return k.runDeferred(*s), true
		}
	case *ssa.Go:
		return k.apply(*s, instr, k.OfGo(instr, k.root)), true
	case *ssa.Call:
		s.Env = k.forget(s.Env, instr)
		if k.root != event.NoResponse {
			k.worksPast(s, instr)
		}
		if e := k.Of(instr, k.root); e.Kind != event.Nothing_ || e.Call != nil {
			return k.apply(*s, instr, e), true
		}
	case *ssa.Range:
		if k.copies(instr) {
			k.copyAll(s, instr.X)
		}
	case *ssa.Lookup:
		return k.lookup(*s, instr), true
	case *ssa.MapUpdate:
		k.fill(s, instr)
		return k.apply(*s, instr, k.Of(instr, k.root)), true
	case ssa.Value:
		s.Env = k.forget(s.Env, instr)
	}
	return nil, false
}

// carried reports whether a value is somebody whom a middleware has put in the context: to assert that panics where there is nobody.
func (k *walk) carried(v ssa.Value) bool {
	o := k.from(v)
	return o.Has(api.Carried) && o.Has(api.Identity) && !o.Has(api.Credential)
}

// forget drops what was known of a value that is computed anew, in a further round of a loop.
func (k *walk) forget(env *Env, v ssa.Value) *Env {
	if len(env.facts) == 0 {
		return env
	}
	p := k.Place(v)
	if p == event.NoPlace || k.Value(p.Base) != v {
		return env
	}
	return k.envs.without(env, event.Place{Base: p.Base})
}

// runDeferred runs the deferred calls, the last first.
func (k *walk) runDeferred(s State) []State {
	waiting := []rune(s.Deferred)
	s.Deferred = ""
	paths := []State{s}
	for _, i := range slices.Backward(waiting) {
		var next []State
		for _, s := range paths {
			next = append(next, k.apply(s, k.defers[i], k.OfDeferred(k.defers[i], k.root))...)
		}
		paths = next
	}
	return paths
}
