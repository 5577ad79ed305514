package forbiddenunauthenticated

import "net/http"

// RoleUser joins a role with somebody: nobody in there means that he has none, and not that there is nobody.
type RoleUser struct{ role string }

var roleUserOf func(r *http.Request) *RoleUser

func withRole(w http.ResponseWriter, r *http.Request) {
	if userOf(r.Context()) == nil {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if of := roleUserOf(r); of == nil || of.role != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// AccessPermission says what somebody may: who has none is somebody all the same.
type AccessPermission struct{ write bool }

var accessOf func(u *user) *AccessPermission

func withAccess(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if access := accessOf(u); access == nil || !access.write {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
