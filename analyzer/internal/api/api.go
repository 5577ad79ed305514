// Package api holds what the calls of HTTP libraries do to a response.
//
// It is data: one table per framework, one file each, and one look-up. It knows go/types and nothing of authvet. Every
// row was checked against the real package (the module in check checks them again).
package api

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// Arg names an operand of a call: 0, 1, … is an argument (the receiver not counted), [Recv] the receiver, [None] nobody.
// A variadic argument stands for each of the values passed for it (io.MultiWriter, errors.Join).
type Arg int8

const (
	None Arg = -2
	Recv Arg = -1
)

// Does is a set of things that a call does.
type Does uint64

const (
	Commits     Does = 1 << iota // the status line and the headers leave now
	Stores                       // the status is remembered and leaves with the first byte (lazy frameworks)
	Writes                       // writes to the body; the first byte commits what is pending, or 200
	Early                        // its error may come before the first byte (it marshals, renders, or reads a source)
	Sets                         // sets a header: Name, Value
	Adds                         // adds a header line: Name, Value
	Deletes                      // deletes a header: Name
	Clears                       // wipes all headers set before
	Copies                       // copies a whole header map, Value, onto On: what it sets cannot be known
	GivesHeader                  // its result is the live header map of the response
	Wraps                        // its first result is the same response in other clothes
	Buffers                      // its first result writes to the response later, perhaps never (bufio, gzip)
	HandsOn                      // another handler owns the response from here on
	Hijacks                      // the connection is taken over: nothing after it is an HTTP answer; if it fails, nothing has happened
	Upgrades                     // takes the connection over; when it fails it has answered by itself
	Spares                       // is given the response and changes nothing about it
	Exits                        // never returns
	KeepsError                   // its result is an error that keeps argument Value for errors.Is and errors.As
	AsError                      // errors.As: fills its target (argument 1) from argument 0
	IsError                      // errors.Is: compares argument 0 with argument 1

	Holds             // with Writes: the bytes may wait in a buffer, so not even its success means that one went out
	Flushes           // with Writes: sends what Holds calls left waiting, and nothing where nothing waits
	Binds             // from here on its receiver writes to the response (gzip.Writer.Reset)
	Asks              // its result tells whether, or with which status, the response was committed
	StoresOnRequest   // remembers Status on the request On, where calls that are StatusFromRequest look for it
	StatusFromRequest // with Commits: the status is what was stored on Request, or 200
	FindsError        // errors.AsType: its first result is what it found in argument 0
	KeepsNil          // with KeepsError: the result is nil where all that it keeps is nil
	ExitsChained      // what it returns never returns from being sent: log.Fatal().Msg("…") of zerolog
	Waits             // with Writes: nothing leaves before the handler has returned (buffering frameworks)
	Bypasses          // with Writes: what was remembered is not its status; 200 leaves
	Aborts            // the handlers after this one will not run
	Fails             // when it fails it has answered Code by itself
	MakesError        // its result is an error of type Makes that carries the status
	Hooks             // is given code that runs before the answer leaves, and may set any header
	NeverNil          // its result is an error, whatever it is given
	Renders           // with Writes: what it writes is a page for people, made from a template
	Prepares          // with StatusFromRequest: the method Render of Body is called first, which may store the status
)

// Call says what one function or method does to a response.
type Call struct {
	Pkg  string // import path, without the suffix of a major version: github.com/go-chi/chi
	Type string // the receiver's type name, without *; empty for a function
	Func string
	Does Does

	On     Arg    // the response, the header map, or the request of StoresOnRequest
	Status Arg    // the argument that carries the status
	Code   int    // the status, where it is fixed; 0 where it is not known
	Name   Arg    // the argument that names the header
	Header string // the header, where it is fixed
	Value  Arg    // the header's value, or the map or error that is copied
	Body   Arg    // what is written: with a format, the arguments after it too

	Request Arg    // the request that a StatusFromRequest call reads
	Key     string // the variable of Pkg under which such a call finds the status in the request's context
	Makes   string // the type of the error that a MakesError call makes, in Pkg
	Carrier Arg    // the error whose status a Commits call sends, as if a handler had returned it
	Inner   Arg    // the error that a KeepsError call puts inside: where it carries a status of its own, that one is sent
}

// Framework is one library, or a family that reduces to the same thing, and what its calls do.
type Framework struct {
	Name     string
	Checked  string // the versions that the rows were checked against
	Model    string // when its answers leave; "" where it answers nothing by itself
	Not      string // what is not understood of it; "" if nothing is known to be
	Calls    []*Call
	Contexts []Context
	Errors   []ErrorType
	Hooks    []Hook
}

// All lists the frameworks that authvet understands. Tables are functions, so that a process which asks for none pays for none.
func All() []Framework { return all() }

