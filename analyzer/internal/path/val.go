// Package path walks a function forward and keeps, branch by branch, what is known of the response: the path states.
//
// What a function does to a response that it is given is its summary; callees are applied by theirs, in this package by
// recursion and across packages as facts. Every answer that is met on a path is written down, with what was known there.
// The rules read those answers; nothing is judged here.
package path

import (
	"go/constant"
	"go/token"
	"strconv"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Kind says what is known of a value.
type Kind uint8

const (
	Unknown Kind = iota
	Const        // Text is the constant, see [constText]
	Nil
	NonNil // not nil; Text is its dynamic type, where it is known
	Ref    // what stands at the place Ref when the function is entered
	Object // a struct, or what points to one, of which some fields are known
	Named  // a package variable: Text is its name, Obj what it is initialised with
	Other  // an integer within Lo…Hi, or anything else, but none of the constants in Not
)

// Val is what is known of a value on a path.
type Val struct {
	Kind   Kind
	Text   string
	Ref    event.Place
	Obj    *Obj
	Lo, Hi int
	Not    string  // constants, each between two bars
	At     Site    // where it was made, for a value that has travelled
	Why    *Reason // why it was chosen: a status, an error, a "no"; nil if that is not known
}

// Obj is what is known of a struct: its dynamic type, and constants in some fields.
type Obj struct {
	Type    string
	Fields  []Field
	Wrapped bool // it is kept inside another error: errors.As finds it, a type assertion does not
}

// Field is one known field, by the way to it from the object's place.
type Field struct {
	Path string
	Val  Val
}

// Site is a position: in this package Pos, in another "file.go:12" at best, since an absolute path would differ between
// checkouts and spoil the shared cache. Local marks a place that the value has not left yet. Told marks one of another package that
// it has reported by itself: who passes the value on need not hear of it again.
type Site struct {
	Pos   token.Pos
	Far   string
	Local bool
	Told  bool
}

// passedOn is the site of what another package has made for anybody to send: it is chosen where it is sent.
func (s Site) passedOn() Site { return Site{Told: s.Told} }

// Known reports whether s is a position at all.
func (s Site) Known() bool { return s.Pos.IsValid() || s.Far != "" }

const (
	lowest  = -1 << 31
	highest = 1<<31 - 1
)

// constText writes a constant so that equal ones are equal strings: "i401", "b1", "sfoo"; "" for other kinds.
func constText(v constant.Value) string {
	switch v.Kind() {
	case constant.Int:
		return "i" + v.ExactString()
	case constant.Bool:
		return boolText(constant.BoolVal(v))
	case constant.String:
		if s := constant.StringVal(v); len(s) <= 200 {
			return "s" + s
		}
	}
	return ""
}

func boolText(b bool) string {
	if b {
		return "b1"
	}
	return "b0"
}

func truth(b bool) Val { return Val{Kind: Const, Text: boolText(b)} }

// Int returns the integer that v is.
func (v Val) Int() (int, bool) {
	if v.Kind != Const || v.Text == "" || v.Text[0] != 'i' {
		return 0, false
	}
	n, err := strconv.Atoi(v.Text[1:])
	return n, err == nil
}

// Bool returns the boolean that v is.
func (v Val) Bool() (value, known bool) {
	return v.Text == "b1", v.Kind == Const && strings.HasPrefix(v.Text, "b")
}

// NonNil reports whether v is certainly not nil.
func (v Val) nonNil() bool { return v.Kind == NonNil || v.Kind == Object || v.Kind == Named }

// same reports whether two values are the same for a condition, wherever they were made.
func same(a, b Val) bool {
	a.At, b.At, a.Why, b.Why = Site{}, Site{}, nil, nil
	return a == b
}

// agree reports whether one value can be both a and b.
func agree(a, b Val) bool {
	if a.Kind > b.Kind {
		a, b = b, a
	}
	switch {
	case a.Kind == Unknown, a.Kind == Ref, b.Kind == Ref:
		return true
	case a.Kind == Const && b.Kind == Const:
		return a.Text == b.Text
	case a.Kind == Const && b.Kind == Other:
		return allows(b, a)
	case a.Kind == Nil:
		return b.Kind == Nil || b.Kind == Other && !strings.Contains(b.Not, "|nil|")
	case a.Kind == NonNil && b.Kind == NonNil:
		return a.Text == "" || b.Text == "" || a.Text == b.Text
	case a.Kind == NonNil && b.Kind == Object:
		return a.Text == "" || b.Obj.Type == "" || a.Text == b.Obj.Type
	case a.Kind == NonNil && b.Kind == Named:
		return a.Text == "" || b.Obj == nil || b.Obj.Type == "" || a.Text == b.Obj.Type
	case a.Kind == Named && b.Kind == Named:
		return a.Text == b.Text
	case a.Kind == Named && b.Kind == Other:
		return !strings.Contains(b.Not, "|"+a.Text+"|")
	}
	return true
}

// allows reports whether the constant c is within what other says.
func allows(other, c Val) bool {
	if strings.Contains(other.Not, "|"+c.Text+"|") {
		return false
	}
	if n, ok := c.Int(); ok {
		return other.Lo <= n && n <= other.Hi
	}
	return true
}

// meet joins what two conditions on one value say; the second result is false where they contradict.
func meet(a, b Val) (Val, bool) {
	if !agree(a, b) {
		return Val{}, false
	}
	if a.Kind != Other || b.Kind != Other {
		if b.Kind == Unknown {
			return a, true
		}
		if a.Kind == Unknown || a.Kind == Other || a.Kind == NonNil && b.Kind != Unknown && b.Kind != Other {
			return b, true
		}
		return a, true
	}
	m := Val{Kind: Other, Lo: max(a.Lo, b.Lo), Hi: min(a.Hi, b.Hi), Not: a.Not}
	for c := range strings.SplitSeq(strings.Trim(b.Not, "|"), "|") {
		if c != "" && !strings.Contains(m.Not, "|"+c+"|") {
			m.Not = "|" + strings.Trim(m.Not+c, "|") + "|"
		}
	}
	return m.narrow()
}

// narrow moves the bounds of an integer past what is excluded; false where nothing is left.
func (v Val) narrow() (Val, bool) {
	excluded := func(n int) bool { return strings.Contains(v.Not, "|i"+strconv.Itoa(n)+"|") }
	for v.Lo <= v.Hi && excluded(v.Lo) {
		v.Lo++
	}
	for v.Lo <= v.Hi && excluded(v.Hi) {
		v.Hi--
	}
	return v, v.Lo <= v.Hi
}

// but is anything except the constant or name text.
func but(text string) Val { return Val{Kind: Other, Lo: lowest, Hi: highest, Not: "|" + text + "|"} }

func within(lo, hi int) Val { return Val{Kind: Other, Lo: lo, Hi: hi} }
