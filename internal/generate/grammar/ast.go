// Package grammar writes random HTTP handlers: a small language of its own, what is drawn of it, and how it is printed as Go.
//
// The language is the stated subset of Go in which analysis and wire have to agree: see docs/generator.md.
package grammar

import "slices"

// Op is what a statement does.
type Op uint8

const (
	Block     Op = iota // { Body }
	If                  // if Cond { Body } else { Else }
	Switch              // switch Var { case Case[i]: Arms[i] … default: Else }
	Header              // sets, adds or deletes the header Name, in the manner How
	Commit              // w.WriteHeader(Code)
	Answer              // http.Error(w, Text, Code)
	Write               // writes Text, in the manner How
	Assign              // Var = Code
	Call                // calls the function Fn with Args
	Guard               // if !Fn(w, Args) { return }
	Return              // leaves the function; Yes, Code: what it returns, if it returns something
	Defer               // defer func() { Body }()
	DeferCall           // defer Fn(w, Args)
	Closure             // func() { Body }()
	Loop                // for i := 0; i < N or Var; i++ { Body }
	Leave               // break, or continue if Yes; nothing outside of a loop
	Next                // next.ServeHTTP(w, r)
	Wrap                // { ww := a writer around w; Body }
	Each                // for _, code := range []int{…} { Body }
	Abort               // c.Abort(): gin alone
)

// Stmt is one statement. What of it counts depends on Op.
type Stmt struct {
	Op   Op
	How  int
	N    int
	Yes  bool
	Var  string
	Name string
	Text string // a literal; or "$name", a variable
	Code Code
	Cond *Cond
	Fn   int
	Args []Arg
	Case []string
	Body []*Stmt
	Else []*Stmt
	Arms [][]*Stmt
}

// Code is a status: the variable Var, or the constant N.
type Code struct {
	Var string
	N   int
}

// Arg is what is passed for one parameter, of the kind that the parameter has.
type Arg struct {
	Cond *Cond
	Code Code
	Text string
}

// CondOp is what a condition asks.
type CondOp uint8

const (
	True   CondOp = iota
	Var           // a variable or input: X
	Not           // !A
	And           // A && B
	Or            // A || B
	Is            // X == Text, a text
	IsCode        // X op N, a number: Text is the operator
	Asks          // the predicate Fn, with Args
)

// Cond is a condition.
type Cond struct {
	Op   CondOp
	X    string
	Text string
	N    int
	A, B *Cond
	Fn   int
	Args []Arg
}

// Kind is the type of a parameter, variable or input.
type Kind uint8

const (
	Bool   Kind = iota
	Mode        // a text, one of Modes
	Count       // a number: 0, 1 or 2
	Status      // a status
	Text        // a text that is written
)

// Modes are the values of an input of kind Mode; any other text is none of them.
var Modes = []string{"x", "y", "z"}

// Param is a parameter, variable or input.
type Param struct {
	Name string
	Kind Kind
	Init int // Status: the first value of a variable
}

// Result is what a function returns.
type Result uint8

const (
	Nothing  Result = iota
	Truth           // whether to go on
	Failure         // an error, which may carry a status
	Number          // a status and an error
	Judgment        // it is a predicate: it is given no response, and returns the condition Cond
)

// Func is the handler, or one of its helpers.
type Func struct {
	Lib    bool // it stands in the second package
	Method bool // it is the WriteHeader of a wrapper
	Params []Param
	Vars   []Param
	Result Result
	Judge  *Cond // of a predicate
	Body   []*Stmt
}

// Shape is how the handler is registered.
type Shape uint8

const (
	Plain      Shape = iota // func(w, r)
	Middleware              // func(next) http.Handler
	Returns                 // func(w, r) error, with an adapter
	ReturnsInt              // func(w, r) (int, error), with an adapter
)

// Handler is one random handler with its helpers: Funcs[0] is the handler itself, whose parameters are the inputs.
type Handler struct {
	ID    int
	Gin   bool // it is a handler of gin, and so are its helpers
	Shape Shape
	Funcs []*Func
}

// Clone copies a handler, so that it can be changed.
func (h *Handler) Clone() *Handler {
	c := &Handler{ID: h.ID, Gin: h.Gin, Shape: h.Shape}
	for _, f := range h.Funcs {
		g := *f
		g.Body, g.Judge = cloneAll(f.Body), f.Judge.clone()
		c.Funcs = append(c.Funcs, &g)
	}
	return c
}

func cloneAll(list []*Stmt) []*Stmt {
	var all []*Stmt
	for _, s := range list {
		c := *s
		c.Cond, c.Args = s.Cond.clone(), cloneArgs(s.Args)
		c.Body, c.Else, c.Arms = cloneAll(s.Body), cloneAll(s.Else), nil
		for _, arm := range s.Arms {
			c.Arms = append(c.Arms, cloneAll(arm))
		}
		all = append(all, &c)
	}
	return all
}

func (c *Cond) clone() *Cond {
	if c == nil {
		return nil
	}
	d := *c
	d.A, d.B, d.Args = c.A.clone(), c.B.clone(), cloneArgs(c.Args)
	return &d
}

func cloneArgs(args []Arg) []Arg {
	var all []Arg
	for _, a := range args {
		a.Cond = a.Cond.clone()
		all = append(all, a)
	}
	return all
}

// Walk visits every statement of a list, inner ones too.
func Walk(list []*Stmt, visit func(*Stmt)) {
	for _, s := range list {
		visit(s)
		Walk(s.Body, visit)
		Walk(s.Else, visit)
		for _, arm := range s.Arms {
			Walk(arm, visit)
		}
	}
}

// Reached lists the functions that the handler calls, directly or not, itself first.
func (h *Handler) Reached() []int {
	reached := []int{0}
	for i := 0; i < len(reached); i++ {
		f := h.Funcs[reached[i]]
		note := func(fn int) {
			if fn > 0 && !slices.Contains(reached, fn) {
				reached = append(reached, fn)
			}
		}
		asked(f.Judge, note)
		Walk(f.Body, func(s *Stmt) {
			note(s.Fn)
			asked(s.Cond, note)
			for _, a := range s.Args {
				asked(a.Cond, note)
			}
		})
	}
	return reached
}

// asked visits the predicates of a condition.
func asked(c *Cond, visit func(int)) {
	if c == nil {
		return
	}
	visit(c.Fn)
	asked(c.A, visit)
	asked(c.B, visit)
	for _, a := range c.Args {
		asked(a.Cond, visit)
	}
}
