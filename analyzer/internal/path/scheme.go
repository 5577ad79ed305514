package path

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Scheme is the authentication scheme that the credentials which fn reads certainly belong to: "Basic" where it calls
// BasicAuth, "Bearer" where it strips that prefix, in itself or in a function of the package that it calls. It is "" where
// neither or both can be seen.
func (w *Walker) Scheme(fn *ssa.Function) string {
	found := make(map[string]bool)
	w.schemes(fn, found, make(map[*ssa.Function]bool), 0)
	if len(found) != 1 {
		return ""
	}
	for scheme := range found {
		return scheme
	}
	return ""
}

const maxSchemeDepth = 3 // how many calls away the credentials may be read

func (w *Walker) schemes(fn *ssa.Function, found map[string]bool, seen map[*ssa.Function]bool, depth int) {
	if seen[fn] || depth > maxSchemeDepth {
		return
	}
	seen[fn] = true
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := call.Common().StaticCallee()
			if callee == nil {
				continue
			}
			if callee.Name() == "BasicAuth" && strings.HasSuffix(callee.String(), "net/http.Request).BasicAuth") {
				found["Basic"] = true
			}
			for _, arg := range call.Common().Args {
				if c, ok := arg.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
					if scheme, ok := schemePrefix(constant.StringVal(c.Value)); ok && callee.Pkg != nil && callee.Pkg.Pkg.Path() == "strings" {
						found[scheme] = true
					}
				}
			}
			if callee.Blocks != nil {
				w.schemes(callee, found, seen, depth+1)
			}
		}
	}
}

// schemePrefix reads a string such as "Bearer " that is stripped from a header.
func schemePrefix(s string) (string, bool) {
	switch strings.ToLower(s) {
	case "bearer ", "bearer":
		return "Bearer", true
	case "basic ":
		return "Basic", true
	}
	return "", false
}
