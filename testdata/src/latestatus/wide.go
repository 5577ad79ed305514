package latestatus

import "net/http"

// wide has more fields than a path keeps in mind.
type wide struct {
	f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10 int
	f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21 int
	f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32 int
	f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43 int
	f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54 int
	f55, f56, f57, f58, f59, f60, f61, f62, f63, f64, f65 int
}

func (x *wide) keep() {}

func admits(w http.ResponseWriter, r *http.Request) bool {
	if r.FormValue("a") == "" {
		http.Error(w, "no a", http.StatusBadRequest)
		return false
	}
	return true
}

// What the helper has returned is known all the same.
func widely(w http.ResponseWriter, r *http.Request) {
	x := &wide{
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
		23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
		45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66,
	}
	if !admits(w, r) {
		return
	}
	x.keep()
	if x.f03 == 4 {
		http.Error(w, "no b", http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
