// Package lookalikes has code that looks like a mistake and is none, and beside it code that is one.
package lookalikes

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
)

const challenge = `Basic realm="Restricted"`

func signedIn(r *http.Request) bool { _, err := r.Cookie("s"); return err == nil }

func arrayLoop(w http.ResponseWriter, r *http.Request) {
	for _, c := range [...]string{challenge, "Negotiate"} {
		w.Header().Add("WWW-Authenticate", c)
	}
	w.WriteHeader(401)
}
func sliceLoop(w http.ResponseWriter, r *http.Request) {
	for _, c := range []string{challenge, "Negotiate"} {
		w.Header().Add("WWW-Authenticate", c)
	}
	w.WriteHeader(401)
}

type intHandler func(w http.ResponseWriter, r *http.Request) (int, error)

func (h intHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := h(w, r)
	if err != nil {
		http.Error(w, err.Error(), code)
	}
}
func intNoError(w http.ResponseWriter, r *http.Request) (int, error) {
	return http.StatusUnauthorized, nil
}
func routes(mux *http.ServeMux) { mux.Handle("/c", intHandler(intNoError)) }

func inDefer(w http.ResponseWriter, r *http.Request) {
	code := 200
	defer func() {
		w.WriteHeader(code) // want "missing-challenge: "
	}()
	if !signedIn(r) {
		code = 401
	}
}

func recovers(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			http.Error(w, fmt.Sprint(v), 500)
		}
	}()
	w.WriteHeader(204)
}

type challenger struct{ http.ResponseWriter }

func (c challenger) WriteHeader(code int) {
	if code == http.StatusUnauthorized {
		c.Header().Set("WWW-Authenticate", challenge)
	}
	c.ResponseWriter.WriteHeader(code)
}
func errorOnChallenger(w http.ResponseWriter, r *http.Request) {
	http.Error(challenger{w}, "who are you?", 401)
}
func fail(w http.ResponseWriter, code int) { w.WriteHeader(code) }
func failOnChallenger(w http.ResponseWriter, r *http.Request) {
	fail(challenger{w}, 401)
}

func rangedUpstream(w http.ResponseWriter, resp *http.Response) {
	for name, values := range resp.Header {
		for _, v := range values {
			w.Header().Add(name, v)
		}
	}
	w.WriteHeader(401)
}
func copyHeader(dst, src http.Header) {
	for name, values := range src {
		dst[name] = values
	}
}
func rangedByHelper(w http.ResponseWriter, resp *http.Response) {
	copyHeader(w.Header(), resp.Header)
	w.WriteHeader(401)
}

func failWith(w http.ResponseWriter, code int, value string) {
	if value != "" {
		w.Header().Set("WWW-Authenticate", value)
	}
	w.WriteHeader(code)
}
func callsFailWith(w http.ResponseWriter, r *http.Request) {
	failWith(w, 401, "") // want "missing-challenge: 401"
}

func onlyInClosure(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, err.Error(), 500)
		}
	}()
	err = r.ParseForm()
	if err != nil {
		return
	}
	w.WriteHeader(204)
}
func secondInClosure(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, err.Error(), 500) // want "late-status: status 500 .*400"
		}
	}()
	err = r.ParseForm()
	if err != nil {
		http.Error(w, err.Error(), 400)
		return
	}
	w.WriteHeader(204)
}

func late(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401) // want "missing-challenge: .*too late"
	w.Header().Set("WWW-Authenticate", challenge)
}

func deleteOther(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	delete(w.Header(), "WWW-Authenticate")
	w.WriteHeader(401)
}
func addEmpty(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.Header().Add("WWW-Authenticate", "")
	w.WriteHeader(401)
}
func canonKey(w http.ResponseWriter, r *http.Request) {
	w.Header()[http.CanonicalHeaderKey("WWW-Authenticate")] = []string{challenge}
	w.WriteHeader(401)
}
func once(w http.ResponseWriter, r *http.Request) {
	var o sync.Once
	o.Do(func() { w.Header().Set("WWW-Authenticate", challenge) })
	w.WriteHeader(401)
}
func setValue(w http.ResponseWriter, r *http.Request) {
	set := w.Header().Set
	set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}
func twice(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(401)
	}
}
func litMap(w http.ResponseWriter, r *http.Request) {
	for k, v := range map[string]string{"WWW-Authenticate": challenge, "X": "y"} {
		w.Header().Set(k, v)
	}
	w.WriteHeader(401)
}

type asker interface {
	ask(w http.ResponseWriter, r *http.Request) error
}
type someAsker struct{}

func (someAsker) ask(w http.ResponseWriter, r *http.Request) error {
	if r.Method == "PUT" {
		w.Header().Set("WWW-Authenticate", challenge)
		return errors.New("who are you?")
	}
	return errors.New("who else?")
}
func callsAsker(a asker, w http.ResponseWriter, r *http.Request) {
	if err := a.ask(w, r); err != nil {
		http.Error(w, err.Error(), 401) // want "missing-challenge: "
	}
}

type asker2 interface {
	ask2(w http.ResponseWriter, r *http.Request) error
}
type someAsker2 struct{}

func (someAsker2) ask2(w http.ResponseWriter, r *http.Request) error {
	if r.Method == "PUT" {
		w.Header().Set("WWW-Authenticate", challenge)
		return errors.New("who are you?")
	}
	if !signedIn(r) {
		return errors.New("who else?")
	}
	return nil
}
func callsAsker2(a asker2, w http.ResponseWriter, r *http.Request) {
	if err := a.ask2(w, r); err != nil {
		http.Error(w, err.Error(), 401) // want "missing-challenge: "
	}
}

type envelope struct{ Status int }

func (e envelope) send(w http.ResponseWriter) { w.WriteHeader(e.Status); json.NewEncoder(w).Encode(e) }
func sends(w http.ResponseWriter, r *http.Request) {
	e := envelope{Status: 401}
	e.send(w) // want "missing-challenge: "
}

var errWho = errors.New("who are you?")

type mapping func(w http.ResponseWriter, r *http.Request) error

func (m mapping) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := m(w, r)
	switch {
	case err == nil:
	case errors.Is(err, errWho):
		http.Error(w, err.Error(), http.StatusUnauthorized) // want "missing-challenge: "
	default:
		http.Error(w, err.Error(), 500)
	}
}
func mappingBare(w http.ResponseWriter, r *http.Request) error {
	if !signedIn(r) {
		return errWho
	}
	return nil
}
func mappingRoutes(mux *http.ServeMux) { mux.Handle("/", mapping(mappingBare)) }

// entry is a log entry. Its Write is not that of an io.Writer, and its logger is no response for being kept in a wrapper.
type entry struct {
	out interface{ Write([]byte) (int, error) }
}

func (e *entry) Write(fields ...string) {}

type logger struct {
	out interface{ Write([]byte) (int, error) }
}

var check func(l *logger) *entry

type logged struct {
	http.ResponseWriter
	server struct{ logger *logger }
}

func (l logged) WriteHeader(code int) {
	if e := check(l.server.logger); e != nil {
		e.Write("code")
	}
	l.ResponseWriter.WriteHeader(code)
}

func again(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "no form", 500)
	}
	http.Error(w, "no page", 500) // want "late-status: this is a second answer: 500"
}

// The call is superfluous, and the client sees nothing of it.
func same(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	http.Error(w, "no page", 500)
}
