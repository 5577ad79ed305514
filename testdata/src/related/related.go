// Package related has findings with the other end of their story: a comment stands wherever that lies.
package related

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

const challenge = `Basic realm="Restricted", charset="UTF-8"`

type user struct {
	Name  string
	Admin bool
}

var sessions map[string]*user

func userOf(r *http.Request) *user {
	c, err := r.Cookie("session")
	if err != nil { // related "this decides"
		return nil
	}
	return sessions[c.Value]
}

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/nobody", nobody)
	mux.HandleFunc("/local", local)
	mux.HandleFunc("/folded", folded)
	mux.HandleFunc("/foldedtoo", foldedToo)
	mux.HandleFunc("/mayNot", mayNot)
}

func nobody(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" { // related "this decides"
		http.Error(w, "who are you?", http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}

func status(r *http.Request) int {
	if r.Header.Get("X-Api-Key") == "" { // related "this decides"
		return http.StatusForbidden
	}
	return http.StatusOK
}

// local: the status is chosen there, and sent here.
func local(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(status(r)) // related "it leaves here"
}

// refuse is called for nobody but those who are not known: it is to be mended once.
func refuse(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusForbidden)
}

func folded(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		refuse(w) // related "called for somebody who is not authenticated"
		return
	}
	if r.Header.Get("X-Api-Key") != "secret" {
		refuse(w)
		return
	}
	fmt.Fprintln(w, "hello")
}

// shun is called once only: the call is judged, and not the helper.
func shun(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusForbidden)
}

func foldedToo(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" { // related "this decides"
		shun(w)
		return
	}
	fmt.Fprintln(w, "hello")
}

func mayNot(w http.ResponseWriter, r *http.Request) {
	u := userOf(r)
	if u == nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin { // related "this decides"
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Header().Set("WWW-Authenticate", challenge) // related "it is set here"
	w.WriteHeader(http.StatusForbidden)
}

func fail(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized) // related "the 401 stands here"
}

// set is right, so that fail is to be mended where it is not.
func set(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	fail(w)
}

func unset(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.Header().Del("WWW-Authenticate") // related "WWW-Authenticate is removed or emptied here"
	w.WriteHeader(http.StatusUnauthorized)
}

func forgotten(w http.ResponseWriter, r *http.Request) {
	fail(w)
}

func tooLate(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusUnauthorized)
	w.Header().Set("WWW-Authenticate", challenge) // related "it is set here"
}

func misnamed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authentication", challenge)
	w.WriteHeader(http.StatusUnauthorized) // related "the 401 is sent here"
}

func errorAsOK(w http.ResponseWriter, r *http.Request) {
	if userOf(r) == nil {
		json.NewEncoder(w).Encode(map[string]string{"error": "who are you?"})
		return
	}
	fmt.Fprintln(w, "hello")
}

func through(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.Path) > 80 {
			http.Error(w, "no", http.StatusForbidden)
		}
		next.ServeHTTP(w, r) // related "the next handler is called here"
	})
}

func throughBody(w http.ResponseWriter, r *http.Request) {
	if len(r.URL.Path) > 80 {
		http.Error(w, "no", http.StatusForbidden)
	}
	fmt.Fprintln(w, "hello") // related "it answers here"
}

func late(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "no such page") // related "the answer has left here"
	w.WriteHeader(http.StatusNotFound)
}

func gone(w http.ResponseWriter) {
	w.WriteHeader(http.StatusGone) // related "the status that is lost stands here"
}

func lateInside(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "no such page") // related "the answer has left here"
	gone(w)
}

// returned: an adapter answers what handlers return. Where the status stands in the return, there is nothing more to show.
type returned func(w http.ResponseWriter, r *http.Request) int

func (f returned) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if status := f(w, r); status >= 400 {
		http.Error(w, http.StatusText(status), status)
	}
}

func adapted(mux *http.ServeMux) {
	mux.Handle("/direct", returned(direct))
	mux.Handle("/indirect", returned(indirect))
}

func direct(w http.ResponseWriter, r *http.Request) int {
	return http.StatusUnauthorized
}

func indirect(w http.ResponseWriter, r *http.Request) int {
	return unknown(r) // related "it answers what is returned here"
}

func unknown(r *http.Request) int {
	if r.Header.Get("Authorization") == "" {
		return http.StatusUnauthorized
	}
	return http.StatusOK
}
