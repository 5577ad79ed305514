package path

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// textual are the functions that compare two texts: what they say of two that are known is known.
var textual = map[string]func(a, b string) bool{
	"HasPrefix": strings.HasPrefix, "HasSuffix": strings.HasSuffix, "Contains": strings.Contains, "EqualFold": strings.EqualFold,
}

// fixedTexts is what a call that compares two texts says where the path knows both: a handler that has answered for one path of the
// URL goes on to ask what that path begins with.
func (k *walk) fixedTexts(env *Env, call *ssa.Call) (value, known bool) {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg.Pkg.Path() != "strings" || fn.Signature.Recv() != nil {
		return false, false
	}
	compare := textual[fn.Name()]
	if compare == nil {
		return false, false
	}
	a, b := k.value(env, call.Call.Args[0]), k.value(env, call.Call.Args[1])
	if a.Kind != Const || b.Kind != Const {
		return false, false
	}
	x, isText := strings.CutPrefix(a.Text, "s")
	y, both := strings.CutPrefix(b.Text, "s")
	return compare(x, y), isText && both
}
