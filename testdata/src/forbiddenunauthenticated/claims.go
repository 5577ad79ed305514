package forbiddenunauthenticated

import (
	"encoding/json"
	"net/http"
)

// What only the client itself says of who it is, or of what it may.

func claimRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/role", saysRole)
	mux.HandleFunc("/header", saysUser)
	mux.HandleFunc("/page", saysPage)
	mux.HandleFunc("/both", saysBoth)
	mux.HandleFunc("/gateway", behindGateway)
	mux.HandleFunc("/after", askedAfter)
	mux.HandleFunc("/form", codeInForm)
	mux.HandleFunc("/body", codeInBody)
	mux.HandleFunc("/gatewayHelper", behindGatewayHelper)
}

func saysRole(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden) // want "forbidden-unauthenticated: 403 is decided by what the client says of itself .the parameter .role.*medium"
		return
	}
	w.Write([]byte("hello"))
}

func saysUser(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-User-Id") == "" {
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: 403 is decided by what the client says of itself .the X-User-Id header.*medium"
		return
	}
	w.Write([]byte("hello"))
}

// A page is nobody.
func saysPage(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("page") == "secret" {
		http.Error(w, "not that one", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Credentials were checked before.
func saysBoth(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// Who lacks the header that the gateway sets for those it knows is nobody here, and hears so: the other one is about somebody.
func behindGateway(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-User-Id") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if r.Header.Get("X-Tenant-Id") == "" {
		http.Error(w, "not of any tenant", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

func gatewayUser(r *http.Request) (string, bool) {
	id := r.Header.Get("X-User-Id")
	return id, id != ""
}

func behindGatewayHelper(w http.ResponseWriter, r *http.Request) {
	id, ok := gatewayUser(r)
	if !ok {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if r.Header.Get("X-Tenant-Id") == "" {
		http.Error(w, "not of any tenant", http.StatusForbidden)
		return
	}
	w.Write([]byte(id))
}

// The other way round the first is not behind anything.
func askedAfter(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Tenant-Id") == "" {
		http.Error(w, "not of any tenant", http.StatusForbidden) // want "forbidden-unauthenticated: 403 is decided by what the client says of itself .the X-Tenant-Id header.*medium"
		return
	}
	if r.Header.Get("X-User-Id") == "" {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

// Somewhere else it may be registered behind a middleware.
func SaysRole(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("role") != "admin" {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

// signedBy says no by itself, so that what its caller says comes second and is not sent.
func signedBy(w http.ResponseWriter, r *http.Request) bool {
	if name, password, ok := r.BasicAuth(); !ok || passwordOf[name] != password {
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge"
		return false
	}
	return true
}

var passwordOf = map[string]string{}

func saysItTwice(w http.ResponseWriter, r *http.Request) {
	if !signedBy(w, r) {
		http.Error(w, "not valid", http.StatusForbidden) // want "late-status: this is a second answer"
		return
	}
	w.Write([]byte("hello"))
}

// asks answers 401 by itself, which a writer that only keeps statuses lets another one replace.
func asks(w http.ResponseWriter, r *http.Request) bool {
	if name, password, ok := r.BasicAuth(); !ok || passwordOf[name] != password {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return false
	}
	return true
}

func saysAnother(w http.ResponseWriter, r *http.Request) {
	if !asks(w, r) {
		http.Error(w, "not you", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge" "late-status: status 403 cannot reach the client"
		return
	}
	w.Write([]byte("hello"))
}

// A one-time password is a credential, wherever it stands.
func codeInForm(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("otp") != passwordOf["joe"] {
		http.Error(w, "wrong code", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	w.Write([]byte("hello"))
}

func codeInBody(w http.ResponseWriter, r *http.Request) {
	var sent struct{ Passcode string }
	if json.NewDecoder(r.Body).Decode(&sent) != nil {
		http.Error(w, "no body", http.StatusBadRequest)
		return
	}
	if sent.Passcode != passwordOf["joe"] {
		http.Error(w, "wrong code", http.StatusForbidden) // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
		return
	}
	w.Write([]byte("hello"))
}
