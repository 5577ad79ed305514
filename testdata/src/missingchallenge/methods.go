package missingchallenge

import "net/http"

type server struct {
	realm string
	base
}

type base struct{ name string }

func (b base) fail(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func (b *base) failWell(w http.ResponseWriter, code int) {
	if code == 401 {
		w.Header().Set("WWW-Authenticate", `Basic realm="`+b.name+`"`)
	}
	w.WriteHeader(code)
}

func (s *server) byMethod(w http.ResponseWriter, r *http.Request) {
	s.base.fail(w, 401) // want "missing-challenge: .*401"
}

func (s *server) byPromoted(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		s.fail(w, 401) // want "missing-challenge: .*401"
		return
	}
	s.fail(w, 403)
}

func (s *server) byPromotedRight(w http.ResponseWriter, r *http.Request) {
	s.failWell(w, 401)
}

func (s *server) byMethodValue(w http.ResponseWriter, r *http.Request) {
	answer := s.fail
	answer(w, 401) // want "missing-challenge: .*401"
}

func (s *server) byMethodValueRight(w http.ResponseWriter, r *http.Request) {
	answer := s.failWell
	answer(w, 401)
}

func (s *server) byMethodExpression(w http.ResponseWriter, r *http.Request) {
	base.fail(s.base, w, 401) // want "missing-challenge: .*401"
}

func (s *server) byFunctionValue(w http.ResponseWriter, r *http.Request) {
	answer := fail
	answer(w, 401, "who are you?") // want "missing-challenge: .*401"
}

// A handler that is registered is not called by anybody here.
func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", s.byMethod)
	mux.HandleFunc("/b", s.Registered)
	mux.Handle("/c", http.HandlerFunc(s.byPromoted))
	return mux
}

// Registered always denies, but as a handler it has no callers that could mend it.
func (s *server) Registered(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "who are you?", 401) // want "missing-challenge: 401"
}

// call carries the response in a struct.
type call struct {
	w http.ResponseWriter
	r *http.Request
}

func (c *call) fail(code int) { c.w.WriteHeader(code) }

func (c *call) ask() { c.w.Header().Set("WWW-Authenticate", challenge) }

func carriesResponse(w http.ResponseWriter, r *http.Request) {
	c := &call{w: w, r: r}
	c.fail(401) // want "missing-challenge: .*401"
}

func carriesResponseRight(w http.ResponseWriter, r *http.Request) {
	c := call{w, r}
	c.ask()
	c.fail(401)
}

func (c *call) handle() {
	if !signedIn(c.r) {
		c.w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	c.ask()
	c.w.WriteHeader(401)
}

// page is a response by embedding one.
type page struct {
	http.ResponseWriter
	title string
}

func (p page) deny() { p.WriteHeader(401) } // want "missing-challenge: 401"

func (p page) denyRight() {
	p.Header().Set("WWW-Authenticate", challenge)
	p.WriteHeader(401)
}

func pages(w http.ResponseWriter, r *http.Request) {
	p := page{w, "title"}
	if strange(r) {
		p.deny()
		return
	}
	p.denyRight()
}
