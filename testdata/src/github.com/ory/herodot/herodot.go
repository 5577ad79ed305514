// Package herodot is a stub of Ory's: what testdata needs of it.
package herodot

import "net/http"

type (
	Writer interface {
		Write(w http.ResponseWriter, r *http.Request, e interface{}, opts ...EncoderOptions)
		WriteError(w http.ResponseWriter, r *http.Request, err interface{}, opts ...Option)
		WriteErrorCode(w http.ResponseWriter, r *http.Request, code int, err interface{}, opts ...Option)
	}
	JSONWriter struct{ Reporter ErrorReporter }

	Option         func(*int)
	EncoderOptions func(*int)

	ErrorReporter interface {
		ReportError(r *http.Request, code int, err error, args ...interface{})
	}

	DefaultError struct {
		IDField       string
		CodeField     int
		StatusField   string
		RIDField      string
		ReasonField   string
		DebugField    string
		DetailsField  map[string]interface{}
		ErrorField    string
		GRPCCodeField uint32
		err           error
	}
)

var (
	ErrUnauthorized = DefaultError{CodeField: http.StatusUnauthorized, ErrorField: "The request could not be authorized"}
	ErrForbidden    = DefaultError{CodeField: http.StatusForbidden, ErrorField: "The requested action was forbidden"}
	ErrNotFound     = DefaultError{CodeField: http.StatusNotFound, ErrorField: "The requested resource could not be found"}
)

func (e DefaultError) Error() string
func (e DefaultError) StatusCode() int
func (e DefaultError) Unwrap() error
func (e DefaultError) WithWrap(err error) *DefaultError
func (e *DefaultError) WithTrace(err error) *DefaultError
func (e DefaultError) WithReason(reason string) *DefaultError
func (e DefaultError) WithReasonf(reason string, args ...interface{}) *DefaultError

func NewJSONWriter(reporter ErrorReporter) *JSONWriter

func (h *JSONWriter) Write(w http.ResponseWriter, r *http.Request, e interface{}, opts ...EncoderOptions)
func (h *JSONWriter) WriteError(w http.ResponseWriter, r *http.Request, err interface{}, opts ...Option)
func (h *JSONWriter) WriteErrorCode(w http.ResponseWriter, r *http.Request, code int, err interface{}, opts ...Option)
