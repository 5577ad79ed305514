package missingchallenge

import (
	"errors"
	"net/http"
)

// intHandler returns the status, and ServeHTTP sends it.
type intHandler func(w http.ResponseWriter, r *http.Request) (int, error)

func (h intHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := h(w, r)
	if err != nil {
		http.Error(w, err.Error(), code)
	}
}

func intBare(w http.ResponseWriter, r *http.Request) (int, error) {
	if !signedIn(r) {
		return http.StatusUnauthorized, errors.New("who are you?") // want "missing-challenge: .*401"
	}
	if strange(r) {
		return http.StatusForbidden, errors.New("not you")
	}
	return 200, nil
}

func intRight(w http.ResponseWriter, r *http.Request) (int, error) {
	if !signedIn(r) {
		w.Header().Set("WWW-Authenticate", challenge)
		return http.StatusUnauthorized, errors.New("who are you?")
	}
	return 200, nil
}

// Without an error the adapter answers nothing.
func intNoError(w http.ResponseWriter, r *http.Request) (int, error) {
	return http.StatusUnauthorized, nil
}

// Nobody converts this one: whether somebody sends what it returns cannot be known.
func intAlone(w http.ResponseWriter, r *http.Request) (int, error) {
	return http.StatusUnauthorized, errors.New("who are you?")
}

// It is returned here, although a closure has captured it.
func intCaptured(w http.ResponseWriter, r *http.Request) (int, error) {
	code := 200
	defer func() { println(code) }()
	if !signedIn(r) {
		code = 401
		return code, errors.New("who are you?") // want "missing-challenge: .*401"
	}
	return code, nil
}

func intRoutes(mux *http.ServeMux) {
	mux.Handle("/a", intHandler(intBare))
	mux.Handle("/b", intHandler(intRight))
	mux.Handle("/c", intHandler(intNoError))
	mux.Handle("/d", intHandler(intCaptured))
}

// wellHandler's adapter sets the challenge by itself.
type wellHandler func(w http.ResponseWriter, r *http.Request) (int, error)

func (h wellHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := h(w, r)
	if code == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	if err != nil {
		http.Error(w, err.Error(), code)
	}
}

func wellDenied(w http.ResponseWriter, r *http.Request) (int, error) {
	return http.StatusUnauthorized, errors.New("who are you?")
}

func wellRoutes(mux *http.ServeMux) { mux.Handle("/", wellHandler(wellDenied)) }

// handlerError is a result that carries its status.
type handlerError struct {
	Code int
	Err  error
}

type errorHandler func(w http.ResponseWriter, r *http.Request) *handlerError

func (h errorHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if e := h(w, r); e != nil {
		http.Error(w, e.Err.Error(), e.Code)
	}
}

func resultBare(w http.ResponseWriter, r *http.Request) *handlerError {
	_, err := lookup(r)
	if err != nil {
		return &handlerError{http.StatusUnauthorized, err} // want "missing-challenge: .*401"
	}
	return nil
}

func resultRight(w http.ResponseWriter, r *http.Request) *handlerError {
	_, err := lookup(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		return &handlerError{http.StatusUnauthorized, err}
	}
	return &handlerError{Code: http.StatusForbidden, Err: errors.New("not you")}
}

func resultRoutes(mux *http.ServeMux) {
	mux.Handle("/a", errorHandler(resultBare))
	mux.Handle("/b", errorHandler(resultRight))
}
