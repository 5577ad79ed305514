package latestatus

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

func answersAndBreaks(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 2; i++ {
		if r.Header.Get("X-Name") != "" {
			w.WriteHeader(204)
			break
		}
	}
	w.WriteHeader(404) // want "late-status: status 404"
}

func answersAndReturns(w http.ResponseWriter, r *http.Request) {
	for i := 0; ; i++ {
		if r.Header.Get("X-Name") != "" {
			w.WriteHeader(204)
			return
		}
		if i > 3 {
			w.WriteHeader(404)
			return
		}
	}
}

func fallsThrough(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "PUT":
		w.WriteHeader(405)
		fallthrough
	case "POST":
		w.WriteHeader(201) // want "late-status: status 201"
	default:
		w.WriteHeader(200)
	}
}

// An event stream names no status after its first event.
func events(w http.ResponseWriter, r *http.Request) {
	f, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no", 500)
		return
	}
	for {
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Second):
			fmt.Fprintf(w, "data: x\n\n")
			f.Flush()
		}
	}
}

func errorKnown(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	if err != nil {
		http.Error(w, "no", 400)
	}
	if err == nil {
		w.WriteHeader(204)
	}
}

func decodes(w http.ResponseWriter, r *http.Request) {
	var v any
	if err := json.NewDecoder(r.Body).Decode(&v); err != nil {
		http.Error(w, "no", 400)
		return
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, "oh no", 500)
		return
	}
}

// answer picks a status, and so says nothing of an error that is nil.
func answer(w http.ResponseWriter, err error) bool {
	if err == nil {
		return false
	}
	code := 500
	if errors.Is(err, io.EOF) {
		code = 400
	}
	http.Error(w, err.Error(), code)
	return true
}

func callsAnswer(w http.ResponseWriter, r *http.Request) {
	if answer(w, r.ParseForm()) || answer(w, r.ParseMultipartForm(1)) {
		return
	}
	w.WriteHeader(204)
}

func callsAnswerBlindly(w http.ResponseWriter, r *http.Request) {
	answer(w, errors.New("no"))
	w.WriteHeader(204) // want "late-status: status 204"
}

// A closure that answers, and says so.
func closureSays(w http.ResponseWriter, r *http.Request) {
	failed := func(err error) bool {
		if err != nil {
			http.Error(w, err.Error(), 400)
			return true
		}
		return false
	}
	if failed(r.ParseForm()) {
		return
	}
	w.WriteHeader(204)
}

func multi(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(io.MultiWriter(w, io.Discard), "x")
	w.WriteHeader(404) // want "late-status: status 404"
}

// A handler that could not be seen was asked what it has done.
func askedAfter(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &plain{ResponseWriter: w}
		next.ServeHTTP(rec, r)
		if rec.code == 0 {
			rec.WriteHeader(404)
		}
	})
}
