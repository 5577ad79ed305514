// Command growth measures how the cost of an analysis grows with what is analysed:
//
//	cd internal/performance && go run ./growth -svg ../../docs/growth.svg
//
// It writes packages of handlers into a module of its own: one handler with 10 to 10,000 branches, chains of 10 to 1,000 helpers,
// and 10 to 10,000 handlers. All are loaded at once, so that what they import is analysed once, and for each the time of the
// analysis is taken, and that of making the SSA form, which any analyzer of its kind pays. It prints a table in Markdown and
// draws the walk's share.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/authvet/authvet/analyzer"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/packages"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("growth: ")
	svg := flag.String("svg", "", "`file` to draw the growth in")
	rounds := flag.Int("n", 3, "how many `rounds`; the shortest time counts")
	flag.Parse()
	figures, err := measure(max(*rounds, 1))
	if err != nil {
		log.Fatal(err)
	}
	printTable(figures)
	if *svg != "" {
		if err := draw(figures, *svg); err != nil {
			log.Fatal(err)
		}
	}
}

// figure is what one generated package costs.
type figure struct {
	kind      string
	n         int
	ssa, walk time.Duration // making the SSA form, and what authvet does beyond it
}

func measure(rounds int) ([]figure, error) {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	figures, err := generate(dir)
	if err != nil {
		return nil, err
	}
	for range rounds {
		if err := analyse(dir, figures); err != nil {
			return nil, err
		}
	}
	return figures, nil
}

// generate writes the packages, one per figure.
func generate(dir string) ([]figure, error) {
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module growth\n\ngo 1.25\n"), 0o644); err != nil {
		return nil, err
	}
	var figures []figure
	for _, k := range kinds {
		for n := 10; n <= k.most; n *= 10 {
			f := figure{kind: k.name, n: n}
			folder := filepath.Join(dir, f.pkg())
			if err := os.Mkdir(folder, 0o755); err != nil {
				return nil, err
			}
			if err := os.WriteFile(filepath.Join(folder, "p.go"), []byte(k.write(n)), 0o644); err != nil {
				return nil, err
			}
			figures = append(figures, f)
		}
	}
	return figures, nil
}

func (f figure) pkg() string { return fmt.Sprintf("%s%d", f.kind, f.n) }

// analyse times the packages once, and keeps what is less than before.
func analyse(dir string, figures []figure) error {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, "./...")
	if err != nil {
		return err
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzer.Analyzer, buildssa.Analyzer}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		return err
	}
	taken := make(map[string]time.Duration)
	for act := range graph.All() {
		if act.Err != nil {
			return act.Err
		}
		taken[act.Package.Name+" "+act.Analyzer.Name] = act.Duration
	}
	for i := range figures {
		f := &figures[i]
		ssa := taken[f.pkg()+" buildssa"]
		walk := max(taken[f.pkg()+" authvet"]-ssa, 0)
		if f.ssa == 0 || ssa < f.ssa {
			f.ssa = ssa
		}
		if f.walk == 0 || walk < f.walk {
			f.walk = walk
		}
	}
	return nil
}

func printTable(figures []figure) {
	fmt.Println("| package | SSA ms | walk ms | walk, µs each |")
	fmt.Println("| --- | --: | --: | --: |")
	for _, f := range figures {
		fmt.Printf("| %d %s | %.1f | %.1f | %.1f |\n", f.n, f.kind, ms(f.ssa), ms(f.walk), 1000*ms(f.walk)/float64(f.n))
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
