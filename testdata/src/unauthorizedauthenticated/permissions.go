package unauthorizedauthenticated

import (
	"net/http"

	"github.com/casbin/casbin/v2"
)

// What tells that it is a permission.

type staff struct {
	Name, Kind, Role string
	Admin            bool
}

type office struct {
	least    string
	enforcer *casbin.Enforcer
	byKey    map[string]*staff
}

func (o *office) routes(mux *http.ServeMux) {
	mux.HandleFunc("/policy", o.policy)
	mux.HandleFunc("/role", o.role)
	mux.HandleFunc("/least", o.leastRole)
	mux.HandleFunc("/kind", o.kind)
	mux.HandleFunc("/edit", o.edit)
	mux.HandleFunc("/mail", o.mail)
}

func (o *office) staff(r *http.Request) *staff { return o.byKey[r.Header.Get("X-Api-Key")] }

// policy: a library says that he may not.
func (o *office) policy(w http.ResponseWriter, r *http.Request) {
	p := o.staff(r)
	if p == nil {
		ask(w)
		return
	}
	ok, err := o.enforcer.Enforce(r.URL.Path, r.Method)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if !ok {
		unauthorized(w, "not by the policy") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte(p.Name))
}

// role and leastRole: who has a role is somebody, without a further question.

func (o *office) role(w http.ResponseWriter, r *http.Request) {
	p, _ := r.Context().Value(userKey{}).(*staff)
	if p.Role != "editor" {
		unauthorized(w, "for editors") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte(p.Name))
}

func (o *office) leastRole(w http.ResponseWriter, r *http.Request) {
	p, _ := r.Context().Value(userKey{}).(*staff)
	if o.least != p.Role {
		unauthorized(w, "for others") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte(p.Name))
}

// kind: what somebody is may be what the credential is good for.
func (o *office) kind(w http.ResponseWriter, r *http.Request) {
	p := o.staff(r)
	if p == nil {
		ask(w)
		return
	}
	if p.Kind != "person" {
		unauthorized(w, "not with the key of a machine")
		return
	}
	w.Write([]byte(p.Name))
}

type right struct{ name string }

var (
	permEdit = &right{"edit"}
	weekly   = &right{"weekly"}
)

type checker interface {
	Check(p *staff, r *right) bool
}

var checks checker

// edit: what is asked for is a permission, by the name of the variable that says which.
func (o *office) edit(w http.ResponseWriter, r *http.Request) {
	p := o.staff(r)
	if p == nil {
		ask(w)
		return
	}
	if !checks.Check(p, permEdit) {
		unauthorized(w, "for editors") // want "unauthorized-authenticated: .* only lacks the permission.* answer 403$"
		return
	}
	w.Write([]byte(p.Name))
}

// mail: something else is asked of him, and nobody knows what.
func (o *office) mail(w http.ResponseWriter, r *http.Request) {
	p := o.staff(r)
	if p == nil {
		ask(w)
		return
	}
	if !checks.Check(p, weekly) {
		unauthorized(w, "not this week")
		return
	}
	w.Write([]byte(p.Name))
}
