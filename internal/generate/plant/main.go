// Command plant shows that the generator finds mistakes of the analyzer: it plants one after the other in a copy of the module, and
// wants each to be found:
//
//	go run ./internal/generate/plant [-n 2000] [-model] [-gin] [folder of the module]
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("plant: ")
	n := flag.Int("n", 2000, "within how many `handlers` a mistake has to be found")
	model := flag.Bool("model", false, "take from a model what handlers do")
	gin := flag.Bool("gin", false, "plant mistakes that handlers of gin show")
	only := flag.String("only", "", "plant the mistakes alone whose `name` has this in it")
	flag.Parse()
	args := []string{"-start", "100", "-n", fmt.Sprint(*n), "-batch", "500", "-stop", "-show", "0"}
	if *model {
		args = append(args, "-model")
	}
	bugs := bugs
	if *gin {
		args, bugs = append(args, "-gin"), ginBugs
	}
	if said, err := try(cmp.Or(flag.Arg(0), "."), bug{}, args); err != nil || said != "" {
		log.Fatalf("without any mistake: %s %v", said, err)
	}
	found, planted := 0, 0
	for _, b := range bugs {
		if !strings.Contains(b.name, *only) {
			continue
		}
		planted++
		said, err := try(cmp.Or(flag.Arg(0), "."), b, args)
		if err != nil {
			log.Fatalf("%s: %v", b.name, err)
		}
		if said == "" {
			fmt.Printf("NOT FOUND: %s\n", b.name)
			continue
		}
		found++
		fmt.Printf("found: %s: %s\n", b.name, said)
	}
	fmt.Printf("%d of %d found\n", found, planted)
	if found < planted {
		os.Exit(1)
	}
}

// try plants a mistake and runs the generator; "" if it has found nothing.
func try(from string, b bug, args []string) (said string, err error) {
	dir, err := os.MkdirTemp("", "plant")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	for _, part := range []string{"go.mod", "go.sum", "analyzer", "internal"} {
		if err := copyTo(dir, from, part); err != nil {
			return "", err
		}
	}
	if err := b.plant(dir); err != nil {
		return "", err
	}
	program := filepath.Join(dir, "generator")
	build := exec.Command("go", "build", "-o", program, "./internal/generate")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	run := exec.Command(program, args...)
	run.Dir = dir
	out, err := run.CombinedOutput()
	said, _, _ = strings.Cut(string(out), "\n")
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && strings.Contains(said, " disagreements in ") {
		return said, nil
	} else if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return "", nil
}

// plant makes the mistake in the copy, if there is one.
func (b bug) plant(dir string) error {
	if b.file == "" {
		return nil
	}
	name := filepath.Join(dir, filepath.FromSlash(b.file))
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if n := strings.Count(string(text), b.old); n != 1 {
		return fmt.Errorf("%s: what is to be replaced is there %d times", b.file, n)
	}
	return os.WriteFile(name, []byte(strings.Replace(string(text), b.old, b.new, 1)), 0o666)
}

// copyTo copies the Go files of a folder, and what they embed.
func copyTo(dir, from, part string) error {
	return filepath.WalkDir(filepath.Join(from, part), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, relative)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o666)
	})
}
