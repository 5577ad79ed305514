package missingchallenge

import "net/http"

// method is a way to authenticate.
type method struct{ scheme string }

func (m method) ask(w http.ResponseWriter) {
	w.Header().Add("WWW-Authenticate", m.scheme+` realm="x"`)
}

var (
	methods  []method
	byScheme map[string]method
	askers   []interface{ ask(w http.ResponseWriter) }
	hooks    []func(w http.ResponseWriter)
)

// Each method that is switched on asks in its own way: that there is none at all is nothing that anybody configures.
func eachAsks(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		m.ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func eachOfMapAsks(w http.ResponseWriter, r *http.Request) {
	for _, m := range byScheme {
		m.ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func eachOfInterfaceAsks(w http.ResponseWriter, r *http.Request) {
	for _, a := range askers {
		a.ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func eachHookMayAsk(w http.ResponseWriter, r *http.Request) {
	for _, hook := range hooks {
		hook(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// The same without a helper.
func eachAdds(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		w.Header().Add("WWW-Authenticate", m.scheme+` realm="x"`)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// It is deep in the round that the method asks.
func eachMayAsk(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		if m.scheme != "" {
			println(m.scheme)
		}
		m.ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// Here a round may go by in which nobody asks.
func someAsk(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		if m.scheme != "" {
			m.ask(w)
		}
	}
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}

// The rounds have nothing to do with the response, and what comes after them is no part of them.
func eachIsCounted(w http.ResponseWriter, r *http.Request) {
	n := 0
	for _, m := range methods {
		n += len(m.scheme)
	}
	if n > 0 {
		methods[0].ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}

// These rounds may be none.
func countedAsks(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < len(methods); i++ {
		methods[i].ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}

// Whoever gets past the rounds has been asked.
func tries(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		if strange(r) {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		m.ask(w)
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// The headers of the operator are no challenge.
func eachIsAnother(w http.ResponseWriter, r *http.Request) {
	for _, m := range methods {
		w.Header().Add("X-Method", m.scheme)
	}
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}
