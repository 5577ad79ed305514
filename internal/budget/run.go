//go:build unix

package main

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// project is what is analysed.
type project struct {
	dir      string
	packages []string
}

// run is one run of go vet.
type run struct {
	cpu   time.Duration // with all child processes
	out   []byte
	peaks map[string]float64 // MB of the process that analysed a package, if the run was watched
}

func (r run) seconds() float64  { return r.cpu.Seconds() }
func (r run) analyses() float64 { return float64(len(r.peaks)) }
func (r run) largest() float64  { return slices.Max(slices.Collect(maps.Values(r.peaks))) }

func (p project) round(tools []*tool) error {
	left, seen := rand.Text(), rand.Text()
	for kind, salt := range [...]string{cold: left, watched: seen, warm: seen} {
		for _, t := range tools {
			r, err := p.vet(t, salt, kind != cold)
			if err != nil {
				return err
			}
			if kind == watched && len(r.peaks) == 0 {
				return fmt.Errorf("%s analysed nothing:\n%s", t.name, r.out)
			}
			t.runs[kind] = append(t.runs[kind], r)
		}
	}
	return nil
}

// vet runs go vet once. The salt becomes a build tag that nobody knows. It leaves compiled packages valid, but go vet hands
// -tags on to the tool, which ignores it, and keeps results by the tool's flags: a new salt is a cold run for every tool.
func (p project) vet(t *tool, salt string, watched bool) (run, error) {
	args := []string{"vet", "-tags=budget" + salt}
	if t.program != "" {
		args = append(args, "-vettool="+t.program)
	}
	if watched {
		self, err := os.Executable()
		if err != nil {
			return run{}, err
		}
		args = append(args, "-toolexec='"+self+"' "+watchWord)
	}
	cmd := exec.Command("go", append(args, p.packages...)...)
	cmd.Dir = p.dir
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil { // else the exit code may tell of no more than findings
		return run{}, err
	}
	r := run{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), out, make(map[string]float64)}
	for line := range strings.Lines(string(out)) {
		var mb float64
		var pkg string
		if n, _ := fmt.Sscanf(line, watchWord+" %f %q", &mb, &pkg); n == 2 {
			r.peaks[pkg] = mb
		}
	}
	return r, nil
}

// watchWord makes this program the one that go vet -toolexec puts in front of each tool, and begins the lines it prints.
const watchWord = "watched-by-budget"

// watch runs a tool, and prints how much memory its process took if it analysed a package. This process is small, which
// matters: a process begins in its parent's memory, and that counts for its peak.
func watch(args []string) int {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		log.Print(err)
		return 1
	}
	var config struct{ ID string } // the package, or a test variant of it
	last := args[len(args)-1]
	if data, _ := os.ReadFile(last); strings.HasSuffix(last, "vet.cfg") && json.Unmarshal(data, &config) == nil {
		mb := float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / (1 << 10)
		if runtime.GOOS == "darwin" {
			mb /= 1 << 10 // bytes there, kilobytes elsewhere
		}
		fmt.Fprintf(os.Stderr, "%s %f %q\n", watchWord, mb, config.ID)
	}
	return cmd.ProcessState.ExitCode()
}
