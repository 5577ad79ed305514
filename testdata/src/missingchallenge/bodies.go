package missingchallenge

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
)

var page401 = template.Must(template.New("401").Parse("who are you?"))

// Whatever writes the body, it is the status before it that counts.
func bodies(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(401) // want "missing-challenge: 401"
	switch r.Method {
	case "GET":
		json.NewEncoder(w).Encode("who are you?")
	case "PUT":
		xml.NewEncoder(w).Encode("who are you?")
	case "POST":
		page401.Execute(w, nil)
	case "PATCH":
		io.Copy(w, strings.NewReader("who are you?"))
	case "HEAD":
		fmt.Fprint(w, "who", "are", "you?")
	case "TRACE":
		b := bufio.NewWriter(w)
		b.WriteString("who are you?")
		b.Flush()
	default:
		z := gzip.NewWriter(w)
		defer z.Close()
		z.Write([]byte("who are you?"))
	}
}

func bodiesRight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	w.WriteHeader(401)
	if err := enc.Encode(map[string]any{"status": 401}); err != nil {
		println(err)
	}
}

// The number in the body is no status.
func numberInBody(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%d", http.StatusUnauthorized)
}

func marshalled(w http.ResponseWriter, r *http.Request) {
	text, err := json.Marshal("who are you?")
	if err != nil {
		http.Error(w, "no", 500)
		return
	}
	w.WriteHeader(401) // want "missing-challenge: 401"
	w.Write(text)
}
