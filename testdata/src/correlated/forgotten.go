package correlated

import "net/http"

// With so many ways out, not all conditions are kept; what the caller knows of them may tell that nothing was written.
func severalWays(w http.ResponseWriter, p bool, code int) bool {
	switch code {
	case 200:
	case 401, 407:
	default:
		w.Write([]byte("hello"))
	}
	if code == 500 || p {
		code = 401
	}
	return true
}

func knowsWhichWay(w http.ResponseWriter, r *http.Request) {
	severalWays(w, true, 401)
	w.WriteHeader(404)
}
