//go:build unix

// Command budget measures what authvet costs on a project, next to an analyzer that does nothing and to go vet itself:
//
//	go run ./internal/budget -C PROJECT [-n 3] [packages]
//
// Dependencies are compiled beforehand, and no analysis is kept from before. In each of the n rounds the three tools take
// turns, so that whatever else the machine does meets all alike: first left alone, which gives the CPU seconds; then with
// every analysis watched, which gives the memory but costs CPU itself; then with a warm cache, which should leave nothing
// to analyse. It prints figures next to limits, judges nothing, and ends with 0 if it could measure.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("budget: ")
	if len(os.Args) > 2 && os.Args[1] == watchWord {
		os.Exit(watch(os.Args[2:]))
	}
	dir := flag.String("C", ".", "`folder` of the project to measure on")
	rounds := flag.Int("n", 3, "how many `rounds`")
	flag.Parse()
	packages := flag.Args()
	if len(packages) == 0 {
		packages = []string{"./..."}
	}
	const module = "github.com/authvet/authvet/"
	noop := &tool{name: "do-nothing", source: module + "internal/budget/noop"}
	authvet, stock := &tool{name: "authvet", source: module + "cmd/authvet"}, &tool{name: "go vet"}
	if err := measure(project{*dir, packages}, max(*rounds, 1), noop, authvet, stock); err != nil {
		log.Fatal(err)
	}
	printTable(noop, authvet, stock)
	printRatios(noop, authvet, stock)
}

// tool is one of the things that are compared. The stock one has neither source nor program.
type tool struct {
	name, source, program string
	runs                  [3][]run // cold, watched and warm ones, round by round
}

const cold, watched, warm = 0, 1, 2 // the runs that a tool makes in each round

func measure(p project, rounds int, tools ...*tool) error {
	temp, err := os.MkdirTemp("", "budget")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	for _, t := range tools {
		if t.source == "" {
			continue
		}
		t.program = filepath.Join(temp, t.name)
		if out, err := exec.Command("go", "build", "-o", t.program, t.source).CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w\n%s", t.source, err, out)
		}
	}
	log.Print("compiling the dependencies")
	r, err := p.vet(tools[0], "", false)
	if len(r.out) > 0 { // a tool that does nothing says nothing: this is the go command
		log.Printf("left out of the figures:\n%s", r.out)
	}
	for i := 0; i < rounds && err == nil; i++ {
		log.Printf("round %d of %d", i+1, rounds)
		err = p.round(tools)
	}
	return err
}

func printTable(tools ...*tool) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "medians\tCPU s\tanalyses\tlargest MB\twarm analyses\twarm CPU s\t")
	for _, t := range tools {
		fmt.Fprintf(w, "%s\t%.1f\t%.0f\t%.0f\t%.0f\t%.1f\t\n", t.name, median(t.all(cold, run.seconds)),
			median(t.all(watched, run.analyses)), median(t.all(watched, run.largest)),
			median(t.all(warm, run.analyses)), median(t.all(warm, run.seconds)))
	}
	w.Flush()
}

// printRatios prints what the budget is about. A ratio is the median of the rounds' ratios, as the tools of one round met
// the same machine; the spread tells how far to trust it.
func printRatios(noop, authvet, stock *tool) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nratio\tmedian\tspread\tlimit\tfrom\tto")
	row := func(what, limit, unit string, from, to []float64) {
		r := ratios(to, from)
		fmt.Fprintf(w, "%s\t%.2f\t%.2f to %.2f\t%s\t%.1f %s\t%.1f %s\n",
			what, median(r), slices.Min(r), slices.Max(r), limit, median(from), unit, median(to), unit)
	}
	row("CPU / do-nothing", "1.12", "s", noop.all(cold, run.seconds), authvet.all(cold, run.seconds))
	row("CPU / go vet", "below 1", "s", stock.all(cold, run.seconds), authvet.all(cold, run.seconds))
	row("largest process", "1.1", "MB", noop.all(watched, run.largest), authvet.all(watched, run.largest))
	peaks := func(t *tool, pkg string) []float64 {
		return t.all(watched, func(r run) float64 { return r.peaks[pkg] })
	}
	worst := func(pkg string) float64 { return median(ratios(peaks(authvet, pkg), peaks(noop, pkg))) }
	packages := slices.SortedFunc(maps.Keys(noop.runs[watched][0].peaks), func(a, b string) int {
		return -cmp.Compare(worst(a), worst(b))
	})
	for _, pkg := range packages[:min(5, len(packages))] {
		row("process of "+pkg, "1.5", "MB", peaks(noop, pkg), peaks(authvet, pkg))
	}
	w.Flush()
}

func (t *tool) all(kind int, of func(run) float64) []float64 {
	var list []float64
	for _, r := range t.runs[kind] {
		list = append(list, of(r))
	}
	return list
}

func ratios(a, b []float64) []float64 {
	r := make([]float64, len(a))
	for i := range a {
		r[i] = a[i] / b[i]
	}
	return r
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return (sorted[(len(list)-1)/2] + sorted[len(list)/2]) / 2
}
