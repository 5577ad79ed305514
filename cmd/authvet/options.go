package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/authvet/authvet/analyzer"
)

// goValueFlags and goSwitches are the build flags of go vet, with a value and
// without; "go help build" tells what they do. -C is not among them, because
// authvet changes folder itself.
var (
	goValueFlags = []string{
		"asmflags", "buildmode", "compiler", "gccgoflags", "gcflags", "installsuffix", "ldflags",
		"mod", "modfile", "overlay", "p", "pgo", "pkgdir", "tags", "toolexec",
	}
	goSwitches = []string{
		"a", "asan", "buildvcs", "linkshared", "modcacherw", "msan", "n", "race", "trimpath", "v", "work", "x",
	}
)

// options is what the arguments of the command ask for.
type options struct {
	dir           string   // folder to work in (-C); empty is the current one
	goFlags       []string // build flags for go, as -name=value
	rules         []string // flags for the analyzer, as -name=value
	format        string   // one of formats
	output        string   // file for the findings (-o); empty is standard output
	fix, diff     bool
	since         string // git revision
	baseline      string // file of accepted findings
	writeBaseline bool
	standalone    bool
	packages      []string // patterns, never empty
}

// parseOptions reads the arguments, and has the analyzer check its own flags.
// Its error is flag.ErrHelp if they ask for help.
func parseOptions(args []string) (*options, error) {
	opts := new(options)
	fs := flag.NewFlagSet("authvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // errors are reported once, by usageError

	fs.StringVar(&opts.dir, "C", "", "")
	fs.StringVar(&opts.format, "format", "", "")
	json := fs.Bool("json", false, "")
	fs.StringVar(&opts.output, "o", "", "")
	fs.BoolVar(&opts.fix, "fix", false, "")
	fs.BoolVar(&opts.diff, "diff", false, "")
	fs.BoolVar(&opts.standalone, "standalone", false, "")
	fs.StringVar(&opts.since, "since", "", "")
	fs.StringVar(&opts.baseline, "baseline", "", "")
	fs.BoolVar(&opts.writeBaseline, "write-baseline", false, "")
	opts.addGoFlags(fs)
	given := addRuleFlags(fs, &analyzer.Analyzer.Flags)

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if err := opts.setFormat(*json); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		opts.rules = append(opts.rules, "-"+name+"="+given[name])
	}
	opts.packages = fs.Args()
	if len(opts.packages) == 0 {
		opts.packages = []string{"./..."}
	}
	return opts, opts.check()
}

// addGoFlags has fs collect go's build flags unread.
func (opts *options) addGoFlags(fs *flag.FlagSet) {
	collect := func(name string) func(string) error {
		return func(value string) error {
			opts.goFlags = append(opts.goFlags, "-"+name+"="+value)
			return nil
		}
	}
	for _, name := range goValueFlags {
		fs.Func(name, "", collect(name))
	}
	for _, name := range goSwitches {
		fs.BoolFunc(name, "", collect(name))
	}
}

// addRuleFlags has fs accept the analyzer's flags, with the analyzer judging their
// values, and returns where the values that are not the default will be. There
// is one spelling for each, since go vet's cache tells spellings apart; -path is
// left out, for driverCmd always gives it.
func addRuleFlags(fs, rules *flag.FlagSet) map[string]string {
	given := make(map[string]string)
	rules.VisitAll(func(f *flag.Flag) {
		set := func(value string) error {
			if err := f.Value.Set(value); err != nil {
				return err
			}
			if on, err := strconv.ParseBool(value); err == nil && isSwitch(f) {
				value = strconv.FormatBool(on)
			}
			delete(given, f.Name)
			if value != f.DefValue && f.Name != "path" {
				given[f.Name] = value
			}
			return nil
		}
		if isSwitch(f) {
			fs.BoolFunc(f.Name, f.Usage, set)
		} else {
			fs.Func(f.Name, f.Usage, set)
		}
	})
	return given
}

// isSwitch reports whether a flag needs no value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// setFormat settles the format, given whether there is -json.
func (opts *options) setFormat(json bool) error {
	switch {
	case json && opts.format != "" && opts.format != formatJSON:
		return fmt.Errorf("-json and -format=%s cannot be used together", opts.format)
	case json:
		opts.format = formatJSON
	case opts.format == "":
		opts.format = formatText
	case !slices.Contains(formats, opts.format):
		return fmt.Errorf("no format is called %q; there are: %s", opts.format, strings.Join(formats, ", "))
	}
	return nil
}

// check refuses what contradicts itself.
func (opts *options) check() error {
	switch {
	case opts.diff && !opts.fix:
		return errors.New("-diff needs -fix")
	case opts.diff && opts.format != formatText:
		return fmt.Errorf("-diff and -format=%s cannot be used together", opts.format)
	case opts.fix && (opts.since != "" || opts.baseline != ""):
		return errors.New("-fix fixes all findings: it cannot be used with -since or -baseline")
	case opts.writeBaseline && opts.baseline == "":
		return errors.New("-write-baseline needs -baseline, which names the file")
	case opts.writeBaseline && opts.output != "":
		return errors.New("-write-baseline reports nothing: it cannot be used with -o")
	case opts.writeBaseline && opts.since != "":
		return errors.New("-write-baseline accepts all findings: it cannot be used with -since")
	case opts.diff && opts.output != "":
		return errors.New("-diff and -o cannot be used together")
	}
	for _, pattern := range opts.packages {
		if strings.HasPrefix(pattern, "-") {
			return fmt.Errorf("flag %s comes after a package; flags come first", pattern)
		}
	}
	for _, f := range opts.goFlags {
		// The loader of -standalone would read the files under the overlay.
		if opts.standalone && strings.HasPrefix(f, "-overlay=") {
			return errors.New("-overlay does not work with -standalone")
		}
	}
	return nil
}
