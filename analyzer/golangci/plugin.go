// Package golangci makes authvet a linter of golangci-lint, as a module plugin: a golangci-lint that imports this package
// knows a custom linter called authvet.
//
// It is a package of its own because a plugin makes itself known by an init function, and whoever imports the analyzer alone
// should run none.
package golangci

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/authvet/authvet/analyzer"
)

func init() { register.Plugin(analyzer.Analyzer.Name, New) }

// New is called by golangci-lint with what stands below settings in its configuration. A setting has the name, the values
// and the default of authvet's flag.
func New(raw any) (register.LinterPlugin, error) {
	settings, err := register.DecodeSettings[map[string]any](raw)
	if err != nil {
		return nil, fmt.Errorf("authvet: %w", err)
	}
	a := analyzer.New(analyzer.Config{})
	for _, name := range slices.Sorted(maps.Keys(settings)) { // sorted, to complain of the same one every time
		if err := set(&a.Flags, name, settings[name]); err != nil {
			return nil, fmt.Errorf("authvet: settings: %s: %w", name, err)
		}
	}
	a.Run = withoutRelated(a.Run)
	return plugin{a}, nil
}

type plugin struct{ analyzer *analysis.Analyzer }

func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{p.analyzer}, nil
}

// GetLoadMode asks for types, without which nothing is known of a call.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// set gives a flag the value of the setting of its name. An unknown one is refused: what is misspelt would otherwise be
// switched off without a word.
func set(flags *flag.FlagSet, name string, value any) error {
	names := names(flags)
	if !slices.Contains(names, name) {
		return fmt.Errorf("there is no such setting; there are: %s", strings.Join(names, ", "))
	}
	text, err := valueOf(flags.Lookup(name), value)
	if err != nil {
		return err
	}
	return flags.Set(name, text)
}

// names lists the settings. The flag path is none of them: it is about related positions.
func names(flags *flag.FlagSet) []string {
	var list []string
	flags.VisitAll(func(f *flag.Flag) {
		if f.Name != "path" {
			list = append(list, f.Name)
		}
	})
	return list
}

// valueOf writes the value of a setting as that of a flag. A list may be one in YAML, too.
func valueOf(f *flag.Flag, value any) (string, error) {
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		on, ok := value.(bool)
		if !ok {
			return "", fmt.Errorf("%v is neither true nor false", value)
		}
		return strconv.FormatBool(on), nil
	}
	switch v := value.(type) {
	case string:
		return v, nil
	case []any:
		if f.Name == "rules" {
			return joined(v)
		}
	}
	return "", fmt.Errorf("%v is no text", value)
}

func joined(list []any) (string, error) {
	var words []string
	for _, v := range list {
		word, ok := v.(string)
		if !ok {
			return "", fmt.Errorf("%v is no text", v)
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return "", errors.New("an empty list: leave the setting out for all rules")
	}
	return strings.Join(words, ","), nil
}

// withoutRelated leaves the related positions out: golangci-lint makes each an issue of its own, which no comment at the
// finding silences.
func withoutRelated(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return run(&p)
	}
}
