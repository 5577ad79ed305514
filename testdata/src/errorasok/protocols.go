package errorasok

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
)

// rpcReply is JSON-RPC 2.0, where the status is always 200.
type rpcReply struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  any             `json:"result,omitempty"`
	Error   *rpcError       `json:"error,omitempty"`
}

type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (s *server) rpc(w http.ResponseWriter, r *http.Request) {
	var req struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
	}
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		json.NewEncoder(w).Encode(rpcReply{Version: "2.0", Error: &rpcError{-32700, err.Error()}})
		return
	}
	items, err := s.store.Items()
	if err != nil {
		json.NewEncoder(w).Encode(rpcReply{Version: "2.0", ID: req.ID, Error: &rpcError{-32603, "internal error"}})
		return
	}
	json.NewEncoder(w).Encode(rpcReply{Version: "2.0", ID: req.ID, Result: items})
}

func rpcByMap(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": nil, "error": map[string]any{"code": -32600, "message": "empty"}})
		return
	}
	io.WriteString(w, `{"jsonrpc":"2.0","result":1}`)
}

func rpcByText(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		io.WriteString(w, `{"jsonrpc": "2.0", "error": {"code": -32600, "message": "empty"}, "id": null}`)
		return
	}
	io.WriteString(w, `{"jsonrpc": "2.0", "result": 1}`)
}

// graphReply is GraphQL: errors stand beside the data.
type graphReply struct {
	Data   any          `json:"data"`
	Errors []graphError `json:"errors,omitempty"`
}

type graphError struct {
	Message string   `json:"message"`
	Path    []string `json:"path,omitempty"`
}

func (s *server) graph(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		json.NewEncoder(w).Encode(graphReply{Data: nil, Errors: []graphError{{Message: err.Error()}}})
		return
	}
	json.NewEncoder(w).Encode(graphReply{Data: items})
}

// soapFault is a fault of SOAP.
type soapFault struct {
	XMLName xml.Name `xml:"http://schemas.xmlsoap.org/soap/envelope/ Envelope"`
	Code    string   `xml:"Body>Fault>faultcode"`
	Text    string   `xml:"Body>Fault>faultstring"`
}

func (s *server) soap(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/soap+xml; charset=utf-8")
	if err := s.store.Save(new(item)); err != nil {
		xml.NewEncoder(w).Encode(soapFault{Code: "Server", Text: err.Error()})
		return
	}
	io.WriteString(w, "<Envelope/>")
}

// subsonic answers everything with 200.
func (s *server) subsonic(w http.ResponseWriter, r *http.Request) {
	if s.account(r) == nil {
		json.NewEncoder(w).Encode(map[string]any{"subsonic-response": map[string]any{
			"status": "failed", "version": "1.16.1", "error": map[string]any{"code": 40, "message": "Wrong username or password"}}})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"subsonic-response": map[string]any{"status": "ok", "version": "1.16.1"}})
}

// events is a stream: each event has its own meaning.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	items, err := s.store.Items()
	if err != nil {
		fmt.Fprintf(w, "event: error\ndata: %s\n\n", err)
		return
	}
	for _, it := range items {
		fmt.Fprintf(w, "data: %s\n\n", it.Name)
	}
}

// lines are one JSON value each.
func (s *server) lines(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/x-ndjson")
	enc := json.NewEncoder(w)
	for _, id := range r.URL.Query()["id"] {
		it, err := s.store.Item(id)
		if err != nil {
			enc.Encode(map[string]string{"id": id, "error": err.Error()})
			continue
		}
		enc.Encode(it)
	}
}

// After the first byte the status has gone.
func (s *server) midway(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "<ul>")
	for _, id := range r.URL.Query()["id"] {
		it, err := s.store.Item(id)
		if err != nil {
			fmt.Fprintf(w, "<li>cannot show it: %v", err)
			break
		}
		fmt.Fprintf(w, "<li>%s", it.Name)
	}
	io.WriteString(w, "</ul>")
}

func copied(w http.ResponseWriter, r *http.Request, from io.Reader) {
	fmt.Fprintln(w, "# report")
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		fmt.Fprintln(w, lines.Text())
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintln(w, "error:", err)
	}
}

// The connection is no longer one of HTTP.
func hijacked(w http.ResponseWriter, r *http.Request) {
	conn, buf, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, "cannot hijack", http.StatusInternalServerError)
		return
	}
	defer conn.Close()
	if _, err := buf.ReadString('\n'); err != nil {
		fmt.Fprintf(buf, "error: %v\n", err)
	}
	buf.Flush()
}
