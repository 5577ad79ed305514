package forbiddenunauthenticated

import (
	"encoding/json"
	"net/http"
)

// A product's own header for a key, and values that helpers fill in.

func (s *server) vendorRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/vendor", s.vendorHeader)
	mux.HandleFunc("/trace", s.traceHeader)
	mux.HandleFunc("/options", s.filledOptions)
	mux.HandleFunc("/tenant", s.filledTenant)
	mux.HandleFunc("/decoded", s.decodedLogin)
	mux.HandleFunc("/page", s.decodedPage)
}

func (s *server) vendorHeader(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Product-Authorization") != s.secret() {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Product-Authorization header.*challenge$"
		return
	}
	w.Write([]byte("hello"))
}

// A header that is none of somebody's.
func (s *server) traceHeader(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Product-Trace-Token") != s.secret() {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) secret() string { return s.keys["secret"] }

type options struct{ Region, Key string }

// parse fills in what the request says.
func (s *server) parse(r *http.Request, o *options) {
	o.Region = r.FormValue("region")
	s.parseKey(r, &o.Key)
}

func (s *server) parseKey(r *http.Request, key *string) {
	*key = r.Header.Get("X-Api-Key")
}

func (s *server) filledOptions(w http.ResponseWriter, r *http.Request) {
	var o options
	s.parse(r, &o)
	if o.Key == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.*"
		return
	}
	w.Write([]byte("hello"))
}

// The same helper fills in the region too, which is nobody's credential.
func (s *server) filledTenant(w http.ResponseWriter, r *http.Request) {
	var o options
	s.parse(r, &o)
	if o.Region != s.keys["region"] {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func readJSON(r *http.Request, v any) error { return json.NewDecoder(r.Body).Decode(v) }

type loginForm struct{ Name, Password, Page string }

func (s *server) decodedLogin(w http.ResponseWriter, r *http.Request) {
	var f loginForm
	if err := readJSON(r, &f); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if s.keys[f.Name] != f.Password {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*the Password of the request body.*"
		return
	}
	w.Write([]byte("hello"))
}

func (s *server) decodedPage(w http.ResponseWriter, r *http.Request) {
	var f loginForm
	if err := readJSON(r, &f); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if f.Page == s.keys["hidden"] {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
