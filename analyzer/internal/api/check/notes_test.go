package check

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/go-chi/render"
	"github.com/rs/cors"
	"github.com/urfave/negroni/v3"
)

// TestNotes holds what the comments in the tables say beyond the rows.
func TestNotes(t *testing.T) {
	for _, note := range []struct {
		says   string
		do     http.HandlerFunc
		status int
	}{
		{"render without a stored status answers 200", func(w http.ResponseWriter, r *http.Request) {
			render.JSON(w, r, 1)
		}, http.StatusOK},
		{"render.Status after the answer does nothing", func(w http.ResponseWriter, r *http.Request) {
			render.JSON(w, r, 1)
			render.Status(r, teapot)
		}, http.StatusOK},
		{"render.Status is not for a plain Write", func(w http.ResponseWriter, r *http.Request) {
			render.Status(r, teapot)
			w.Write(nil)
		}, http.StatusOK},
		{"what render cannot marshal is answered 500", func(w http.ResponseWriter, r *http.Request) {
			render.Status(r, teapot)
			render.JSON(w, r, func() {})
		}, http.StatusInternalServerError},
		{"the chi wrapper does not take 1xx for final", func(w http.ResponseWriter, r *http.Request) {
			c := chiWriter(w, r)
			c.WriteHeader(http.StatusEarlyHints)
			c.WriteHeader(teapot)
		}, teapot},
		{"what follows Discard is not sent", func(w http.ResponseWriter, r *http.Request) {
			c := chiWriter(w, r)
			c.Discard()
			c.WriteHeader(teapot)
			w.WriteHeader(late)
		}, late},
		{"cors does not refuse an origin", func(w http.ResponseWriter, r *http.Request) {
			r.Header.Set("Origin", "http://evil.example")
			cors.New(cors.Options{AllowedOrigins: []string{"http://good.example"}}).ServeHTTP(w, r, pot)
		}, teapot},
		{"cors.HandlerFunc answers a preflight request", func(w http.ResponseWriter, r *http.Request) {
			r.Method = http.MethodOptions
			r.Header.Set("Access-Control-Request-Method", http.MethodPut)
			cors.Default().HandlerFunc(w, r)
			w.WriteHeader(late)
		}, http.StatusNoContent},
		{"cors.HandlerFunc answers no other", func(w http.ResponseWriter, r *http.Request) {
			cors.Default().HandlerFunc(w, r)
			w.WriteHeader(late)
		}, late},
		{"a copy of nothing sends nothing", func(w http.ResponseWriter, _ *http.Request) {
			io.Copy(w, strings.NewReader(""))
			w.WriteHeader(late)
		}, late},
		{"negroni's wrapper commits before it copies", func(w http.ResponseWriter, _ *http.Request) {
			io.Copy(negroni.NewResponseWriter(w), broken{})
			w.WriteHeader(late)
		}, http.StatusOK},
		{"chi's wrapper commits before it copies", func(w http.ResponseWriter, r *http.Request) {
			io.Copy(chiWriter(w, r), broken{})
			w.WriteHeader(late)
		}, http.StatusOK},
	} {
		if got := serve(t, http1, note.do); got.StatusCode != note.status {
			t.Errorf("%s: status %d, want %d", note.says, got.StatusCode, note.status)
		}
	}
}

// TestBefore holds why negroni's Before has no row.
func TestBefore(t *testing.T) {
	resp := serve(t, http1, func(w http.ResponseWriter, _ *http.Request) {
		n := negroni.NewResponseWriter(w)
		n.Before(func(w negroni.ResponseWriter) { w.Header().Set("WWW-Authenticate", "Basic realm=a") })
		n.WriteHeader(http.StatusUnauthorized)
	})
	if resp.Header.Get("WWW-Authenticate") == "" {
		t.Error("the header that Before adds does not come through")
	}
}

// TestRecorderShowsLateHeaders holds that a recorder's live header map is no proof of what a client gets.
func TestRecorderShowsLateHeaders(t *testing.T) {
	rec := httptest.NewRecorder()
	rec.WriteHeader(http.StatusUnauthorized)
	rec.Header().Set("WWW-Authenticate", "Basic realm=a")
	if rec.Header().Get("WWW-Authenticate") == "" || rec.Result().Header.Get("WWW-Authenticate") != "" {
		t.Errorf("%v, %v", rec.Header(), rec.Result().Header)
	}
}
