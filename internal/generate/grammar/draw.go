package grammar

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Draw makes the handler with a number, of net/http or of gin, always the same for one seed and attempt.
func Draw(seed uint64, id, attempt int, gin bool) *Handler {
	d := &draw{rng: rand.New(rand.NewPCG(seed, uint64(id)<<8|uint64(attempt))), h: &Handler{ID: id, Gin: gin}}
	d.h.Shape = []Shape{Plain, Plain, Plain, Plain, Middleware, Middleware, Returns, ReturnsInt}[d.rng.IntN(8)]
	d.signatures()
	for i := len(d.h.Funcs) - 1; i >= 0; i-- {
		d.function(i)
	}
	return d.h
}

// draw is one handler being drawn.
type draw struct {
	rng     *rand.Rand
	h       *Handler
	fn      *Func
	index   int
	inLoop  bool
	inner   bool // inside a closure
	decided bool // inside a branch of the innermost function
	wrapped bool
	size    int // statements drawn so far
}

// maxSize is after how many statements a function is brought to its end.
const maxSize = 14

func (d *draw) chance(percent int) bool { return d.rng.IntN(100) < percent }

func pick[T any](d *draw, list ...T) T { return list[d.rng.IntN(len(list))] }

// signatures draws the inputs and variables of the handler, and what helpers there are.
func (d *draw) signatures() {
	main := &Func{Result: [...]Result{Nothing, Nothing, Failure, Number}[d.h.Shape]}
	for i := range 1 + d.rng.IntN(3) {
		main.Params = append(main.Params, Param{Name: string(rune('a' + i)), Kind: Bool})
	}
	if d.chance(30) {
		main.Params = append(main.Params, Param{Name: "mode", Kind: Mode})
	}
	if d.chance(25) {
		main.Params = append(main.Params, Param{Name: "n", Kind: Count})
	}
	d.h.Funcs = []*Func{main}
	helpers := d.rng.IntN(4)
	lib := 0
	if d.chance(40) && helpers > 0 {
		lib = 1 + d.rng.IntN(helpers) // the last ones, so that calls go one way
	}
	for i := range helpers {
		f := d.signature()
		f.Lib = i >= helpers-lib
		d.h.Funcs = append(d.h.Funcs, f)
	}
	if d.chance(10) && !d.h.Gin {
		d.h.Funcs = append(d.h.Funcs, &Func{Method: true, Lib: lib > 0 && d.chance(30),
			Params: []Param{{Name: "code", Kind: Status}}})
	}
}

// signature draws one helper.
func (d *draw) signature() *Func {
	f := &Func{}
	if d.chance(20) {
		f.Result = Judgment
		f.Params = []Param{{Name: "p", Kind: Bool}}
		if d.chance(50) {
			f.Params = append(f.Params, Param{Name: "q", Kind: Bool})
		}
		return f
	}
	if d.chance(40) {
		f.Params = append(f.Params, Param{Name: "p", Kind: Bool})
	}
	if d.chance(50) {
		f.Params = append(f.Params, Param{Name: "code", Kind: Status})
	}
	if d.chance(20) {
		f.Params = append(f.Params, Param{Name: "text", Kind: Text})
	}
	f.Result = pick(d, Nothing, Nothing, Truth)
	return f
}

// function draws the body of one function.
func (d *draw) function(i int) {
	d.index, d.fn, d.size = i, d.h.Funcs[i], 0
	switch {
	case d.fn.Result == Judgment:
		d.fn.Judge = d.cond(2)
		return
	case d.fn.Method:
		d.fn.Body = d.method()
		return
	}
	if d.chance(35) {
		d.fn.Vars = append(d.fn.Vars, Param{Name: "status", Kind: Status, Init: d.constant()})
	}
	if d.chance(15) {
		d.fn.Vars = append(d.fn.Vars, Param{Name: "other", Kind: Status, Init: d.constant()})
	}
	depth := 3
	if i > 0 {
		depth = 2
	}
	d.decided = false
	d.fn.Body = d.block(depth, 2+d.rng.IntN(3))
	if i == 0 && d.h.Shape == Middleware && !d.h.Gin && d.chance(80) {
		d.fn.Body = append(d.fn.Body, &Stmt{Op: Next})
	}
	if i == 0 && d.h.Shape == Plain && d.chance(60) {
		d.fn.Body = append(d.fn.Body, &Stmt{Op: Write, How: d.rng.IntN(Writers), Text: d.plain()})
	}
}

