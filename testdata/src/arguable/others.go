package arguable

import (
	"encoding/json"
	"errors"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
)

// The challenge was set up front, for whatever comes.
func (s *site) upFront(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	u, err := s.user(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !u.Admin {
		w.WriteHeader(http.StatusForbidden) // want `challenge-on-forbidden: 403 with a challenge: .* leave the WWW-Authenticate header out \(low\)$`
		return
	}
	w.Write([]byte("hello"))
}

var load func(id string) (string, error)

// The envelope has a status of its own.
func envelope(w http.ResponseWriter, r *http.Request) {
	if _, err := load(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"code": 500, "error": err.Error()}) // want `error-as-ok: this body .* name the status before it \(low\)$`
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"code": 200})
}

func refusedEnvelope(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == "" {
		json.NewEncoder(w).Encode(map[string]any{"version": 2, "error": "who are you?"}) // want `error-as-ok: this body .* name the status before it \(low\)$`
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"version": 2})
}

func manyEnvelopes(w http.ResponseWriter, r *http.Request) {
	_, err := load(r.PathValue("id"))
	if err == nil {
		return
	}
	enc := json.NewEncoder(w)
	switch r.PathValue("kind") {
	case "1":
		enc.Encode(map[string]any{"statuscode": 500, "error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
	case "2":
		enc.Encode(map[string]any{"status_code": 500, "error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
	case "3":
		enc.Encode(map[string]any{"errno": 5, "error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
	case "4":
		enc.Encode(map[string]any{"errcode": 5, "error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
	case "5":
		enc.Encode(map[string]any{"ret": -1, "error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
	case "6":
		enc.Encode(map[string]any{"jsonrpc": "2.0", "error": err.Error()}) // its status is always 200
	case "7":
		enc.Encode(map[string]any{"subsonic-response": "1", "error": err.Error()}) // its status is always 200
	}
}

var page = template.Must(template.New("page").Parse("{{.}}"))

// A form is shown again, with what was wrong; what is written by other means is no page.
func shownAgain(w http.ResponseWriter, r *http.Request) {
	if _, err := load(r.PathValue("id")); err != nil {
		page.Execute(w, map[string]any{"error": err.Error()}) // want `error-as-ok: this body .*\(low\)$`
		return
	}
	if _, err := load(r.PathValue("other")); err != nil {
		w.Write([]byte(err.Error())) // want `error-as-ok: this body .*\(medium\)$`
		return
	}
	page.Execute(w, nil)
}

// The write has failed, and a status of success is lost with it: nobody misses that one.
func failedWrite(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("hello")); err != nil {
		w.WriteHeader(http.StatusAccepted) // want `late-status: status 202 .* by the write that has failed.* \(low\)$`
	}
}

// Somebody may want these names so; the challenge is missing all the same.

func ownName(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Authenticate", challenge) // want `malformed-challenge: no client looks for the header Authenticate: .*\(low\)$`
	w.WriteHeader(http.StatusUnauthorized)    // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}

func vendor(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("LFS-Authenticate", challenge)
	w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401 is sent with no WWW-Authenticate"
}

func scheme(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `FormBased realm="x"`) // want `malformed-challenge: .*\(low\)$`
	w.WriteHeader(http.StatusUnauthorized)
}

var errOld = errors.New("old")

// One particular error was asked for, and it is that one which is sent.
func pickedAndSent(w http.ResponseWriter, r *http.Request) {
	_, err := load(r.PathValue("id"))
	if errors.Is(err, errOld) {
		w.Write([]byte(err.Error())) // want `error-as-ok: this body .*\(medium\)$`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// loginForm is rendered by a framework.
func loginForm(c *gin.Context) {
	if bcrypt.CompareHashAndPassword([]byte("hash"), []byte(c.PostForm("password"))) != nil {
		c.HTML(http.StatusOK, "login.html", gin.H{"error": "wrong password"}) // want "error-as-ok: .*low"
		return
	}
	c.String(http.StatusOK, "hello")
}
