package grammar

import (
	"fmt"
	"strconv"
	"strings"
)

const ginStart = `package %[1]s

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"%[2]s/%[1]slib"
)

var _, _, _, _ = io.WriteString, fmt.Fprint, http.Error, %[1]slib.Used

type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

func failing(f func(c *gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := f(c); err != nil {
			var known *failure
			if errors.As(err, &known) {
				c.JSON(known.code, gin.H{"error": known.text})
				return
			}
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		}
	}
}

var errRefused = errors.New("refused")

func numbered(f func(c *gin.Context) (int, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		if code, err := f(c); err != nil {
			c.JSON(code, gin.H{"error": err.Error()})
		}
	}
}
`

const ginLibStart = `package %slib

import (
	"fmt"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"
)

var _, _, _ = io.WriteString, fmt.Fprint, gin.New

const Used = http.StatusOK
`

// routes registers handlers of gin, each in an engine of its own; middlewares stand before a handler.
func routes(handlers []*Handler) string {
	list := "\nfunc Handlers(engine func(id int) gin.IRoutes, next gin.HandlerFunc) {\n"
	for _, h := range handlers {
		name := nameOf(h, 0)
		switch h.Shape {
		case Middleware:
			name += ", next"
		case Returns:
			name = "failing(" + name + ")"
		case ReturnsInt:
			name = "numbered(" + name + ")"
		}
		list += fmt.Sprintf("\tengine(%[1]d).GET(\"/%[1]d\", %[2]s)\n", h.ID, name)
	}
	return list + "}\n"
}

// gin writes a statement that gin has calls of its own for, and reports whether it is one.
func (p *printer) gin(s *Stmt) bool {
	switch s.Op {
	case Header:
		p.ginHeader(s)
	case Commit:
		p.put("ctx.%s(%s)", [...]string{"Status", "AbortWithStatus"}[s.How], p.code(s.Code))
	case Abort:
		p.put("ctx.Abort()")
	case Answer:
		p.ginAnswer(s)
	case Write:
		p.put([...]string{"ctx.Writer.Write([]byte(%s))", "io.WriteString(ctx.Writer, %s)", "ctx.Writer.WriteString(%s)", "fmt.Fprintln(ctx.Writer, %s)"}[s.How], text(s.Text))
	case Next:
		p.Nexts[p.here()] = true
		p.put("ctx.Next()")
	default:
		return false
	}
	return true
}

func (p *printer) ginHeader(s *Stmt) {
	name, value := s.Name, strconv.Quote(s.Text)
	switch s.How {
	case 1:
		p.put("ctx.Writer.Header().Add(%q, %s)", name, value)
	case 2:
		p.put("ctx.Writer.Header()[%q] = []string{%s}", canonical(name), value)
	case 3:
		p.put("ctx.Header(%q, %s)", strings.ToLower(name), value)
	case Setters:
		p.put("ctx.Header(%q, \"\")", name)
	case Setters + 1:
		p.put("ctx.Writer.Header().Del(%q)", name)
	default:
		p.put("ctx.Header(%q, %s)", name, value)
	}
}

// JSON are the ways to answer of which the text is put into an object.
func (s *Stmt) JSON() bool { return (s.How == 0 || s.How == 2) && !strings.HasPrefix(s.Text, "$") }

// Aborts reports whether a status or an answer of gin keeps the handlers behind it from running.
func (s *Stmt) Aborts() bool {
	return s.Op == Abort || s.Op == Commit && s.How == 1 || s.Op == Answer && s.How == 2 && s.JSON()
}

func (p *printer) ginAnswer(s *Stmt) {
	code, body := p.code(s.Code), fmt.Sprintf("gin.H{%q: %q}", Key(s.Text), s.Text)
	switch {
	case s.JSON() && s.How == 0:
		p.put("ctx.JSON(%s, %s)", code, body)
	case s.JSON():
		p.put("ctx.AbortWithStatusJSON(%s, %s)", code, body)
	case s.How == 3:
		p.put("http.Error(ctx.Writer, %s, %s)", text(s.Text), code)
	default:
		p.put("ctx.String(%s, %s)", code, text(s.Text))
	}
}

// Key is under which name a text stands in an object that gin answers with.
func Key(text string) string {
	if Refuses(text) {
		return "error"
	}
	return "message"
}