// method draws the WriteHeader of a wrapper, which ends with that of what it wraps.
func (d *draw) method() []*Stmt {
	set := &Stmt{Op: Header, Name: "WWW-Authenticate", Text: "Basic realm=\"x\""}
	switch d.rng.IntN(4) {
	case 0:
		return []*Stmt{{Op: If, Cond: &Cond{Op: IsCode, X: "code", Text: "==", N: 401}, Body: []*Stmt{set}}, {Op: Commit, Code: Code{Var: "code"}}}
	case 1:
		return []*Stmt{{Op: If, Cond: &Cond{Op: IsCode, X: "code", Text: ">=", N: 400}, Body: []*Stmt{set}}, {Op: Commit, Code: Code{Var: "code"}}}
	case 2:
		return []*Stmt{{Op: If, Cond: &Cond{Op: IsCode, X: "code", Text: "==", N: 403}, Body: []*Stmt{{Op: Assign, Var: "code", Code: Code{N: 401}}}}, {Op: Commit, Code: Code{Var: "code"}}}
	}
	return []*Stmt{{Op: Commit, Code: Code{Var: "code"}}}
}

// names lists what is in scope of the function and has the kind.
func (d *draw) names(kind Kind) []string {
	var names []string
	for _, list := range [][]Param{d.fn.Params, d.fn.Vars} {
		for _, p := range list {
			if p.Kind == kind {
				names = append(names, p.Name)
			}
		}
	}
	return names
}

// callees lists the functions that this one may call: those after it.
func (d *draw) callees(fits func(*Func) bool) []int {
	var all []int
	for i := d.index + 1; i < len(d.h.Funcs); i++ {
		if f := d.h.Funcs[i]; !f.Method && fits(f) && (f.Lib || !d.fn.Lib) {
			all = append(all, i)
		}
	}
	return all
}

func (d *draw) constant() int {
	return pick(d, 401, 401, 401, 401, 403, 403, 407, 200, 200, 201, 404, 500)
}

func (d *draw) code() Code {
	if vars := d.names(Status); len(vars) > 0 && d.chance(55) {
		return Code{Var: pick(d, vars...)}
	}
	return Code{N: d.constant()}
}

// Plain texts, and those that say that something failed.
var (
	Welcomes = []string{"hello", "welcome", "{\"items\":[]}"}
	Refusals = []string{"unauthorized", "forbidden: go away", "access denied", "{\"error\":\"no\"}"}
)

// Refuses reports whether a text says that something failed.
func Refuses(text string) bool {
	return strings.HasPrefix(text, "{\"error\":") || slices.ContainsFunc(Refusals, func(r string) bool { return strings.HasPrefix(text, r) })
}

func (d *draw) plain() string { return pick(d, Welcomes...) }

// text draws what is written: an error only where something was decided, since a text that is always the same is data.
func (d *draw) text() string {
	if texts := d.names(Text); len(texts) > 0 && !d.inner && d.chance(60) {
		return "$" + pick(d, texts...)
	}
	if d.decided && d.chance(35) {
		return pick(d, Refusals...)
	}
	return d.plain()
}

// cond draws a condition.
func (d *draw) cond(depth int) *Cond {
	if depth > 0 {
		switch d.rng.IntN(8) {
		case 0:
			return &Cond{Op: And, A: d.cond(depth - 1), B: d.cond(depth - 1)}
		case 1:
			return &Cond{Op: Or, A: d.cond(depth - 1), B: d.cond(depth - 1)}
		case 2, 3:
			return &Cond{Op: Not, A: d.cond(depth - 1)}
		case 4:
			if judges := d.callees(func(f *Func) bool { return f.Result == Judgment && f.Lib == d.fn.Lib }); len(judges) > 0 {
				fn := pick(d, judges...)
				return &Cond{Op: Asks, Fn: fn, Args: d.args(d.h.Funcs[fn])}
			}
		}
	}
	var all []*Cond
	for _, x := range d.names(Bool) {
		all = append(all, &Cond{Op: Var, X: x}, &Cond{Op: Var, X: x})
	}
	for _, x := range d.names(Mode) {
		all = append(all, &Cond{Op: Is, X: x, Text: pick(d, Modes...)})
	}
	for _, x := range d.names(Count) {
		all = append(all, &Cond{Op: IsCode, X: x, Text: pick(d, ">", "==", "!="), N: d.rng.IntN(2)})
	}
	for _, x := range d.names(Status) {
		all = append(all, &Cond{Op: IsCode, X: x, Text: pick(d, "==", "==", "!=", ">=", "<"), N: pick(d, 401, 401, 403, 400, 500)})
	}
	if len(all) == 0 {
		return &Cond{Op: True}
	}
	return pick(d, all...)
}

// simple draws a condition on one thing: what several say together is not followed into a callee.
func (d *draw) simple() *Cond {
	c := d.cond(0)
	if d.chance(30) {
		return &Cond{Op: Not, A: c}
	}
	return c
}

// args draws what a function is given.
func (d *draw) args(f *Func) []Arg {
	var args []Arg
	for _, p := range f.Params {
		switch p.Kind {
		case Bool:
			args = append(args, Arg{Cond: d.simple()})
		case Status:
			args = append(args, Arg{Code: d.code()})
		case Text:
			args = append(args, Arg{Text: d.text()})
		}
	}
	return args
}
