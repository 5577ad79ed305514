package missingchallenge

import (
	"errors"
	"net/http"
)

// A function that answers is kept in a field, a variable or an option, or given to another one.

// answerer's field only ever holds what newAnswerer puts there.
type answerer struct {
	fail func(w http.ResponseWriter, code int)
}

func newAnswerer() *answerer {
	return &answerer{fail: func(w http.ResponseWriter, code int) { w.WriteHeader(code) }}
}

func (x *answerer) handle(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		x.fail(w, 401) // want "missing-challenge: 401"
	}
}

func (x *answerer) missing(w http.ResponseWriter, r *http.Request) { x.fail(w, 404) }

// gate's field holds methods, bound to something.
type gate struct {
	onDenied func(w http.ResponseWriter, r *http.Request, err error)
}

type site struct{ realm string }

func (s *site) deny(w http.ResponseWriter, r *http.Request, err error) {
	http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
}

func (s *site) ask(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, err.Error(), 401)
}

func newGate(s *site, interactive bool) *gate {
	if interactive {
		return &gate{onDenied: s.ask}
	}
	return &gate{onDenied: s.deny}
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		g.onDenied(w, r, errors.New("who are you?"))
		return
	}
	w.Write([]byte("hello"))
}

// door asks before it calls what it holds, so that what it holds does not need to.
type door struct {
	refuse func(w http.ResponseWriter, msg string)
}

func refuseBy(w http.ResponseWriter, msg string) { http.Error(w, msg, 401) }

func newDoor() *door { return &door{refuse: refuseBy} }

func (d *door) handle(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	d.refuse(w, "who are you?")
}

// A variable of the package, with one function in it from the start.
var deniedBy = func(w http.ResponseWriter, msg string, code int) { http.Error(w, msg, code) }

func byFunctionVariable(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		deniedBy(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401"
		return
	}
	deniedBy(w, "not here", http.StatusNotFound)
}

// An option fills the field.
type lock struct {
	writeError func(w http.ResponseWriter, err error, code int)
}

type lockOption func(*lock)

func withErrors(f func(w http.ResponseWriter, err error, code int)) lockOption {
	return func(l *lock) { l.writeError = f }
}

func newLock(options ...lockOption) *lock {
	l := &lock{}
	for _, o := range options {
		o(l)
	}
	return l
}

var theLock = newLock(withErrors(func(w http.ResponseWriter, err error, code int) { http.Error(w, err.Error(), code) }))

func (l *lock) handle(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		l.writeError(w, errors.New("who are you?"), 401) // want "missing-challenge: 401"
	}
}

// A helper answers with the function that it is given. Each of its callers is told what that one does.
func unless(ok bool, w http.ResponseWriter, code int, answer func(w http.ResponseWriter, code int)) {
	if !ok {
		answer(w, code)
	}
}

func plainly(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func askingly(w http.ResponseWriter, code int) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(code)
}

func givesPlain(w http.ResponseWriter, r *http.Request) {
	unless(signedIn(r), w, 401, plainly) // want "missing-challenge: 401"
}

func givesAsking(w http.ResponseWriter, r *http.Request) { unless(signedIn(r), w, 401, askingly) }

func givesPlainNotFound(w http.ResponseWriter, r *http.Request) {
	unless(signedIn(r), w, 404, plainly)
}

// A middleware's next handler is no such function, even if all that it ever is can be seen; one that always denies is.
type chain struct {
	next http.HandlerFunc
	deny http.HandlerFunc
}

func bareDeny(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func newChain() *chain {
	return &chain{next: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }, deny: bareDeny}
}

func (c *chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		c.deny(w, r)
		return
	}
	c.next(w, r)
}

// Others may fill an exported field with what they like: its default is still one of those that answer.
type Guard struct {
	OnError func(w http.ResponseWriter, code int)
}

func NewGuard() *Guard { return &Guard{OnError: plainly} }

func (g *Guard) handle(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		g.OnError(w, 401) // want "missing-challenge: 401"
	}
}

// Nobody fills this one here.
type Unfilled struct {
	OnError func(w http.ResponseWriter, code int)
}

func (u *Unfilled) handle(w http.ResponseWriter, r *http.Request) { u.OnError(w, 401) }

// A field whose address goes elsewhere may hold anything.
type lent struct {
	fail func(w http.ResponseWriter, code int)
}

func (l *lent) lend(fill func(*func(w http.ResponseWriter, code int))) {
	l.fail = askingly
	fill(&l.fail)
}

func (l *lent) handle(w http.ResponseWriter, r *http.Request) { l.fail(w, 401) }
