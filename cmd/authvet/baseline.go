package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/authvet/authvet/cmd/authvet/internal/report"
)

// baselineVersion is that of the file and of what fingerprints are made from.
const baselineVersion = 1

// baseline is the file of -baseline: the findings that a project has accepted. Only the fingerprints count, the rest is for
// people who read it.
type baseline struct {
	Version  int        `json:"version"`
	Findings []accepted `json:"findings"`
}

type accepted struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Message     string `json:"message"`
}

// readBaseline returns the fingerprints in a file that writeBaseline has written.
func readBaseline(name string) (map[string]bool, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("-baseline: %w (-write-baseline makes it)", err)
	}
	var b baseline
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil {
		return nil, fmt.Errorf("-baseline: %s is no baseline of authvet: %w", name, err)
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("-baseline: %s has version %d, and this authvet knows %d: write it anew with -write-baseline", name, b.Version, baselineVersion)
	}
	known := make(map[string]bool)
	for _, f := range b.Findings {
		known[f.Fingerprint] = true
	}
	return known, nil
}

// writeBaseline writes the findings, in their order. There are no lines in it, so that it changes only when findings do.
func writeBaseline(name, root string, findings []report.Finding) error {
	b := baseline{Version: baselineVersion, Findings: []accepted{}}
	for _, f := range findings {
		file := f.File
		if rel, err := filepath.Rel(root, file); err == nil {
			file = filepath.ToSlash(rel)
		}
		b.Findings = append(b.Findings, accepted{f.Fingerprint, f.Rule, file, f.Message})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	if err := encoder.Encode(b); err != nil {
		return err
	}
	return os.WriteFile(name, out.Bytes(), 0o666)
}
