package missingchallenge

import (
	"encoding/json"
	"maps"
	"net/http"
)

// Headers that a function is passed, or keeps beside the response, and copies onto it all at once: who passes them knows what is in them.
func sendJSON(w http.ResponseWriter, status int, data any, headers http.Header) error {
	body, err := json.Marshal(data)
	if err != nil {
		return err
	}
	for name, values := range headers {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(body)
	return nil
}

func batchOfNothing(w http.ResponseWriter, r *http.Request) {
	sendJSON(w, 401, "who are you?", nil) // want "missing-challenge: 401"
}

func batchWithout(w http.ResponseWriter, r *http.Request) {
	headers := make(http.Header)
	headers.Set("Cache-Control", "no-store")
	if headers.Get("Cache-Control") == "" || len(headers) == 0 {
		return
	}
	sendJSON(w, 401, "who are you?", headers) // want "missing-challenge: 401"
}

func batchWith(w http.ResponseWriter, r *http.Request) {
	headers := make(http.Header)
	headers.Set("WWW-Authenticate", challenge)
	sendJSON(w, 401, "who are you?", headers)
}

func batchWithIndex(w http.ResponseWriter, r *http.Request) {
	sendJSON(w, 401, "who are you?", http.Header{"Www-Authenticate": {challenge}})
}

// It is filled by somebody else.
func batchFilled(w http.ResponseWriter, r *http.Request) {
	headers := make(http.Header)
	challenges(headers)
	sendJSON(w, 401, "who are you?", headers)
}

func challenges(headers http.Header) { headers.Set("WWW-Authenticate", challenge) }

// What it is filled with here is known, too.
func batchFilledWithout(w http.ResponseWriter, r *http.Request) {
	headers := make(http.Header)
	uncached(headers)
	sendJSON(w, 401, "who are you?", headers) // want "missing-challenge: 401"
}

func uncached(headers http.Header) { headers.Set("Cache-Control", "no-store") }

// It has one on one of the paths.
func batchOfTwo(w http.ResponseWriter, r *http.Request) {
	var headers http.Header
	if strange(r) {
		headers = http.Header{"Www-Authenticate": {challenge}}
	}
	sendJSON(w, 401, "who are you?", headers) // want "missing-challenge: 401"
}

func batchUnderAnyName(w http.ResponseWriter, r *http.Request) {
	headers := http.Header{}
	headers.Set(r.FormValue("name"), challenge)
	sendJSON(w, 401, "who are you?", headers)
}

// The operator may have written anything.
var configured http.Header

func batchOfTheOperator(w http.ResponseWriter, r *http.Request) {
	sendJSON(w, 401, "who are you?", configured)
}

// In between stands a helper which hands them on.
func fails(w http.ResponseWriter, status int, headers http.Header) {
	if sendJSON(w, status, http.StatusText(status), headers) != nil {
		w.WriteHeader(500)
	}
}

func batchHandedOn(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		fails(w, 401, http.Header{"Www-Authenticate": {challenge}})
		return
	}
	fails(w, 401, nil) // want "missing-challenge: 401"
}

// sendPairs is passed them in another type.
func sendPairs(w http.ResponseWriter, status int, headers map[string]string) {
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(status)
}

func pairsWith(w http.ResponseWriter, r *http.Request) {
	sendPairs(w, 401, map[string]string{"WWW-Authenticate": challenge})
}

func pairsWithout(w http.ResponseWriter, r *http.Request) {
	sendPairs(w, 401, map[string]string{"Cache-Control": "no-store"}) // want "missing-challenge: 401"
}

func pairsOfNothing(w http.ResponseWriter, r *http.Request) {
	sendPairs(w, 401, nil) // want "missing-challenge: 401"
}

func sendCopied(w http.ResponseWriter, status int, headers http.Header) {
	maps.Copy(w.Header(), headers)
	w.WriteHeader(status)
}

func copiedWith(w http.ResponseWriter, r *http.Request) {
	sendCopied(w, 401, http.Header{"Www-Authenticate": {challenge}})
}

func copiedWithout(w http.ResponseWriter, r *http.Request) {
	sendCopied(w, 401, http.Header{}) // want "missing-challenge: 401"
}

// refusesWith always denies, with headers that only its callers know: it is for them to be told, and not for it.
func refusesWith(w http.ResponseWriter, headers map[string]string) {
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(401)
}

func refusedWith(w http.ResponseWriter, r *http.Request) {
	refusesWith(w, map[string]string{"WWW-Authenticate": challenge})
}

