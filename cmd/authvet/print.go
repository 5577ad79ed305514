package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// onTheWay marks the related positions that -path adds: the conditions on the way. They are for programs that draw the
// path; in text they would bury the finding.
const onTheWay = "decided here: " // true or false

// printText prints findings the way go vet does, one a line, their related
// positions below. Files are named from the folder.
func printText(w io.Writer, folder string, findings []finding) {
	for _, f := range findings {
		fmt.Fprintf(w, "%s: %s\n", shortPosn(folder, f.Posn), f.Message)
		for _, r := range f.Related {
			if strings.HasPrefix(r.Message, onTheWay) {
				continue
			}
			fmt.Fprintf(w, "%s: \t%s\n", shortPosn(folder, r.Posn), r.Message)
		}
	}
}

// shortPosn makes the position's file relative to the folder if that is shorter.
func shortPosn(folder, posn string) string {
	file, line, column := splitPosn(posn)
	if line == 0 {
		return posn
	}
	if rel, err := filepath.Rel(folder, file); err == nil && len(rel) < len(file) {
		file = rel
	}
	if column == 0 {
		return fmt.Sprintf("%s:%d", file, line)
	}
	return fmt.Sprintf("%s:%d:%d", file, line, column)
}

// printJSON prints findings in the shape of go vet -json, as one object:
// package → analyzer → diagnostics.
func printJSON(w io.Writer, findings []finding) error {
	units := make(map[string]map[string][]diagnostic)
	for _, f := range findings {
		if units[f.pkg] == nil {
			units[f.pkg] = make(map[string][]diagnostic)
		}
		units[f.pkg][f.analyzer] = append(units[f.pkg][f.analyzer], f.diagnostic)
	}
	data, err := json.MarshalIndent(units, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}
