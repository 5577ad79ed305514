package lookalikes

import "net/http"

// Variables that are assigned once, of themselves and of each other, and that closures read.
func ofThemselves(w http.ResponseWriter, r *http.Request) {
	var n, m int
	var page any
	var a, b struct{ next *http.Request }
	read := func() (int, any, *http.Request) { return n + m, page, a.next }
	if r.Method == http.MethodPost {
		n = int(int64(n))
		page = any(page)
		a = b
		b = a
	}
	if k, p, next := read(); k != 0 || p != nil || next != nil {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
