package errorasok

import (
	"encoding/json"
	"errors"
	"net/http"
)

func ping(url string) error {
	if url == "" {
		return errors.New("no URL")
	}
	return nil
}

// It is what has come of the attempt that was asked for: the same key says that nothing has failed.
func tries(w http.ResponseWriter, r *http.Request) {
	if err := ping(r.FormValue("url")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"err": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"err": false})
}

func fails(w http.ResponseWriter, r *http.Request) {
	if err := ping(r.FormValue("url")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"err": err.Error()}) // want "error-as-ok: "
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"url": r.FormValue("url")})
}
