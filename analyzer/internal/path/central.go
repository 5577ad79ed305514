package path

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/event"
)

// Unanswered is the fact on a package whose handlers return errors with the status of a denial to their framework, where nothing in sight
// makes an answer of those: a package that imports it may put an error handler in the framework's place.
type Unanswered struct{ Errors []Carried }

// Carried is one such error.
type Carried struct {
	Context string // the type of what the framework gives its handlers
	Error   Obj
	Status  int
	Site    Site // where the status was chosen
}

// wanted are the headers that a status is to come with.
var wanted = map[int]int{401: WWW, 407: Proxy}

// maxCarried is how many of them an importer is told: enough to name some.
const maxCarried = 16

// Central is an answer that an error handler which the package puts in its framework's place makes of errors from elsewhere, with the header
// that it wants neither set there nor by who has made the error.
type Central struct {
	At     token.Pos // the call that sends it, or where the handler is put in place, if it stands in another package
	By     string    // the handler, as a reader would name it
	Status int
	Makers []string // where the status was chosen, by [FarAway], in their order
}

// carry notes that a handler returns an error of which nothing in sight makes an answer.
func (w *Walker) carry(t top, x Exit) {
	if !t.outer || !t.answers() || x.Opaque || x.Post || x.First.Sure != No {
		return
	}
	context := contextWithin(t.fn.Params[t.input].Type())
	if context == "" {
		return
	}
	for _, r := range x.Results {
		o := w.asked(r)
		if o == nil {
			continue
		}
		for _, f := range o.Fields {
			code, _ := f.Val.Int()
			if at, wants := wanted[code]; wants && !x.Marks[at].set() {
				w.adds(Carried{Context: context, Error: *o, Status: code, Site: cmp.Or(f.Val.At, Site{Pos: x.ret.Pos()})})
			}
		}
	}
}

// asked is what is known of an error, with what its methods answer that tell a status; nil for another value.
func (w *Walker) asked(v Val) *Obj {
	o := v.Obj
	if o == nil && v.Kind == NonNil && v.Text != "" {
		o = &Obj{Type: v.Text} // of which nothing but its type is known: that may be enough
	}
	if o == nil {
		return nil
	}
	t := lookupType(w.program.Pkg.Pkg, o.Type)
	if t == nil {
		return o
	}
	all := *o
	for m := range types.NewMethodSet(types.NewPointer(t.Type())).Methods() {
		if fn, ok := m.Obj().(*types.Func); ok && event.TellsStatus(fn.Name()) && fn.Signature().Params().Len() == 0 {
			if status := w.statusBy(o, fn.Name()); status.Kind == Const {
				all.Fields = append(slices.Clip(all.Fields), Field{"#" + fn.Name() + "()", status})
			}
		}
	}
	return &all
}

// contextWithin is the type of the framework's context that a value of type t is, or that the house has put into one of its own by
// embedding; "" for another type.
func contextWithin(t types.Type) string {
	if isContext(t) {
		return typeName(t)
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for f := range s.Fields() {
		if f.Embedded() && isContext(f.Type()) {
			return typeName(f.Type())
		}
	}
	return ""
}

func (w *Walker) adds(c Carried) {
	if len(w.carried) < maxCarried && !slices.ContainsFunc(w.carried, func(d Carried) bool { return c.Site == d.Site && c.Error.Type == d.Error.Type }) {
		w.carried = append(w.carried, c)
	}
}

// set reports whether a header has been set, or may have been where nobody sees.
func (m Mark) set() bool { return m.Kind != Inherited && m.Kind != Unset }

// Central finds the handlers of errors that the package puts in a framework's place, and what they send of errors that its handlers, or
// those of the packages that it imports, return.
func (w *Walker) Central() []Central {
	for _, p := range w.program.Pkg.Pkg.Imports() {
		for _, c := range w.facts.Unanswered(p) {
			w.adds(c)
		}
	}
	if len(w.carried) == 0 {
		return nil
	}
	var all []Central
	seen := false
	for _, of := range api.Replaceable(w.program.Pkg.Pkg) {
		for _, p := range w.inPlace(of) {
			if h := w.errorHandler(p.handler); h != nil {
				seen = true
				all = append(all, w.sends(h, p.how.Pos())...)
			}
		}
	}
	if seen {
		w.carried = nil
	}
	return all
}

// errorHandler is a function that answers errors, or one that makes such a function.
type errorHandler struct {
	fn      *ssa.Function
	makes   bool   // it is what fn makes that answers, in another package
	input   int32  // the number of the input that is the framework's context
	given   int32  // and of the error
	context string // the type of the context
}

// errorHandler is what a value that is put in a framework's place is; nil where that is not seen.
func (w *Walker) errorHandler(v ssa.Value) *errorHandler {
	if v == nil {
		return nil
	}
	sig, ok := v.Type().Underlying().(*types.Signature)
	if !ok {
		return nil
	}
	h := readErrorHandler(sig)
	if h == nil {
		return nil
	}
	if fn := functionOf(v); fn != nil {
		return h.by(fn)
	}
	call, ok := v.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return nil
	}
	maker := event.Source(call.Call.StaticCallee())
	if maker.Blocks != nil {
		return h.by(madeBy(maker))
	}
	h.fn, h.makes = maker, true
	return h
}

