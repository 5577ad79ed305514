package check

import (
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"net/http/httputil"
	"net/http/pprof"
	"net/rpc"
	"net/textproto"
	"net/url"
	profile "runtime/pprof"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/authvet/authvet/analyzer/internal/api"
)

var netHTTPProbes = map[string]probe{
	"net/http.ResponseWriter.WriteHeader": {call: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(teapot) }},
	"net/http.ResponseWriter.Write":       {call: func(w http.ResponseWriter, _ *http.Request) { w.Write(nil) }},
	"net/http.ResponseWriter.Header":      {call: func(w http.ResponseWriter, _ *http.Request) { w.Header() }},

	"net/http.Header.Set":    {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("A", "b") }},
	"net/http.Header.Add":    {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Add("A", "b") }},
	"net/http.Header.Del":    {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Del("A") }},
	"net/http.Header.Get":    {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Get("A") }},
	"net/http.Header.Values": {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Values("A") }},
	"net/http.Header.Clone":  {call: func(w http.ResponseWriter, _ *http.Request) { w.Header().Clone() }},
	"net/http.Header.Write":  {call: func(w http.ResponseWriter, r *http.Request) { r.Header.Write(w) }},
	"net/http.Header.WriteSubset": {
		call: func(w http.ResponseWriter, r *http.Request) { r.Header.WriteSubset(w, nil) },
	},
	"net/textproto.MIMEHeader.Set":    {call: func(w http.ResponseWriter, _ *http.Request) { mime(w).Set("A", "b") }},
	"net/textproto.MIMEHeader.Add":    {call: func(w http.ResponseWriter, _ *http.Request) { mime(w).Add("A", "b") }},
	"net/textproto.MIMEHeader.Del":    {call: func(w http.ResponseWriter, _ *http.Request) { mime(w).Del("A") }},
	"net/textproto.MIMEHeader.Get":    {call: func(w http.ResponseWriter, _ *http.Request) { mime(w).Get("A") }},
	"net/textproto.MIMEHeader.Values": {call: func(w http.ResponseWriter, _ *http.Request) { mime(w).Values("A") }},
	"maps.Copy":                       {call: func(w http.ResponseWriter, r *http.Request) { maps.Copy(w.Header(), http.Header{"A": {"b"}}) }},
	"maps.Clone":                      {call: func(w http.ResponseWriter, _ *http.Request) { _ = maps.Clone(w.Header()) }},

	"net/http.Error":    {call: func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "", teapot) }},
	"net/http.NotFound": {call: http.NotFound},
	"net/http.Redirect": {call: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", teapot) }},
	"net/http.SetCookie": {
		call: func(w http.ResponseWriter, _ *http.Request) { http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"}) },
	},
	"net/http.ServeContent": {call: func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "a.txt", time.Time{}, strings.NewReader(""))
	}},
	"net/http.ServeFile": {call: func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "/no such file") }},
	"net/http.ServeFileFS": {
		call: func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, fstest.MapFS{"a": {}}, "a") },
	},
	"net/http.MaxBytesReader": {call: func(w http.ResponseWriter, _ *http.Request) {
		io.ReadAll(http.MaxBytesReader(w, io.NopCloser(strings.NewReader("too long")), 1))
	}},
	"net/http.Request.Write": {
		call:  func(w http.ResponseWriter, r *http.Request) { r.Write(w) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return new(http.Request).Write(w) },
	},
	"net/http.Request.WriteProxy": {
		call:  func(w http.ResponseWriter, r *http.Request) { r.WriteProxy(w) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return new(http.Request).WriteProxy(w) },
	},
	"net/http.Response.Write": {
		call: func(w http.ResponseWriter, _ *http.Request) { (&http.Response{Body: broken{}}).Write(w) },
	},

	"net/http.NewResponseController": {
		call: func(w http.ResponseWriter, _ *http.Request) { http.NewResponseController(w).Flush() },
		idle: func(w http.ResponseWriter, _ *http.Request) { http.NewResponseController(w) },
	},
	"net/http.ResponseController.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) { http.NewResponseController(w).Flush() },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return http.NewResponseController(struct{ http.ResponseWriter }{w}).Flush()
		},
	},
	"net/http.ResponseController.SetReadDeadline": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			http.NewResponseController(w).SetReadDeadline(time.Time{})
		},
	},
	"net/http.ResponseController.SetWriteDeadline": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			http.NewResponseController(w).SetWriteDeadline(time.Time{})
		},
	},
	"net/http.ResponseController.EnableFullDuplex": {
		call: func(w http.ResponseWriter, _ *http.Request) { http.NewResponseController(w).EnableFullDuplex() },
	},
	"net/http.Flusher.Flush": {call: func(w http.ResponseWriter, _ *http.Request) { w.(http.Flusher).Flush() }},
	"net/http.Pusher.Push":   {call: func(w http.ResponseWriter, _ *http.Request) { w.(http.Pusher).Push("/a", nil) }, on: http2},
	//lint:ignore SA1019 it has a row
	"net/http.CloseNotifier.CloseNotify": {
		call: func(w http.ResponseWriter, _ *http.Request) { w.(http.CloseNotifier).CloseNotify() },
	},

	"net/http.Handler.ServeHTTP":     {call: func(w http.ResponseWriter, r *http.Request) { http.Handler(pot).ServeHTTP(w, r) }},
	"net/http.HandlerFunc.ServeHTTP": {call: pot.ServeHTTP},
	"net/http.ServeMux.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		mux := http.NewServeMux()
		mux.Handle("/", pot)
		mux.ServeHTTP(w, r)
	}},
	"net/http/httputil.ReverseProxy.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		backend := httptest.NewServer(pot)
		defer backend.Close()
		u, _ := url.Parse(backend.URL)
		(&httputil.ReverseProxy{Rewrite: func(pr *httputil.ProxyRequest) { pr.SetURL(u) }}).ServeHTTP(w, r)
	}},
	"net/http/cgi.Handler.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		(&cgi.Handler{Path: "/bin/echo", Args: []string{"Status: 418 teapot\n"}}).ServeHTTP(w, r)
	}},
	"net/http/pprof.Index":   {call: potted(pprof.Index)},
	"net/http/pprof.Cmdline": {call: potted(pprof.Cmdline)},
	"net/http/pprof.Profile": {call: potted(func(w http.ResponseWriter, r *http.Request) {
		profile.StartCPUProfile(io.Discard) // so that it refuses at once: it would take a second at least
		defer profile.StopCPUProfile()
		pprof.Profile(w, r)
	})},
	"net/http/pprof.Symbol":    {call: potted(pprof.Symbol)},
	"net/http/pprof.Trace":     {call: potted(pprof.Trace)},
	"net/rpc.Server.ServeHTTP": {call: potted(rpc.NewServer().ServeHTTP)},

	"net/http/httptest.ResponseRecorder.WriteHeader": {on: recorder,
		call: func(w http.ResponseWriter, _ *http.Request) { w.(*httptest.ResponseRecorder).WriteHeader(teapot) }},
	"net/http/httptest.ResponseRecorder.Write": {on: recorder,
		call: func(w http.ResponseWriter, _ *http.Request) { w.(*httptest.ResponseRecorder).Write(nil) }},
	"net/http/httptest.ResponseRecorder.WriteString": {on: recorder,
		call: func(w http.ResponseWriter, _ *http.Request) { w.(*httptest.ResponseRecorder).WriteString("") }},
	"net/http/httptest.ResponseRecorder.Flush": {on: recorder,
		call: func(w http.ResponseWriter, _ *http.Request) { w.(*httptest.ResponseRecorder).Flush() }},
	"net/http/httptest.ResponseRecorder.Header": {on: recorder,
		call: func(w http.ResponseWriter, _ *http.Request) { w.(*httptest.ResponseRecorder).Header() }},
	"net/http/httptest.ResponseRecorder.Result": {unsure: "it shows what was until it was called"},
}

