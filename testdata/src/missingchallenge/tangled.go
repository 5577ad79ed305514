package missingchallenge

import "net/http"

// In a function that is given up, because too much is to be kept apart, what was found on the way there is found.
func tangled(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	if r.Header.Get("Authorization") == "Basic" {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(401)
		return
	}
	flag0 := 0
	if r.FormValue("0") != "" {
		flag0 = 1
	}
	flag1 := 0
	if r.FormValue("1") != "" {
		flag1 = 1
	}
	flag2 := 0
	if r.FormValue("2") != "" {
		flag2 = 1
	}
	flag3 := 0
	if r.FormValue("3") != "" {
		flag3 = 1
	}
	flag4 := 0
	if r.FormValue("4") != "" {
		flag4 = 1
	}
	flag5 := 0
	if r.FormValue("5") != "" {
		flag5 = 1
	}
	flag6 := 0
	if r.FormValue("6") != "" {
		flag6 = 1
	}
	flag7 := 0
	if r.FormValue("7") != "" {
		flag7 = 1
	}
	flag8 := 0
	if r.FormValue("8") != "" {
		flag8 = 1
	}
	if flag0 == 1 {
		w.Header().Add("Vary", "0")
	}
	if flag1 == 1 {
		w.Header().Add("Vary", "1")
	}
	if flag2 == 1 {
		w.Header().Add("Vary", "2")
	}
	if flag3 == 1 {
		w.Header().Add("Vary", "3")
	}
	if flag4 == 1 {
		w.Header().Add("Vary", "4")
	}
	if flag5 == 1 {
		w.Header().Add("Vary", "5")
	}
	if flag6 == 1 {
		w.Header().Add("Vary", "6")
	}
	if flag7 == 1 {
		w.Header().Add("Vary", "7")
	}
	if flag8 == 1 {
		w.Header().Add("Vary", "8")
	}
	if flag0 == 1 {
		w.WriteHeader(400)
	}
	if flag0 == 0 {
		w.WriteHeader(404) // nothing is said of what comes after an answer
	}
}