// by is the handler that a function is; nil without one.
func (h *errorHandler) by(fn *ssa.Function) *errorHandler {
	if fn == nil {
		return nil
	}
	h.fn = fn
	if fn.Signature.Recv() != nil {
		h.input, h.given = h.input+1, h.given+1
	}
	return h
}

// readErrorHandler tells which inputs of a function that answers errors are what; nil for another function.
func readErrorHandler(sig *types.Signature) *errorHandler {
	h := &errorHandler{input: event.NoResponse, given: event.NoResponse}
	for i := range sig.Params().Len() {
		switch t := sig.Params().At(i).Type(); {
		case isContext(t):
			h.input, h.context = int32(i), typeName(t)
		case event.IsError(t):
			h.given = int32(i)
		}
	}
	if h.input == event.NoResponse || h.given == event.NoResponse {
		return nil
	}
	return h
}

// madeBy is the function that another one returns, or makes and returns, always the same one; nil if there is none.
func madeBy(fn *ssa.Function) *ssa.Function {
	var made *ssa.Function
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if len(ret.Results) != 1 {
			return nil
		}
		f := functionOf(ret.Results[0])
		if f == nil || made != nil && made != f {
			return nil
		}
		made = f
	}
	return made
}

// sends lists what a handler of errors that is put in place somewhere sends of the errors that are carried there.
func (w *Walker) sends(h *errorHandler, placed token.Pos) []Central {
	var all []Central
	for _, a := range w.answersOf(h) {
		if a.Status.Kind != Ref || a.Status.Ref.Base != h.given || a.Prior.Sure >= Failed || a.Opaque {
			continue
		}
		at := placed
		if a.Instr != nil {
			at = a.Instr.Pos()
		}
		for _, e := range w.carried {
			if e.Context != h.context || !e.reaches(a, h.given) || a.Marks[wanted[e.Status]].set() {
				continue
			}
			i := slices.IndexFunc(all, func(c Central) bool { return c.At == at && c.Status == e.Status })
			if i < 0 {
				i, all = len(all), append(all, Central{At: at, By: readable(h.fn), Status: e.Status})
			}
			all[i].Makers = append(all[i].Makers, farther{w, nil}.site(e.Site).Far)
		}
	}
	for i := range all {
		slices.SortFunc(all[i].Makers, comparePlaces)
		all[i].Makers = slices.Compact(all[i].Makers)
	}
	return all
}

// comparePlaces orders places by [FarAway]: by file, and there by line.
func comparePlaces(a, b string) int {
	fileA, _, _ := strings.Cut(a, ":")
	fileB, _, _ := strings.Cut(b, ":")
	return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// answersOf lists the answers of a handler of errors: of this package with the calls that send them, of another one as it has told.
func (w *Walker) answersOf(h *errorHandler) []Answer {
	var sum *Summary
	switch obj, _ := h.fn.Object().(*types.Func); {
	case h.makes && obj != nil:
		sum = w.own(w.facts.Made(obj.Origin()))
	case h.fn.Blocks == nil:
		sum = w.summary(h.fn, h.input)
	default:
		if walk := w.walk(target{h.fn, h.input}); walk != nil {
			return walk.Answers
		}
	}
	if sum == nil || sum.Unknown {
		return nil
	}
	return sum.Answers
}

// made is what the handler of errors does that a function makes.
func (w farther) made(fn *ssa.Function, h *errorHandler) []Input {
	if h == nil {
		return nil
	}
	if h = h.by(madeBy(fn)); h == nil || h.fn.Blocks == nil {
		return nil
	}
	if in, ok := w.input(target{h.fn, h.input}); ok {
		return []Input{in}
	}
	return nil
}

// reaches reports whether an answer sends the status in the error, where that is the function's input of the number given.
func (c Carried) reaches(a Answer, given int32) bool {
	at := func(path string) Val {
		if path == "" {
			return Val{Kind: Object, Obj: &c.Error}
		}
		return c.Error.field(path)
	}
	if code, _ := at(a.Status.Ref.Path).Int(); code != c.Status {
		return false
	}
	return !slices.ContainsFunc(a.Guards, func(g Fact) bool { return g.Place.Base == given && !agree(at(g.Place.Path), g.Val) })
}

// Unanswered lists the errors of which nothing has been seen that makes an answer, for the package's importers.
func (w *Walker) Unanswered() []Carried {
	far := farther{w, nil}
	var list []Carried
	for _, c := range w.carried {
		c.Error, c.Site = far.obj(&c.Error), far.site(c.Site)
		list = append(list, c)
	}
	return list
}

func (*Unanswered) AFact() {}

func (u *Unanswered) String() string { return "unanswered" }
