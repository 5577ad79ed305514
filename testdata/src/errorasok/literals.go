package errorasok

import (
	"encoding/json"
	"fmt"
	"net/http"
)

func jsonMap(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil || c.Value == "" {
		json.NewEncoder(w).Encode(map[string]string{"error": "who are you?"}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"hello": "you"})
}

func (s *server) jsonMapOfError(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	w.Header().Set("Content-Type", "application/json")
	if err != nil {
		json.NewEncoder(w).Encode(map[string]any{"error": err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	json.NewEncoder(w).Encode(items)
}

func (s *server) jsonNoSuccess(w http.ResponseWriter, r *http.Request) {
	if a := s.account(r); a == nil || !a.Admin {
		json.NewEncoder(w).Encode(map[string]any{"success": false, "message": "not for you"}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"success": true})
}

func jsonText(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if r.FormValue("name") == "" {
		w.Write([]byte(`{"error":"a name is needed"}`)) // want "error-as-ok: this body .*medium"
		return
	}
	w.Write([]byte(`{"ok":true}`))
}

func (s *server) jsonFormatted(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if _, err := s.store.Item(id); err != nil {
		fmt.Fprintf(w, `{"error": "no item %s"}`, id) // want "error-as-ok: this body .*medium"
		return
	}
	fmt.Fprintf(w, `{"id": %q}`, id)
}

type reply struct {
	Error string `json:"error,omitempty"`
	Item  *item  `json:"item,omitempty"`
}

func (s *server) jsonStruct(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		json.NewEncoder(w).Encode(reply{Error: err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	json.NewEncoder(w).Encode(reply{Item: it})
}

type failure struct {
	Err  string
	Hint string
}

func (s *server) jsonPointer(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if s.account(r) == nil {
		enc.Encode(&failure{Err: "no session", Hint: "log in"}) // want "error-as-ok: the client is refused .*, or 403$"
		return
	}
	enc.Encode("hello")
}

func (s *server) jsonMarshalled(w http.ResponseWriter, r *http.Request) {
	var in item
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		data, _ := json.Marshal(map[string]string{"error": "bad JSON: " + err.Error()})
		w.Write(data) // want "error-as-ok: this body .*medium"
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func (s *server) jsonAfterOK(w http.ResponseWriter, r *http.Request) {
	var answer reply
	if err := s.store.Save(&item{Name: r.FormValue("name")}); err != nil {
		answer.Error = err.Error()
		w.WriteHeader(http.StatusOK)
		json.NewEncoder(w).Encode(answer) // want "error-as-ok: this body .*medium"
		return
	}
	json.NewEncoder(w).Encode(answer)
}

// The status has been named before.

func jsonWithStatus(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("name") == "" {
		w.WriteHeader(http.StatusBadRequest)
		json.NewEncoder(w).Encode(map[string]string{"error": "a name is needed"})
		return
	}
	json.NewEncoder(w).Encode(map[string]bool{"ok": true})
}

func (s *server) jsonMarshalledWithStatus(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		data, _ := json.Marshal(reply{Error: err.Error()})
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusNotFound)
		w.Write(data)
		return
	}
	json.NewEncoder(w).Encode(reply{Item: it})
}

// It is said that there is no error.
func (s *server) jsonNoError(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		http.Error(w, "no", http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"error": nil, "item": it})
}

func (s *server) jsonEmptyError(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"error": "", "success": true})
}

// The body says itself that the work goes on.
func (s *server) jsonAccepted(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(&item{Name: r.FormValue("name")}); err != nil {
		w.WriteHeader(http.StatusAccepted)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// A house envelope with a status of its own is arguable.
type envelope struct {
	Code  int    `json:"code"`
	Error string `json:"error"`
	Data  any    `json:"data"`
}

func (s *server) jsonEnvelope(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		json.NewEncoder(w).Encode(envelope{Code: 500, Error: err.Error()})
		return
	}
	json.NewEncoder(w).Encode(envelope{Data: items})
}

func (s *server) jsonEnvelopeMap(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		json.NewEncoder(w).Encode(map[string]any{"status": "error", "error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"status": "ok", "data": items})
}

func (s *server) jsonVersioned(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.FormValue("id")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"version": 2, "error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"version": 2})
}
