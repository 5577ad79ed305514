package grammar

import (
	"fmt"
	"net/textproto"
	"slices"
	"strconv"
	"strings"
)

// printer writes one file.
type printer struct {
	*Source
	file   File
	out    strings.Builder
	line   int
	indent int
	h      *Handler
	fn     *Func
	writer string
	result Result
	loops  int
	closed *Stmt // the closure around
}

const appStart = `package %[1]s

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"%[2]s/%[1]slib"
)

var _, _, _ = io.WriteString, fmt.Fprint, %[1]slib.Used

type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

type failing func(w http.ResponseWriter, r *http.Request) error

func (f failing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		var known *failure
		if errors.As(err, &known) {
			http.Error(w, known.text, known.code)
			return
		}
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

var errRefused = errors.New("refused")

type numbered func(w http.ResponseWriter, r *http.Request) (int, error)

func (f numbered) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if code, err := f(w, r); err != nil {
		http.Error(w, err.Error(), code)
	}
}
`

const libStart = `package %slib

import (
	"fmt"
	"io"
	"net/http"
)

var _, _ = io.WriteString, fmt.Fprint

const Used = http.StatusOK
`

// Print writes handlers as a package of the module.
func Print(module, name string, handlers []*Handler) *Source {
	s := &Source{Name: name, Handlers: handlers, Owner: make(map[Line]*Handler), Fn: make(map[Line]int), Alters: make(map[Line]bool), Twice: make(map[Line]bool), Varies: make(map[Line]bool), Closed: make(map[Line]*Stmt), Given: make(map[Line]bool), Returns: make(map[Line]bool), Defers: make(map[Line]bool), Nexts: make(map[Line]bool), Starts: make(map[Line]Line),
		At: make(map[*Stmt]Line), End: make(map[*Stmt]Line), Ends: make(map[Line]*Stmt), Loops: make(map[*Stmt]bool)}
	if handlers[0].Gin {
		s.Lib, s.App = s.print(Lib, fmt.Sprintf(ginLibStart, name), ""), s.print(App, fmt.Sprintf(ginStart, name, module), routes(handlers))
		s.Failing, s.Numbered = s.find("known.code"), s.find("JSON(code")
		return s
	}
	s.Lib, s.App = s.print(Lib, fmt.Sprintf(libStart, name), ""), s.print(App, fmt.Sprintf(appStart, name, module), table(handlers))
	s.Failing, s.Numbered = s.find("known.code"), s.find("err.Error(), code")
	return s
}

func table(handlers []*Handler) string {
	list := "\nfunc Handlers(next http.Handler) map[int]http.Handler {\n\treturn map[int]http.Handler{\n"
	for _, h := range handlers {
		list += fmt.Sprintf("\t\t%d: %s,\n", h.ID, registered(h))
	}
	return list + "\t}\n}\n"
}

// find is the line of the first package that has a text in it.
func (s *Source) find(text string) Line {
	before, _, _ := strings.Cut(s.App, text)
	return Line{App, 1 + strings.Count(before, "\n")}
}

func registered(h *Handler) string {
	name := nameOf(h, 0)
	switch h.Shape {
	case Middleware:
		return name + "(next)"
	case Returns:
		return "failing(" + name + ")"
	case ReturnsInt:
		return "numbered(" + name + ")"
	}
	return "http.HandlerFunc(" + name + ")"
}

func (s *Source) print(file File, start, end string) string {
	p := &printer{Source: s, file: file, line: 1}
	p.raw(start)
	for _, h := range s.Handlers {
		for _, i := range h.Reached() {
			if h.Funcs[i].Lib != (file == Lib) {
				continue
			}
			from := p.line
			p.function(h, i)
			for n := from; n < p.line; n++ {
				s.Owner[Line{file, n}], s.Fn[Line{file, n}] = h, i
				s.Alters[Line{file, n}], s.Twice[Line{file, n}] = h.Funcs[i].alters(), h.twice(i)
			}
		}
	}
	p.raw(end)
	return p.out.String()
}

func (p *printer) raw(text string) {
	p.out.WriteString(text)
	p.line += strings.Count(text, "\n")
}

func (p *printer) here() Line { return Line{p.file, p.line} }

// put writes one line.
func (p *printer) put(format string, args ...any) {
	if p.closed != nil {
		p.Closed[p.here()] = p.closed
	}
	p.raw(strings.Repeat("\t", p.indent) + fmt.Sprintf(format, args...) + "\n")
}

func (p *printer) function(h *Handler, i int) {
	f, name := h.Funcs[i], nameOf(h, i)
	p.h, p.fn, p.writer, p.result, p.loops, p.indent = h, f, "w", f.Result, 0, 0
	if h.Gin {
		p.writer = "ctx"
	}
	p.raw("\n")
	switch {
	case i == 0:
		p.handler()
	case f.Method:
		p.put("type %s struct{ http.ResponseWriter }", name)
		p.raw("\n")
		p.writer = "x.ResponseWriter"
		p.put("func (x *%s) WriteHeader(code int) {", name)
		p.body(f)
		p.put("}")
	case f.Result == Judgment:
		p.put("func %s(%s) bool { return %s }", name, strings.Join(params(f), ", "), p.cond(f.Judge))
	default:
		p.put("func %s(%s)%s {", name, strings.Join(append([]string{p.response()}, params(f)...), ", "), results[f.Result])
		p.body(f)
		p.put("}")
	}
}

