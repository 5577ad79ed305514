package unseen

import "net/http"

// responder keeps its writer of answers in a field. Needed: what a field is filled with in the whole package.
type responder struct {
	fail func(w http.ResponseWriter, code int)
}

func newResponder() *responder {
	return &responder{fail: func(w http.ResponseWriter, code int) { w.WriteHeader(code) }}
}

func (x *responder) handle(w http.ResponseWriter, r *http.Request) { x.fail(w, 401) }

// A goroutine answers when it likes. Needed: that nobody else answers in the meantime.
func inGoroutine(w http.ResponseWriter, r *http.Request) {
	done := make(chan bool)
	go func() {
		w.WriteHeader(401)
		close(done)
	}()
	<-done
}

// outer holds the response in a struct that another one points to. Needed: pointers must not count where it is asked how
// deep a struct may hold a response.
type outer struct{ in *inner }

type inner struct{ w http.ResponseWriter }

func (o *outer) fail() { o.in.w.WriteHeader(401) }
