package denialfallsthrough

import (
	"encoding/json"
	"io"
	"net/http"
)

// What goes on after a denial is a mistake only where the admitted get it too.

// The next handler is given in a variable, and set later.
func late(next http.Handler) http.Handler {
	if next == nil {
		next = http.NotFoundHandler()
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403 the request goes on to the next handler"
		}
		next.ServeHTTP(w, r)
	})
}

// A proxy asks for its own credentials.
func proxied(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Proxy-Authorization") == "" {
			w.Header().Set("Proxy-Authenticate", challenge)
			http.Error(w, "who are you?", http.StatusProxyAuthRequired) // want "denial-falls-through: after this 407"
		}
		next.ServeHTTP(w, r)
	})
}

// No status that denies: it is another mistake, or none.
func failed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			http.Error(w, "oh no", http.StatusBadGateway)
		}
		next.ServeHTTP(w, r)
	})
}

func failedToo(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "oh no", http.StatusBadGateway)
	}
	json.NewEncoder(w).Encode(items())
}

var (
	tally    func(w http.ResponseWriter, name string)
	describe func(w http.ResponseWriter, r *http.Request) (string, error)
	remember func(r *http.Request, w http.ResponseWriter)
	reset    func(w http.ResponseWriter, r *http.Request, code int)
)

// None of these is a handler: each looks at the response, or writes a line about it.

func tallied(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	tally(w, r.URL.Path)
}

func described(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	_, _ = describe(w, r)
}

func remembered(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	remember(r, w)
}

func resetToo(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	reset(w, r, http.StatusForbidden)
}

// The handler runs for nobody but those who are denied.
func audited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			http.Error(w, "not you", http.StatusForbidden)
			audit(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// audit is a handler for want of a better type.
var audit http.HandlerFunc

// The status is the denial's, and the page is one for all.
func paged(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		w.WriteHeader(http.StatusForbidden)
	}
	sorry(w, r)
}

// Who asks the recorder knows that somebody has been denied, and writes nothing.
func recordedBody(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	if !strange(r) {
		http.Error(rec, "not you", http.StatusForbidden)
	}
	if rec.status == 0 {
		io.WriteString(rec, "hello")
	}
}

// The admitted are answered before, and a line comes after all answers.
func footed(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	} else {
		io.WriteString(w, "hello")
	}
	io.WriteString(w, "\n--\nthe server\n")
}

// What comes after is an error for all: two answers, and nothing is given away.
func closed(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
	}
	http.Error(w, "closed", http.StatusGone) // want "late-status: status 410 .* 403 has"
}

// one answers for one item.
func one(w http.ResponseWriter, r *http.Request, it item) {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	io.WriteString(w, it.Name)
}

// Which round denies, and which is the next, cannot be told from each other.
func rounds(w http.ResponseWriter, r *http.Request) {
	for _, it := range items() {
		one(w, r, it)
	}
}

// The denial stands in the head of a statement, where no return can be put after it.
func inHead(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := verify(w, r); err != nil { // want "denial-falls-through: after this 403"
			println(err.Error())
		}
		next.ServeHTTP(w, r)
	})
}

// Part of the denial is written after its status: to return after that would be too early.
func inParts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strange(r) {
			w.WriteHeader(http.StatusForbidden) // want "denial-falls-through: after this 403"
			io.WriteString(w, "not you")
		}
		next.ServeHTTP(w, r)
	})
}

func inPartsToo(w http.ResponseWriter, r *http.Request) {
	if !strange(r) {
		w.WriteHeader(http.StatusForbidden) // want "denial-falls-through: after this 403"
		io.WriteString(w, "not you")
	}
	json.NewEncoder(w).Encode(items())
}

// A function with results needs more than a return.
func withResult(w http.ResponseWriter, r *http.Request) int {
	if !strange(r) {
		http.Error(w, "not you", http.StatusForbidden) // want "denial-falls-through: after this 403"
	}
	n, _ := io.WriteString(w, "hello")
	return n
}
