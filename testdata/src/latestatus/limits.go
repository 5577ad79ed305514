package latestatus

import (
	"errors"
	"net/http"
	"strconv"
)

// limits are checked by a function with more ways out than are kept apart. It is not given the response: what is forgotten of it leaves
// nothing open about the answer.
type limits struct{ low, high, step, most int }

var errLimits = errors.New("limits")

func (l limits) allow(n int) (bool, error) {
	if l.low == 0 {
		l.low = 1
	}
	if l.high == 0 {
		l.high = 100
	}
	if l.step == 0 {
		l.step = 1
	}
	if l.most == 0 {
		l.most = 10
	}
	if n%l.step != 0 || n > l.most {
		return false, errLimits
	}
	return n >= l.low && n <= l.high, nil
}

func limited(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	ok, err := limits{low: 3}.allow(n)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if !ok {
		http.Error(w, "not that many", http.StatusBadRequest)
	}
	w.WriteHeader(http.StatusNoContent) // want "late-status: status 204 cannot reach the client: 400 has been sent before on this path"
}
