package missingchallenge

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

func errorBare(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401 .* no WWW-Authenticate"
}

func errorRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

func headerBare(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	io.WriteString(w, "hello")
}

func headerRight(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		w.Header().Add("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	io.WriteString(w, "hello")
}

func computed(w http.ResponseWriter, r *http.Request) {
	const base = 400
	w.WriteHeader(base + 1) // want "missing-challenge: 401"
}

func withBody(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401"
	fmt.Fprintln(w, "who are you?")
}

func redirected(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login", http.StatusUnauthorized) // want "missing-challenge: 401"
}

// The other denials have no challenge of their own.
func others(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "PUT":
		http.Error(w, "no", http.StatusForbidden)
	case "POST":
		http.Error(w, "no", http.StatusBadRequest)
	case "DELETE":
		http.NotFound(w, r)
	default:
		http.ServeContent(w, r, "x", time.Time{}, nil)
	}
}

func proxyBare(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusProxyAuthRequired) // want "missing-challenge: 407 .* no Proxy-Authenticate"
}

func proxyRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Proxy-Authenticate", challenge)
	w.WriteHeader(http.StatusProxyAuthRequired)
}

// Each of the two statuses has a header of its own.
func proxyMixedUp(w http.ResponseWriter, r *http.Request) {
	if r.Method == "CONNECT" {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusProxyAuthRequired) // want "missing-challenge: 407 .* no Proxy-Authenticate"
		return
	}
	w.Header().Set("Proxy-Authenticate", challenge)
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 .* no WWW-Authenticate"
}

// An informational answer decides nothing.
func early(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusEarlyHints)
	if strange(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	w.WriteHeader(http.StatusContinue)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// What has been done to the body of the request is no answer.
func limited(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	if !signedIn(r) {
		http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
	}
}

func controlled(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	rc.SetWriteDeadline(time.Now().Add(time.Second))
	w.WriteHeader(401) // want "missing-challenge: 401"
	rc.Flush()
}

func controlledRight(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	w.Header().Set("WWW-Authenticate", challenge)
	rc.EnableFullDuplex()
	w.WriteHeader(401)
	rc.Flush()
}

// A connection that was taken over has no statuses any more.
func hijacked(w http.ResponseWriter, r *http.Request) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		http.Error(w, "no", 500)
		return
	}
	conn.Write([]byte("HTTP/1.1 401 Unauthorized\r\n\r\n"))
	conn.Close()
}

func notHijacked(w http.ResponseWriter, r *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
		return
	}
	conn.Close()
}

// A cookie is a header too, but no challenge.
func cookie(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// A goroutine that is only told about it cannot set anything.
func logged(w http.ResponseWriter, r *http.Request) {
	go func(path string) { println(path) }(r.URL.Path)
	w.WriteHeader(401) // want "missing-challenge: 401"
}
