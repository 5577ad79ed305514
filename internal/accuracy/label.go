package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// label is one place that was judged by reading.
type label struct {
	Repo       string
	File       string
	Line       int
	Rule       string
	Expect     string // report, silent or debatable
	ReportFile string `json:"report_file"` // where a finding should stand, if not at Line
	ReportLine int    `json:"report_line"`
	Why        string
}

// server is one labelled repository.
type server struct {
	Repo     string
	module   string   // folder of its module
	settings []string // environment that it needs
	labels   []label

	unloaded int // labels in packages that do not load
	scores   map[string]*score
	missed   []label
	wrong    []falseFinding
}

// falseFinding is a finding at a place that was labelled silent.
type falseFinding struct {
	label   label
	message string
}

// score counts one rule's labels.
type score struct{ hit, missed, wrong, silent, unlabelled int }

func (s *score) add(t score) {
	s.hit, s.missed, s.wrong, s.silent, s.unlabelled = s.hit+t.hit, s.missed+t.missed, s.wrong+t.wrong, s.silent+t.silent, s.unlabelled+t.unlabelled
}

// readServers reads the list of servers, with their labels.
func readServers(folder string) ([]*server, error) {
	rows, err := os.ReadFile(filepath.Join(folder, "repos.tsv"))
	if err != nil {
		return nil, err
	}
	var servers []*server
	byName := make(map[string]*server)
	for line := range strings.Lines(string(rows)) {
		column := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), "", "", "", "")
		if column[0] == "" {
			continue
		}
		s := &server{Repo: column[0], module: column[2], settings: strings.Fields(column[4]), scores: make(map[string]*score)}
		servers, byName[s.Repo] = append(servers, s), s
	}
	return servers, readLines(filepath.Join(folder, "labels.jsonl"), func(l label) {
		if l.Rule == "status-after-body" { // an earlier name
			l.Rule = "late-status"
		}
		if s := byName[l.Repo]; s != nil && l.Rule != "none" {
			s.labels = append(s.labels, l)
		}
	})
}

// readLines reads a file with a JSON value on each line.
func readLines[T any](name string, each func(T)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var value T
		if err := json.Unmarshal(lines.Bytes(), &value); err != nil {
			return err
		}
		each(value)
	}
	return lines.Err()
}
