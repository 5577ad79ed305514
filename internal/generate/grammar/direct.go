package grammar

import (
	"fmt"
	"strings"
)

// Direct prints what calls helpers by themselves, with all arguments: a helper is judged for all of them, and not only for those
// that its handler has in mind. The analyzer does not see this file.
func (s *Source) Direct(module string) string {
	var b strings.Builder
	imported, takes, writer, ask := "net/http", "w http.ResponseWriter, r *http.Request", "w", "r.FormValue"
	handler := "http.HandlerFunc"
	if s.Handlers[0].Gin {
		imported, takes, writer, ask, handler = "github.com/gin-gonic/gin", "ctx *gin.Context", "ctx", "ctx.Query", "gin.HandlerFunc"
	}
	fmt.Fprintf(&b, "package %[1]s\n\nimport (\n\t%[3]q\n\t\"strconv\"\n\n\t\"%[2]s/%[1]slib\"\n)\n\nvar _ = %[1]slib.Used\n\n", s.Name, module, imported)
	b.WriteString("func number(text string) int {\n\tn, _ := strconv.Atoi(text)\n\treturn n\n}\n\n")
	fmt.Fprintf(&b, "func Direct() map[string]%[1]s {\n\treturn map[string]%[1]s{\n", handler)
	for _, h := range s.Handlers {
		for _, i := range h.Reached()[1:] {
			f := h.Funcs[i]
			if f.Result == Judgment {
				continue
			}
			name := nameOf(h, i)
			if f.Lib {
				name = s.Name + "lib." + name
			}
			args := []string{writer}
			for _, q := range f.Params {
				args = append(args, fmt.Sprintf(map[Kind]string{Bool: "%s(%q) != \"\"", Status: "number(%s(%q))", Text: "%s(%q)"}[q.Kind], ask, q.Name))
			}
			call := name + "(" + strings.Join(args, ", ") + ")"
			if f.Method {
				call = "(&" + name + "{w}).WriteHeader(number(r.FormValue(\"code\")))"
			}
			fmt.Fprintf(&b, "\t\t\"%d.%d\": func(%s) { %s },\n", h.ID, i, takes, call)
		}
	}
	b.WriteString("\t}\n}\n")
	return b.String()
}

// Queries lists all inputs of a function, as queries of a URL.
func (f *Func) Queries() []string {
	all := []string{""}
	for _, p := range f.Params {
		values := map[Kind][]string{Bool: {"", "1"}, Mode: append([]string{""}, Modes...), Count: {"", "1", "22"},
			Status: {"200", "201", "400", "401", "402", "403", "404", "407", "500", "501"}, Text: {Welcomes[0], Refusals[0]}}[p.Kind]
		var next []string
		for _, q := range all {
			for _, v := range values {
				next = append(next, q+"&"+p.Name+"="+v)
			}
		}
		all = next
	}
	return all
}
