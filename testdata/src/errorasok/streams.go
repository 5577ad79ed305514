package errorasok

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
)

// What a response declares to be fixes the status. Each of these would be reported without its type.

func (s *server) eventStream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "id: 1\n%v\n\n", err)
		return
	}
	io.WriteString(w, "id: 1\n\n")
}

func (s *server) overGRPC(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/grpc-web+json")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(reply{Error: err.Error()})
		return
	}
	json.NewEncoder(w).Encode(reply{})
}

func (s *server) overSOAP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/soap+xml")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "<fault>%v</fault>", err)
		return
	}
	io.WriteString(w, "<done/>")
}

func (s *server) jsonStream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/x-json-stream")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(reply{Error: err.Error()})
		return
	}
	json.NewEncoder(w).Encode(reply{})
}

func (s *server) overGraphQL(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/graphql-response+json")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(reply{Error: err.Error()})
		return
	}
	json.NewEncoder(w).Encode(reply{})
}

// Another type fixes nothing.
func (s *server) plainJSON(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Del("Content-Length")
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		json.NewEncoder(w).Encode(reply{Error: err.Error()}) // want "error-as-ok: this body .*medium"
		return
	}
	json.NewEncoder(w).Encode(reply{})
}

// A text tells its protocol by how it begins, in whatever else it has of an error.

func (s *server) textEvent(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "event: failed\ndata: %v\n\n", err)
		return
	}
	io.WriteString(w, "event: done\n\n")
}

func (s *server) textData(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "data: %v\n\n", err)
		return
	}
	io.WriteString(w, "data: done\n\n")
}

func (s *server) textRPC(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, `{"jsonrpc": "2.0", "error": {"code": 1, "message": %q}}`, err.Error())
		return
	}
	io.WriteString(w, `{"jsonrpc": "2.0", "result": 1}`)
}

func (s *server) textSOAP(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "<soap:Envelope>%v</soap:Envelope>", err)
		return
	}
	io.WriteString(w, "<soap:Envelope/>")
}

func (s *server) textXML(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintf(w, "<?xml version='1.0'?><fault>%v</fault>", err)
		return
	}
	io.WriteString(w, "<?xml version='1.0'?><done/>")
}

// A text that says that there is no error says none.

func (s *server) textNoError(w http.ResponseWriter, r *http.Request) {
	switch r.PathValue("kind") {
	case "null":
		io.WriteString(w, `{"error": null, "n": 1}`)
	case "false":
		io.WriteString(w, `{"error": false}`)
	case "empty":
		io.WriteString(w, `{"error": ""}`)
	case "list":
		io.WriteString(w, `{"error": []}`)
	case "object":
		io.WriteString(w, `{"error": {}}`)
	case "true":
		io.WriteString(w, `{"error": true}`) // want "error-as-ok: this body .*medium"
	case "success":
		io.WriteString(w, `{"success": false}`) // want "error-as-ok: this body .*medium"
	default:
		io.WriteString(w, `{"success": true}`)
	}
}

// wired answers by itself for what it is given.
type wired struct{ http.ResponseWriter }

func (x wired) Write(p []byte) (int, error) {
	x.WriteHeader(http.StatusBadGateway)
	return x.ResponseWriter.Write(p)
}

func (s *server) wiredError(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintln(wired{w}, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// named has a name beside the response, and leaves what is written to that.
type named struct {
	http.ResponseWriter
	name string
}

func (s *server) namedError(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintln(named{w, "x"}, err) // want "error-as-ok: this body .*medium"
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// A page for people shows what went wrong in it: arguable.
var page = template.Must(template.New("page").Parse("{{.}}"))

func (s *server) shown(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		page.Execute(w, map[string]any{"error": err.Error()})
		return
	}
	page.Execute(w, nil)
}
