package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// diagnostic is one finding in go vet's JSON.
type diagnostic struct {
	Category       string          `json:"category,omitempty"`
	Posn           string          `json:"posn"` // file:line:column
	End            string          `json:"end"`
	Message        string          `json:"message"`
	SuggestedFixes json.RawMessage `json:"suggested_fixes,omitempty"`
	Related        []related       `json:"related,omitempty"`
}

// related is a further position that explains a diagnostic.
type related struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// finding is a diagnostic with where it comes from.
type finding struct {
	pkg      string // import path, as go vet's JSON has it
	analyzer string
	diagnostic
	fingerprint string // see sign
}

// readFindings reads the JSON of go vet or singlechecker, one object or several,
// and returns the findings of the packages asked for, sorted, each once. An
// analyzer's own failure in one of them is an error; the findings are good even
// then.
func readFindings(data []byte, want *asked) ([]finding, error) {
	var findings []finding
	var failed []error
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var units map[string]map[string]json.RawMessage // ID → analyzer → diagnostics or error
		if err := dec.Decode(&units); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("reading the findings: %w", err)
		}
		for id, results := range units {
			if id = reportID(id, nil); !want.ids[id] {
				continue
			}
			pkg, _, _ := strings.Cut(id, " [")
			for name, result := range results {
				diagnostics, err := readResult(result)
				if err != nil {
					failed = append(failed, fmt.Errorf("%s: %w", pkg, err))
				}
				for _, d := range diagnostics {
					findings = append(findings, finding{pkg: pkg, analyzer: name, diagnostic: d})
				}
			}
		}
	}
	slices.SortFunc(findings, compareFindings)
	return slices.CompactFunc(findings, sameFinding), errors.Join(failed...)
}

// readResult reads what one analyzer says about one package.
func readResult(data json.RawMessage) ([]diagnostic, error) {
	var diagnostics []diagnostic
	if json.Unmarshal(data, &diagnostics) == nil {
		return diagnostics, nil
	}
	var failure struct {
		Err string `json:"error"`
	}
	if err := json.Unmarshal(data, &failure); err != nil {
		return nil, err
	}
	return nil, errors.New(failure.Err)
}

// compareFindings orders findings by position, and then by all that can tell
// two apart.
func compareFindings(a, b finding) int {
	aFile, aLine, aCol := splitPosn(a.Posn)
	bFile, bLine, bCol := splitPosn(b.Posn)
	return cmp.Or(
		cmp.Compare(aFile, bFile), cmp.Compare(aLine, bLine), cmp.Compare(aCol, bCol),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.pkg, b.pkg),
		cmp.Compare(fmt.Sprint(a.diagnostic), fmt.Sprint(b.diagnostic)),
	)
}

// sameFinding reports whether two findings say the same. A package recompiled for
// the tests of another is reported once more, perhaps along another path.
func sameFinding(a, b finding) bool {
	return a.Posn == b.Posn && a.Message == b.Message && a.pkg == b.pkg
}

// splitPosn takes file:line:column apart, from the right, since C:\ has a colon
// too. Behind a //line directive without a column there is none, and it is 0. Of
// anything else it makes a file.
func splitPosn(posn string) (file string, line, column int) {
	file, last, ok := cutNumber(posn)
	if !ok {
		return posn, 0, 0
	}
	if before, line, ok := cutNumber(file); ok {
		return before, line, last
	}
	return file, last, 0
}

// cutNumber cuts the number behind the last colon off.
func cutNumber(text string) (before string, number int, ok bool) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return text, 0, false
	}
	number, err := strconv.Atoi(text[i+1:])
	if err != nil {
		return text, 0, false
	}
	return text[:i], number, true
}
