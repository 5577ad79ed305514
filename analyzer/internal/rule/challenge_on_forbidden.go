package rule

import (
	"strings"

	"github.com/authvet/authvet/analyzer/internal/path"
)

var challengeOnForbidden = Rule{
	ID:      "challenge-on-forbidden",
	Summary: "a 403 with a WWW-Authenticate challenge, which asks somebody who may not to authenticate again",
	Brief:   "403 with a challenge",
	Why: `A challenge says how to authenticate. With a 403 it contradicts the status: the server knows who it is and still says no
(RFC 9110 section 15.5.4). The exception is a Bearer or DPoP challenge with error="insufficient_scope", which tells the
client which scope to ask for (RFC 6750 section 3.1).`,
	Mend: `Leave the header out of the 403, or remove it with Header().Del if it was set for both answers. If the client is not known
at all, it is the status that is wrong: answer 401. If a token lacks a scope, say so: Bearer error="insufficient_scope",
scope="...".`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != "jane" || password != "secret" {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
	http.Error(w, "not for you", http.StatusForbidden)
}
`,
	Good: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != "jane" || password != "secret" {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	http.Error(w, "not for you", http.StatusForbidden)
}
`,
	check: checkChallengeOnForbidden,
}

func checkChallengeOnForbidden(p *Package) []Finding {
	var findings []Finding
	for _, d := range denials(p, 403) {
		m := d.Marks[path.WWW]
		if m.Kind != path.Set || !m.At.IsValid() {
			continue
		}
		if m.Says == "" || asksForScope(m.Says) {
			continue
		}
		if _, who := d.Why.Who(); who && !d.Knows.Known {
			continue // the challenge is right, and the status is wrong: that is said by another rule
		}
		f := Finding{At: d.Position(), Confidence: Medium, Trace: d.Trace(),
			Message: "403 with a challenge: it tells somebody who may not have this to authenticate again; leave the WWW-Authenticate header out",
			Related: []Related{{m.At, "it is set here"}}}
		if !d.OwnMark {
			f.Confidence = Low
		}
		findings = append(findings, f)
	}
	return findings
}

// asksForScope reports whether a challenge asks for a wider scope, which is what a 403 may carry, or may do so: where an error is
// named that cannot be read.
func asksForScope(challenge string) bool {
	return strings.Contains(challenge, "insufficient_") || strings.Contains(challenge, "error")
}
