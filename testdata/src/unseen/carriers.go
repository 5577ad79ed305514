package unseen

import (
	"net/http"

	"facts/lib"
)

func signedIn(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
}

// The value is another package's variable. Needed: what is known of that variable where it is returned as an error.
func returnsVariable(w http.ResponseWriter, r *http.Request) error { return lib.ErrDenied }

func variableRoutes(mux *http.ServeMux) { mux.Handle("/", lib.Handler(returnsVariable)) }
