package unseen

import (
	"net/http"
)

// An error whose kind is asked for where it has come to: why it was made is not known to the condition.

type kindError struct{ kind int }

func (e *kindError) Error() string { return "denied" }
func (e *kindError) Kind() int     { return e.kind }

const deniedKind = 2

func ownerOf(key string) (string, error) {
	name, ok := owners[key]
	if !ok {
		return "", &kindError{deniedKind}
	}
	return name, nil
}

var owners map[string]string

func ofKind(w http.ResponseWriter, r *http.Request) {
	name, err := ownerOf(r.Header.Get("Authorization"))
	if e, ok := err.(*kindError); ok && e.Kind() == deniedKind {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	w.Write([]byte(name))
}
