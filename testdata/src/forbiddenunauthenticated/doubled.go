package forbiddenunauthenticated

import (
	"crypto/hmac"
	"net/http"
)

func doubledRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/confirm", confirms)
	mux.HandleFunc("/confirmConstant", confirmsConstant)
	mux.HandleFunc("/kept", keptBefore)
}

// A cookie that is held against the form shows that the form is the server's own: whose it is, it does not say.
func confirms(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("confirm")
	if err != nil {
		http.Error(w, "no confirmation", http.StatusForbidden)
		return
	}
	if cookie.Value != r.PostFormValue("confirm") {
		http.Error(w, "another confirmation", http.StatusForbidden)
		return
	}
	w.Write([]byte("confirmed"))
}

func confirmsConstant(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("confirm")
	if err != nil || !hmac.Equal([]byte(cookie.Value), []byte(r.URL.Query().Get("confirm"))) {
		http.Error(w, "another confirmation", http.StatusForbidden)
		return
	}
	w.Write([]byte("confirmed"))
}

// What the server has kept is another matter.
func keptBefore(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("confirm")
	if err != nil {
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge"
		return
	}
	if cookie.Value != passwordOf["joe"] {
		http.Error(w, "who are you?", http.StatusForbidden) // want "forbidden-unauthenticated: .* challenge"
		return
	}
	w.Write([]byte("hello"))
}
