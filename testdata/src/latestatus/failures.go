package latestatus

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html/template"
	"io"
	"net/http"
	"os"
	"time"
)

var page = template.Must(template.New("page").Parse("{{.}}"))

// A call that makes its bytes first may fail before it has written any.
func encodeFails(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode(r.Form); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func xmlFails(w http.ResponseWriter, r *http.Request) {
	err := xml.NewEncoder(w).Encode(r.Form)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
}

func executeFails(w http.ResponseWriter, r *http.Request) {
	if err := page.Execute(w, r.Form); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func copyFails(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("x")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	if _, err := io.Copy(w, f); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func archiveFails(w http.ResponseWriter, r *http.Request) {
	z := zip.NewWriter(w)
	f, err := z.Create("x")
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	if _, err := f.Write([]byte("x")); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	if err := z.Close(); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func buffered(w http.ResponseWriter, r *http.Request) {
	b := bufio.NewWriter(w)
	if _, err := b.WriteString("x"); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	b.WriteString("y")
	if r.Method == "PUT" {
		w.WriteHeader(405)
		return
	}
	b.Flush()
}

func csvFails(w http.ResponseWriter, r *http.Request) {
	c := csv.NewWriter(w)
	c.Write([]string{"x"})
	c.Flush()
	if err := c.Error(); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func compressed(w http.ResponseWriter, r *http.Request) {
	z := gzip.NewWriter(w)
	defer z.Close()
	if r.Method == "PUT" {
		w.WriteHeader(405)
		return
	}
	z.Write([]byte("x"))
}

// The first byte has left, whatever has become of it.
func writeFails(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("x")); err != nil {
		http.Error(w, err.Error(), 500) // want `late-status: status 500 cannot reach the client: 200 has been sent before on this path, by the write that has failed.*\(medium\)$`
	}
}

// What has failed elsewhere may have been something else than the write.
func missing(err error) bool { return errors.Is(err, os.ErrNotExist) }

func writesElsewhere(w http.ResponseWriter) error {
	_, err := w.Write([]byte("x"))
	return err
}

func failsElsewhere(w http.ResponseWriter, r *http.Request) {
	if err := writesElsewhere(w); err != nil {
		if missing(err) {
			http.Error(w, err.Error(), 404)
			return
		}
	}
}

// Where the path had answered before, nothing is left to be saved.
func committedBefore(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(200)
	if err := json.NewEncoder(w).Encode(r.Form); err != nil {
		http.Error(w, err.Error(), 500) // want "late-status: status 500"
	}
}

func executedBefore(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "<!doctype html>")
	if err := page.Execute(w, r.Form); err != nil {
		w.WriteHeader(500) // want "late-status: status 500"
	}
}

// What went well has left.
func encoded(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode(r.Form); err == nil {
		w.WriteHeader(201) // want "late-status: status 201"
	}
}

// Nobody looks at the error, so as a rule it went well.
func encodedBlindly(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(r.Form)
	w.WriteHeader(404) // want "late-status: status 404"
}

func executedBlindly(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, "no such page")
	w.WriteHeader(http.StatusNotFound) // want "late-status: status 404"
}

type content struct {
	io.ReadSeeker
	w http.ResponseWriter
}

func served(w http.ResponseWriter, r *http.Request) {
	http.ServeContent(w, r, "x", time.Time{}, nil)
	w.WriteHeader(404) // want "late-status: status 404"
}

func marshalled(w http.ResponseWriter, r *http.Request) {
	text, err := json.Marshal(r.Form)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	w.Write(text)
}

// A hijacked connection takes no status; one that could not be hijacked does.
func hijacks(w http.ResponseWriter, r *http.Request) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	defer conn.Close()
	w.WriteHeader(404)
}

func oneErrorPicked(w http.ResponseWriter, r *http.Request) {
	_, err := io.Copy(w, r.Body)
	switch {
	case err == nil:
	case errors.Is(err, os.ErrDeadlineExceeded):
		http.Error(w, "too slow", 504)
	default:
		http.Error(w, err.Error(), 500)
	}
}
