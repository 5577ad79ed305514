package carriers

import (
	"net/http"
	"os"
)

// caseError stands in a catalogue of many.
type caseError struct {
	Number  int
	Status  int
	Message string
	Link    string
}

func (e *caseError) Error() string { return e.Message }

var (
	errCase00  = &caseError{0, http.StatusBadRequest, "case 0", ""}
	errCase01  = &caseError{1, http.StatusBadRequest, "case 1", ""}
	errCase02  = &caseError{2, http.StatusBadRequest, "case 2", ""}
	errCase03  = &caseError{3, http.StatusBadRequest, "case 3", ""}
	errCase04  = &caseError{4, http.StatusBadRequest, "case 4", ""}
	errCase05  = &caseError{5, http.StatusBadRequest, "case 5", ""}
	errCase06  = &caseError{6, http.StatusBadRequest, "case 6", ""}
	errCase07  = &caseError{7, http.StatusBadRequest, "case 7", ""}
	errCase08  = &caseError{8, http.StatusBadRequest, "case 8", ""}
	errCase09  = &caseError{9, http.StatusBadRequest, "case 9", ""}
	errCase10  = &caseError{10, http.StatusBadRequest, "case 10", ""}
	errCase11  = &caseError{11, http.StatusBadRequest, "case 11", ""}
	errCase12  = &caseError{12, http.StatusBadRequest, "case 12", ""}
	errCase13  = &caseError{13, http.StatusBadRequest, "case 13", ""}
	errCase14  = &caseError{14, http.StatusBadRequest, "case 14", ""}
	errCase15  = &caseError{15, http.StatusBadRequest, "case 15", ""}
	errCaseWho = &caseError{40101, http.StatusUnauthorized, "who are you?", "https://example.org/help"} // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"
)

// What is computed when the program starts goes one way or the other, each by itself.
var (
	level00 = levelOf(0)
	level01 = levelOf(1)
	level02 = levelOf(2)
	level03 = levelOf(3)
	level04 = levelOf(4)
	level05 = levelOf(5)
	level06 = levelOf(6)
	level07 = levelOf(7)
	level08 = levelOf(8)
)

func levelOf(n int) int {
	if os.Getenv("VERBOSE") != "" {
		return n + 1
	}
	return n
}

var errCaseLast = &caseError{40102, http.StatusUnauthorized, "who are you now?", ""} // want "missing-challenge: this 401 is sent with no WWW-Authenticate header"

func caught(w http.ResponseWriter, r *http.Request) {
	if err := look(r); err != nil {
		sendCase(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func look(r *http.Request) error {
	switch r.URL.Path {
	case "/who":
		return errCaseWho
	case "/now":
		return errCaseLast
	}
	if level08 > level00 {
		return errCase15
	}
	return nil
}

func sendCase(w http.ResponseWriter, err error) {
	if c, ok := err.(*caseError); ok {
		w.WriteHeader(c.Status)
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
}
