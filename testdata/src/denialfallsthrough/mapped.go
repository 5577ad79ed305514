package denialfallsthrough

import (
	"encoding/json"
	"errors"
	"net/http"
)

// A helper makes a status of each error. That it may be a denial is no reason to call it one where nothing says so: that the handler
// goes on is told of all the same.

var (
	errNobody = errors.New("who are you?")
	errMapped = errors.New("no such thing")
)

func answerError(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, errNobody):
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		status = http.StatusUnauthorized
	case errors.Is(err, errMapped):
		status = http.StatusNotFound
	}
	http.Error(w, err.Error(), status)
}

func marshals(w http.ResponseWriter, r *http.Request) {
	data, err := json.Marshal(r.URL.Query())
	if err != nil {
		answerError(w, err)
	}
	w.WriteHeader(http.StatusOK) // want "late-status: "
	w.Write(data)
}

func mapsDenial(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		answerError(w, errNobody) // want "denial-falls-through: after this 401"
	}
	w.WriteHeader(http.StatusOK)
	w.Write([]byte("hello"))
}

func handsOn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := checked(r); err != nil {
			answerError(w, err) // want "denial-falls-through: after this 401"
		}
		next.ServeHTTP(w, r)
	})
}

func checked(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return errNobody
	}
	if r.FormValue("id") == "" {
		return errMapped
	}
	return nil
}

// Which of the two it is the handler knows: it has asked.
func refuseFor(w http.ResponseWriter, hidden bool) {
	if hidden {
		http.Error(w, "no such thing", http.StatusNotFound)
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

func refusesForReason(w http.ResponseWriter, r *http.Request) {
	hidden := r.FormValue("hidden") != ""
	if r.Header.Get("Authorization") == "" {
		refuseFor(w, hidden) // want "denial-falls-through: after this 401"
	}
	w.Write([]byte("hello"))
}