var all = sync.OnceValue(func() []Framework {
	return []Framework{netHTTP(), writers(), otherEncoders(), errorValues(), exits(),
		gorilla(), httprouter(), chi(), alice(), negroni(), cors(), websocket(),
		gin(), echo(), echo5(), fiber(), fasthttp(),
		goRestful(), hertz(), iris(), beego(), huma(), pocketbase(), herodot(), caddy(), gokit(), otherWriters()}
})

// Replaceable reports whether a call gives an error to the handler that sends what handlers return, which a program may replace: it asks
// the context for that one. Another call that sends an error's status does so by itself.
func (c *Call) Replaceable() bool { return c.Carrier != None && c.On == Recv }

// row fills in the operands that a table leaves out: there is no argument 0 by accident. It returns a pointer because a table of a
// thousand rows is code that makes them, and code that copies each was half of it.
func row(pkg, typ, fn string, does Does, with ...func(*Call)) *Call {
	c := &Call{Pkg: pkg, Type: typ, Func: fn, Does: does, On: None, Status: None, Name: None, Value: None, Body: None,
		Request: None, Carrier: None, Inner: None}
	for _, set := range with {
		set(c)
	}
	return c
}

func on(a Arg) func(*Call)        { return func(c *Call) { c.On = a } }
func status(a Arg) func(*Call)    { return func(c *Call) { c.Status = a } }
func code(n int) func(*Call)      { return func(c *Call) { c.Code = n } }
func name(a Arg) func(*Call)      { return func(c *Call) { c.Name = a } }
func header(n string) func(*Call) { return func(c *Call) { c.Header = n } }
func value(a Arg) func(*Call)     { return func(c *Call) { c.Value = a } }
func body(a Arg) func(*Call)      { return func(c *Call) { c.Body = a } }
func under(k string) func(*Call)  { return func(c *Call) { c.Key = k } }
func request(a Arg) func(*Call)   { return func(c *Call) { c.Request = a } }
func makes(t string) func(*Call)  { return func(c *Call) { c.Makes = t } }
func carrier(a Arg) func(*Call)   { return func(c *Call) { c.Carrier = a } }
func inner(a Arg) func(*Call)     { return func(c *Call) { c.Inner = a } }

type key struct{ pkg, typ, fn string }

// named are rows in the order of their names. A map would hold every name once more: all memory that a small package's process has left.
type named[R interface{ key() key }] []R

// sorted puts rows in order.
func sorted[R interface{ key() key }](rows []R) named[R] {
	slices.SortFunc(rows, func(a, b R) int { return a.key().compare(b.key()) })
	return rows
}

// find returns the row for k, or nil.
func (n named[R]) find(k key) (row R) {
	if i, ok := slices.BinarySearchFunc(n, k, func(row R, k key) int { return row.key().compare(k) }); ok {
		return n[i]
	}
	return row
}

// compare looks first at what differs most, and costs least to compare.
func (k key) compare(other key) int {
	if c := strings.Compare(k.fn, other.fn); c != 0 {
		return c
	}
	if c := strings.Compare(k.typ, other.typ); c != 0 {
		return c
	}
	return strings.Compare(k.pkg, other.pkg)
}

func (c *Call) key() key { return key{c.Pkg, c.Type, c.Func} }

var index = sync.OnceValue(func() named[*Call] {
	rows := 0
	for _, f := range All() {
		rows += len(f.Calls)
	}
	list := make([]*Call, 0, rows)
	for _, f := range All() {
		list = append(list, f.Calls...)
	}
	return sorted(list)
})

// Lookup returns what is known of fn, or nil. A method of a framework's context that has no row does nothing to the response.
func Lookup(fn *types.Func) *Call {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	k := key{unversioned(fn.Pkg().Path()), receiver(fn), fn.Name()}
	if row := index().find(k); row != nil {
		return row
	}
	if contexts()[k.pkg+"."+k.typ] != nil {
		return harmless
	}
	return nil
}

// harmless stands for the methods of a context that only ask.
var harmless = row("", "", "", Spares, on(Recv))

// LookupMethod returns what a row says of the method called name of the named type, or nil.
func LookupMethod(pkg, typ, name string) *Call {
	return index().find(key{unversioned(pkg), typ, name})
}

// receiver returns the name of the type that declares fn, without pointer, or "".
func receiver(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return ""
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// unversioned strips the major version from an import path (github.com/go-chi/chi/v5/middleware), and the folder that
// it is vendored under.
func unversioned(path string) string {
	path = unvendored(path)
	for from := 0; ; {
		i := strings.Index(path[from:], "/v")
		if i < 0 {
			return path
		}
		i += from
		end := i + len("/v")
		for end < len(path) && '0' <= path[end] && path[end] <= '9' {
			end++
		}
		if end > i+len("/v") && (end == len(path) || path[end] == '/') && strings.Contains(path[:i], "/") {
			path, from = path[:i]+path[end:], i
		} else {
			from = i + len("/v")
		}
	}
}

// unvendored strips the folder that an import path is vendored under.
func unvendored(path string) string {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return path
}
