package path

import (
	"go/token"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// MarkKind is what is known of a challenge header on the response.
type MarkKind uint8

const (
	Inherited MarkKind = iota // as the function found it
	Unset                     // deleted, or set to nothing
	Set
	Unseen // code that cannot be seen may have set it
	Waived // the operator's switch turned it off on this path
)

// Mark is the state of one challenge header.
type Mark struct {
	Kind MarkKind
	At   token.Pos // where it was set or deleted
	Says string    // Set: the constant text in the challenge, cut off after maxSaid bytes; "" where nothing can be read
}

const maxSaid = 160

// The two challenge headers, as indexes of State.Marks.
const (
	WWW   = 0 // WWW-Authenticate, wanted by 401
	Proxy = 1 // Proxy-Authenticate, wanted by 407
)

// Headers are the canonical names of the challenge headers, by index.
var Headers = [2]string{"Www-Authenticate", "Proxy-Authenticate"}

// Sure says how certain it is that the status and headers have left.
type Sure uint8

const (
	No      Sure = iota // not on this path, as far as the function knows
	Stored              // a framework has remembered a status, or a body: it leaves later
	Maybe               // code that cannot be seen, or a write that may have failed before its first byte
	Failed              // a write was tried and failed: it has left, but the client is probably gone
	Certain             // it has left
	Gone                // the connection was taken over: there is no HTTP answer any more
)

// Commit is what a path knows of the status that has left.
type Commit struct {
	Sure     Sure
	Explicit bool        // a status was named; else it is the 200 of the first byte
	Body     bool        // a body went with it
	Before   bool        // that body, or one that it will take the place of, was there before the status was named
	Whole    bool        // the call always answers so, and nothing was written after it
	Among    bool        // a callee has sent it that makes other statuses of other errors, and of this one nothing is known
	Headers  [2]MarkKind // not Explicit: what had been done to the challenge headers by then, for a caller who has named a status
	Status   Val
	At       Site
}

// open reports whether the answer can still become another.
func (c Commit) open() bool { return c.Sure == No || c.Sure == Stored }

// bodiless reports whether the next bytes will be the answer's body.
func (c Commit) bodiless() bool {
	return c.Sure == No || c.Sure == Stored && !c.Body || c.Sure == Certain && c.Explicit && !c.Body
}

// asOK reports whether the next bytes will be the body of a 200.
func (c Commit) asOK() bool {
	code, _ := c.Status.Int()
	return c.bodiless() && (!c.Explicit || code == 200)
}

// Symbolic is a header that was set under a name which only the caller knows, or a batch of headers that it has passed.
type Symbolic struct {
	Name  event.Place // or where the batch is
	Set   bool
	Batch bool
	At    token.Pos
}

// Odd is a header that looks like a challenge by its name and is none: a rule may know it for a misspelling.
type Odd struct {
	Name string
	At   token.Pos
}

// State is what is known at one point of one path.
type State struct {
	answered
	going
}

// answered is the part of a state that few instructions change: what has been done to the response.
type answered struct {
	Marks    [2]Mark
	Symbolic Symbolic
	Odd      Odd // a header whose name looks like a challenge's and is none
	First    Commit
	Pending  Val // the status that a framework has remembered on the request
}

// going is the part of a state that changes from block to block.
type going struct {
	Opaque   bool   // code that cannot be seen has had the response: what is inherited is unknown
	Asked    bool   // the writer was asked whether anything was written
	Aborted  bool   // the handlers after this one will not run
	Post     int32  // one more than the number of the unseen handler's call that has had the response; 0 for none
	Unsent   int32  // one more than the number of the body that waits; 0 for none
	Deferred string // the deferred calls waiting to be run, one rune each
	Knows    Knows
	Filled   *filled   // what was set to an error, of values that may be sent
	Decision *decision // the branches that have been taken, the last one first
	Env      *Env
}

// kept is a state as a walk keeps it: states with the same answers share them, as most of them have the same and there are many.
type kept struct {
	answered *answered
	going
}

func (s *kept) is(other *State) bool { return s.going == other.going && *s.answered == other.answered }

// keep finds answers to share with a state before this one, or at the same block.
func keep(s *State, from *node, beside []*node) *kept {
	if from != nil && from.state.answered.equals(s) {
		return &kept{from.state.answered, s.going}
	}
	for _, n := range beside {
		if n.state.answered.equals(s) {
			return &kept{n.state.answered, s.going}
		}
	}
	own := s.answered
	return &kept{&own, s.going}
}

func (a *answered) equals(s *State) bool { return *a == s.answered }
