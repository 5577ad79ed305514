package main

import (
	"errors"
	"flag"
	"io"
	"maps"
	"slices"
	"testing"
)

func TestGoFlagsAreCollected(t *testing.T) {
	opts, err := parseOptions([]string{"-race", "-tags", "a,b", "--mod=vendor", "-x=false", "./a", "./b"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"-race=true", "-tags=a,b", "-mod=vendor", "-x=false"}; !slices.Equal(opts.goFlags, want) {
		t.Errorf("flags for go %q, want %q", opts.goFlags, want)
	}
	if want := []string{"./a", "./b"}; !slices.Equal(opts.packages, want) {
		t.Errorf("packages %q, want %q", opts.packages, want)
	}
}

// TestRuleFlags: what differs from the default must reach the analyzer, and a
// flag at its default, or spelt otherwise, must not cost a cache of its own.
func TestRuleFlags(t *testing.T) {
	for _, args := range [][]string{
		{"-b=true", "-s", "x", "-path", "-f=5"},
		{"-f=0", "--s=x", "-b", "-f", "5"},
		{"-s=y", "-f=5", "-b=false", "-b=T", "-s=x"},
	} {
		rules := flag.NewFlagSet("", flag.ContinueOnError)
		b := rules.Bool("b", false, "")
		rules.Bool("path", false, "")
		rules.String("s", "", "")
		rules.String("default", "y", "")
		rules.Func("f", "", func(value string) error { // its String is always empty
			if value == "wrong" {
				return errors.New("refused")
			}
			return nil
		})
		fs := flag.NewFlagSet("", flag.ContinueOnError)
		fs.SetOutput(io.Discard)
		given := addRuleFlags(fs, rules)
		if err := fs.Parse(append(args, "-default=y")); err != nil {
			t.Fatal(err)
		}
		if want := map[string]string{"b": "true", "s": "x", "f": "5"}; !maps.Equal(given, want) || !*b {
			t.Errorf("%q: %q, want %q", args, given, want)
		}
		if err := fs.Parse([]string{"-f=wrong"}); err == nil {
			t.Error("-f=wrong is accepted")
		}
	}
}

func TestJoinGoFlags(t *testing.T) {
	for _, test := range []struct {
		goflags, add, want string
	}{
		{"", "-tags=a", "-tags=a"},
		{"-mod=mod", "-tags=a", "-mod=mod -tags=a"},
		{"", "-tags=a b", "'-tags=a b'"},
		{"", "-ldflags=it's", `"-ldflags=it's"`},
	} {
		if got, err := joinGoFlags(test.goflags, []string{test.add}); got != test.want || err != nil {
			t.Errorf("joinGoFlags(%q, %q) = %q, %v; want %q", test.goflags, test.add, got, err, test.want)
		}
	}
	if got, err := joinGoFlags("", []string{`-ldflags='"`}); err == nil {
		t.Errorf("both quotes: %q, want an error", got)
	}
}
