package denialfallsthrough

import (
	"encoding/json"
	"expvar"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

var denials = expvar.NewInt("denials")

type item struct{ Name string }

func items() []item { return []item{{"one"}, {"two"}} }

func shared(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "denial-falls-through: after this 401"
	}
	json.NewEncoder(w).Encode(items())
}

func sharedText(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403"
	}
	for _, it := range items() {
		fmt.Fprintln(w, it.Name)
	}
}

func sharedStatus(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403"
	}
	w.WriteHeader(http.StatusCreated)
}

func sharedAfterHelper(w http.ResponseWriter, r *http.Request) {
	_ = check(w, r) // want "denial-falls-through: after this 401"
	io.WriteString(w, "the secret")
}

// What follows answers once.

func loggedToo(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		log.Printf("denied %s", r.RemoteAddr)
		denials.Add(1)
		return
	}
	json.NewEncoder(w).Encode(items())
}

// Metrics come after all answers.
func measured(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	} else {
		json.NewEncoder(w).Encode(items())
	}
	log.Printf("%s took %v", r.URL.Path, time.Since(start))
	denials.Add(1)
}

func deferred(w http.ResponseWriter, r *http.Request) {
	defer func() { log.Println(r.URL.Path, "done") }()
	if !strange(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	fmt.Fprintln(w, "hello")
}

// The body is the denial's own.
func ownBody(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintln(w, "<h1>who are you?</h1>")
		fmt.Fprintln(w, "<p>See the manual.</p>")
		return
	}
	fmt.Fprintln(w, "hello")
}

// The body was chosen for each branch.
func perBranch(w http.ResponseWriter, r *http.Request) {
	var body any = items()
	if !strange(r) {
		w.WriteHeader(http.StatusForbidden)
		body = map[string]string{"error": "not you"}
	}
	json.NewEncoder(w).Encode(body)
}

func perBranchText(w http.ResponseWriter, r *http.Request) {
	text := "hello"
	switch {
	case r.Header.Get("Authorization") == "":
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		text = "who are you?"
	case !strange(r):
		w.WriteHeader(http.StatusForbidden)
		text = "not you"
	}
	io.WriteString(w, text)
}

// One variable chooses both the status and the body.
func status(w http.ResponseWriter, r *http.Request) {
	code := http.StatusOK
	if !strange(r) {
		code = http.StatusForbidden
	}
	w.WriteHeader(code)
	fmt.Fprintf(w, "%d %s\n", code, http.StatusText(code))
}

func inLoop(w http.ResponseWriter, r *http.Request) {
	for _, it := range items() {
		if it.Name == r.PathValue("name") && !strange(r) {
			http.Error(w, "not you", http.StatusForbidden)
			return
		}
	}
	json.NewEncoder(w).Encode(items())
}

func broken(w http.ResponseWriter, r *http.Request) {
	denied := false
	for _, it := range items() {
		if it.Name == r.PathValue("name") {
			http.Error(w, "not you", http.StatusForbidden)
			denied = true
			break
		}
	}
	if denied {
		return
	}
	json.NewEncoder(w).Encode(items())
}

func jumps(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		goto done
	}
	fmt.Fprintln(w, "hello")
done:
	log.Println(r.URL.Path)
}

func fatal(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		log.Panicf("denied %s", r.RemoteAddr)
	}
	fmt.Fprintln(w, "hello")
}
