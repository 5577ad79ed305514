package rule

import (
	"fmt"
	"go/token"

	"github.com/authvet/authvet/analyzer/internal/path"
)

var denialFallsThrough = Rule{
	ID:      "denial-falls-through",
	Summary: "a handler denies the client and then goes on all the same: the next handler runs, or the answer is written",
	Brief:   "denied, and it goes on",
	Why: `An answer does not end a handler in Go: after http.Error the next statement runs. Where that calls the next handler, or
writes what only the admitted client should get, the status says no and the server does it anyway: an authentication
bypass that no client shows, because all see the 401, which says that the request has not been applied (RFC 9110 section
15.5.2).`,
	Mend: `Return after the denial. A helper that denies cannot return for its caller: have it return a bool, and the caller return
on it. authvet -fix inserts the return where the function has no results.`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	protect(http.HandlerFunc(secret)).ServeHTTP(w, r)
}

func protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
			http.Error(w, "who are you?", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func secret(w http.ResponseWriter, r *http.Request) { w.Write([]byte("the secret")) }
`,
	Good: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	protect(http.HandlerFunc(secret)).ServeHTTP(w, r)
}

func protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func secret(w http.ResponseWriter, r *http.Request) { w.Write([]byte("the secret")) }
`,
	check: checkDenialFallsThrough,
}

func checkDenialFallsThrough(p *Package) []Finding {
	var findings []Finding
	for _, w := range p.Walks {
		if !p.Entries[w].Fresh {
			continue // what denies here is never sent
		}
		for i := range w.Past {
			past := &w.Past[i]
			switch {
			case past.Works:
				findings = append(findings, changesAllTheSame(past))
			case !past.Chain:
				findings = append(findings, goesOn(past))
			case w.HandsOn() || p.Entries[w].Before:
				findings = append(findings, chainGoesOn(past))
			}
		}
		for i := range w.Answers {
			if a := &w.Answers[i]; shares(w, a) && w.MetFresh(i, p.Entries) {
				status, _ := a.Prior.Denied()
				findings = append(findings, Finding{At: a.Prior.At.Pos, Confidence: High, Trace: a.Trace(),
					Message: fmt.Sprintf("after this %d the handler goes on and answers like for an admitted client: return here", status),
					Related: []Related{{a.Pos(), "it answers here"}}, Fix: mend(InsertReturn, a.Prior.Whole)})
			}
		}
	}
	return findings
}

// goesOn is a denial after which the function does what the admitted get.
func goesOn(past *path.Past) Finding {
	what, there, say, fix := "the request goes on to the next handler all the same", "the next handler is called here", "return here", InsertReturn
	switch {
	case past.Shared:
		what, there = "the handler goes on and answers like for an admitted client", "it answers here"
	case past.Flows:
		say, fix = "call Abort and return here", AbortAndReturn
	}
	if past.Asked {
		say = "what has denied returns no error"
	}
	return Finding{At: past.Denial, Confidence: High, Trace: past.Trace(), Message: fmt.Sprintf("after this %d %s: %s", past.Status, what, say),
		Related: []Related{{past.Next.Pos(), there}}, Fix: mend(fix, past.Whole && !past.Asked)}
}

// changesAllTheSame is a denial after which the server does what was asked of it.
func changesAllTheSame(past *path.Past) Finding {
	return Finding{At: past.Denial, Confidence: Medium, Trace: past.Trace(), Fix: mend(InsertReturn, past.Whole),
		Message: fmt.Sprintf("after this %d the handler goes on and changes what the server keeps, as for an admitted client: return here", past.Status),
		Related: []Related{{past.Next.Pos(), "it is changed here"}}}
}

// chainGoesOn is a denial in a middleware that does not abort the chain.
func chainGoesOn(past *path.Past) Finding {
	return Finding{At: past.Denial, Confidence: High, Trace: past.Trace(), Fix: mend(InsertAbort, past.Whole),
		Message: fmt.Sprintf("this %d does not stop the chain: the next handler runs all the same: call Abort here", past.Status)}
}

// shares reports whether an answer after a denial is also given to clients that were not denied: the denial's body had been
// written before, so it is not that.
func shares(w *path.Walk, a *path.Answer) bool {
	if _, denied := a.Prior.Denied(); !denied || a.Prior.Among || !a.Prior.Body || a.Asked || a.Opaque || a.Prior.At.Pos == a.Instr.Pos() {
		return false
	}
	if code, _ := a.Status.Int(); code >= 400 && a.Inner != nil {
		return false // what is called gives another answer there
	}
	if w.Admits(a.Instr) && a.Prior.At.Pos != token.NoPos {
		return true // a status that waits is no answer yet
	}
	for i := range w.Answers {
		b := &w.Answers[i]
		if code, _ := b.Status.Int(); b.Instr == a.Instr && (b.Prior.Sure == path.No || b.Prior.Sure == path.Stored && !b.Prior.Body) && code < 400 && a.Prior.At.Pos != token.NoPos {
			return true
		}
	}
	return false
}

// mend is what to do after the denial, where all of it stands in that call.
func mend(kind FixKind, whole bool) Fix {
	if !whole {
		return Fix{}
	}
	return Fix{Kind: kind}
}
