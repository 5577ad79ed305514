package lookalikes

import (
	"errors"
	"net/http"
	"strings"
)

// kind is by which a handler says what has gone wrong.
type kind string

const (
	internal   kind = "internal"
	malformed  kind = "malformed"
	unknownTo  kind = "unauthorized"
	notAllowed kind = "forbidden"
)

func statusOf(k kind) int {
	switch k {
	case malformed:
		return http.StatusBadRequest
	case unknownTo:
		return http.StatusUnauthorized
	case notAllowed:
		return http.StatusForbidden
	}
	return http.StatusInternalServerError
}

func refuse(w http.ResponseWriter, k kind, err error) { http.Error(w, err.Error(), statusOf(k)) }

// Of many branches that only put a query together, those are kept apart that choose what is answered.
func filtering(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	var parts []string
	var args []any
	if s := q.Get("p0"); s != "" {
		parts = append(parts, "p0 = ?")
		args = append(args, s)
	}
	if s := q.Get("p1"); s != "" {
		parts = append(parts, "p1 = ?")
		args = append(args, s)
	}
	if s := q.Get("p2"); s != "" {
		parts = append(parts, "p2 = ?")
		args = append(args, s)
	}
	if s := q.Get("p3"); s != "" {
		parts = append(parts, "p3 = ?")
		args = append(args, s)
	}
	if s := q.Get("p4"); s != "" {
		parts = append(parts, "p4 = ?")
		args = append(args, s)
	}
	if s := q.Get("p5"); s != "" {
		parts = append(parts, "p5 = ?")
		args = append(args, s)
	}
	if s := q.Get("p6"); s != "" {
		parts = append(parts, "p6 = ?")
		args = append(args, s)
	}
	if s := q.Get("p7"); s != "" {
		parts = append(parts, "p7 = ?")
		args = append(args, s)
	}
	if s := q.Get("p8"); s != "" {
		parts = append(parts, "p8 = ?")
		args = append(args, s)
	}
	if err := find(strings.Join(parts, " AND "), args); err != nil {
		k := internal
		if errors.Is(err, errNoRows) {
			k = malformed
		}
		refuse(w, k, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

var errNoRows = errors.New("no rows")

func find(where string, args []any) error {
	if len(args) == 0 || where == "" {
		return errNoRows
	}
	return nil
}
