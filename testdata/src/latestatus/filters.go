package latestatus

import (
	"errors"
	"net/http"
	"strconv"
)

// Of many ways out, with a number and a text of their own each, the error still tells which of them have answered.
func filters(w http.ResponseWriter, r *http.Request) (int, int, string, error) {
	var err error
	limit, offset, order := 100, 0, "ASC"
	if s := r.FormValue("limit"); s != "" {
		if limit, err = strconv.Atoi(s); err != nil {
			err = errors.New("invalid limit")
			complain(w, err)
			return limit, offset, order, err
		}
		if limit > 500 {
			limit = 500
		}
	}
	if s := r.FormValue("offset"); s != "" {
		if offset, err = strconv.Atoi(s); err != nil {
			err = errors.New("invalid offset")
			complain(w, err)
			return limit, offset, order, err
		}
	}
	if s := r.FormValue("order"); s != "" {
		order = s
		if order != "ASC" && order != "DESC" {
			err = errors.New("invalid order")
			complain(w, err)
			return limit, offset, order, err
		}
	}
	return limit, offset, order, err
}

func complain(w http.ResponseWriter, err error) {
	code := http.StatusBadRequest
	if err.Error() == "invalid order" {
		code = http.StatusUnprocessableEntity
	}
	http.Error(w, err.Error(), code)
}

func filtered(w http.ResponseWriter, r *http.Request) {
	limit, offset, order, err := filters(w, r)
	if err != nil {
		return
	}
	if limit < offset {
		http.Error(w, order, http.StatusBadRequest)
		return
	}
	w.Write([]byte(order))
}

func filteredOn(w http.ResponseWriter, r *http.Request) {
	limit, offset, order, err := filters(w, r)
	if err != nil || limit < offset {
		http.Error(w, order, http.StatusInternalServerError) // want "late-status: status 500 cannot reach the client: .* has been sent before"
		return
	}
	w.Write([]byte(order))
}

// So many ways out are not kept apart, so that nobody can say which of them have answered.
func fiveFlags(w http.ResponseWriter, r *http.Request) (a, b, c, d, e, ok bool) {
	if r.FormValue("a") != "" {
		a = true
	}
	if r.FormValue("b") != "" {
		b = true
	}
	if r.FormValue("c") != "" {
		c = true
	}
	if r.FormValue("d") != "" {
		d = true
	}
	if r.FormValue("e") != "" {
		e = true
	}
	if r.FormValue("f") == "" {
		http.Error(w, "no f", http.StatusBadRequest)
		return a, b, c, d, e, false
	}
	return a, b, c, d, e, true
}

func fiveFlagged(w http.ResponseWriter, r *http.Request) {
	a, b, c, d, e, ok := fiveFlags(w, r)
	if !ok {
		return
	}
	if a && b && c && d && e {
		http.Error(w, "too many", http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
