// Command generate writes random HTTP handlers, runs each with all its inputs on a real server, analyses it, and holds what the
// analyzer says against what was on the wire:
//
//	go run ./internal/generate -n 2000 -seed 1
//
// Each disagreement is shrunk to a small program and printed. It ends with 1 if there are any.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	var c campaign
	flag.IntVar(&c.n, "n", 2000, "how many `handlers`")
	flag.Uint64Var(&c.seed, "seed", 1, "`number` that all is drawn from")
	flag.IntVar(&c.start, "start", 0, "`number` of the first handler")
	flag.IntVar(&c.batch, "batch", 2000, "`handlers` in one program")
	flag.IntVar(&c.size, "package", 500, "`handlers` in one package")
	flag.IntVar(&c.show, "show", 5, "how many `disagreements` are shrunk and shown")
	flag.BoolVar(&c.stop, "stop", false, "end after the first batch that disagrees")
	flag.BoolVar(&c.gin, "gin", false, "handlers of gin instead of net/http")
	flag.BoolVar(&c.model, "model", false, "run nothing: take from a model what handlers do")
	flag.Parse()
	if err := c.run(); err != nil {
		log.Fatal(err)
	}
	fmt.Print(&c.total)
	if c.disagreements > 0 {
		os.Exit(1)
	}
}