func mime(w http.ResponseWriter) textproto.MIMEHeader { return textproto.MIMEHeader(w.Header()) }

// pot is a handler that answers.
var pot = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(teapot) })

// potted answers with the handler h, whatever its status is, and makes a teapot of it.
func potted(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.URL.RawQuery = "seconds=0.01"
		h(&teapotWriter{ResponseWriter: w}, r)
	}
}

type teapotWriter struct {
	http.ResponseWriter
	written bool
}

func (w *teapotWriter) WriteHeader(int) {
	w.written = true
	w.ResponseWriter.WriteHeader(teapot)
}

func (w *teapotWriter) Write(b []byte) (int, error) {
	if !w.written {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(b)
}

// broken cannot be read, and is not to be written to.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Read([]byte) (int, error)          { return 0, errBroken }
func (broken) ReadAt([]byte, int64) (int, error) { return 0, errBroken }
func (broken) Close() error                      { return errBroken }

// TestHeaders checks what rows for header maps do to a header that was there before.
func TestHeaders(t *testing.T) {
	for _, row := range []struct {
		pkg, typ, fn string
		do           func(h http.Header)
	}{
		{"net/http", "Header", "Set", func(h http.Header) { h.Set("a", "new") }},
		{"net/http", "Header", "Add", func(h http.Header) { h.Add("a", "new") }},
		{"net/http", "Header", "Del", func(h http.Header) { h.Del("a") }},
		{"net/http", "Header", "Get", func(h http.Header) { h.Get("a") }},
		{"net/http", "Header", "Values", func(h http.Header) { h.Values("a") }},
		{"net/http", "Header", "Clone", func(h http.Header) { h.Clone().Set("a", "new") }},
		{"net/textproto", "MIMEHeader", "Set", func(h http.Header) { textproto.MIMEHeader(h).Set("a", "new") }},
		{"net/textproto", "MIMEHeader", "Add", func(h http.Header) { textproto.MIMEHeader(h).Add("a", "new") }},
		{"net/textproto", "MIMEHeader", "Del", func(h http.Header) { textproto.MIMEHeader(h).Del("a") }},
		{"net/textproto", "MIMEHeader", "Get", func(h http.Header) { textproto.MIMEHeader(h).Get("a") }},
		{"net/textproto", "MIMEHeader", "Values", func(h http.Header) { textproto.MIMEHeader(h).Values("a") }},
		{"maps", "", "Copy", func(h http.Header) { maps.Copy(h, http.Header{"A": {"new"}}) }},
		{"maps", "", "Clone", func(h http.Header) { maps.Clone(h).Set("a", "new") }},
	} {
		c := api.LookupMethod(row.pkg, row.typ, row.fn)
		want := "old"
		switch {
		case c.Does&(api.Sets|api.Copies) != 0:
			want = "new"
		case c.Does&api.Adds != 0:
			want = "old,new"
		case c.Does&api.Deletes != 0:
			want = ""
		}
		resp := serve(t, http1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["A"] = []string{"old"}
			row.do(w.Header())
		})
		if got := strings.Join(resp.Header["A"], ","); got != want {
			t.Errorf("%s: header %q, want %q", key(c), got, want)
		}
	}
}

// TestGivesHeader checks that the result of such rows is alive.
func TestGivesHeader(t *testing.T) {
	for _, on := range []medium{http1, recorder} {
		resp := serve(t, on, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("A", "b") })
		if resp.Header.Get("A") != "b" {
			t.Error("the header does not reach the response")
		}
	}
}

// TestErrorKeepsTheChallenge checks what nethttp.go says of Error.
func TestErrorKeepsTheChallenge(t *testing.T) {
	resp := serve(t, http1, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("WWW-Authenticate", `Basic realm="a"`)
		w.Header().Set("Content-Length", "1000")
		http.Error(w, "no", http.StatusUnauthorized)
	})
	if resp.Header.Get("WWW-Authenticate") == "" || resp.ContentLength == 1000 {
		t.Errorf("%v", resp.Header)
	}
}

// TestInformational checks that 1xx is no commit on a server and one on a recorder.
func TestInformational(t *testing.T) {
	for on, want := range map[medium]int{http1: teapot, recorder: http.StatusEarlyHints} {
		resp := serve(t, on, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusEarlyHints)
			w.WriteHeader(teapot)
		})
		if resp.StatusCode != want {
			t.Errorf("status %d, want %d", resp.StatusCode, want)
		}
	}
}
