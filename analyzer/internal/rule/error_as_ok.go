package rule

import (
	"fmt"

	"github.com/authvet/authvet/analyzer/internal/path"
)

var errorAsOK = Rule{
	ID:      "error-as-ok",
	Summary: "the body says that something failed, and the status says 200",
	Brief:   "a failure leaves with 200",
	Why: `Clients, caches, proxies and monitoring look at the status, not at the body: an error that is sent with 200 is cached,
retried by nobody, counted as a success, and parsed as the answer (RFC 9110 section 15.3.1). Where it is about who the
caller is, no client logs in again.`,
	Mend: `Send the status before the body: http.Error, or WriteHeader and then the body. For somebody who is not authenticated that
is a 401 with a challenge, for a missing permission a 403. An API that promises 200 for everything, such as GraphQL or
JSON-RPC, is meant to be so: silence the finding there.`,
	Bad: `package p

import (
	"encoding/json"
	"net/http"
)

func handler(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		json.NewEncoder(w).Encode(map[string]string{"error": "unauthorized"})
		return
	}
	w.Write([]byte("hello"))
}
`,
	Good: `package p

import (
	"encoding/json"
	"net/http"
)

func handler(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		w.WriteHeader(http.StatusUnauthorized)
		json.NewEncoder(w).Encode(map[string]string{"error": "unauthorized"})
		return
	}
	w.Write([]byte("hello"))
}
`,
	check: checkErrorAsOK,
}

func checkErrorAsOK(p *Package) []Finding {
	var findings []Finding
	for _, w := range p.Walks {
		if !p.Entries[w].Fresh {
			continue // another answer has left before
		}
		for i := range w.Bodies {
			b := &w.Bodies[i]
			if b.Always && !b.Said.FromErr && !b.Said.Given || named(p, w) || p.Streams(w) || !w.MetBody(i, p.Entries) {
				continue // a text that is always the same is data, some callers name the status, and some protocols fix it
			}
			f := Finding{At: b.Instr.Pos(), Confidence: Medium, Trace: b.Trace(),
				Message: "this body says that something failed, but the status is 200: name the status before it"}
			_, who := b.Why.Who()
			switch {
			case b.Said.Envelope, b.Said.Page:
				f.Confidence = Low // a page may be a form, shown again
			case who, b.Why.May(), b.Said.Auth:
				f.Confidence = High
				f.Message = "the client is refused with status 200: clients and proxies take it for a success; answer 401 with a challenge, or 403"
			}
			if b.Why != nil && b.Why.At.Pos.IsValid() {
				f.Related = append(f.Related, Related{b.Why.At.Pos, "this decides"})
			}
			findings = append(findings, f)
		}
		findings = append(findings, dropped(w)...)
	}
	return findings
}

// dropped judges the errors that a handler makes and gives to nobody: it was meant to answer, and sends an empty 200.
func dropped(w *path.Walk) []Finding {
	if !path.IsHandler(w.Func.Signature) {
		return nil // its caller may answer
	}
	var findings []Finding
	for i := range w.Dropped {
		d := &w.Dropped[i]
		findings = append(findings, Finding{At: d.Call.Pos(), Confidence: Medium, Trace: d.Trace(),
			Message: fmt.Sprintf("this %d is made and then given to nobody: the client gets an empty 200; send it", d.Status)})
	}
	return findings
}

// named reports whether some callers of a function name a status before they call it, or where it waits after that: then it is for the callers to do so.
func named(p *Package, w *path.Walk) bool {
	for _, caller := range p.Walks {
		if caller.Named(w.Func.Function) {
			return true
		}
		for _, h := range caller.Handed {
			if h.Function() == w.Func.Function && (h.Prior.Sure == path.Certain || h.Prior.Sure == path.Stored) && h.Prior.Explicit {
				return true
			}
		}
	}
	return false
}
