package unseen

import "net/http"

// Responder is filled by another package. Needed: what importers store in a field, and for whom the package answers with it.
type Responder struct {
	Fail func(w http.ResponseWriter, code int)
}

func (x *Responder) handle(w http.ResponseWriter, r *http.Request) { x.Fail(w, 401) }

// A table of functions. Needed: what the elements of maps and slices hold.
var failing = map[string]func(w http.ResponseWriter, code int){
	"plain": func(w http.ResponseWriter, code int) { w.WriteHeader(code) },
}

func byTable(w http.ResponseWriter, r *http.Request) { failing[r.Method](w, 401) }

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
