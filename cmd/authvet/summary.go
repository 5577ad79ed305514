package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// printSummary tells somebody at a terminal how many findings there are of each rule, the most frequent first, and what to do next.
func printSummary(w io.Writer, findings []finding) {
	count := make(map[string]int)
	total, fixable := 0, 0
	for _, f := range findings {
		if !isFinding(f) {
			continue
		}
		count[f.Category]++
		total++
		if len(f.SuggestedFixes) > 0 {
			fixable++
		}
	}
	if total == 0 {
		fmt.Fprintln(w, "authvet: nothing found")
		return
	}
	var rules []string
	for rule := range count {
		rules = append(rules, rule)
	}
	slices.SortFunc(rules, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	fmt.Fprintln(w)
	for _, rule := range rules {
		fmt.Fprintf(w, "%6d  %s\n", count[rule], rule)
	}
	fmt.Fprintf(w, "%6d  in all", total)
	if fixable > 0 {
		fmt.Fprintf(w, ", %d that authvet -fix mends", fixable)
	}
	fmt.Fprintln(w, "; authvet explain <rule> tells more")
}
