package missingchallenge

import (
	"errors"
	"log"
	"net/http"
	"os"
)

func statusVariable(w http.ResponseWriter, r *http.Request) {
	code := http.StatusForbidden
	if !signedIn(r) {
		code = http.StatusUnauthorized
	}
	if code == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(code)
}

func statusVariableBare(w http.ResponseWriter, r *http.Request) {
	code := http.StatusForbidden
	if !signedIn(r) {
		code = http.StatusUnauthorized
	}
	w.WriteHeader(code) // want "missing-challenge: 401"
}

// The condition names the wrong one of the two.
func statusVariableSwapped(w http.ResponseWriter, r *http.Request) {
	code := http.StatusForbidden
	if !signedIn(r) {
		code = http.StatusUnauthorized
	}
	if code != http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(code) // want "missing-challenge: 401"
}

func statusSwitch(w http.ResponseWriter, r *http.Request) {
	code := 0
	switch r.Method {
	case "GET":
		code = 401
	case "PUT":
		code = 407
	default:
		code = 403
	}
	switch code {
	case 401:
		w.Header().Set("WWW-Authenticate", challenge)
	case 407:
		w.Header().Set("Proxy-Authenticate", challenge)
	}
	w.WriteHeader(code)
}

func statusRange(w http.ResponseWriter, r *http.Request) {
	code := 200
	if !signedIn(r) {
		code = 401
	}
	if code >= 400 {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(code)
}

func statusLeftOver(w http.ResponseWriter, r *http.Request) {
	code := 401
	if signedIn(r) {
		code = 403
	}
	if code != 401 {
		w.WriteHeader(code)
		return
	}
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(code)
}

type status int

func typedStatus(w http.ResponseWriter, r *http.Request) {
	var code status = 403
	if !signedIn(r) {
		code = 401
	}
	w.WriteHeader(int(code)) // want "missing-challenge: 401"
}

func twoCommits(w http.ResponseWriter, r *http.Request) {
	code := 403
	if !signedIn(r) {
		code = 401
	}
	if r.Header.Get("Accept") == "application/json" {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(code) // want "missing-challenge: 401"
		w.Write([]byte("{}"))
		return
	}
	http.Error(w, "no", code) // want "missing-challenge: 401"
}

func boolean(w http.ResponseWriter, r *http.Request) {
	anonymous := !signedIn(r)
	if anonymous {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if strange(r) {
		r.Method = "POST"
	}
	if anonymous {
		w.WriteHeader(401)
		return
	}
	w.Write([]byte("hello"))
}

func booleanSwapped(w http.ResponseWriter, r *http.Request) {
	known := signedIn(r)
	if known {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if !known {
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
}

func booleanFlag(w http.ResponseWriter, r *http.Request) {
	challenged := false
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		challenged = true
	}
	if challenged {
		w.WriteHeader(401)
	}
}

func booleanOf(w http.ResponseWriter, r *http.Request) {
	bad := strange(r) && !signedIn(r)
	if bad {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if bad {
		w.WriteHeader(401)
	}
}

func errorNil(w http.ResponseWriter, r *http.Request) {
	_, err := lookup(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if strange(r) {
		log.Print("put")
	}
	if err != nil {
		http.Error(w, err.Error(), 401)
		return
	}
	w.Write([]byte("hello"))
}

func errorNilSwapped(w http.ResponseWriter, r *http.Request) {
	_, err := lookup(r)
	if err == nil {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if err != nil {
		http.Error(w, err.Error(), 401) // want "missing-challenge: 401"
	}
}

func emptyString(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	if key == "" {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if key == "" {
		w.WriteHeader(401)
	}
}

func requestField(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/private" {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if r.URL.Path == "/private" {
		w.WriteHeader(401)
	}
}

func requestMethod(w http.ResponseWriter, r *http.Request) {
	if r.Method == "PUT" {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	switch r.Method {
	case "GET":
		w.WriteHeader(204)
	case "PUT":
		w.WriteHeader(401)
	}
}

// Three ways to fail, and one of them is right.
func threeWays(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	if key == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "no key", 401)
		return
	}
	if len(key) != 32 {
		http.Error(w, "no such key", 401) // want "missing-challenge: 401"
		return
	}
	if _, err := os.Stat(key); errors.Is(err, os.ErrNotExist) {
		http.Error(w, "no such key", 401) // want "missing-challenge: 401"
		return
	}
	w.Write([]byte("hello"))
}

func oneBranch(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
	} else {
		log.Print("a wrong key")
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func bothBranches(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
	} else {
		w.Header().Set("WWW-Authenticate", "Negotiate")
	}
	w.WriteHeader(401)
}

func upFront(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	switch key := r.Header.Get("X-Api-Key"); {
	case key == "":
		w.WriteHeader(401)
	case len(key) < 32:
		http.Error(w, "short", 401)
	default:
		w.WriteHeader(204)
	}
}

func loop(w http.ResponseWriter, r *http.Request) {
	for _, c := range r.Cookies() {
		if c.Name == "session" {
			w.WriteHeader(204)
			return
		}
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func jump(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
		goto deny
	}
	if strange(r) {
		goto deny
	}
	return
deny:
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func jumpRight(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		goto deny
	}
	return
deny:
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

// What does not return does not go on to the answer.
func noReturn(w http.ResponseWriter, r *http.Request) {
	switch {
	case strange(r):
		panic("no")
	case strange(r):
		log.Fatal("no")
	case r.Method == "PATCH":
		give("up")
	default:
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(401)
}

func give(up string) {
	log.Print(up)
	os.Exit(1)
}

func counted(w http.ResponseWriter, r *http.Request) {
	for i := range 3 {
		if i == 2 {
			w.WriteHeader(401) // want "missing-challenge: 401"
			return
		}
		if signedIn(r) {
			return
		}
	}
}
