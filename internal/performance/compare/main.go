//go:build unix

// Command compare measures what authvet costs on a project, next to other linters for Go and to go vet:
//
//	cd internal/performance && go run ./compare -C PROJECT [-n 3] [packages]
//
// The project's dependencies are compiled beforehand. In each of the n rounds the tools take turns, so that whatever else the
// machine does meets all alike: first with no result kept from before, then again with what that run has kept, where a tool
// keeps anything. Each runs as its users run it, with the checks that it makes by default. It prints a table in Markdown and
// judges nothing.
package main

import (
	"crypto/rand"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	dir := flag.String("C", ".", "`folder` of the project to measure on")
	rounds := flag.Int("n", 3, "how many `rounds`")
	flag.Parse()
	packages := flag.Args()
	if len(packages) == 0 {
		packages = []string{"./..."}
	}
	temp, err := os.MkdirTemp("", "compare")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(temp)
	all := tools()
	if err := measure(all, *dir, temp, packages, max(*rounds, 1)); err != nil {
		log.Print(err)
		return
	}
	printTable(all)
}

// tool is one of the things that are compared.
type tool struct {
	name, source string
	args         []string
	vet          bool   // go vet runs it, and keeps its results
	cache        string // the variable that says where it keeps results; "" if it keeps none
	cold, warm   []run
}

// tools are authvet, go vet and the linters that Go projects run most, each with its default checks.
func tools() []*tool {
	return []*tool{
		{name: "authvet", source: "github.com/authvet/authvet/cmd/authvet", vet: true},
		{name: "do-nothing", source: "github.com/authvet/authvet/internal/budget/noop", vet: true},
		{name: "go vet", vet: true},
		{name: "staticcheck", source: "honnef.co/go/tools/cmd/staticcheck", cache: "STATICCHECK_CACHE"},
		{name: "gosec", source: "github.com/securego/gosec/v2/cmd/gosec", args: []string{"-quiet", "-no-fail"}},
		{name: "nilaway", source: "go.uber.org/nilaway/cmd/nilaway"},
		{name: "go-critic", source: "github.com/go-critic/go-critic/cmd/go-critic", args: []string{"check"}},
	}
}

// run is what one run of a tool took, with all its child processes.
type run struct {
	cpu     time.Duration
	elapsed time.Duration
	peak    float64 // MB of the largest process
}

func measure(all []*tool, dir, temp string, packages []string, rounds int) error {
	for _, t := range all {
		if t.source == "" {
			continue
		}
		log.Printf("building %s", t.name)
		if out, err := exec.Command("go", "build", "-o", filepath.Join(temp, t.name), t.source).CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w\n%s", t.source, err, out)
		}
	}
	log.Print("compiling the project")
	build := exec.Command("go", append([]string{"build"}, packages...)...)
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	for i := range rounds {
		log.Printf("round %d of %d", i+1, rounds)
		for _, t := range all {
			salt := rand.Text()
			for _, runs := range []*[]run{&t.cold, &t.warm} {
				r, err := t.run(dir, temp, salt, packages)
				if err != nil {
					return fmt.Errorf("%s: %w", t.name, err)
				}
				*runs = append(*runs, r)
			}
		}
	}
	return nil
}

// run runs a tool once. What it has kept under another salt it does not find: go vet keeps results by the tool's flags, of which an
// unknown build tag is one, and leaves compiled packages valid.
func (t *tool) run(dir, temp, salt string, packages []string) (run, error) {
	program := filepath.Join(temp, t.name)
	cmd := exec.Command(program, append(slices.Clone(t.args), packages...)...)
	if t.vet {
		args := []string{"vet", "-tags=compare" + salt}
		if t.source != "" {
			args = append(args, "-vettool="+program)
		}
		cmd = exec.Command("go", append(args, packages...)...)
	}
	cmd.Dir, cmd.Env = dir, os.Environ()
	if t.cache != "" {
		cmd.Env = append(cmd.Env, t.cache+"="+filepath.Join(temp, "cache"+salt))
	}
	began := time.Now()
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || !cmd.ProcessState.Exited() { // else the exit code may tell of no more than findings
		return run{}, fmt.Errorf("%w\n%s", err, out)
	}
	peak := float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / (1 << 10)
	if runtime.GOOS == "darwin" {
		peak /= 1 << 10 // bytes there, kilobytes elsewhere
	}
	return run{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), time.Since(began), peak}, nil
}

// printTable prints medians, and ratios to authvet as the medians of the rounds' ratios: the tools of one round met the same machine.
func printTable(all []*tool) {
	cpu := func(r run) float64 { return r.cpu.Seconds() }
	elapsed := func(r run) float64 { return r.elapsed.Seconds() }
	peak := func(r run) float64 { return r.peak }
	fmt.Println("| tool | CPU s, cold | × authvet | elapsed s | × authvet | largest process MB | × authvet | CPU s, warm |")
	fmt.Println("| --- | --: | --: | --: | --: | --: | --: | --: |")
	for _, t := range all {
		fmt.Printf("| %s |", t.name)
		for _, of := range []func(run) float64{cpu, elapsed, peak} {
			figures, base := each(t.cold, of), each(all[0].cold, of)
			ratios := make([]float64, len(figures))
			for i := range figures {
				ratios[i] = figures[i] / base[i]
			}
			fmt.Printf(" %.1f | %.2f |", median(figures), median(ratios))
		}
		fmt.Printf(" %.1f |\n", median(each(t.warm, cpu)))
	}
}

func each(runs []run, of func(run) float64) []float64 {
	list := make([]float64, len(runs))
	for i, r := range runs {
		list[i] = of(r)
	}
	return list
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return (sorted[(len(list)-1)/2] + sorted[len(list)/2]) / 2
}
