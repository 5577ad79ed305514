// Package rule judges path states. Each rule has one file: what it says, why, wrong and right code, and its check.
//
// A rule knows no framework, and no framework knows a rule: all a rule sees are answers, and what was known on the way.
package rule

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/challenge"
	"github.com/authvet/authvet/analyzer/internal/path"
)

// Confidence says how much of a finding was seen. High: every step, and it means one thing. Medium: a step rests on a
// convention. Low: true by the letter, arguable in practice.
type Confidence uint8

const (
	Low Confidence = iota
	Medium
	High
)

func (c Confidence) String() string { return [...]string{"low", "medium", "high"}[c] }

// Rule is one thing that authvet reports.
type Rule struct {
	ID      string
	Summary string // one line: what is reported
	Brief   string // a few words: what is wrong with the answer, said where the path to it ends
	Why     string // a paragraph: whom it harms, and what the RFC says
	Mend    string // a paragraph: what to do about it, and what -fix does by itself
	Bad     string // a handler, in a file of its own, that is reported once
	Good    string // the same, as it should be
	More    string // further sections of its page, in Markdown: what users ask next
	check   func(*Package) []Finding
}

// The ids of the two rules of which one may silence the other: one answer gets one advice.
const (
	MissingChallenge          = "missing-challenge"
	UnauthorizedAuthenticated = "unauthorized-authenticated"
)

// All lists the rules in the order of the documentation. What says that a status is wrong comes before what is said of its
// challenge.
func All() []Rule {
	return []Rule{forbiddenUnauthenticated, unauthorizedAuthenticated, missingChallenge, malformedChallenge, challengeOnForbidden, errorAsOK, denialFallsThrough, lateStatus}
}

// Package is what the rules judge.
type Package struct {
	Walks   []*path.Walk
	Entries map[*path.Walk]path.Entry
	Scheme  func(*ssa.Function) string // see [path.Walker.Scheme]
	Streams func(*path.Walk) bool      // see [path.Walker.Streams]

	Central    []path.Central                          // what handlers of errors send of those from elsewhere
	Registered []path.Registered                       // handlers of other packages
	Pending    func(*types.Func) []path.PendingFinding // what is to be said of one of them
}

// Finding is one thing that a rule has to say.
type Finding struct {
	Rule       string
	At         token.Pos // the call that decides (its left parenthesis), or the value
	Message    string    // without the rule's id and the confidence
	Confidence Confidence
	Related    []Related
	Trace      []path.Branch // the conditions on the way, the first one first
	Fix        Fix

	Pending []*types.Func // the handlers that it is about, where it is for the packages that register them to say so

	helperSite token.Pos // where the status stands in the helper that gives the answer
	deferred   bool      // late-status: by a deferred call
	wentPast   bool      // late-status: an error was sent before, and the path went on
}

// Related is the other end of the story.
type Related struct {
	At      token.Pos
	Message string
}

// Fix is a mend that is certain.
type Fix struct {
	Kind  FixKind
	Value string           // SetChallenge, ChangeStatus: the challenge to set, if any; RenameHeader: the name; EditValue: the value as it was read
	Edits []challenge.Edit // EditValue: on that value
	From  int              // ChangeStatus: the status that stands there
	To    int              // ChangeStatus: the status that should
}

// FixKind says what a fix does to the code.
type FixKind uint8

const (
	NoFix          FixKind = iota
	SetChallenge           // set the challenge Value before the call
	EditValue              // edit the header's value
	RenameHeader           // name the header Value
	InsertReturn           // return after the call
	InsertAbort            // abort the chain of handlers after the call
	AbortAndReturn         // both
	ChangeStatus           // send another status, with the challenge Value if there is one
)

// Check runs the rule over a package.
func (r Rule) Check(p *Package) []Finding {
	findings := r.check(p)
	for i := range findings {
		findings[i].Rule = r.ID
	}
	return findings
}

// IDs lists the ids of all rules.
func IDs() []string {
	var ids []string
	for _, r := range All() {
		ids = append(ids, r.ID)
	}
	return ids
}
