package errorasok

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// tell leaves the status to its callers, of which some name it.
func tell(w http.ResponseWriter, err error) {
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
}

func (s *server) tells(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		w.WriteHeader(http.StatusNotFound)
		tell(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// murmur is called after the first byte, or before: nobody has named a status for it.
func murmur(w http.ResponseWriter, err error) {
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}) // want "error-as-ok: this body .*medium"
}

func (s *server) murmurs(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		io.WriteString(w, "[")
	}
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		murmur(w, err)
	}
}

// What is always said is what this is for.
func motto(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "Forbidden planet, 1956")
}

// Another field than one for errors may hold one.
func (s *server) otherField(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"last_try": err.Error()})
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// All the names of fields for errors, and for messages.
func (s *server) manyNames(w http.ResponseWriter, r *http.Request) {
	err := s.store.Remove(r.PathValue("id"))
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	enc := json.NewEncoder(w)
	switch r.PathValue("kind") {
	case "1":
		enc.Encode(map[string]any{"errors": err.Error()}) // want "error-as-ok: this body .*medium"
	case "2":
		enc.Encode(map[string]any{"errorMessage": err.Error()}) // want "error-as-ok: this body .*medium"
	case "3":
		enc.Encode(map[string]any{"error_message": err.Error()}) // want "error-as-ok: this body .*medium"
	case "4":
		enc.Encode(map[string]any{"errmsg": err.Error()}) // want "error-as-ok: this body .*medium"
	case "5":
		enc.Encode(map[string]any{"message": err.Error()}) // want "error-as-ok: this body .*medium"
	case "6":
		enc.Encode(map[string]any{"msg": err.Error()}) // want "error-as-ok: this body .*medium"
	case "7":
		enc.Encode(map[string]any{"detail": err.Error()}) // want "error-as-ok: this body .*medium"
	case "8":
		enc.Encode(map[string]any{"reason": err.Error()}) // want "error-as-ok: this body .*medium"
	case "9":
		enc.Encode(map[string]any{"ok": false}) // want "error-as-ok: this body .*medium"
	case "10":
		enc.Encode(map[string]any{"error": true}) // want "error-as-ok: this body .*medium"
	case "11":
		enc.Encode(map[string]any{"error": false})
	case "12":
		enc.Encode(map[string]any{"error": ""})
	case "13":
		enc.Encode(map[string]any{"ok": true})
	case "14":
		enc.Encode(map[string]any{"message": "thank you"})
	case "15":
		enc.Encode(map[string]any{"message": "login required"}) // want "error-as-ok: the client is refused .*, or 403$"
	case "16":
		enc.Encode(map[string]any{"error": r.PathValue("old")})
	}
}

// Some of what was asked for is there.
func (s *server) partly(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil && len(items) == 0 {
		http.Error(w, "nothing", http.StatusBadGateway)
		return
	}
	if err == nil {
		json.NewEncoder(w).Encode(items)
		return
	}
	enc := json.NewEncoder(w)
	switch r.PathValue("kind") {
	case "1":
		enc.Encode(map[string]any{"data": items, "error": err.Error()})
	case "2":
		enc.Encode(map[string]any{"items": items, "error": err.Error()})
	case "3":
		enc.Encode(map[string]any{"results": items, "error": err.Error()})
	case "4":
		enc.Encode(map[string]any{"result": items, "error": err.Error()})
	case "5":
		enc.Encode(map[string]any{"rows": items, "error": err.Error()})
	case "6":
		enc.Encode(map[string]any{"data": nil, "error": err.Error()}) // want "error-as-ok: this body .*medium"
	}
}

// What a package variable or a field holds is data.
var lastFailure error

func lastOne(w http.ResponseWriter, r *http.Request) {
	if lastFailure != nil {
		fmt.Fprintln(w, lastFailure)
		return
	}
	fmt.Fprintln(w, "none")
}

// Here the error may be none.
func (s *server) perhaps(w http.ResponseWriter, r *http.Request) {
	err := s.store.Remove(r.PathValue("id"))
	fmt.Fprintln(w, "done:", err)
}

// An error of a status that is none.
func statusNames(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("code") == "204" {
		fmt.Fprintln(w, http.StatusText(http.StatusNoContent))
		return
	}
	if r.PathValue("code") == "404" {
		fmt.Fprintln(w, http.StatusText(http.StatusNotFound)) // want "error-as-ok: this body .*medium"
		return
	}
	fmt.Fprintln(w, "what is that?")
}

// The answer is filled in after it was sent.
func (s *server) filledLate(w http.ResponseWriter, r *http.Request) {
	answer := map[string]any{"id": r.PathValue("id")}
	json.NewEncoder(w).Encode(answer)
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		answer["error"] = err.Error()
	}
}

// The fields of another answer say nothing of this one.
func (s *server) otherAnswer(w http.ResponseWriter, r *http.Request) {
	failed := map[string]any{"error": "no"}
	answer := map[string]any{"id": r.PathValue("id"), "log": len(failed)}
	if r.Method == http.MethodGet {
		json.NewEncoder(w).Encode(answer)
	}
}

// An envelope has a status of its own under many names: arguable.
func (s *server) envelopes(w http.ResponseWriter, r *http.Request) {
	err := s.store.Remove(r.PathValue("id"))
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	enc := json.NewEncoder(w)
	switch r.PathValue("kind") {
	case "1":
		enc.Encode(map[string]any{"statuscode": 500, "error": err.Error()})
	case "2":
		enc.Encode(map[string]any{"status_code": 500, "error": err.Error()})
	case "3":
		enc.Encode(map[string]any{"errno": 5, "error": err.Error()})
	case "4":
		enc.Encode(map[string]any{"errcode": 5, "error": err.Error()})
	case "5":
		enc.Encode(map[string]any{"ret": -1, "error": err.Error()})
	case "6":
		enc.Encode(map[string]any{"subsonic-response": "failed", "error": err.Error()})
	}
}

// The version is not sent, so that the status is all there is.
type versioned struct {
	Version int    `json:"-"`
	Error   string `json:",omitempty"`
}

func (s *server) versionedStruct(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(versioned{Version: 2, Error: err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	json.NewEncoder(w).Encode(versioned{Version: 2})
}

// The error is for the log, and is not sent.
type outcome struct {
	Name string `json:"name"`
	Err  error  `json:"-"`
}

func (s *server) keptError(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		o := outcome{Name: r.PathValue("id"), Err: err}
		json.NewEncoder(w).Encode(o)
		println(o.Err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Who is known is refused, by a permission.
func (s *server) notAdmin(w http.ResponseWriter, r *http.Request) {
	a := s.account(r)
	if a == nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	if !a.Admin {
		json.NewEncoder(w).Encode(map[string]any{"success": false}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"success": true})
}
