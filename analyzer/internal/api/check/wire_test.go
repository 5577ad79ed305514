package check

import (
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// teapot is the status that probes give to calls that take one.
const teapot = http.StatusTeapot

// probe does what a row is about on a real response.
type probe struct {
	// call makes the call, so that it succeeds. Where its first result is what the row is about, it uses that result too,
	// to the end. It answers teapot where it can.
	call func(w http.ResponseWriter, r *http.Request)
	// idle makes the call and does not use its result, or flushes what holds nothing.
	idle func(w http.ResponseWriter, r *http.Request)
	// fails makes the call, so that it fails before it sent anything.
	fails func(w http.ResponseWriter, r *http.Request) error
	// after cleans up, when the handler is done with the response.
	after func()
	// unsure says why what call does is not to be seen from outside.
	unsure string
	// on picks another response than that of a server over HTTP/1.1.
	on medium
}

type medium int

const (
	http1 medium = iota
	http2
	recorder
)

// probes are all, by the key of their row.
func probes(t *testing.T) map[string]probe {
	all := make(map[string]probe)
	for _, some := range []map[string]probe{netHTTPProbes, ioProbes, encodingProbes, otherEncoderProbes, bufferProbes,
		archiveProbes, templateProbes, profileProbes, chiProbes, gorillaProbes, negroniProbes} {
		for k := range some {
			if _, ok := all[k]; ok {
				t.Errorf("%s: two probes", k)
			}
		}
		maps.Copy(all, some)
	}
	return all
}

// elsewhere are the rows that other tests in this package do.
const elsewhere = api.Exits | api.ExitsChained | api.KeepsError | api.AsError | api.IsError | api.FindsError |
	api.Hijacks | api.Upgrades | api.NeverNil

func TestOnTheWire(t *testing.T) {
	probes := probes(t)
	for _, framework := range linked() {
		for _, c := range framework.Calls {
			if c.Does&elsewhere != 0 {
				continue
			}
			p, ok := probes[key(c)]
			delete(probes, key(c))
			if !ok {
				t.Errorf("%s has no probe", key(c))
				continue
			}
			t.Run(key(c), func(t *testing.T) { p.check(t, c) })
		}
	}
	for k := range probes {
		t.Errorf("%s: a probe without a row", k)
	}
}

func (p probe) check(t *testing.T, c *api.Call) {
	does := func(d api.Does) bool { return c.Does&d != 0 }
	switch {
	case p.unsure != "":
	case does(api.Holds), !does(api.Commits | api.Writes | api.HandsOn | api.Wraps | api.Buffers | api.Binds):
		p.pending(t, p.call)
	default:
		p.committed(t, c)
	}
	if does(api.Flushes|api.Wraps|api.Buffers|api.Binds) && !(does(api.Writes) && !does(api.Flushes)) {
		if p.idle == nil {
			t.Fatal("no idle probe")
		}
		p.pending(t, p.idle)
	}
	if c.Header != "" {
		p.addsHeader(t, c)
	}
	if does(api.Early) {
		if p.fails == nil {
			t.Fatal("no failing probe")
		}
		p.pending(t, func(w http.ResponseWriter, r *http.Request) {
			if p.fails(w, r) == nil {
				t.Error("it did not fail")
			}
		})
	}
}

// committed checks that after the call no status and no header gets through, and which status did.
func (p probe) committed(t *testing.T, c *api.Call) {
	got := p.serve(t, p.call)
	want := 0
	switch {
	case c.Status != api.None, c.Does&(api.HandsOn|api.StatusFromRequest) != 0:
		want = teapot
	case c.Code != 0:
		want = c.Code
	case c.Does&api.Commits == 0:
		want = http.StatusOK
	}
	if got.StatusCode == late || got.Header.Get(lateHeader) != "" {
		t.Errorf("not committed: a later status or header came through: %d, %v", got.StatusCode, got.Header)
	} else if want != 0 && got.StatusCode != want {
		t.Errorf("status %d, want %d", got.StatusCode, want)
	}
}

// pending checks that after the call a status and a header still get through.
func (p probe) pending(t *testing.T, call http.HandlerFunc) {
	got := p.serve(t, call)
	if got.StatusCode != late || got.Header.Get(lateHeader) == "" {
		t.Errorf("committed: status %d, %v", got.StatusCode, got.Header)
	}
}

// addsHeader checks that a row with a header of its own sets it, and spares or replaces the line that was there.
func (p probe) addsHeader(t *testing.T, c *api.Call) {
	got := p.serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(c.Header, "old")
		p.call(w, r)
	}).Header[c.Header]
	if adds := c.Does&api.Adds != 0; len(got) < 1 || adds != (len(got) == 2 && got[0] == "old") {
		t.Errorf("%s: %q", c.Header, got)
	}
}

// What every handler does after the call that is under test.
const (
	late       = 599
	lateHeader = "X-Late"
)

func (p probe) serve(t *testing.T, call http.HandlerFunc) *http.Response {
	return serve(t, p.on, func(w http.ResponseWriter, r *http.Request) {
		call(w, r)
		w.Header().Set(lateHeader, "1")
		w.WriteHeader(late)
		if p.after != nil {
			p.after()
		}
	})
}

// serve lets a client ask the handler, and returns what it got.
func serve(t *testing.T, on medium, h http.HandlerFunc) *http.Response {
	t.Helper()
	if on == recorder {
		rec := httptest.NewRecorder()
		h(rec, httptest.NewRequest(http.MethodGet, "/", nil))
		return rec.Result()
	}
	srv := httptest.NewUnstartedServer(h)
	srv.Config.ErrorLog = log.New(io.Discard, "", 0) // "superfluous response.WriteHeader call": that is the point
	if on == http2 {
		srv.EnableHTTP2 = true
		srv.StartTLS()
	} else {
		srv.Start()
	}
	defer srv.Close()
	client := srv.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp, err := client.Get(srv.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body) //nolint:errcheck // the status has come
	return resp
}
