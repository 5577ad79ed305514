package unseen

import "net/http"

// A closure gives the denial again that has been sent before, and goes on: what comes then is taken for what admitted clients get after a
// denial, and that the closure's own denial never is the first is known to another rule alone. Needed: whether a denial has only been
// repeated.
func deniesAgain(w http.ResponseWriter, r *http.Request) {
	known := r.FormValue("b") != ""
	if !known {
		w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
	}
	func() {
		if !known {
			http.Error(w, "who are you?", http.StatusUnauthorized)
		}
		http.Error(w, "created", http.StatusCreated) // late-status: 401 has been sent before
	}()
}