func refusedWithout(w http.ResponseWriter, r *http.Request) {
	refusesWith(w, nil) // want "missing-challenge: refusesWith answers 401"
}

// refusesBy is the same with one header.
func refusesBy(w http.ResponseWriter, name, value string) {
	w.Header().Set(name, value)
	w.WriteHeader(401)
}

func refusedBy(w http.ResponseWriter, r *http.Request) {
	refusesBy(w, "WWW-Authenticate", challenge)
}

func refusedByAnother(w http.ResponseWriter, r *http.Request) {
	refusesBy(w, "Cache-Control", "no-store") // want "missing-challenge: refusesBy answers 401"
}

// refusesFor hands them on: its own callers are told.
func refusesFor(w http.ResponseWriter, headers map[string]string) { refusesWith(w, headers) }

func refusedFor(w http.ResponseWriter, r *http.Request) {
	if strange(r) {
		refusesFor(w, map[string]string{"WWW-Authenticate": challenge})
		return
	}
	refusesFor(w, nil) // want "missing-challenge: refusesWith answers 401"
}

// fillsToo puts the challenge into what it was passed.
func fillsToo(w http.ResponseWriter, status int, headers http.Header) {
	headers.Set("WWW-Authenticate", challenge)
	maps.Copy(w.Header(), headers)
	w.WriteHeader(status)
}

func filledToo(w http.ResponseWriter, r *http.Request) {
	fillsToo(w, 401, http.Header{})
}

// Here all is in one function.
func batchHere(w http.ResponseWriter, r *http.Request) {
	headers := http.Header{}
	headers.Set("Cache-Control", "no-store")
	for name, values := range headers {
		for _, value := range values {
			w.Header().Add(name, value)
		}
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
}

func batchHereWith(w http.ResponseWriter, r *http.Request) {
	headers := map[string]string{"Cache-Control": "no-store", "WWW-Authenticate": challenge}
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(401)
}

// parcel keeps headers of its own, which begin empty and are copied at the end.
type parcel struct {
	w       http.ResponseWriter
	status  int
	headers http.Header
}

func newParcel(w http.ResponseWriter) *parcel {
	return &parcel{w: w, status: http.StatusOK, headers: make(http.Header)}
}

func (a *parcel) withStatus(status int) *parcel {
	a.status = status
	return a
}

func (a *parcel) with(name, value string) *parcel {
	a.headers.Set(name, value)
	return a
}

func (a *parcel) send() {
	a.headers.Set("X-Frame-Options", "DENY")
	maps.Copy(a.w.Header(), a.headers)
	a.w.WriteHeader(a.status)
}

func (a *parcel) sendByLoop() {
	for name, values := range a.headers {
		a.w.Header()[name] = values
	}
	a.w.WriteHeader(a.status)
}

func answered(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		newParcel(w).withStatus(401).with("Content-Type", "text/plain").send() // want "missing-challenge: 401"
		return
	}
	newParcel(w).send()
}

func answeredByLoop(w http.ResponseWriter, r *http.Request) {
	newParcel(w).withStatus(401).sendByLoop() // want "missing-challenge: 401"
}

func answeredWith(w http.ResponseWriter, r *http.Request) {
	newParcel(w).withStatus(401).with("WWW-Authenticate", challenge).send()
}

func answeredByLoopWith(w http.ResponseWriter, r *http.Request) {
	newParcel(w).withStatus(401).with("WWW-Authenticate", challenge).sendByLoop()
}

// prepared begins with headers that it was passed.
type prepared struct {
	w       http.ResponseWriter
	headers http.Header
}

func (p *prepared) deny() {
	maps.Copy(p.w.Header(), p.headers)
	p.w.WriteHeader(401)
}

func (p *prepared) denyByLoop() {
	for name, values := range p.headers {
		p.w.Header()[name] = values
	}
	p.w.WriteHeader(401)
}

func preparedBy(w http.ResponseWriter, headers http.Header) {
	p := &prepared{w: w, headers: headers}
	if len(headers) > 1 {
		p.denyByLoop()
		return
	}
	p.deny()
}

func preparedFor(w http.ResponseWriter, r *http.Request) {
	preparedBy(w, http.Header{"Www-Authenticate": {challenge}})
}

// Package of others may fill what is exported.
type Exported struct {
	W       http.ResponseWriter
	Headers http.Header
}

func (e *Exported) deny() {
	maps.Copy(e.W.Header(), e.Headers)
	e.W.WriteHeader(401)
}
