package origin

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
)

func (t *Tracer) extract(v *ssa.Extract) Origin {
	switch from := v.Tuple.(type) {
	case *ssa.Call:
		return t.call(from, v.Index)
	default:
		return t.Of(from)
	}
}

// call is what result number i of a call comes from.
func (t *Tracer) call(call *ssa.Call, i int) Origin {
	common := call.Common()
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return t.arguments(common)
	}
	if key := contextKey(common); key != nil {
		src := SourceOf(common)
		return t.contextValue(key, src != nil && src.Yields&api.Claim != 0)
	}
	if src := SourceOf(common); src != nil {
		if src.Place == api.InCookie && t.doubleSubmitted(call) {
			return of(api.Proof, "")
		}
		o := t.bySource(call, src)
		if src.Names && i == 0 {
			o.Kinds &^= api.Proves
		}
		if src.Verifies && !saysYesOrNo(common, i) {
			o.Kinds = o.Kinds&^api.Credential | api.Identity // what was verified
		}
		return o
	}
	if isHouse(receiver(common)) && isIdentityWord(calledName(common)) && onlyReceiver(common) && !saysYesOrNo(common, i) {
		return of(api.Identity, "the user in the context") // visitor.User()
	}
	if common.IsInvoke() {
		return t.unseen(common, i)
	}
	callee := common.StaticCallee()
	if callee == nil {
		return t.unseen(common, i)
	}
	if !saysYesOrNo(common, i) && t.identifies(call) {
		return of(api.Identity, "the user")
	}
	results := t.Results(callee)
	if i >= len(results) {
		return t.unseen(common, i)
	}
	o := results[i].From(func(n int) Origin {
		if n >= len(common.Args) {
			return Origin{}
		}
		return t.Of(common.Args[n])
	})
	if !o.Has(who) && onlyRequest(common) && isWhoAmI(calledName(common)) {
		return of(api.Identity, "the user of the request")
	}
	return o
}

// SourceOf is what the table of sources says of a call; nil if nothing.
func SourceOf(common *ssa.CallCommon) *api.Source {
	if common.IsInvoke() {
		return api.LookupSource(common.Method)
	}
	if common.Value == nil {
		return nil
	}
	callee := common.StaticCallee()
	if callee == nil {
		return nil
	}
	obj, _ := callee.Object().(*types.Func)
	return api.LookupSource(obj)
}

// aboutForgery reports whether a call stands in a package, or in a function, that is about forged requests, by its name.
func (t *Tracer) aboutForgery(call *ssa.Call) bool {
	fn := call.Parent()
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return t.forgery || api.AboutForgery(strings.ToLower(fn.Name()))
}

// configured is the name of the field from which the name of a cookie or header is read, or of the function that yields it:
// CSRFCookieName; "" for another value.
func configured(v ssa.Value) string {
	switch v := unboxed(v).(type) {
	case *ssa.Field:
		return fieldName(v.X.Type(), v.Field)
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.FieldAddr); ok {
			return fieldName(at.X.Type(), at.Field)
		}
	case *ssa.Call:
		return calledName(v.Common())
	}
	return ""
}

// bySource is what a call that the table knows yields.
func (t *Tracer) bySource(call *ssa.Call, src *api.Source) Origin {
	common := call.Common()
	if src.Keeps {
		return t.arguments(common)
	}
	if src.Place != api.Nowhere {
		if args := arguments(common); int(src.Name) < len(args) {
			name, ok := text(unboxed(args[src.Name]))
			switch {
			case ok && src.Place == api.InHeader && api.Canonical(name) == "Cookie" && t.aboutForgery(call):
				return of(api.Proof, "") // are there cookies at all
			case ok && src.Place == api.InHeader && isNamed(receiver(common).Type(), "net/http", "Header"):
				return t.header(receiver(common), name)
			case ok && src.Place == api.InHeader:
				return named(src.Place, api.Canonical(name))
			case ok:
				return named(src.Place, name)
			case api.ProofName(configured(args[src.Name])):
				return of(api.Proof, "")
			}
		}
		if t.aboutForgery(call) {
			return of(api.Proof, "")
		}
		switch src.Place {
		case api.InCookie:
			return of(src.Yields, "the cookie")
		case api.InSession:
			return of(src.Yields, "the session")
		}
		return of(api.Unknown, "")
	}
	if src.Yields == 0 {
		return t.arguments(common)
	}
	what := src.What
	switch {
	case what != "":
	case src.Yields&api.Credential != 0:
		what = cmp.Or(t.arguments(common).What, "the token or password")
	case src.Yields&api.Identity != 0:
		what = "the session"
	}
	if given := t.arguments(common); src.Yields&api.Credential != 0 && !(src.Reads && given.Has(api.Unknown)) {
		return of(src.Yields, what).verifying(given)
	}
	return of(src.Yields, what)
}

func receiver(common *ssa.CallCommon) ssa.Value {
	if common.IsInvoke() || len(common.Args) == 0 {
		return common.Value
	}
	return common.Args[0]
}

