package errorasok

import (
	"encoding/json"
	"net/http"
)

// The body is filled in a branch and sent after it.

type cards struct {
	load func(id string) (string, error)
}

type card struct {
	Success bool   `json:"success"`
	Error   string `json:"error,omitempty"`
	Name    string `json:"name,omitempty"`
}

func (c *cards) filledStruct(w http.ResponseWriter, r *http.Request) {
	var out card
	name, err := c.load(r.FormValue("id"))
	if err != nil {
		out.Error = err.Error()
	} else {
		out.Success, out.Name = true, name
	}
	json.NewEncoder(w).Encode(out) // want "error-as-ok: this body says that something failed, but the status is 200.*medium"
}

func (c *cards) filledMap(w http.ResponseWriter, r *http.Request) {
	out := map[string]any{}
	if name, err := c.load(r.FormValue("id")); err != nil {
		out["error"] = err.Error()
	} else {
		out["name"] = name
	}
	json.NewEncoder(w).Encode(out) // want "error-as-ok: this body says that something failed, but the status is 200.*medium"
}

func (c *cards) filledDenied(w http.ResponseWriter, r *http.Request) {
	out := card{Success: true}
	if _, _, ok := r.BasicAuth(); !ok {
		out.Success = false
		out.Error = "unauthorized"
	}
	json.NewEncoder(w).Encode(out) // want "error-as-ok: the client is refused with status 200"
}

// The branch has named the status.
func (c *cards) filledRight(w http.ResponseWriter, r *http.Request) {
	var out card
	name, err := c.load(r.FormValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		out.Error = err.Error()
	} else {
		out.Name = name
	}
	json.NewEncoder(w).Encode(out)
}

// What was set is taken back.
func (c *cards) filledAgain(w http.ResponseWriter, r *http.Request) {
	var out card
	name, err := c.load(r.FormValue("id"))
	if err != nil {
		out.Error = err.Error()
		name = "default"
	}
	out.Error = ""
	out.Name = name
	json.NewEncoder(w).Encode(out)
}

// It is another value that is sent.
func (c *cards) filledOther(w http.ResponseWriter, r *http.Request) {
	var logged, out card
	name, err := c.load(r.FormValue("id"))
	if err != nil {
		logged.Error = err.Error()
		println(logged.Error)
	}
	out.Name = name
	json.NewEncoder(w).Encode(out)
}

// The error is beside some of what was asked for.
func (c *cards) filledPartly(w http.ResponseWriter, r *http.Request) {
	users := []string{"jane"}
	_, err := c.load(r.FormValue("id"))
	if err != nil {
		json.NewEncoder(w).Encode(map[string]any{"users": users, "error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"users": users})
}

// apiError is what clients are told.
type apiError struct {
	Message string `json:"message"`
	Code    string `json:"code"`
}

func (c *cards) structured(w http.ResponseWriter, r *http.Request) {
	if _, err := c.load(r.FormValue("id")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"error": apiError{Message: "no such card"}}) // want "error-as-ok: this body says that something failed, but the status is 200.*medium"
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"error": nil, "name": "jane"})
}

// What stands under the error's name says what it is in whatever words.
func (c *cards) worded(w http.ResponseWriter, r *http.Request) {
	if name, err := c.load(r.FormValue("id")); err != nil || name == "" {
		json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": "keine solche Karte"}}) // want "error-as-ok: this body says that something failed, but the status is 200.*medium"
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{}, "name": "jane"})
}
