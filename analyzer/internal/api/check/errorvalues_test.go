package check

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	pkgerrors "github.com/pkg/errors"
	"golang.org/x/xerrors"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// keepers make an error of the error that their row says it keeps.
var keepers = map[string]func(err error) error{
	"errors.Join":                        func(err error) error { return errors.Join(nil, err) },
	"fmt.Errorf":                         func(err error) error { return fmt.Errorf("%s: %w", "a", err) },
	"github.com/pkg/errors.WithMessage":  func(err error) error { return pkgerrors.WithMessage(err, "a") },
	"github.com/pkg/errors.WithMessagef": func(err error) error { return pkgerrors.WithMessagef(err, "a") },
	"github.com/pkg/errors.WithStack":    pkgerrors.WithStack,
	"github.com/pkg/errors.Wrap":         func(err error) error { return pkgerrors.Wrap(err, "a") },
	"github.com/pkg/errors.Wrapf":        func(err error) error { return pkgerrors.Wrapf(err, "a") },
	"golang.org/x/xerrors.Errorf":        func(err error) error { return xerrors.Errorf("a: %w", err) },
}

// makers are errors that their row says is one.
var makers = map[string]error{
	"errors.New":                   errors.New(""),
	"github.com/pkg/errors.Errorf": pkgerrors.Errorf(""),
	"github.com/pkg/errors.New":    pkgerrors.New(""),
	"golang.org/x/xerrors.New":     xerrors.New(""),
}

// finders look for an *fs.PathError, or for inner, in an error, as their row says.
var finders = map[string]func(err, inner error) bool{
	"errors.As":                func(err, _ error) bool { var p *fs.PathError; return errors.As(err, &p) },
	"errors.AsType":            func(err, _ error) bool { _, ok := errors.AsType[*fs.PathError](err); return ok },
	"errors.Is":                errors.Is,
	"github.com/pkg/errors.As": func(err, _ error) bool { var p *fs.PathError; return pkgerrors.As(err, &p) },
	"github.com/pkg/errors.Is": pkgerrors.Is,
	"golang.org/x/xerrors.As":  func(err, _ error) bool { var p *fs.PathError; return xerrors.As(err, &p) },
	"golang.org/x/xerrors.Is":  xerrors.Is,
}

func TestErrorValues(t *testing.T) {
	inner := &fs.PathError{}
	for _, framework := range linked() {
		for _, c := range framework.Calls {
			switch k := key(c); {
			case c.Does&api.NeverNil != 0:
				if err := makers[k]; err == nil {
					t.Errorf("%s has no probe, or yields nil", k)
				}
			case c.Does&api.KeepsError != 0:
				keep := keepers[k]
				if keep == nil {
					t.Errorf("%s has no probe", k)
					continue
				}
				if !errors.Is(keep(inner), inner) {
					t.Errorf("%s does not keep the error", k)
				}
				if isNil := keep(nil) == nil; isNil != (c.Does&api.KeepsNil != 0) {
					t.Errorf("%s: nil for nil: %t", k, isNil)
				}
			case c.Does&(api.AsError|api.IsError|api.FindsError) != 0:
				find := finders[k]
				if find == nil {
					t.Errorf("%s has no probe", k)
					continue
				}
				if !find(fmt.Errorf("%w", inner), inner) || find(errors.New("other"), inner) {
					t.Errorf("%s does not find the error", k)
				}
			}
		}
	}
}

// TestLosesTheError holds what the table says of formats that keep nothing.
func TestLosesTheError(t *testing.T) {
	inner := errors.New("inner")
	one, two := "a: %w", "%w %w" // constant formats would not pass vet
	for name, err := range map[string]error{
		"fmt.Errorf without %w":      fmt.Errorf("%v", inner),
		"pkg/errors.Errorf":          pkgerrors.Errorf(one, inner),
		"xerrors.Errorf with two %w": xerrors.Errorf(two, inner, inner),
	} {
		if errors.Is(err, inner) {
			t.Errorf("%s keeps the error", name)
		}
	}
}
