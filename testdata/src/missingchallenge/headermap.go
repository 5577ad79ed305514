package missingchallenge

import (
	"maps"
	"net/http"
	"net/textproto"
)

const headerName = "www-authenticate"

func spellings(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET":
		w.Header().Set("www-authenticate", challenge)
	case "PUT":
		w.Header().Set(headerName, challenge)
	case "POST":
		w.Header()["Www-Authenticate"] = []string{challenge}
	case "PATCH":
		// No canonical spelling, but it reaches the wire as it is.
		w.Header()["WWW-Authenticate"] = []string{challenge}
	default:
		w.Header()["www-authenticate"] = []string{challenge}
	}
	w.WriteHeader(401)
}

func byVariable(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

func byVariableBare(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/plain")
	h["X-Reason"] = []string{"no session"}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func byNameVariable(w http.ResponseWriter, r *http.Request) {
	name := "X-Reason"
	if !signedIn(r) {
		name = "WWW-Authenticate"
	}
	w.Header().Set(name, challenge)
	if name == "X-Reason" {
		return
	}
	w.WriteHeader(401)
}

func byTextproto(w http.ResponseWriter, r *http.Request) {
	textproto.MIMEHeader(w.Header()).Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

func appended(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h["Www-Authenticate"] = append(h["Www-Authenticate"], challenge, "Negotiate")
	w.WriteHeader(401)
}

func deleted(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	if r.Header.Get("X-Requested-With") != "" {
		w.Header().Del("WWW-Authenticate") // browsers would ask for a password
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func deletedFromMap(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	delete(w.Header(), "Www-Authenticate")
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func deletedAnother(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.Header().Del("Content-Length")
	delete(w.Header(), "Etag")
	w.WriteHeader(401)
}

func deletedAndSet(w http.ResponseWriter, r *http.Request) {
	w.Header().Del("WWW-Authenticate")
	w.Header().Set("WWW-Authenticate", challenge)
	w.WriteHeader(401)
}

func setToNil(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	w.Header()["Www-Authenticate"] = nil
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func cleared(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	clear(w.Header())
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func empty(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "")
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func emptied(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	if r.URL.Query().Has("quiet") {
		w.Header().Set("WWW-Authenticate", "")
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func emptyElement(w http.ResponseWriter, r *http.Request) {
	w.Header()["Www-Authenticate"] = []string{""}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func emptyVariable(w http.ResponseWriter, r *http.Request) {
	value := ""
	if r.URL.Query().Has("challenge") {
		value = challenge
	}
	w.Header().Set("WWW-Authenticate", value)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// What the client has sent is no answer to it.
func onRequest(w http.ResponseWriter, r *http.Request) {
	r.Header.Set("WWW-Authenticate", challenge)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// Nor is the header of another response.
func onOtherResponse(w http.ResponseWriter, r *http.Request) {
	resp := &http.Response{Header: http.Header{}}
	resp.Header.Set("WWW-Authenticate", challenge)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func cloned(w http.ResponseWriter, r *http.Request) {
	h := w.Header().Clone()
	h.Set("WWW-Authenticate", challenge)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func clonedByMaps(w http.ResponseWriter, r *http.Request) {
	h := maps.Clone(w.Header())
	h.Set("WWW-Authenticate", challenge)
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func copied(w http.ResponseWriter, r *http.Request) {
	h := http.Header{}
	h.Set("WWW-Authenticate", challenge)
	maps.Copy(w.Header(), h)
	w.WriteHeader(401)
}

func copiedAway(w http.ResponseWriter, r *http.Request) {
	h := http.Header{}
	h.Set("WWW-Authenticate", challenge)
	maps.Copy(h, w.Header())
	w.WriteHeader(401) // want "missing-challenge: 401"
}

// A header that is set beside the challenge does not take it away.
func added(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("WWW-Authenticate", challenge)
	w.Header().Add("WWW-Authenticate", "Negotiate")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(401)
}
