// Command accuracy measures how right authvet is, and writes it down as a page:
//
//	go run ./internal/accuracy -bench BENCH -trees TREES [-mirrors MIRRORS] -work FOLDER -o docs/accuracy.md
//
// BENCH holds repos.tsv (servers, their commit and the folder of their module), labels.jsonl (places in them that were judged by
// reading) and fixes.jsonl (real mistakes, with the commit before and the one that fixed each). TREES holds the servers as owner+name,
// MIRRORS bare clones as owner+name/repo, for the mistakes; without it those are left out. What authvet has found is kept in FOLDER,
// by the content of the program, so that a run which was stopped goes on where it was.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("accuracy: ")
	var b bench
	folder := flag.String("bench", "", "`folder` with repos.tsv, labels.jsonl and fixes.jsonl")
	flag.StringVar(&b.trees, "trees", "", "`folder` with the servers")
	flag.StringVar(&b.mirrors, "mirrors", "", "`folder` with bare clones, for the mistakes and their fixes")
	flag.StringVar(&b.work, "work", "", "`folder` to keep findings in")
	out := flag.String("o", "", "`file` to write the page to, instead of standard output")
	flag.Parse()
	if *folder == "" || b.trees == "" || b.work == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := b.measure(*folder, *out); err != nil {
		log.Fatal(err)
	}
}

// bench is what authvet is held against, and the program that is.
type bench struct {
	trees, mirrors, work string
	program              string // authvet
	key                  string // what the program is made of
}

func (b *bench) measure(folder, out string) error {
	if err := b.build(); err != nil {
		return err
	}
	servers, err := readServers(folder)
	if err != nil {
		return err
	}
	for _, s := range servers {
		log.Print(s.Repo)
		if err := b.judge(s); err != nil {
			return fmt.Errorf("%s: %w", s.Repo, err)
		}
	}
	var cases []*mistake
	if b.mirrors != "" {
		if cases, err = readMistakes(filepath.Join(folder, "fixes.jsonl")); err != nil {
			return err
		}
		for _, c := range cases {
			log.Print(c.ID)
			if err := b.try(c); err != nil {
				return fmt.Errorf("%s: %w", c.ID, err)
			}
		}
	}
	if out == "" {
		return writePage(os.Stdout, servers, cases)
	}
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := writePage(file, servers, cases); err != nil {
		return err
	}
	return file.Close()
}
