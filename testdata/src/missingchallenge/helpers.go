package missingchallenge

import (
	"encoding/json"
	"net/http"
)

// fail does nothing about the challenge: whoever passes 401 has to.
func fail(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(code)
	w.Write([]byte(text))
}

func callsFail(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		fail(w, http.StatusUnauthorized, "who are you?") // want "missing-challenge: .*401"
		return
	}
	if strange(r) {
		fail(w, http.StatusForbidden, "not you")
		return
	}
	fail(w, http.StatusOK, "hello")
}

func callsFailRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	fail(w, http.StatusUnauthorized, "who are you?")
}

func callsFailByVariable(w http.ResponseWriter, r *http.Request) {
	code := 200
	if !signedIn(r) {
		code = 401
	}
	fail(w, code, "so what") // want "missing-challenge: .*401"
}

// failJSON goes through another one: the constant still enters at the caller.
func failJSON(w http.ResponseWriter, code int, v any) {
	text, _ := json.Marshal(v)
	fail(w, code, string(text))
}

func callsFailJSON(w http.ResponseWriter, r *http.Request) {
	failJSON(w, 401, map[string]string{"error": "who are you?"}) // want "missing-challenge: .*401"
}

func callsFailJSONRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	failJSON(w, 401, map[string]string{"error": "who are you?"})
}

// failWell knows what a 401 needs.
func failWell(w http.ResponseWriter, code int, text string) {
	if code == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	http.Error(w, text, code)
}

func callsFailWell(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		failWell(w, 407, "which proxy?") // want "missing-challenge: .*407"
		return
	}
	failWell(w, 401, "who are you?")
}

// failMaybe sets the challenge where it is told to.
func failMaybe(w http.ResponseWriter, code int, withChallenge bool) {
	if withChallenge {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(code)
}

func callsFailMaybe(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		failMaybe(w, 401, true)
		return
	}
	failMaybe(w, 401, false) // want "missing-challenge: .*401"
}

// deny is wrong for everybody, so it is mended once, in it.
func deny(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401"
}

func callsDeny(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		deny(w)
		return
	}
	if strange(r) {
		deny(w)
	}
}

// refuse is right for one caller: the other one is told.
func refuse(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

func callsRefuse(w http.ResponseWriter, r *http.Request) {
	refuse(w) // want "missing-challenge: refuse answers 401"
}

func callsRefuseRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	refuse(w)
}

// decline is right for all of its callers.
func decline(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

func callsDeclineRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	decline(w)
}

// Unauthorized may be called from elsewhere: every call is told.
func Unauthorized(w http.ResponseWriter) {
	http.Error(w, "who are you?", http.StatusUnauthorized)
}

func callsExported(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		Unauthorized(w) // want "missing-challenge: Unauthorized answers 401"
		return
	}
	if strange(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		Unauthorized(w)
		return
	}
	if strange(r) {
		Unauthorized(w) // want "missing-challenge: Unauthorized answers 401"
	}
}

// UnauthorizedWell is right by itself.
func UnauthorizedWell(w http.ResponseWriter) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

func callsExportedWell(w http.ResponseWriter, r *http.Request) { UnauthorizedWell(w) }

// ask sets the challenge and nothing else.
func ask(w http.ResponseWriter) { w.Header().Set("WWW-Authenticate", challenge) }

func callsAsk(w http.ResponseWriter, r *http.Request) {
	ask(w)
	w.WriteHeader(401)
}

func askByMap(h http.Header) { h["Www-Authenticate"] = []string{challenge} }

func callsAskByMap(w http.ResponseWriter, r *http.Request) {
	askByMap(w.Header())
	w.WriteHeader(401)
}

func tellByMap(h http.Header) { h.Set("Cache-Control", "no-store") }

func callsTellByMap(w http.ResponseWriter, r *http.Request) {
	tellByMap(w.Header())
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func askSome(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Requested-With") == "" {
		w.Header().Set("WWW-Authenticate", challenge)
	}
}

func callsAskSome(w http.ResponseWriter, r *http.Request) {
	askSome(w, r)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func quiet(w http.ResponseWriter) { w.Header().Del("WWW-Authenticate") }

func callsQuiet(w http.ResponseWriter, r *http.Request) {
	ask(w)
	quiet(w)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// set takes the header's name from its caller.
func set(w http.ResponseWriter, name, value string) { w.Header().Set(name, value) }

func callsSet(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		set(w, "www-authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	set(w, "Cache-Control", "no-store")
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// check says by its result that it has denied.
func check(w http.ResponseWriter, r *http.Request) bool {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return false
	}
	return true
}

func callsCheck(w http.ResponseWriter, r *http.Request) {
	if !check(w, r) {
		return
	}
	w.Write([]byte("hello"))
}

func checkBare(w http.ResponseWriter, r *http.Request) error {
	if _, err := lookup(r); err != nil {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return err
	}
	return nil
}

func callsCheckBare(w http.ResponseWriter, r *http.Request) {
	if err := checkBare(w, r); err != nil {
		return
	}
	w.Write([]byte("hello"))
}

// prepare sets the challenge exactly where it says so.
func prepare(w http.ResponseWriter, r *http.Request) (anonymous bool) {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return true
	}
	return false
}

func callsPrepare(w http.ResponseWriter, r *http.Request) {
	if prepare(w, r) {
		w.WriteHeader(401)
		return
	}
	w.Write([]byte("hello"))
}

func callsPrepareSwapped(w http.ResponseWriter, r *http.Request) {
	if !prepare(w, r) {
		w.WriteHeader(401) // want "missing-challenge: 401"
	}
}

// prepareStatus sets the challenge exactly where it returns 401.
func prepareStatus(w http.ResponseWriter, r *http.Request) int {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return 401
	}
	return 403
}

func callsPrepareStatus(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(prepareStatus(w, r))
}

// One that many call for many reasons: the call is judged, not the name.
func unauthorizedHandler(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func callsUnauthorizedHandler(w http.ResponseWriter, r *http.Request) {
	unauthorizedHandler(w, http.StatusForbidden)
}

// It takes back what its caller has set.
func takesBack(w http.ResponseWriter) {
	w.Header().Del("WWW-Authenticate")
	w.WriteHeader(401) // want "missing-challenge: 401 is sent"
}

func setsInVain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	takesBack(w)
}

// The same where it does not: only this caller is told.
func takesNothingBack(w http.ResponseWriter) { w.WriteHeader(401) }

func setsFirst(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	takesNothingBack(w)
}

func setsNothing(w http.ResponseWriter, r *http.Request) {
	takesNothingBack(w) // want "missing-challenge"
}
