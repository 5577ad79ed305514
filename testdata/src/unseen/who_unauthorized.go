package unseen

import (
	"net/http"
)

func (s *site) unauthorizedRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/authorize", s.remove)
	mux.HandleFunc("/rights", s.rights)
	mux.HandleFunc("/quota", s.quota)
}

// The person is known, and may not, by the error of an interface: unauthorized-authenticated. It is told with low confidence.
// Needed: that the error is about a permission, and not about what was asked for.
func (s *site) remove(w http.ResponseWriter, r *http.Request) {
	p, err := s.person(r)
	if err != nil {
		askWho(w)
		return
	}
	if err := s.people.Authorize(r.Context(), p, "delete"); err != nil {
		askWho(w)
		return
	}
	w.Write([]byte(p.Name))
}

// The same with a loop over what the person may: low too.
func (s *site) rights(w http.ResponseWriter, r *http.Request) {
	p, err := s.person(r)
	if err != nil {
		askWho(w)
		return
	}
	for _, right := range p.Rights {
		if right == "notes" {
			w.Write([]byte(p.Name))
			return
		}
	}
	askWho(w)
}

// Somebody who is known has sent too much: unauthorized-authenticated. It is told with low confidence. Needed: that a number
// compared with a limit is no credential.
func (s *site) quota(w http.ResponseWriter, r *http.Request) {
	p, err := s.person(r)
	if err != nil {
		askWho(w)
		return
	}
	if p.Uploads >= s.max {
		askWho(w)
		return
	}
	w.Write([]byte(p.Name))
}
