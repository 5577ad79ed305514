package errorasok

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// sendError always answers so, and its callers cannot help it.
func sendError(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"error": text}) // want "error-as-ok: this body .*medium.$"
}

func (s *server) sendsError(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		sendError(w, err.Error())
		return
	}
	json.NewEncoder(w).Encode(it)
}

func (s *server) sendsErrorToo(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		sendError(w, err.Error())
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// fail is given the text only.
func fail(w http.ResponseWriter, text string) {
	json.NewEncoder(w).Encode(map[string]any{"success": false, "reason": text}) // want "error-as-ok: this body .*medium.$"
}

func (s *server) fails(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("name") == "" {
		fail(w, "a name is needed")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// respond sends anything with any status.
func respond(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

func (s *server) respondsOK(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		respond(w, http.StatusOK, map[string]string{"error": err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	respond(w, http.StatusOK, items)
}

func (s *server) respondsWell(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		respond(w, http.StatusBadGateway, map[string]string{"error": err.Error()})
		return
	}
	respond(w, 200, map[string]any{"items": items, "error": nil})
}

// send sends anything as it comes.
func send(w http.ResponseWriter, v any) {
	data, _ := json.Marshal(v)
	w.Header().Set("Content-Type", "application/json")
	w.Write(data)
}

func (s *server) sends(w http.ResponseWriter, r *http.Request) {
	a := s.account(r)
	if a == nil {
		send(w, reply{Error: "log in first"}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	send(w, a)
}

func (s *server) sendsAfterStatus(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		send(w, reply{Error: err.Error()})
		return
	}
	send(w, reply{Item: it})
}

// writeText is a method, and prints.
func (s *server) writeText(w http.ResponseWriter, text string) {
	fmt.Fprintln(w, text)
}

func (s *server) writesText(w http.ResponseWriter, r *http.Request) {
	if s.account(r) == nil {
		s.writeText(w, "not logged in") // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	s.writeText(w, "hello")
}

// problem has the status that its callers choose.
func problem(w http.ResponseWriter, status int, err error) {
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"error": %q}`, err)
}

func (s *server) problems(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		problem(w, http.StatusBadRequest, err)
		return
	}
	if err := s.store.Save(&item{Name: r.FormValue("name")}); err != nil {
		problem(w, http.StatusOK, err) // want "error-as-ok: this body .*medium"
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// response knows its status.
type response struct {
	w      http.ResponseWriter
	status int
}

func (p response) render(v any) {
	p.w.WriteHeader(p.status)
	json.NewEncoder(p.w).Encode(v)
}

func (s *server) renders(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		response{w, http.StatusServiceUnavailable}.render(reply{Error: err.Error()})
		return
	}
	response{w, http.StatusOK}.render(items)
}
