package missingchallenge

import "net/http"

// The challenge is set where the server has accounts, and where it has none nobody is asked: a field that is nil decides both, in
// functions that lie apart.

type accounts interface {
	Allows(name, password, action string) bool
}

type depot struct{ accounts accounts }

func (d *depot) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if d.accounts != nil {
		w.Header().Set("WWW-Authenticate", `Basic realm="depot"`)
	}
	switch r.URL.Path {
	case "/read":
		d.read(w, r)
	case "/many":
		d.many(w, r)
	case "/twice":
		d.mixed(w, r)
		w.WriteHeader(http.StatusTeapot) // want "late-status: status 418 cannot reach the client: 200 has been sent"
	case "/peer":
		d.peer(w, r) // want "missing-challenge: peer answers 401, and no WWW-Authenticate header was set before this call"
	default:
		http.NotFound(w, r)
	}
}

func (d *depot) may(r *http.Request, actions ...string) (ok bool) {
	defer func() { count(ok) }()
	if d.accounts == nil {
		return true
	}
	name, password, _ := r.BasicAuth()
	for _, action := range actions {
		if !d.accounts.Allows(name, password, action) {
			return false
		}
	}
	return true
}

var count func(ok bool)

func (d *depot) read(w http.ResponseWriter, r *http.Request) {
	if !d.may(r, "read") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

// peer answers 401 for a reason that has nothing to do with the accounts.
func (d *depot) peer(w http.ResponseWriter, r *http.Request) {
	if !d.may(r, "read", "forward") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Header.Get("Authorization") != peerKey {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

var peerKey string

// many has more ways out than are told to its callers one by one. What it answers is told all the same.
func (d *depot) many(w http.ResponseWriter, r *http.Request) {
	if !d.may(r, "read") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	switch r.URL.RawQuery {
	case "0":
		w.WriteHeader(400)
	case "1":
		w.WriteHeader(402)
	case "2":
		w.WriteHeader(404)
	case "3":
		w.WriteHeader(405)
	case "4":
		w.WriteHeader(406)
	case "5":
		w.WriteHeader(408)
	case "6":
		w.WriteHeader(409)
	case "7":
		w.WriteHeader(410)
	case "8":
		w.WriteHeader(411)
	case "9":
		w.WriteHeader(412)
	case "10":
		w.WriteHeader(413)
	case "11":
		w.WriteHeader(414)
	case "12":
		w.WriteHeader(415)
	case "13":
		w.WriteHeader(416)
	case "14":
		w.WriteHeader(417)
	case "15":
		w.WriteHeader(418)
	case "16":
		w.WriteHeader(421)
	case "17":
		w.WriteHeader(422)
	case "18":
		w.WriteHeader(423)
	case "19":
		w.WriteHeader(424)
	case "20":
		w.WriteHeader(425)
	case "21":
		w.WriteHeader(426)
	case "22":
		w.WriteHeader(428)
	case "23":
		w.WriteHeader(429)
	case "24":
		w.WriteHeader(431)
	case "25":
		w.WriteHeader(451)
	case "26":
		w.WriteHeader(500)
	case "27":
		w.WriteHeader(501)
	case "28":
		w.WriteHeader(502)
	case "29":
		w.WriteHeader(503)
	}
}

// mixed has more ways out only because some know who is asking; an answer has left on all of them.
func (d *depot) mixed(w http.ResponseWriter, r *http.Request) {
	count(d.may(r, "read"))
	switch r.URL.RawQuery {
	case "0":
		w.WriteHeader(400)
	case "1":
		w.WriteHeader(402)
	case "2":
		w.WriteHeader(404)
	case "3":
		w.WriteHeader(405)
	case "4":
		w.WriteHeader(406)
	case "5":
		w.WriteHeader(408)
	case "6":
		w.WriteHeader(409)
	case "7":
		w.WriteHeader(410)
	case "8":
		w.WriteHeader(411)
	case "9":
		w.WriteHeader(412)
	case "10":
		w.WriteHeader(413)
	case "11":
		w.WriteHeader(414)
	case "12":
		w.WriteHeader(415)
	default:
		w.WriteHeader(http.StatusOK)
	}
}
