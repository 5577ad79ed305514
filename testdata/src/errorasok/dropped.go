package errorasok

import "net/http"

// An error that is made and not sent.

type fault struct {
	Status int
	Detail string
}

func (p *fault) Error() string { return p.Detail }

func newFault(status int, detail string) *fault { return &fault{status, detail} }

func internalFault(detail string) *fault { return newFault(http.StatusInternalServerError, detail) }

func (p *fault) with(detail string) *fault {
	p.Detail = detail
	return p
}

func sendFault(w http.ResponseWriter, status int, detail string) *fault {
	http.Error(w, detail, status)
	return newFault(status, detail)
}

func loses(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 100 {
		internalFault("too much") // want "error-as-ok: this 500 is made and then given to nobody"
		return
	}
	w.Write([]byte("hello"))
}

func losesNothing(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 100 {
		sendFault(w, 413, "too much")
		return
	}
	if r.ContentLength == 0 {
		p := internalFault("nothing")
		p.with("nothing at all")
		http.Error(w, p.Detail, p.Status)
		return
	}
	w.Write([]byte("hello"))
}

// Whoever calls it may answer.
func checksSize(w http.ResponseWriter, r *http.Request, limit int64) {
	if r.ContentLength > limit {
		internalFault("too much")
		return
	}
	w.Header().Set("X-Limit", "kept")
}
