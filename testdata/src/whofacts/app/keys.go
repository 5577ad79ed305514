package app

import (
	"net/http"
	"os"

	"whofacts/keys"
)

func derived(w http.ResponseWriter, r *http.Request) {
	stored, err := os.ReadFile("key")
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, password, _ := r.BasicAuth()
	renew, err := keys.Compare(stored, password)
	if err != nil {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: 403 .*the Basic credentials .keys.go:22"
		return
	}
	if renew {
		println("the key is old")
	}
}
