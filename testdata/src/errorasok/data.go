package errorasok

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

// A job's error is what the client has asked for.
type job struct {
	Name  string `json:"name"`
	State string `json:"state"`
	Error string `json:"error,omitempty"`
}

var jobs map[string]*job

func jobState(w http.ResponseWriter, r *http.Request) {
	j, ok := jobs[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(j)
}

func jobList(w http.ResponseWriter, r *http.Request) {
	list := make([]job, 0, len(jobs))
	for _, j := range jobs {
		list = append(list, job{Name: j.Name, State: j.State, Error: j.Error})
	}
	json.NewEncoder(w).Encode(list)
}

// The items of a list carry what went wrong with each.
func (s *server) removeAll(w http.ResponseWriter, r *http.Request) {
	type result struct {
		ID    string `json:"id"`
		Error string `json:"error,omitempty"`
	}
	var results []result
	for _, id := range r.URL.Query()["id"] {
		if err := s.store.Remove(id); err != nil {
			results = append(results, result{ID: id, Error: err.Error()})
			continue
		}
		results = append(results, result{ID: id})
	}
	json.NewEncoder(w).Encode(map[string]any{"results": results})
}

func (s *server) removeMany(w http.ResponseWriter, r *http.Request) {
	failed := make(map[string]string)
	for _, id := range r.URL.Query()["id"] {
		if err := s.store.Remove(id); err != nil {
			failed[id] = err.Error()
		}
	}
	json.NewEncoder(w).Encode(failed)
}

// A page that shows a log.
func logView(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("errors.log")
	if err != nil {
		http.Error(w, "no log", http.StatusNotFound)
		return
	}
	io.WriteString(w, "errors of today:\n")
	w.Write(data)
}

func lastError(w http.ResponseWriter, r *http.Request) {
	log.Printf("%s asks", r.RemoteAddr)
	fmt.Fprintf(w, "last run: %s\n", jobs["last"].Error)
}

// The same value is encoded on both paths, and here its error is empty.
func (s *server) sameValue(w http.ResponseWriter, r *http.Request) {
	var answer reply
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		answer.Error = err.Error()
		w.WriteHeader(http.StatusNotFound)
	} else {
		answer.Item = it
	}
	json.NewEncoder(w).Encode(answer)
}

func (s *server) sameMap(w http.ResponseWriter, r *http.Request) {
	answer := map[string]any{"name": r.PathValue("id")}
	if _, err := s.store.Item(r.PathValue("id")); err != nil {
		answer["error"] = err.Error()
		w.WriteHeader(http.StatusBadGateway)
	}
	json.NewEncoder(w).Encode(answer)
}

// One error was picked out, and something else is answered.
func (s *server) picked(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if errors.Is(err, errNoSuch) {
		json.NewEncoder(w).Encode(map[string]any{"found": false})
		return
	}
	if err != nil {
		http.Error(w, "oh no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"found": true, "item": it})
}

func (s *server) pickedByName(w http.ResponseWriter, r *http.Request) {
	switch err := s.store.Remove(r.PathValue("id")); err {
	case nil, errNoSuch:
		json.NewEncoder(w).Encode(map[string]any{"success": err == nil})
	default:
		http.Error(w, "oh no", http.StatusInternalServerError)
	}
}

func (s *server) pickedAs(w http.ResponseWriter, r *http.Request) {
	_, err := os.Stat(r.PathValue("name"))
	var p *os.PathError
	if errors.As(err, &p) {
		fmt.Fprintf(w, "%s is free", p.Path)
		return
	}
	fmt.Fprintln(w, "it is there")
}

// The error is logged, and something good is written.
func (s *server) logged(w http.ResponseWriter, r *http.Request) {
	items, err := s.store.Items()
	if err != nil {
		log.Printf("no items: %v", err)
		io.WriteString(w, "[]")
		return
	}
	json.NewEncoder(w).Encode(items)
}

func (s *server) defaulted(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item("greeting")
	if err != nil {
		log.Println("no greeting:", err)
		it = &item{Name: "hello"}
	}
	fmt.Fprintln(w, it.Name)
}

// A check of health reports what it found.
func (s *server) health(w http.ResponseWriter, r *http.Request) {
	state := "ok"
	if _, err := s.store.Items(); err != nil {
		state = "degraded"
	}
	json.NewEncoder(w).Encode(map[string]string{"database": state})
}

// It answers nothing at all: an empty 200.
func (s *server) nothing(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Item(r.PathValue("id"))
	if err != nil {
		return
	}
	fmt.Fprintln(w, it.Name)
}

// What is written is another file, not the response.
func (s *server) report(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Remove(r.PathValue("id")); err != nil {
		fmt.Fprintln(os.Stderr, "unauthorized?", err)
		json.NewEncoder(os.Stderr).Encode(map[string]string{"error": err.Error()})
	}
	w.WriteHeader(http.StatusNoContent)
}
