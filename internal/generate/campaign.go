package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authvet/authvet/internal/generate/compare"
	"github.com/authvet/authvet/internal/generate/grammar"
	"github.com/authvet/authvet/internal/generate/look"
	"github.com/authvet/authvet/internal/generate/model"
	"github.com/authvet/authvet/internal/generate/shrink"
	"github.com/authvet/authvet/internal/generate/wire"
)

// campaign is what was asked for on the command line.
type campaign struct {
	n, start, batch, size, show int
	seed                        uint64
	stop, model, gin            bool
	driver                      *look.Driver
	temp, frameworks            string
	total
}

// run draws, runs, analyses and compares batch after batch.
func (c *campaign) run() error {
	c.total = newTotal()
	temp, err := os.MkdirTemp("", "generate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	c.temp = temp
	imports, dir := []string{"errors", "fmt", "io", "net/http"}, "."
	if c.gin {
		if dir, err = frameworks(); err != nil {
			return err
		}
		imports, c.frameworks = append(imports, "github.com/gin-gonic/gin"), dir
	}
	if c.driver, err = look.NewDriver(dir, imports...); err != nil {
		return err
	}
	for at := c.start; at < c.start+c.n; at += c.batch {
		var handlers []*grammar.Handler
		for id := at; id < min(at+c.batch, c.start+c.n); id++ {
			handlers = append(handlers, draw(c.seed, id, c.gin))
		}
		found, err := c.compare(handlers)
		if err != nil {
			return err
		}
		if err := c.report(found); err != nil {
			return err
		}
		if c.stop && len(found) > 0 {
			break
		}
	}
	return nil
}

// frameworks is the folder of the module that requires gin.
func frameworks() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	return filepath.Join(strings.TrimSpace(string(out)), filepath.FromSlash("analyzer/internal/api/check/frameworks")), err
}

// draw draws a handler that silences no other.
func draw(seed uint64, id int, gin bool) *grammar.Handler {
	for attempt := 0; ; attempt++ {
		if h := grammar.Draw(seed, id, attempt, gin); !model.Fronts(h) {
			return h
		}
	}
}

// print prints handlers as packages of the size that was asked for.
func (c *campaign) print(handlers []*grammar.Handler) []*grammar.Source {
	var sources []*grammar.Source
	for list := range slices.Chunk(handlers, c.size) {
		sources = append(sources, grammar.Print(wire.Module, fmt.Sprint("p", len(sources)), list))
	}
	return sources
}

// compare holds the analyzer against the wire, and the model too, or against the model alone.
func (c *campaign) compare(handlers []*grammar.Handler) ([]compare.Disagreement, error) {
	sources := c.print(handlers)
	records := make(map[int][]*wire.Record)
	if !c.model {
		dir := filepath.Join(c.temp, "module")
		defer os.RemoveAll(dir)
		list, err := wire.Run(dir, c.frameworks, sources)
		if err != nil {
			return nil, err
		}
		for i := range list {
			records[list[i].ID] = append(records[list[i].ID], &list[i])
		}
		c.requests += len(list)
	}
	var all []compare.Disagreement
	for _, s := range sources {
		for _, h := range s.Handlers {
			if is, ok := records[h.ID]; !ok {
				records[h.ID] = model.Records(s, h)
			} else if err := model.Check(s, h, is); err != nil {
				return nil, fmt.Errorf("the model of handler %d is wrong: %w\n%s", h.ID, err, grammar.Print(wire.Module, "p0", []*grammar.Handler{h}).Excerpt())
			}
		}
		result, err := c.driver.Look(s)
		if err != nil {
			return nil, err
		}
		out := compare.Compare(s, result, records)
		all = append(all, out.Disagreements...)
		c.add(out)
	}
	c.handlers += len(handlers)
	return all, nil
}

// report counts disagreements, and shows some of them.
func (c *campaign) report(found []compare.Disagreement) error {
	seen := make(map[*grammar.Handler]bool)
	for _, d := range found {
		c.disagreements++
		if seen[d.Handler] {
			continue
		}
		seen[d.Handler] = true
		c.disagreeing++
		if c.show == 0 {
			continue
		}
		c.show--
		if err := c.explain(d); err != nil {
			return err
		}
	}
	return nil
}

// explain shrinks a disagreement by the model, and prints what the small program does on the wire.
func (c *campaign) explain(d compare.Disagreement) error {
	small, err := shrink.Shrink(d.Handler, func(list []*grammar.Handler) ([]bool, error) { return c.still(list, d.Key()) })
	if err != nil {
		return err
	}
	fmt.Printf("handler %d: %s\n", d.Handler.ID, d.Key())
	once := campaign{driver: c.driver, temp: c.temp, frameworks: c.frameworks, size: 1, model: c.model, total: newTotal()}
	found, err := once.compare([]*grammar.Handler{small})
	if err != nil {
		return err
	}
	for _, d := range found {
		fmt.Println(d)
	}
	fmt.Println(grammar.Print(wire.Module, "p0", []*grammar.Handler{small}).Excerpt())
	return nil
}

// still tells which handlers disagree in the same way, by the model.
func (c *campaign) still(list []*grammar.Handler, key string) ([]bool, error) {
	still := make([]bool, len(list))
	sound, err := c.sound(list)
	if err != nil || len(sound) == 0 {
		return still, err
	}
	once := campaign{driver: c.driver, size: len(sound), model: true, total: newTotal()}
	found, err := once.compare(sound)
	for _, d := range found {
		if d.Key() == key {
			still[d.Handler.ID] = true
		}
	}
	return still, err
}

// sound leaves out the handlers that do not compile: a smaller one may use what it has lost.
func (c *campaign) sound(list []*grammar.Handler) ([]*grammar.Handler, error) {
	for {
		s := grammar.Print(wire.Module, "p0", list)
		_, err := c.driver.Look(s)
		var broken *look.Broken
		if err == nil || !errors.As(err, &broken) {
			return list, err
		}
		bad := make(map[*grammar.Handler]bool)
		for _, at := range broken.Lines {
			bad[s.Owner[at]] = true
		}
		list = slices.DeleteFunc(slices.Clone(list), func(h *grammar.Handler) bool { return bad[h] })
	}
}
