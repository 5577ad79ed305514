package forbiddenunauthenticated

import (
	"context"
	"net/http"
)

// keyring says whether a key is one, and by an error that it could not look.
type keyring interface {
	Holds(ctx context.Context, key string) (bool, error)
}

func lookedUp(keys keyring) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		held, err := keys.Holds(r.Context(), r.Header.Get("X-API-Key"))
		if err != nil {
			writeError(w, http.StatusForbidden, "not now")
			return
		}
		if !held {
			writeError(w, http.StatusForbidden, "no such key") // want "forbidden-unauthenticated: "
			return
		}
		writeError(w, http.StatusOK, "hello")
	}
}
