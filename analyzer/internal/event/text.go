package event

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Text is a string of which some pieces are known: what a header is set to.
type Text []Piece

// Piece is known text, or a hole of some kind, filled at run time by the value From (nil if there is none to name).
type Piece struct {
	Text string
	Hole Hole
	From ssa.Value
}

// Hole is what is known of a piece whose text is not.
type Hole uint8

const (
	Known  Hole = iota // no hole: the text is what stands there
	Any                // anything, nothing too
	Quoted             // a complete quoted string: %q, strconv.Quote
	Digits             // a number: %d, strconv.Itoa
)

// TextOf reads the string v as a pattern. A phi is one hole: its alternatives are judged where they are chosen.
func TextOf(v ssa.Value) Text { return textOf(v, 0) }

const maxText = 20 // how deep a concatenation is followed

func textOf(v ssa.Value, depth int) Text {
	if depth > maxText {
		return Text{{Hole: Any}}
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return Text{{Text: constant.StringVal(v.Value)}}
		}
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return append(textOf(v.X, depth+1), textOf(v.Y, depth+1)...)
		}
	case *ssa.ChangeType:
		return textOf(v.X, depth+1)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return ofVariable(v, depth)
		}
	case *ssa.Call:
		return ofStringCall(v, depth)
	}
	return Text{{Hole: Any, From: v}}
}

// ofVariable reads a local variable, or one that a closure has captured: what is stored there alone, or quoted, if it ever is.
func ofVariable(load *ssa.UnOp, depth int) Text {
	from, hole := load.X, Text{{Hole: Any, From: load}}
	for range maxText {
		captured, ok := from.(*ssa.FreeVar)
		if !ok {
			break
		}
		from = Binding(captured)
	}
	alloc, ok := from.(*ssa.Alloc)
	if !ok {
		return hole
	}
	if store := OnlyStore(alloc); store != nil {
		return textOf(store.Val, depth+1)
	}
	for _, ref := range *alloc.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == alloc && load.Parent() != alloc.Parent() {
			if text := textOf(store.Val, depth+1); len(text) == 1 && text[0].Hole == Quoted {
				return text
			}
		}
	}
	return hole
}

func ofStringCall(call *ssa.Call, depth int) Text {
	callee := call.Call.StaticCallee()
	if callee == nil || callee.Pkg == nil {
		return Text{{Hole: Any, From: call}}
	}
	switch callee.Pkg.Pkg.Path() + "." + callee.Name() {
	case "fmt.Sprintf":
		if format, ok := call.Call.Args[0].(*ssa.Const); ok && format.Value != nil {
			return formatted(constant.StringVal(format.Value), variadic(call.Call.Args[1]), depth)
		}
	case "strconv.Quote", "strconv.QuoteToASCII":
		return Text{{Hole: Quoted}}
	case "strconv.Itoa", "strconv.FormatInt", "strconv.FormatUint":
		return Text{{Hole: Digits}}
	}
	return Text{{Hole: Any, From: call}}
}

// formatted reads a fmt format: its text, and a hole or the argument's own text for each verb.
func formatted(format string, args []ssa.Value, depth int) Text {
	var text Text
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 || i+1 == len(format) {
			return append(text, Piece{Text: format})
		}
		if i > 0 {
			text = append(text, Piece{Text: format[:i]})
		}
		verb := format[i+1]
		format = format[i+2:]
		if verb == '%' {
			text = append(text, Piece{Text: "%"})
			continue
		}
		var arg ssa.Value
		if len(args) > 0 {
			arg, args = args[0], args[1:]
		}
		switch {
		case (verb == 's' || verb == 'v') && arg != nil && isString(arg):
			text = append(text, textOf(unwrapped(arg), depth+1)...)
		case verb == 'q':
			text = append(text, Piece{Hole: Quoted})
		case verb == 'd':
			text = append(text, Piece{Hole: Digits})
		default:
			text = append(text, Piece{Hole: Any})
			if !strings.ContainsRune("sv", rune(verb)) {
				return append(text, Piece{Hole: Any}) // flags and widths: what follows cannot be told apart
			}
		}
	}
	return text
}

func unwrapped(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

func isString(v ssa.Value) bool {
	b, ok := unwrapped(v).Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// variadic returns the values of a slice that was built for a variadic call; nil if it was not.
func variadic(slice ssa.Value) []ssa.Value {
	s, ok := slice.(*ssa.Slice)
	if !ok {
		return nil
	}
	return Elements(s)
}

// Elements returns the elements of a slice literal in order; nil where v is none.
func Elements(v ssa.Value) []ssa.Value {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	alloc, ok := s.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	array, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || array.Len() > 64 {
		return nil
	}
	elements := make([]ssa.Value, array.Len())
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		k, ok := addr.Index.(*ssa.Const)
		if !ok {
			return nil
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				elements[k.Int64()] = store.Val
			}
		}
	}
	return elements
}

// Mentions lists the constant strings that v is put together from, through calls, slices and what meets in it.
func Mentions(v ssa.Value) []string {
	m := mentions{seen: make(map[ssa.Value]bool)}
	m.add(v)
	return m.texts
}

type mentions struct {
	seen  map[ssa.Value]bool
	texts []string
}

func (m *mentions) add(v ssa.Value) {
	if v == nil || m.seen[v] || len(m.seen) > 200 {
		return
	}
	m.seen[v] = true
	if c, ok := v.(*ssa.Const); ok {
		if c.Value != nil && c.Value.Kind() == constant.String {
			m.texts = append(m.texts, constant.StringVal(c.Value))
		}
		return
	}
	if instr, ok := v.(ssa.Instruction); ok {
		for _, op := range instr.Operands(nil) {
			m.add(*op)
		}
	}
	if alloc, ok := v.(*ssa.Alloc); ok {
		for _, ref := range *alloc.Referrers() {
			m.stored(ref)
		}
	}
}

// stored follows what is stored in a local variable, or in an element of it.
func (m *mentions) stored(ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.Store:
		m.add(ref.Val)
	case *ssa.IndexAddr:
		for _, deeper := range *ref.Referrers() {
			if store, ok := deeper.(*ssa.Store); ok {
				m.add(store.Val)
			}
		}
	}
}
