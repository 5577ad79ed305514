// Package analyzer reports HTTP answers whose status lies about authentication.
//
// It follows every path through a handler and asks what has happened to the response by the time its status is sent.
// It speaks only of what it can show on a path whose every step it understands: a response given to code that it cannot
// see is unknown from there on, and no rule speaks of it.
package analyzer

const doc = `check that HTTP answers tell the truth about authentication

401 says: I don't know who you are, authenticate. 403 says: I know who you are, and you still can't have this.
authvet reports a 403 for somebody who is not authenticated, a 401 for somebody who is, a 401 that is sent without a
challenge, a challenge that no client can parse or that comes with a 403, an error that is sent with 200, a status that comes
too late, and a handler that goes on after a denial.`
