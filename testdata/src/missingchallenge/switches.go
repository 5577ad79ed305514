package missingchallenge

import "net/http"

type config struct {
	DisableChallenge bool
	Realm            string
	Challenges       []string
	Headers          map[string]string
	Auth             *auth
}

type auth struct{ realm string }

type app struct {
	cfg   config
	quiet bool
}

var disableChallenge bool

// The operator has decided: that path is theirs.
func (a *app) switchedOff(w http.ResponseWriter, r *http.Request) {
	if !a.cfg.DisableChallenge {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(401)
}

func (a *app) switchedOffByField(w http.ResponseWriter, r *http.Request) {
	if a.quiet {
		w.WriteHeader(401)
		return
	}
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

func switchedOffByVariable(w http.ResponseWriter, r *http.Request) {
	if !disableChallenge {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(401)
}

func switchedOffByArgument(cfg *config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !cfg.DisableChallenge {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		http.Error(w, "who are you?", 401)
	}
}

func (a *app) switchedOffInHelper(w http.ResponseWriter) {
	if a.cfg.DisableChallenge {
		return
	}
	w.Header().Set("WWW-Authenticate", challenge)
}

func (a *app) callsSwitchedOff(w http.ResponseWriter, r *http.Request) {
	a.switchedOffInHelper(w)
	w.WriteHeader(401)
}

// A switch about something else excuses nothing.
func (a *app) anotherSwitch(w http.ResponseWriter, r *http.Request) {
	if a.quiet {
		w.Header().Set("Cache-Control", "no-store")
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// A client is no operator.
func (a *app) clientSwitch(w http.ResponseWriter, r *http.Request) {
	if !r.URL.Query().Has("quiet") {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// What nobody has filled in is an oversight and no decision.
func (a *app) nilConfiguration(w http.ResponseWriter, r *http.Request) {
	if a.cfg.Auth != nil {
		w.Header().Set("WWW-Authenticate", `Basic realm="`+a.cfg.Auth.realm+`"`)
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func (a *app) emptyConfiguration(w http.ResponseWriter, r *http.Request) {
	if a.cfg.Realm != "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="`+a.cfg.Realm+`"`)
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func (a *app) emptyList(w http.ResponseWriter, r *http.Request) {
	if len(a.cfg.Challenges) > 0 {
		w.Header().Set("WWW-Authenticate", a.cfg.Challenges[0])
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// Which names the operator has written down is unknown: no reason to be silent.
func (a *app) ownHeaders(w http.ResponseWriter, r *http.Request) {
	for name, value := range a.cfg.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// They do not take away what was set, either.
func (a *app) ownHeadersRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	for name, value := range a.cfg.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(401)
}
