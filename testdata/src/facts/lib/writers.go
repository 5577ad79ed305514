package lib

import "net/http"

// Challenger is a response that adds the challenge to a 401.
type Challenger struct{ http.ResponseWriter }

// WriteHeader adds it.
func (c Challenger) WriteHeader(code int) {
	if code == 401 {
		c.Header().Set(Header, Challenge)
	}
	c.ResponseWriter.WriteHeader(code)
}

// Recorder is a response that looks on.
type Recorder struct {
	http.ResponseWriter
	Code int
}

// WriteHeader remembers the status.
func (rec *Recorder) WriteHeader(code int) {
	rec.Code = code
	rec.ResponseWriter.WriteHeader(code)
}

// Record makes a Recorder.
func Record(w http.ResponseWriter) *Recorder { return &Recorder{ResponseWriter: w} }

// Send sends a status with headers that it is passed.
func Send(w http.ResponseWriter, status int, headers http.Header) {
	for name, values := range headers {
		w.Header()[name] = values
	}
	w.WriteHeader(status)
}

// Refuse always denies, with headers that it is passed.
func Refuse(w http.ResponseWriter, headers map[string]string) {
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(http.StatusUnauthorized)
}
