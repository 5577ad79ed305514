package unauthorizedauthenticated

import "net/http"

// One error serves for two reasons: what is wrong with each is said where it is returned.

type trouble struct {
	status int
	text   string
}

func (f *trouble) Error() string { return f.text }

var errNobody = &trouble{http.StatusUnauthorized, "no"} // want "missing-challenge: troubles sends this 401 with no WWW-Authenticate header"

var errLacking = &trouble{http.StatusUnauthorized, "you may not"}

func troubles(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			w.WriteHeader(err.(*trouble).status)
		}
	}
}

func (s *server) faultRoutes(mux *http.ServeMux) {
	mux.Handle("/trouble/one", troubles(s.oneFault))
	mux.Handle("/trouble/other", troubles(s.otherFault))
}

func (s *server) oneFault(w http.ResponseWriter, r *http.Request) error {
	u, err := s.user(r)
	if err != nil {
		return errNobody
	}
	if !u.Admin {
		return errNobody // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	w.Write([]byte(u.Name))
	return nil
}

// Where all that the error is for is wrong, its challenge is nobody's concern.
func (s *server) otherFault(w http.ResponseWriter, r *http.Request) error {
	u, err := s.user(r)
	if err != nil {
		ask(w)
		return nil
	}
	if !u.Admin {
		return errLacking // want "unauthorized-authenticated: 401 for somebody who is known here and only lacks the permission"
	}
	w.Write([]byte(u.Name))
	return nil
}
