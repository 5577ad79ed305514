package main

import (
	"fmt"
	"strings"

	"github.com/authvet/authvet/internal/generate/compare"
	"github.com/authvet/authvet/internal/generate/look"
)

// total is what a campaign has come to.
type total struct {
	handlers, requests, unknown, dead, after, disagreements, disagreeing int
	faults, findings                                                     map[string]int // by rule: handlers
	excused                                                              map[string]int // by reason: handlers
}

func newTotal() total {
	return total{faults: make(map[string]int), findings: make(map[string]int), excused: make(map[string]int)}
}

func (t *total) add(out *compare.Outcome) {
	t.unknown += len(out.Unknown)
	t.dead += out.Dead
	t.after += out.After
	for rule, n := range out.Faults {
		t.faults[rule] += n
	}
	for reason, n := range out.Excused {
		t.excused[reason] += n
	}
	for rule, n := range out.Findings {
		t.findings[rule] += n
	}
}

func (t *total) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d handlers, %d requests, %d unknown (%.2f %%), %d disagreements in %d handlers\n", t.handlers, t.requests, t.unknown,
		100*float64(t.unknown)/float64(max(t.handlers, 1)), t.disagreements, t.disagreeing)
	fmt.Fprintf(&b, "%d findings in helpers and closures, in code to which no request comes\n", t.dead)
	fmt.Fprintf(&b, "%d findings on what is only done after the next handler, where that might not have answered\n", t.after)
	for _, rule := range look.Rules {
		fmt.Fprintf(&b, "%-22s wrong on the wire: %6d handlers, reported: %6d\n", rule, t.faults[rule], t.findings[rule])
	}
	for _, reason := range compare.Reasons {
		fmt.Fprintf(&b, "not asked for: %6d handlers: %s\n", t.excused[reason], reason)
	}
	return b.String()
}
