package missingchallenge

import "net/http"

// search puts a query together from whatever was asked for: the branches that do so are no paths of their own, or there would be more
// than can be walked.
func search(w http.ResponseWriter, r *http.Request, find func(where string, args []any) error) {
	q := r.URL.Query()
	where, args := "1", []any{}
	if v := q.Get("a"); v != "" {
		where, args = where+" AND a = ?", append(args, v)
	}
	if v := q.Get("b"); v != "" {
		where, args = where+" AND b = ?", append(args, v)
	}
	if v := q.Get("c"); v != "" {
		where, args = where+" AND c = ?", append(args, v)
	}
	if v := q.Get("d"); v != "" {
		where, args = where+" AND d = ?", append(args, v)
	}
	if v := q.Get("e"); v != "" {
		where, args = where+" AND e = ?", append(args, v)
	}
	if v := q.Get("f"); v != "" {
		where, args = where+" AND f = ?", append(args, v)
	}
	if v := q.Get("g"); v != "" {
		where, args = where+" AND g = ?", append(args, v)
	}
	if v := q.Get("h"); v != "" {
		where, args = where+" AND h = ?", append(args, v)
	}
	if v := q.Get("i"); v != "" {
		where, args = where+" AND i = ?", append(args, v)
	}
	if v := q.Get("j"); v != "" {
		where, args = where+" AND j = ?", append(args, v)
	}
	if _, _, ok := r.BasicAuth(); !ok {
		w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent"
		return
	}
	if err := find(where, args); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}
