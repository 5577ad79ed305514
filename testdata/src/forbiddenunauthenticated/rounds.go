package forbiddenunauthenticated

import "net/http"

// Keys are compared one by one, and none of them was the one that the client has shown.
func oneOfKeys(keys []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key := r.Header.Get("X-Api-Key")
		known := false
		for _, k := range keys {
			if k == key {
				known = true
				break
			}
		}
		if !known {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge .medium.$"
			return
		}
		w.Write([]byte("hello"))
	}
}

func oneOfKeysLeft(keys []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, k := range keys {
			if k == r.Header.Get("X-Api-Key") {
				w.Write([]byte("hello"))
				return
			}
		}
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge .medium.$"
	}
}

// Roles are compared one by one: somebody may not.
func oneOfRoles(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	may := false
	for _, role := range u.Roles {
		if role == "admin" {
			may = true
			break
		}
	}
	if !may {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Where it is looked for an origin, the loop is about that.
func oneOfOrigins(origins []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		known := false
		for _, o := range origins {
			if o == r.Header.Get("Origin") {
				known = true
				break
			}
		}
		if !known {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		w.Write([]byte("hello"))
	}
}

// Each list has to have the key: the inner loop comes to its end in one round of the outer one.
func inEachList(lists [][]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, keys := range lists {
			known := false
			for _, k := range keys {
				if k == r.Header.Get("X-Api-Key") {
					known = true
					break
				}
			}
			if !known {
				w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge .medium.$"
				return
			}
		}
		w.Write([]byte("hello"))
	}
}

// A strongroom is closed to everybody: that a round has begun says nothing of the keys.
type strongroom struct {
	keys   []string
	closed bool
}

func (s *strongroom) open(w http.ResponseWriter, r *http.Request) {
	for _, k := range s.keys {
		if s.closed {
			w.WriteHeader(http.StatusForbidden)
			continue
		}
		if k == r.Header.Get("X-Api-Key") {
			w.Write([]byte("hello"))
			return
		}
	}
}
