package missingchallenge

import (
	"errors"
	"net/http"
)

// madeError is made in one function and sent by others.
type madeError struct{ code int }

func (e *madeError) Error() string { return http.StatusText(e.code) }

func mustSignIn(r *http.Request) error {
	if !signedIn(r) {
		return &madeError{401} // want "missing-challenge: this 401"
	}
	return nil
}

func sendsMade(w http.ResponseWriter, r *http.Request) {
	err := mustSignIn(r)
	var made *madeError
	if errors.As(err, &made) {
		http.Error(w, err.Error(), made.code)
	}
}

func sendsMadeByType(w http.ResponseWriter, r *http.Request) {
	if made, ok := errors.AsType[*madeError](mustSignIn(r)); ok {
		http.Error(w, made.Error(), made.code)
	}
}

// codeOf returns the status beside the error.
func codeOf(r *http.Request) (int, error) {
	if !signedIn(r) {
		return http.StatusUnauthorized, errors.New("who are you?") // want "missing-challenge: this 401"
	}
	return 200, nil
}

func sendsCode(w http.ResponseWriter, r *http.Request) {
	if code, err := codeOf(r); err != nil {
		http.Error(w, err.Error(), code)
	}
}

func codeOfRight(r *http.Request) (int, error) {
	if !signedIn(r) {
		return http.StatusUnauthorized, errors.New("who are you?")
	}
	return 200, nil
}

func sendsCodeRight(w http.ResponseWriter, r *http.Request) {
	code, err := codeOfRight(r)
	if err == nil {
		return
	}
	if code == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	http.Error(w, err.Error(), code)
}

// statusFor maps errors to statuses, and its callers send them.
func statusFor(err error) int {
	if errors.Is(err, errWho) {
		return http.StatusUnauthorized // want "missing-challenge: this 401"
	}
	return http.StatusInternalServerError
}

func sendsStatusFor(w http.ResponseWriter, r *http.Request) {
	if err := find(r); err != nil {
		http.Error(w, err.Error(), statusFor(err))
	}
}

// rendered4xx is what a renderer sends.
type rendered4xx struct{ code int }

func denied() *rendered4xx { return &rendered4xx{code: 401} } // want "missing-challenge: this 401"

func (x *rendered4xx) render(w http.ResponseWriter) { w.WriteHeader(x.code) }

func rendersDenied(w http.ResponseWriter, r *http.Request) { denied().render(w) }

func rendersLocal(w http.ResponseWriter, r *http.Request) {
	x := &rendered4xx{}
	x.code = 401
	x.render(w) // want "missing-challenge: .*401"
}

func throughPointer(w http.ResponseWriter, r *http.Request) {
	code := 200
	p := &code
	*p = 401
	w.WriteHeader(code) // want "missing-challenge: 401"
}

func localStruct(w http.ResponseWriter, r *http.Request) {
	answer := struct {
		text string
		code int
	}{"who are you?", 401}
	w.WriteHeader(answer.code) // want "missing-challenge: 401"
	w.Write([]byte(answer.text))
}

func inSelect(w http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
		w.WriteHeader(401) // want "missing-challenge: 401"
	default:
		w.WriteHeader(204)
	}
}

// The result of a named variable is what the deferred closure sees.
func namedResult(w http.ResponseWriter, r *http.Request) (code int) {
	defer func() {
		if code == 401 {
			w.Header().Set("WWW-Authenticate", challenge)
		}
		w.WriteHeader(code)
	}()
	if !signedIn(r) {
		return 401
	}
	return 204
}

// Two closures deep.
func nestedClosures(w http.ResponseWriter, r *http.Request) {
	deny := func() {
		func() {
			w.WriteHeader(401) // want "missing-challenge: 401"
		}()
	}
	if !signedIn(r) {
		deny()
	}
}

func defaultRealm(w http.ResponseWriter, r *http.Request, realm string) {
	if realm == "" {
		realm = "Restricted"
	}
	if realm != "" {
		w.Header().Set("WWW-Authenticate", `Basic realm="`+realm+`"`)
	}
	w.WriteHeader(401)
}
