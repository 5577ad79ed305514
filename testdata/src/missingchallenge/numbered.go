package missingchallenge

import "net/http"

// numbered sends the status that its handler returns with an error.
type numbered func(w http.ResponseWriter, r *http.Request) (int, error)

func (h numbered) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if status, err := h(w, r); err != nil {
		http.Error(w, err.Error(), status)
	}
}

// A deferred closure answers some, and the adapter the others: what is returned is read after the closure has run, from a variable that
// the closure reads, too.
var _ http.Handler = numbered(answersSome)

func answersSome(w http.ResponseWriter, r *http.Request) (int, error) {
	status := http.StatusUnauthorized
	known := r.FormValue("a") != ""
	defer func() {
		if known {
			http.Error(w, "hello", status) // want "missing-challenge: 401 is sent with no WWW-Authenticate header"
		}
	}()
	return status, http.ErrNoCookie // want "missing-challenge: numbered.ServeHTTP sends this 401 with no WWW-Authenticate header" "late-status: numbered.ServeHTTP makes a second answer of what is returned here"
}

var _ http.Handler = numbered(answersSomeWell)

func answersSomeWell(w http.ResponseWriter, r *http.Request) (int, error) {
	status := http.StatusUnauthorized
	known := r.FormValue("a") != ""
	defer func() {
		if known {
			w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
			http.Error(w, "hello", status)
		}
	}()
	if known {
		return 0, nil
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
	return status, http.ErrNoCookie
}
