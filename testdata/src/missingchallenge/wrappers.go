package missingchallenge

import (
	"net/http"
	"time"
)

// recorder only looks on.
type recorder struct {
	http.ResponseWriter
	code int
}

func (rec *recorder) WriteHeader(code int) {
	rec.code = code
	rec.ResponseWriter.WriteHeader(code)
}

func records(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w, code: 200}
		start := time.Now()
		next.ServeHTTP(rec, r)
		println(rec.code, time.Since(start))
	})
}

func throughRecorder(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	rec.WriteHeader(401) // want "missing-challenge: .*401"
}

func throughRecorderRight(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	w.Header().Set("WWW-Authenticate", challenge)
	rec.WriteHeader(401)
}

func setOnRecorder(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	rec.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, "who are you?", 401)
}

func errorOnRecorder(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	http.Error(rec, "who are you?", 401) // want "missing-challenge: 401"
}

// challenger adds what is missing.
type challenger struct{ http.ResponseWriter }

func (c challenger) WriteHeader(code int) {
	if code == http.StatusUnauthorized {
		c.Header().Set("WWW-Authenticate", challenge)
	}
	c.ResponseWriter.WriteHeader(code)
}

func throughChallenger(w http.ResponseWriter, r *http.Request) {
	c := challenger{w}
	c.WriteHeader(401)
}

// misled adds it to another status.
type misled struct{ http.ResponseWriter }

func (m misled) WriteHeader(code int) {
	if code == http.StatusForbidden {
		m.Header().Set("WWW-Authenticate", challenge)
	}
	m.ResponseWriter.WriteHeader(code)
}

func throughMisled(w http.ResponseWriter, r *http.Request) {
	m := misled{w}
	m.WriteHeader(401) // want "missing-challenge: .*401"
}

// lazy keeps the status for later: the constant that it is given is where it enters.
type lazy struct {
	http.ResponseWriter
	code int
}

func (l *lazy) WriteHeader(code int) { l.code = code }

func (l *lazy) flush() { l.ResponseWriter.WriteHeader(l.code) }

func throughLazyRight(w http.ResponseWriter, r *http.Request) {
	l := &lazy{ResponseWriter: w}
	l.WriteHeader(401)
	l.Header().Set("WWW-Authenticate", challenge)
	l.flush()
}

// wrap is a constructor.
func wrap(w http.ResponseWriter) *recorder { return &recorder{ResponseWriter: w} }

func throughConstructor(w http.ResponseWriter, r *http.Request) {
	rec := wrap(w)
	if strange(r) {
		rec.Header().Set("WWW-Authenticate", challenge)
		http.Error(rec, "who are you?", 401)
		return
	}
	http.Error(rec, "who are you?", 401) // want "missing-challenge: 401"
}

// What a helper takes away, the wrapper sets again.
func takesAway(w http.ResponseWriter, code int) {
	w.Header().Del("WWW-Authenticate")
	w.WriteHeader(code)
}

func challengerAgain(w http.ResponseWriter, r *http.Request) { takesAway(challenger{w}, 401) }

func recorderNever(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", challenge)
	takesAway(&recorder{ResponseWriter: w}, 401) // want "missing-challenge"
}
