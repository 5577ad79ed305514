package analyzer

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/rule"
)

// Config is what a user can choose. The zero value is the default.
type Config struct {
	Rules       string // ids, separated by commas: those to check, or with a minus in front those to leave out; "" is all
	Confidence  string // the least confidence that is shown: high, medium or low; "" is medium
	InTests     bool   // report in _test.go files too
	InGenerated bool   // report in generated files too
	Path        bool   // put the whole path into the related positions
	Why         bool   // say where and why a response was not followed any further

	// Thrifty has the garbage of the whole process collected sooner from the moment on when a package turns out to have something in
	// it that is worth following. It is for a program that analyses one package and ends, and no flag.
	Thrifty bool
}

func (c *Config) bind(flags *flag.FlagSet) {
	flags.Func("rules", "`ids` of the rules to check, separated by commas; -id leaves one out (default all)", func(s string) error {
		c.Rules = s
		_, err := chosen(s)
		return err
	})
	flags.Func("confidence", "least `confidence` that is shown: high, medium or low (default medium)", func(s string) error {
		c.Confidence = s
		_, err := confidence(s)
		return err
	})
	flags.BoolVar(&c.InTests, "in-tests", c.InTests, "report in _test.go files too")
	flags.BoolVar(&c.InGenerated, "in-generated", c.InGenerated, "report in generated files too")
	flags.BoolVar(&c.Path, "path", c.Path, "give the whole path to a finding as related positions")
	flags.BoolVar(&c.Why, "why", c.Why, "say where and why a response was not followed any further")
}

// settings is a configuration that was found to make sense.
type settings struct {
	Config
	rules []rule.Rule
	least rule.Confidence
}

func (c Config) parse() (settings, error) {
	rules, err := chosen(c.Rules)
	if err != nil {
		return settings{}, err
	}
	least, err := confidence(c.Confidence)
	return settings{Config: c, rules: rules, least: least}, err
}

// chosen reads a list of rules. A list of only exclusions leaves all others in.
func chosen(list string) ([]rule.Rule, error) {
	in, out := make(map[string]bool), make(map[string]bool)
	for _, word := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		id, exclude := strings.CutPrefix(word, "-")
		if !slices.Contains(rule.IDs(), id) {
			return nil, fmt.Errorf("no rule is called %q; there are: %s", id, strings.Join(rule.IDs(), ", "))
		}
		if exclude {
			out[id] = true
		} else {
			in[id] = true
		}
	}
	return slices.DeleteFunc(rule.All(), func(r rule.Rule) bool { return out[r.ID] || len(in) > 0 && !in[r.ID] }), nil
}

func confidence(word string) (rule.Confidence, error) {
	if word == "" {
		return rule.Medium, nil
	}
	for _, c := range []rule.Confidence{rule.High, rule.Medium, rule.Low} {
		if c.String() == word {
			return c, nil
		}
	}
	return 0, fmt.Errorf("no confidence is called %q; there are: high, medium, low", word)
}
