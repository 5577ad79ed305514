package unseen

import (
	"net/http"

	"facts/lib"
)

// The value is another package's variable. Needed: what is known of that variable where it is returned as an error.
func returnsVariable(w http.ResponseWriter, r *http.Request) error { return lib.ErrDenied }

func variableRoutes(mux *http.ServeMux) { mux.Handle("/", lib.Handler(returnsVariable)) }
