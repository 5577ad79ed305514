package grammar

import (
	"fmt"
	"strings"
)

func (p *printer) statements(list []*Stmt) {
	for _, s := range list {
		p.statement(s)
	}
}

func (p *printer) block(list []*Stmt) {
	p.indent++
	p.statements(list)
	p.indent--
}

func (p *printer) statement(s *Stmt) {
	p.At[s], p.Given[p.here()] = p.here(), strings.HasPrefix(s.Text, "$")
	p.Varies[p.here()] = s.Code.Var != ""
	if p.h.Gin && p.gin(s) {
		return
	}
	switch s.Op {
	case Block:
		p.put("{")
		p.block(s.Body)
		p.put("}")
	case If:
		p.put("if %s {", p.cond(s.Cond))
		p.block(s.Body)
		if len(s.Else) > 0 {
			p.put("} else {")
			p.block(s.Else)
		}
		p.put("}")
	case Switch:
		p.choice(s)
	case Header:
		p.header(s)
	case Commit:
		p.put("%s.WriteHeader(%s)", p.writer, p.code(s.Code))
	case Answer:
		p.put("http.Error(%s, %s, %s)", p.writer, text(s.Text), p.code(s.Code))
	case Write:
		p.put([...]string{"%s.Write([]byte(%s))", "io.WriteString(%s, %s)", "fmt.Fprint(%s, %s)", "fmt.Fprintln(%s, %s)"}[s.How], p.writer, text(s.Text))
	case Assign:
		p.put("%s = %s", s.Var, p.code(s.Code))
	case Call:
		p.put("%s", p.call(s))
	case DeferCall:
		p.Defers[p.here()] = true
		p.put("defer %s", p.call(s))
	case Guard:
		p.put("if !%s {", p.call(s))
		p.indent++
		p.statement(&Stmt{Op: Return, Yes: true})
		p.indent--
		p.put("}")
	case Return:
		p.leave(s)
	case Next:
		p.Nexts[p.here()] = true
		p.put("next.ServeHTTP(%s, r)", p.writer)
	default:
		p.scope(s)
	}
}

// scope writes a statement that has a block which differs from what is around it.
func (p *printer) scope(s *Stmt) {
	result, loops, writer, closed := p.result, p.loops, p.writer, p.closed
	switch s.Op {
	case Defer, Closure:
		p.result, p.loops = Nothing, 0
		start := p.here()
		p.Defers[start] = s.Op == Defer
		p.put("%sfunc() {", map[Op]string{Defer: "defer "}[s.Op])
		p.closed = s
		p.block(s.Body)
		p.closed = closed
		p.Starts[p.here()], p.End[s], p.Ends[p.here()] = start, p.here(), s
		p.put("}()")
	case Loop:
		p.loops++
		limit := fmt.Sprint(s.N)
		if s.Var != "" {
			limit = s.Var
		}
		p.put("for i%[1]d := 0; i%[1]d < %[2]s; i%[1]d++ {", p.loops, limit)
		p.block(s.Body)
		p.put("}")
	case Leave:
		if p.Loops[s] = p.loops > 0; p.Loops[s] {
			p.put("%s", map[bool]string{true: "continue", false: "break"}[s.Yes])
		}
	case Wrap:
		p.put("{")
		p.indent++
		p.put("ww := &%s{%s}", p.name(s.Fn), p.writer)
		p.put("_ = ww")
		p.writer = "ww"
		p.statements(s.Body)
		p.indent--
		p.put("}")
	}
	p.result, p.loops, p.writer, p.closed = result, loops, writer, closed
}

func (p *printer) call(s *Stmt) string {
	return fmt.Sprintf("%s(%s)", p.name(s.Fn), strings.Join(append([]string{p.writer}, p.args(p.h.Funcs[s.Fn], s.Args)...), ", "))
}

func (p *printer) choice(s *Stmt) {
	p.put("switch %s {", s.Var)
	for i, c := range s.Case {
		if c[0] >= 'a' {
			c = fmt.Sprintf("%q", c)
		}
		p.put("case %s:", c)
		p.block(s.Arms[i])
	}
	if len(s.Else) > 0 {
		p.put("default:")
		p.block(s.Else)
	}
	p.put("}")
}

func (p *printer) header(s *Stmt) {
	name, value := s.Name, fmt.Sprintf("%q", s.Text)
	switch s.How {
	case 1:
		p.put("%s.Header().Add(%q, %s)", p.writer, name, value)
	case 2:
		p.put("%s.Header()[%q] = []string{%s}", p.writer, canonical(name), value)
	case 3:
		p.put("%s.Header().Set(%q, %s)", p.writer, strings.ToLower(name), value)
	case Setters:
		p.put("%s.Header().Del(%q)", p.writer, name)
	case Setters + 1:
		p.put("delete(%s.Header(), %q)", p.writer, canonical(name))
	default:
		p.put("%s.Header().Set(%q, %s)", p.writer, name, value)
	}
}

func (p *printer) leave(s *Stmt) {
	switch p.result {
	case Truth:
		p.put("return %v", s.Yes)
	case Failure:
		if s.Yes {
			p.put("return nil")
			return
		}
		p.Returns[p.here()] = true
		p.put("return &failure{%s, \"refused\"}", p.code(s.Code))
	case Number:
		if s.Yes {
			p.put("return 0, nil")
			return
		}
		p.Returns[p.here()] = true
		p.put("return %s, errRefused", p.code(s.Code))
	default:
		p.put("return")
	}
}
