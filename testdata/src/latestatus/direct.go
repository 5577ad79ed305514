// Package latestatus has statuses that come after another one has left.
package latestatus

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

func bodyFirst(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("no such page"))
	w.WriteHeader(404) // want "late-status: status 404 .* 200 has"
}

func textFirst(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "who are you?")
	w.WriteHeader(401) // want "late-status: status 401"
}

func printFirst(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "no %s", r.URL.Path)
	w.WriteHeader(404) // want "late-status: status 404"
}

func statusFirst(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(200)
	if r.Method != "GET" {
		http.Error(w, "no", 405) // want "late-status: status 405 .* 200 has"
	}
}

func twoAnswers(w http.ResponseWriter, r *http.Request) {
	if r.Method != "GET" {
		http.Error(w, "no", 405)
	}
	http.Error(w, "oh no", 500) // want "late-status: status 500"
}

func missingReturn(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), 500)
	}
	http.Redirect(w, r, "/", http.StatusFound) // want "late-status: status 302 .* 500 has"
}

func notFoundAfter(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "hello")
	http.NotFound(w, r) // want "late-status: status 404"
}

func flushFirst(w http.ResponseWriter, r *http.Request) {
	w.(http.Flusher).Flush()
	w.WriteHeader(403) // want "late-status: status 403"
}

func headerFirst(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	w.WriteHeader(http.StatusInternalServerError) // want "late-status: status 500"
}

// An informational answer is none: a final one follows it.
func informational(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusEarlyHints)
	w.WriteHeader(http.StatusProcessing)
	w.WriteHeader(404)
	w.Write([]byte("no"))
}

// The same status once more loses nothing.
func sameTwice(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(404)
	http.NotFound(w, r)
}

// The body after the status is what the body is for.
func right(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(404)
	io.WriteString(w, "no such page")
	fmt.Fprintln(w, r.URL.Path)
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
}

func returned(w http.ResponseWriter, r *http.Request) {
	if r.Method != "GET" {
		http.Error(w, "no", 405)
		return
	}
	w.WriteHeader(204)
}

func branches(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET":
		io.WriteString(w, "hello")
	case "PUT":
		w.WriteHeader(201)
	default:
		w.WriteHeader(405)
	}
}

func noReturn(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		http.Error(w, "no", 405)
		panic(http.ErrAbortHandler)
	}
	if r.Method == "POST" {
		http.Error(w, "no", 405)
		log.Fatal("no")
	}
	w.WriteHeader(204)
}

// A flag tells whether the answer has been given.
func flagged(w http.ResponseWriter, r *http.Request) {
	answered := false
	if r.Method != "GET" {
		http.Error(w, "no", 405)
		answered = true
	}
	if !answered {
		w.WriteHeader(204)
	}
}

// Reading limits and deadlines send nothing.
func controls(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 10)
	http.NewResponseController(w).SetWriteDeadline(time.Now())
	if _, err := io.ReadAll(r.Body); err != nil {
		w.WriteHeader(413)
	}
}

func controlFlush(w http.ResponseWriter, r *http.Request) {
	if err := http.NewResponseController(w).Flush(); err == nil {
		w.WriteHeader(500) // want "late-status: status 500"
	}
}

// In the second round the first answer has left.
func loop(w http.ResponseWriter, r *http.Request) {
	for _, name := range r.URL.Query()["name"] {
		if name == "" {
			http.Error(w, "no name", 400) // want "late-status: status 400"
			continue
		}
		fmt.Fprintln(w, name)
	}
}

func afterLoop(w http.ResponseWriter, r *http.Request) {
	for _, name := range r.URL.Query()["name"] {
		fmt.Fprintln(w, name)
	}
	w.WriteHeader(202) // want "late-status: status 202"
}

// What another goroutine writes may come whenever it likes.
func elsewhere(w http.ResponseWriter, r *http.Request) {
	done := make(chan bool)
	go func() {
		w.Write([]byte("hello"))
		close(done)
	}()
	select {
	case <-done:
	case <-r.Context().Done():
		w.WriteHeader(503)
	}
}

// One commit gets one advice: this 401 has no challenge, but it is never sent either.
func lateAndBare(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "who are you?")
	http.Error(w, "who are you?", 401) // want "late-status: status 401"
}

// One place is late for two reasons, and is told of once; the other, that comes after the first error too, is told of by itself.
func lateTwice(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		w.WriteHeader(404)
	}
	if r.FormValue("b") != "" {
		w.Write([]byte("hello"))
		w.WriteHeader(404) // want "late-status: status 404 .* 200 has"
		return
	}
	w.WriteHeader(403) // want "late-status: status 403 .* 404 has"
}

func afterTwo(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("a") != "" {
		http.Error(w, "no", 404)
	} else {
		w.WriteHeader(403)
	}
	if r.FormValue("b") != "" {
		w.WriteHeader(404) // want "late-status"
	} else {
		http.Error(w, "no", 404) // want "late-status"
	}
}

var codes = map[string]int{"who": http.StatusUnauthorized, "what": http.StatusBadRequest}

// byKey: the key is in the table, so that nothing is sent before.
func byKey(w http.ResponseWriter, r *http.Request) {
	code, ok := codes["who"]
	if !ok {
		w.WriteHeader(http.StatusInternalServerError)
	}
	w.Header().Set("WWW-Authenticate", `Basic realm="Restricted", charset="UTF-8"`)
	w.WriteHeader(code)
}

// okLast believes that the status waits for the call: net/http writes "superfluous response.WriteHeader call" for each request.
func okLast(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("done")); err != nil {
		log.Println(err)
		return
	}
	w.WriteHeader(http.StatusOK) // want "late-status: this call sends nothing: 200 has"
}

// okAfterNothing: a body is written on the other path only.
func okAfterNothing(w http.ResponseWriter, r *http.Request) {
	if r.Method == "GET" {
		io.WriteString(w, "done")
		return
	}
	w.WriteHeader(http.StatusOK)
}

func accepted(w http.ResponseWriter) { w.WriteHeader(http.StatusOK) }

// okByAHelper: the helper cannot know that its caller has written.
func okByAHelper(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "done")
	accepted(w)
}

// okTwice says the same thing twice, and means it.
func okTwice(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	w.WriteHeader(http.StatusOK)
}

// okInside: what was sent before it is not the 200 of its own first byte.
func okInside(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	func() {
		io.WriteString(w, "gone")
		w.WriteHeader(http.StatusOK)
	}()
}

// lateInside: what is lost has been lost to its own first byte, too.
func lateInside(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	func() {
		io.WriteString(w, "gone")
		w.WriteHeader(http.StatusGone) // want "late-status: status 410"
	}()
}
