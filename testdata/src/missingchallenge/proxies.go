package missingchallenge

import (
	"io"
	"maps"
	"net/http"
	"net/http/httputil"
)

// Another server's answer is passed on as it is.
func passedOn(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://upstream.example" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, resp.Body)
}

func passedOnByHelper(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://upstream.example")
	if err != nil {
		fail(w, 502, "no upstream")
		return
	}
	fail(w, resp.StatusCode, resp.Status)
}

func headersCopied(w http.ResponseWriter, resp *http.Response) {
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(401)
}

func headerCopied(w http.ResponseWriter, resp *http.Response) {
	w.Header().Set("WWW-Authenticate", resp.Header.Get("WWW-Authenticate"))
	w.WriteHeader(401)
}

// A 401 that is chosen here is ours, whatever the upstream has said.
func mapped(w http.ResponseWriter, resp *http.Response) {
	if resp.StatusCode == http.StatusUnauthorized {
		http.Error(w, "who are you?", http.StatusUnauthorized) // want "missing-challenge: 401"
	}
}

func handedOn(w http.ResponseWriter, r *http.Request, proxy *httputil.ReverseProxy) {
	if !signedIn(r) {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	proxy.ServeHTTP(w, r)
}

// What the other server has answered was asked for, and is passed on all the same.
func passedOnDenial(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://other.example/")
	if err != nil {
		http.Error(w, "unreachable", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
		fail(w, resp.StatusCode, "the key is not accepted over there")
		return
	}
	io.Copy(w, resp.Body)
}