// alters reports whether a wrapper sends another status than it is given.
func (f *Func) alters() bool {
	found := false
	Walk(f.Body, func(s *Stmt) { found = found || s.Op == Assign || s.Op == Commit && s.Code.Var == "" })
	return f.Method && found
}

// twice reports whether a function is deferred by more than one statement of another.
func (h *Handler) twice(fn int) bool {
	return slices.ContainsFunc(h.Funcs, func(f *Func) bool {
		n := 0
		Walk(f.Body, func(s *Stmt) {
			if s.Op == DeferCall && s.Fn == fn {
				n++
			}
		})
		return n > 1
	})
}

var results = map[Result]string{Truth: " bool", Failure: " error", Number: " (int, error)"}

func params(f *Func) []string {
	var all []string
	for _, q := range f.Params {
		all = append(all, q.Name+" "+map[Kind]string{Bool: "bool", Status: "int", Text: "string", Mode: "string", Count: "int"}[q.Kind])
	}
	return all
}

// response is the parameter by which a function answers.
func (p *printer) response() string {
	if p.h.Gin {
		return "ctx *gin.Context"
	}
	return "w http.ResponseWriter"
}

func (p *printer) handler() {
	ask := "r.FormValue"
	if p.h.Gin {
		ask = "ctx.Query"
		p.put("func %s(ctx *gin.Context)%s {", nameOf(p.h, 0), results[p.result])
	} else if p.h.Shape == Middleware {
		p.put("func %s(next http.Handler) http.Handler {", nameOf(p.h, 0))
		p.indent++
		p.put("return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {")
	} else {
		p.put("func %s(w http.ResponseWriter, r *http.Request)%s {", nameOf(p.h, 0), results[p.result])
	}
	p.indent++
	for _, in := range p.fn.Params {
		switch in.Kind {
		case Bool:
			p.put("%s := %s(%q) != \"\"", in.Name, ask, in.Name)
		case Mode:
			p.put("%s := %s(%q)", in.Name, ask, in.Name)
		case Count:
			p.put("%s := len(%s(%q))", in.Name, ask, in.Name)
		}
		p.put("_ = %s", in.Name)
	}
	p.indent--
	p.body(p.fn)
	if p.h.Shape == Middleware && !p.h.Gin {
		p.put("})")
		p.indent--
	}
	p.put("}")
}

// body writes the variables and statements of a function, and its last return.
func (p *printer) body(f *Func) {
	p.indent++
	for _, v := range f.Vars {
		p.put("%s := %d", v.Name, v.Init)
		p.put("_ = %s", v.Name)
	}
	p.statements(f.Body)
	switch p.result {
	case Truth:
		p.put("return true")
	case Failure:
		p.put("return nil")
	case Number:
		p.put("return 0, nil")
	}
	p.indent--
}

func (p *printer) code(c Code) string {
	if c.Var != "" {
		return c.Var
	}
	return strconv.Itoa(c.N)
}

func text(t string) string {
	if name, ok := strings.CutPrefix(t, "$"); ok {
		return name
	}
	return strconv.Quote(t)
}

func (p *printer) cond(c *Cond) string {
	switch c.Op {
	case Var:
		return c.X
	case Not:
		return "!(" + p.cond(c.A) + ")"
	case And:
		return "(" + p.cond(c.A) + " && " + p.cond(c.B) + ")"
	case Or:
		return "(" + p.cond(c.A) + " || " + p.cond(c.B) + ")"
	case Is:
		return fmt.Sprintf("%s == %q", c.X, c.Text)
	case IsCode:
		return fmt.Sprintf("%s %s %d", c.X, c.Text, c.N)
	case Asks:
		return p.name(c.Fn) + "(" + strings.Join(p.args(p.h.Funcs[c.Fn], c.Args), ", ") + ")"
	}
	return "true"
}

func (p *printer) args(f *Func, args []Arg) []string {
	var all []string
	for i, q := range f.Params {
		switch q.Kind {
		case Bool:
			all = append(all, p.cond(args[i].Cond))
		case Status:
			all = append(all, p.code(args[i].Code))
		case Text:
			all = append(all, text(args[i].Text))
		}
	}
	return all
}

// name is how a function is called from here.
func (p *printer) name(fn int) string {
	if p.h.Funcs[fn].Lib && p.file == App {
		return p.Source.Name + "lib." + nameOf(p.h, fn)
	}
	return nameOf(p.h, fn)
}

// nameOf names a function of a handler: no two of one package have one name.
func nameOf(h *Handler, fn int) string {
	name := fmt.Sprintf("h%d", h.ID)
	if fn > 0 {
		name = fmt.Sprintf("f%d_%d", h.ID, fn)
	}
	if h.Funcs[fn].Lib {
		name = "L" + name
	}
	return name
}

func canonical(name string) string { return textproto.CanonicalMIMEHeaderKey(name) }