// MayIdentify reports whether a call may yield somebody who is known: what a context holds, or what is got from nothing but
// the request and is called a user.
func MayIdentify(common *ssa.CallCommon) bool {
	if contextKey(common) != nil {
		return true
	}
	if !onlyRequest(common) {
		return false
	}
	results := common.Signature().Results()
	for i := range results.Len() {
		if isIdentityType(results.At(i).Type()) {
			return true
		}
	}
	return isAuthenticatedWord(calledName(common))
}

// AsksPresence reports whether a call asks of a request whether anybody is known: its name says so, and nothing else can.
func AsksPresence(common *ssa.CallCommon) bool {
	return onlyRequest(common) && isAuthenticatedWord(calledName(common))
}

// arguments joins what the arguments of a call come from.
func (t *Tracer) arguments(common *ssa.CallCommon) Origin {
	var o Origin
	if common.IsInvoke() {
		o = t.Of(common.Value)
	}
	for _, arg := range common.Args {
		o = o.Or(t.argument(arg))
	}
	return o
}

// unseen is what code that cannot be seen yields: what it was given. What is got from nothing but the request or its context,
// and is called a user, is one.
func (t *Tracer) unseen(common *ssa.CallCommon, i int) Origin {
	o := t.arguments(common)
	if onlyRequest(common) && !o.Has(who) {
		if saysYesOrNo(common, i) && isAuthenticatedWord(calledName(common)) || isWhoAmI(calledName(common)) {
			return of(api.Identity, "the user of the request")
		}
		results := common.Signature().Results()
		for r := range results.Len() {
			if isIdentityType(results.At(r).Type()) {
				return of(api.Identity, "the user of the request")
			}
		}
		o.Kinds |= api.Unknown
	}
	if o.Nothing() {
		o.Kinds = api.Server
	}
	if o.Has(api.Identity) && !o.Has(api.Credential) && looksUp(common) {
		o.Kinds |= api.OnFile
	}
	if o.Has(api.Credential) && !saysYesOrNo(common, i) && looksUp(common) {
		o.Kinds = o.Kinds&^api.Credential | api.Identity // whom the credential belongs to
	}
	return o
}

// saysYesOrNo reports whether a result is an error or a truth value: the verdict, and not what it is about.
func saysYesOrNo(common *ssa.CallCommon, i int) bool {
	results := common.Signature().Results()
	if i >= results.Len() {
		return false
	}
	t := results.At(i).Type()
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0 || isErrorType(t)
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// looksUp reports whether a call that cannot be seen can fail, and so is more than a conversion.
func looksUp(common *ssa.CallCommon) bool {
	results := common.Signature().Results()
	if results.Len() < 2 || !saysYesOrNo(common, results.Len()-1) || TakesApart(common) {
		return false
	}
	callee := common.StaticCallee()
	return callee == nil || callee.Object() == nil || callee.Object().Pkg() == nil || !api.OnlyReads(callee.Object().Pkg().Path())
}

// TakesApart reports whether a call only cuts a text into its parts, as its name and its results say: the name and the password in
// a header, with whether they are there. Whoever yields more than texts, such as claims, may have verified them.
func TakesApart(common *ssa.CallCommon) bool {
	name := strings.ToLower(calledName(common))
	if !slices.ContainsFunc([]string{"parse", "decode", "split", "extract"}, func(verb string) bool { return strings.HasPrefix(name, verb) }) {
		return false
	}
	results := common.Signature().Results()
	for i := range results.Len() {
		if holds(results.At(i).Type()) && !isErrorType(results.At(i).Type()) {
			return false
		}
	}
	return results.Len() > 2
}

// onlyRequest reports whether a call is given the request or its context, and beside it nothing that names somebody.
func onlyRequest(common *ssa.CallCommon) bool {
	found := common.IsInvoke() && isRequest(common.Value.Type())
	args := common.Args
	if !common.IsInvoke() && common.Signature().Recv() != nil && len(args) > 0 {
		found = isRequest(args[0].Type())
	}
	if !common.IsInvoke() && common.Signature().Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	for _, arg := range args {
		switch {
		case isRequest(arg.Type()), isContext(arg.Type()):
			found = true
		case isResponse(arg.Type()):
		default:
			if _, ok := arg.(*ssa.Const); !ok {
				return false
			}
		}
	}
	return found
}

func calledName(common *ssa.CallCommon) string {
	if common.IsInvoke() {
		return common.Method.Name()
	}
	if fn := common.StaticCallee(); fn != nil {
		return fn.Name()
	}
	return ""
}

func isResponse(t types.Type) bool { return isNamed(t, "net/http", "ResponseWriter") }

// Results tells what the results of a function come from; nil if nothing is known of it.
func (t *Tracer) Results(fn *ssa.Function) []Origin {
	fn = t.source(fn)
	if r, ok := t.results[fn]; ok {
		return r
	}
	if fn.Blocks == nil {
		var r []Origin
		if obj, ok := fn.Object().(*types.Func); ok {
			r = t.imported(obj)
		}
		t.results[fn] = r
		return r
	}
	n := fn.Signature.Results().Len()
	t.results[fn] = make([]Origin, n) // while it is looked for, recursion yields nothing
	found := make([]Origin, n)
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
			for i, v := range ret.Results {
				found[i] = found[i].Or(t.Of(v))
			}
		}
	}
	t.results[fn] = found
	return found
}
