package correlated

import "net/http"

// No length is negative.
func noRounds(w http.ResponseWriter, r *http.Request) {
	n := len(r.FormValue("n"))
	for i := 0; i < n; i++ {
		return
	}
	w.Write([]byte("hello"))
	if n != 0 {
		http.Error(w, "no", 404)
	}
}

func someRounds(w http.ResponseWriter, r *http.Request) {
	n := len(r.FormValue("n"))
	for i := 1; i < n; i++ {
		return
	}
	w.Write([]byte("hello"))
	if n != 0 {
		http.Error(w, "no", 404) // want "late-status: status 404 .* 200 has"
	}
}

// Neither 1 nor more.
func noneLeft(w http.ResponseWriter, r *http.Request) {
	n := len(r.FormValue("n"))
	defer func() {
		for i := 0; i < n; i++ {
		}
	}()
	if n == 1 || n > 1 {
		return
	}
	w.Write([]byte("hello"))
	if n > 0 {
		http.Error(w, "no", 404)
	}
}

func emptyText(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("text")
	w.Write([]byte("hello"))
	if text != "" && len(text) < 1 {
		http.Error(w, "no", 404)
	}
	if text != "" && len(text) < 2 {
		http.Error(w, "no", 500) // want "late-status: status 500 .* 200 has"
	}
}

// What is excluded moves the bounds.
func between(w http.ResponseWriter, code int) {
	w.Write([]byte("hello"))
	if code > 400 && code < 403 && code != 401 && code != 402 {
		w.WriteHeader(500)
	}
}

func betweenStill(w http.ResponseWriter, code int) {
	w.Write([]byte("hello"))
	if code > 400 && code < 403 && code != 401 {
		w.WriteHeader(500) // want "late-status: status 500 .* 200 has"
	}
}
