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

// The upstream's header may hold a challenge.
func headersRanged(w http.ResponseWriter, resp *http.Response) {
	for name, values := range resp.Header {
		for _, v := range values {
			w.Header().Add(name, v)
		}
	}
	if resp.StatusCode == 401 {
		w.WriteHeader(401)
	}
}

func headersRangedByIndex(w http.ResponseWriter, resp *http.Response) {
	for name, values := range resp.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(401)
}

func headersCopied(w http.ResponseWriter, resp *http.Response) {
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(401)
}

func headerCopied(w http.ResponseWriter, resp *http.Response) {
	w.Header().Set("WWW-Authenticate", resp.Header.Get("WWW-Authenticate"))
	w.WriteHeader(401)
}

func copyHeader(dst, src http.Header) {
	for name, values := range src {
		for _, v := range values {
			dst.Add(name, v)
		}
	}
}

func headersCopiedByHelper(w http.ResponseWriter, resp *http.Response) {
	copyHeader(w.Header(), resp.Header)
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
