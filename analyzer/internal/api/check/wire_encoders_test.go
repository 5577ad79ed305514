package check

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	goccy "github.com/goccy/go-json"
	jsoniter "github.com/json-iterator/go"
	segmentio "github.com/segmentio/encoding/json"
	"gopkg.in/yaml.v3"
)

var otherEncoderProbes = map[string]probe{
	"github.com/json-iterator/go.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { jsoniter.NewEncoder(w).Encode(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { jsoniter.NewEncoder(w) },
	},
	"github.com/json-iterator/go.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { jsoniter.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return jsoniter.NewEncoder(w).Encode(half) },
	},
	"github.com/json-iterator/go.Encoder.SetEscapeHTML": {
		call: func(w http.ResponseWriter, _ *http.Request) { jsoniter.NewEncoder(w).SetEscapeHTML(false) },
	},
	"github.com/json-iterator/go.Encoder.SetIndent": {
		call: func(w http.ResponseWriter, _ *http.Request) { jsoniter.NewEncoder(w).SetIndent("", " ") },
	},

	"github.com/segmentio/encoding/json.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).Encode(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w) },
	},
	"github.com/segmentio/encoding/json.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return segmentio.NewEncoder(w).Encode(half) },
	},
	"github.com/segmentio/encoding/json.Encoder.SetAppendNewline": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).SetAppendNewline(false) },
	},
	"github.com/segmentio/encoding/json.Encoder.SetEscapeHTML": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).SetEscapeHTML(false) },
	},
	"github.com/segmentio/encoding/json.Encoder.SetIndent": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).SetIndent("", " ") },
	},
	"github.com/segmentio/encoding/json.Encoder.SetSortMapKeys": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).SetSortMapKeys(false) },
	},
	"github.com/segmentio/encoding/json.Encoder.SetTrustRawMessage": {
		call: func(w http.ResponseWriter, _ *http.Request) { segmentio.NewEncoder(w).SetTrustRawMessage(true) },
	},

	"github.com/goccy/go-json.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w).Encode(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w) },
	},
	"github.com/goccy/go-json.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return goccy.NewEncoder(w).Encode(half) },
	},
	"github.com/goccy/go-json.Encoder.EncodeContext": {
		call: func(w http.ResponseWriter, r *http.Request) { goccy.NewEncoder(w).EncodeContext(r.Context(), "") },
		fails: func(w http.ResponseWriter, r *http.Request) error {
			return goccy.NewEncoder(w).EncodeContext(r.Context(), half)
		},
	},
	"github.com/goccy/go-json.Encoder.EncodeWithOption": {
		call: func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w).EncodeWithOption("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return goccy.NewEncoder(w).EncodeWithOption(half)
		},
	},
	"github.com/goccy/go-json.Encoder.SetEscapeHTML": {
		call: func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w).SetEscapeHTML(false) },
	},
	"github.com/goccy/go-json.Encoder.SetIndent": {
		call: func(w http.ResponseWriter, _ *http.Request) { goccy.NewEncoder(w).SetIndent("", " ") },
	},

	"gopkg.in/yaml.v3.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { yaml.NewEncoder(w).Encode(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { yaml.NewEncoder(w) },
	},
	"gopkg.in/yaml.v3.Encoder.Encode": {
		call: func(w http.ResponseWriter, _ *http.Request) { yaml.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return yaml.NewEncoder(w).Encode([]any{1, unfit{}})
		},
	},
	"gopkg.in/yaml.v3.Encoder.Close": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			e := yaml.NewEncoder(w)
			e.Encode([]any{strings.Repeat("a", 200), unfit{}}) // fails, with its first element held back
			e.Close()                                          // fails, too
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { yaml.NewEncoder(w).Close() },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			e := yaml.NewEncoder(w)
			e.Encode(unfit{})
			return e.Close()
		},
	},
	"gopkg.in/yaml.v3.Encoder.SetIndent": {
		call: func(w http.ResponseWriter, _ *http.Request) { yaml.NewEncoder(w).SetIndent(2) },
	},

	"github.com/BurntSushi/toml.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { toml.NewEncoder(w).Encode(map[string]int{"a": 1}) },
		idle: func(w http.ResponseWriter, _ *http.Request) { toml.NewEncoder(w) },
	},
	"github.com/BurntSushi/toml.Encoder.Encode": {
		call: func(w http.ResponseWriter, _ *http.Request) { toml.NewEncoder(w).Encode(map[string]int{"a": 1}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return toml.NewEncoder(w).Encode(map[string]any{"a": 1, "b": unfit{}})
		},
	},
}

// half is what JSON cannot be made of from its second element on.
var half = []any{1, func() {}}

// unfit fails to marshal as YAML and as TOML, late: YAML panics at a func, and TOML looks for one before it starts.
type unfit struct{}

func (unfit) MarshalYAML() (any, error)    { return nil, errors.New("no YAML") }
func (unfit) MarshalText() ([]byte, error) { return nil, errors.New("no text") }

// itself marshals itself.
type itself struct{}

func (itself) MarshalJSON() ([]byte, error) { return []byte("1"), nil }

// TestOtherEncoders holds what the comment on their table says beyond the rows.
func TestOtherEncoders(t *testing.T) {
	long := strings.Repeat("a", 5000)
	for _, note := range []struct {
		says   string
		encode func(w http.ResponseWriter) error
		fails  bool
		status int
	}{
		{"json-iterator sends what it has at a json.Marshaler", func(w http.ResponseWriter) error {
			return jsoniter.NewEncoder(w).Encode([]any{itself{}, func() {}})
		}, true, http.StatusOK},
		{"json-iterator sends nothing else before it fails", func(w http.ResponseWriter) error {
			return jsoniter.NewEncoder(w).Encode([]any{long, func() {}})
		}, true, late},
		{"segmentio marshals first", func(w http.ResponseWriter) error {
			return segmentio.NewEncoder(w).Encode([]any{long, itself{}, func() {}})
		}, true, late},
		{"goccy marshals first", func(w http.ResponseWriter) error {
			return goccy.NewEncoder(w).Encode([]any{long, itself{}, func() {}})
		}, true, late},
		{"yaml.v3 sends 128 bytes before it fails", func(w http.ResponseWriter) error {
			return yaml.NewEncoder(w).Encode([]any{long, 1, 1, unfit{}})
		}, true, http.StatusOK},
		{"yaml.v3 holds back a first element", func(w http.ResponseWriter) error {
			return yaml.NewEncoder(w).Encode([]any{long, unfit{}})
		}, true, late},
		{"toml sends 4096 bytes before it fails", func(w http.ResponseWriter) error {
			return toml.NewEncoder(w).Encode(map[string]any{"a": long, "b": unfit{}})
		}, true, http.StatusOK},
		{"toml holds back what is less", func(w http.ResponseWriter) error {
			return toml.NewEncoder(w).Encode(map[string]any{"a": 1, "b": unfit{}})
		}, true, late},
		{"toml sends nothing for an empty table", func(w http.ResponseWriter) error {
			return toml.NewEncoder(w).Encode(struct{}{})
		}, false, late},
	} {
		got := serve(t, http1, func(w http.ResponseWriter, _ *http.Request) {
			if err := note.encode(w); (err != nil) != note.fails {
				t.Errorf("%s: %v", note.says, err)
			}
			w.WriteHeader(late)
		})
		if got.StatusCode != note.status {
			t.Errorf("%s: status %d, want %d", note.says, got.StatusCode, note.status)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("yaml.v3 does not panic at a func")
		}
	}()
	yaml.NewEncoder(io.Discard).Encode(func() {})
}
