package check

import (
	"bufio"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	coder "github.com/coder/websocket"
	"github.com/gobwas/ws"
	gorilla "github.com/gorilla/websocket"
	netws "golang.org/x/net/websocket"
	nhooyr "nhooyr.io/websocket"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// takeover takes the connection, and the ways in which it fails to.
type takeover struct {
	call  func(w http.ResponseWriter, r *http.Request) error
	fails []failure
}

type failure string

const (
	plain   failure = "a request that is no handshake"
	foreign failure = "a foreign origin"
	wrapped failure = "a response that is no http.Hijacker"
	refused failure = "a connection that cannot be had"
)

var takeovers = map[string]takeover{
	"net/http.Hijacker.Hijack": {func(w http.ResponseWriter, _ *http.Request) error {
		conn, _, err := w.(http.Hijacker).Hijack()
		return switchProtocols(conn, err)
	}, []failure{refused}},
	"net/http.ResponseController.Hijack": {func(w http.ResponseWriter, _ *http.Request) error {
		conn, _, err := http.NewResponseController(w).Hijack()
		return switchProtocols(conn, err)
	}, []failure{refused, wrapped}},

	"github.com/gorilla/websocket.Upgrader.Upgrade": {func(w http.ResponseWriter, r *http.Request) error {
		return second(new(gorilla.Upgrader).Upgrade(w, r, nil))
	}, []failure{plain, foreign, wrapped, refused}},
	"github.com/gorilla/websocket.Upgrade": {func(w http.ResponseWriter, r *http.Request) error {
		return second(gorilla.Upgrade(w, r, nil, 0, 0))
	}, []failure{plain, wrapped, refused}},
	"github.com/coder/websocket.Accept": {func(w http.ResponseWriter, r *http.Request) error {
		return second(coder.Accept(w, r, nil))
	}, []failure{plain, foreign, wrapped, refused}},
	"nhooyr.io/websocket.Accept": {func(w http.ResponseWriter, r *http.Request) error {
		return second(nhooyr.Accept(w, r, nil))
	}, []failure{plain, foreign, wrapped, refused}},
	"github.com/gobwas/ws.UpgradeHTTP": {func(w http.ResponseWriter, r *http.Request) error {
		_, _, _, err := ws.UpgradeHTTP(r, w)
		return err
	}, []failure{plain, wrapped, refused}},
	"github.com/gobwas/ws.HTTPUpgrader.Upgrade": {func(w http.ResponseWriter, r *http.Request) error {
		_, _, _, err := ws.HTTPUpgrader{}.Upgrade(r, w)
		return err
	}, []failure{plain, wrapped, refused}},

	// These return nothing: a failure is for the client alone.
	"golang.org/x/net/websocket.Handler.ServeHTTP": {func(w http.ResponseWriter, r *http.Request) error {
		netws.Handler(func(*netws.Conn) {}).ServeHTTP(w, r)
		return errBroken
	}, []failure{plain, foreign}},
	"golang.org/x/net/websocket.Server.ServeHTTP": {func(w http.ResponseWriter, r *http.Request) error {
		netws.Server{Handler: func(*netws.Conn) {}}.ServeHTTP(w, r)
		return errBroken
	}, []failure{plain}},
}

func TestHijacks(t *testing.T) {
	for _, framework := range linked() {
		for _, c := range framework.Calls {
			if c.Does&(api.Hijacks|api.Upgrades) == 0 {
				continue
			}
			take, ok := takeovers[key(c)]
			if !ok {
				t.Errorf("%s has no probe", key(c))
				continue
			}
			t.Run(key(c), func(t *testing.T) {
				if got, err := take.over(t, ""); got.StatusCode != http.StatusSwitchingProtocols {
					t.Errorf("status %d, error %v", got.StatusCode, err)
				}
				// What fails has either answered or done nothing.
				answered := c.Does&(api.Upgrades|api.HandsOn) != 0
				for _, why := range take.fails {
					got, err := take.over(t, why)
					if err == nil {
						t.Errorf("%s: no error", why)
					}
					if is := got.StatusCode != late && got.Header.Get(lateHeader) == ""; is != answered {
						t.Errorf("%s: status %d, %v", why, got.StatusCode, got.Header)
					}
				}
			})
		}
	}
}

// TestUpgraderError holds what websocket.go says of that field.
func TestUpgraderError(t *testing.T) {
	u := gorilla.Upgrader{Error: func(http.ResponseWriter, *http.Request, int, error) {}}
	take := takeover{call: func(w http.ResponseWriter, r *http.Request) error { return second(u.Upgrade(w, r, nil)) }}
	if got, _ := take.over(t, plain); got.StatusCode != late {
		t.Errorf("status %d", got.StatusCode)
	}
}

// over lets a client shake hands, in a way that fails where why is not empty, and returns what it got and the error of
// the call.
func (take takeover) over(t *testing.T, why failure) (*http.Response, error) {
	t.Helper()
	done := make(chan error, 1)
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		to := w
		switch why {
		case wrapped:
			to = struct{ http.ResponseWriter }{w}
		case refused:
			to = refusing{w}
		}
		done <- take.call(to, r)
		w.Header().Set(lateHeader, "1")
		w.WriteHeader(late)
	}))
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	srv.Start()
	defer srv.Close()

	req, err := http.NewRequest(http.MethodGet, srv.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Origin", srv.URL)
	if why == foreign {
		req.Header["Origin"] = []string{"null"}
	}
	if why != plain {
		req.Header.Set("Connection", "Upgrade")
		req.Header.Set("Upgrade", "websocket")
		req.Header.Set("Sec-WebSocket-Version", "13")
		req.Header.Set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
	}
	conn, err := net.Dial("tcp", req.URL.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	if err := req.Write(conn); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		t.Fatal(err)
	}
	return resp, <-done
}

// refusing is a response whose connection cannot be had.
type refusing struct{ http.ResponseWriter }

func (refusing) Hijack() (net.Conn, *bufio.ReadWriter, error) { return nil, nil, errBroken }

func switchProtocols(conn net.Conn, err error) error {
	if err == nil {
		_, err = io.WriteString(conn, "HTTP/1.1 101 Switching Protocols\r\n\r\n")
		conn.Close()
	}
	return err
}
