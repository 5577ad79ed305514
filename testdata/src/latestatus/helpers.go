package latestatus

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// respond writes the body first, whatever status it is asked for: the mistake is in here.
func respond(w http.ResponseWriter, code int, v any) {
	json.NewEncoder(w).Encode(v)
	w.WriteHeader(code) // want "late-status: .*cannot reach the client"
}

func callsRespond(w http.ResponseWriter, r *http.Request) {
	if r.Method != "GET" {
		respond(w, 405, "no")
		return
	}
	respond(w, 404, "no")
}

// respondWell is right by itself: where its status is late, the caller has done it.
func respondWell(w http.ResponseWriter, code int, v any) {
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v)
}

func callsRespondWell(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respondWell(w, 400, err.Error())
	}
	respondWell(w, 404, "no") // want "late-status: status 404 .* 400 has"
}

func callsRespondWellRight(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respondWell(w, 400, err.Error())
		return
	}
	respondWell(w, 200, r.Form)
}

func fails(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 500)
}

func callsFails(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("hello"))
	if err := r.ParseForm(); err != nil {
		fails(w, err) // want "late-status: status 500"
	}
}

// load answers by itself where it fails, and says nothing about it.
func load(w http.ResponseWriter, r *http.Request) string {
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), 500)
		return ""
	}
	return r.Form.Get("name")
}

func callsLoad(w http.ResponseWriter, r *http.Request) {
	name := load(w, r)
	if name == "" {
		http.Error(w, "no name", 400) // want "late-status: status 400 .* 500 has"
		return
	}
	fmt.Fprintln(w, name)
}

// check says so.
func check(w http.ResponseWriter, r *http.Request) bool {
	if r.Method != "GET" {
		http.Error(w, "no", 405)
		return false
	}
	return true
}

func callsCheck(w http.ResponseWriter, r *http.Request) {
	if !check(w, r) {
		return
	}
	w.WriteHeader(204)
}

func callsCheckBlindly(w http.ResponseWriter, r *http.Request) {
	check(w, r)
	w.WriteHeader(204) // want "late-status: status 204 .* 405 has"
}

func checkError(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		w.WriteHeader(400)
		return err
	}
	return nil
}

func callsCheckError(w http.ResponseWriter, r *http.Request) {
	if err := checkError(w, r); err != nil {
		http.Error(w, err.Error(), 500) // want "late-status: status 500 .* 400 has"
		return
	}
	w.WriteHeader(204)
}

func callsCheckErrorRight(w http.ResponseWriter, r *http.Request) {
	if err := checkError(w, r); err != nil {
		return
	}
	w.WriteHeader(204)
}

// need returns what it has found, or has answered.
func need(w http.ResponseWriter, r *http.Request, name string) (value string, ok bool) {
	value = r.FormValue(name)
	if value == "" {
		http.Error(w, "no "+name, 400)
		return "", false
	}
	return value, true
}

func callsNeed(w http.ResponseWriter, r *http.Request) {
	name, ok := need(w, r, "name")
	if !ok {
		return
	}
	w.Header().Set("X-Name", name)
	w.WriteHeader(204)
}

// An answer to the next handler's request is not ours.
func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == "PUT" {
			http.Error(w, "no", 405)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type service struct{}

func (service) fail(w http.ResponseWriter, code int) { http.Error(w, "no", code) }

type embeds struct{ service }

func (e embeds) promoted(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(200)
	e.fail(w, 500) // want "late-status: status 500"
}

func generic[T any](w http.ResponseWriter, code int, v T) {
	fmt.Fprintln(w, v)
	w.WriteHeader(code) // want "late-status: .*cannot reach the client"
}

func callsGeneric(w http.ResponseWriter, r *http.Request) {
	generic(w, 404, "no")
	generic(w, 404, 1)
}

func closure(w http.ResponseWriter, r *http.Request) {
	fail := func(code int) { w.WriteHeader(code) }
	w.Write([]byte("x"))
	fail(500) // want "late-status: status 500"
}

// A closure that is given to a function which calls it has set the message: the first answer is not the last.
func adjusts(w http.ResponseWriter, r *http.Request) {
	var message string
	var status int
	err := inTransaction(func() {
		if r.Method == "PATCH" {
			message, status = "not now", http.StatusInternalServerError
		}
	})
	if message != "" {
		http.Error(w, message, status)
	} else if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusNoContent) // want "late-status: status 204 cannot reach the client"
}

func adjustsRight(w http.ResponseWriter, r *http.Request) {
	var message string
	err := inTransaction(func() {
		if r.Method == "PATCH" {
			message = "not now"
		}
	})
	if message != "" {
		http.Error(w, message, http.StatusConflict)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func inTransaction(f func()) error {
	f()
	return nil
}

// What is read into a variable through a helper may be anything.
func reads(w http.ResponseWriter, r *http.Request) {
	var limit int
	fill(r, &limit)
	if limit > 10 {
		http.Error(w, "too many", http.StatusBadRequest)
	}
	w.WriteHeader(http.StatusNoContent) // want "late-status: status 204 cannot reach the client"
}

func fill(r *http.Request, v *int) {
	json.NewDecoder(r.Body).Decode(v)
}
