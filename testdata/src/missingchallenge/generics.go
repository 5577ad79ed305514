package missingchallenge

import (
	"encoding/json"
	"net/http"
)

func reply[T any](w http.ResponseWriter, code int, v T) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v)
}

func callsReply(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		reply(w, 401, "who are you?") // want "missing-challenge: .*401"
		return
	}
	reply(w, 200, []int{1})
}

func callsReplyRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	reply(w, 401, struct{}{})
}

type replier[T any] struct{ zero T }

func (x replier[T]) fail(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func (x *replier[T]) failWell(w http.ResponseWriter, code int) {
	if code == 401 {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(code)
}

func callsReplier(w http.ResponseWriter, r *http.Request) {
	var x replier[string]
	if strange(r) {
		x.failWell(w, 401)
		return
	}
	x.fail(w, 401) // want "missing-challenge: .*401"
}

// handle runs a function of the handler's own type.
func handle[In, Out any](f func(In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in In
		if !signedIn(r) {
			w.WriteHeader(401) // want "missing-challenge: 401"
			return
		}
		out, err := f(in)
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		json.NewEncoder(w).Encode(out)
	}
}

// A status of a type parameter's own integer type.
func replyCode[C ~int](w http.ResponseWriter, code C) { w.WriteHeader(int(code)) }

func callsReplyCode(w http.ResponseWriter, r *http.Request) {
	replyCode(w, status(403))
}
