package rule

import (
	"strings"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/path"
)

var unauthorizedAuthenticated = Rule{
	ID:      UnauthorizedAuthenticated,
	Summary: "a 401 for somebody who is known, and only lacks a permission",
	Brief:   "401 for somebody who is known",
	Why: `A 401 says "I don't know who you are, authenticate": RFC 9110 section 15.5.2. Somebody who has just been recognised
and lacks a permission cannot mend that by authenticating again: browsers ask for the password once more, and clients
throw a good token away and fetch the next one, in a loop. That is what 403 is for (section 15.5.4).`,
	Mend: `Answer 403 where the caller is known and lacks a permission, and keep 401 for the one who is not known. authvet -fix
changes the status where it is a constant at the call and the finding is certain.`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	u := userOf(r)
	if u == nil {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if !u.admin {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "for administrators", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}

type user struct{ admin bool }

func userOf(r *http.Request) *user {
	name, password, ok := r.BasicAuth()
	if !ok || passwords[name] == "" || passwords[name] != password {
		return nil
	}
	return &user{}
}

var passwords = map[string]string{"jane": "secret"}
`,
	Good: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	u := userOf(r)
	if u == nil {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if !u.admin {
		http.Error(w, "for administrators", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}

type user struct{ admin bool }

func userOf(r *http.Request) *user {
	name, password, ok := r.BasicAuth()
	if !ok || passwords[name] == "" || passwords[name] != password {
		return nil
	}
	return &user{}
}

var passwords = map[string]string{"jane": "secret"}
`,
	check: checkUnauthorizedAuthenticated,
}

const otherHalf = "; only the other half of the condition, nobody at all, is a 401"

func checkUnauthorizedAuthenticated(p *Package) []Finding {
	var findings []Finding
	all := denials(p, 401)
	known := func(d denial) bool { return d.Knows.Known || p.behind(d.walk) }
	for _, d := range all {
		_, missing := d.Why.Who()
		proof, elsewhere := d.Why.Elsewhere()
		switch {
		case d.Why == nil || d.Prior.Sure >= path.Failed || stepsUp(d):
		case d.Why.May() && missing && !known(d), d.Why.May() && !missing && merged(all, d, known):
			findings = append(findings, d.at(Low,
				"401 for two outcomes in one: nobody is authenticated, or somebody who may not: answer 403 to the second"))
		case d.Why.May() && missing && d.Why.Permits && !d.Why.Absent.Has(api.Credential):
			// Somebody has been found before, so it is something of his that is missing: a claim in his token.
			f := d.at(Medium, "401 for somebody who is known here, and lacks the permission or a claim"+where(d.Why)+
				": authenticating again does not help, answer 403")
			if half(all, d) {
				f.Message += otherHalf
			}
			findings = append(findings, f)
		case d.Why.May() && !missing && known(d) && !d.Why.Permission():
			findings = append(findings, d.at(Low, "401 for somebody who is known here"+where(d.Why)+
				": if it is a permission that is missing, answer 403"))
		case d.Why.May() && !missing && known(d):
			f := d.at(High, "401 for somebody who is known here and only lacks the permission"+where(d.Why)+
				": authenticating again does not help, answer 403")
			if half(all, d) {
				f.Message += otherHalf
			} else if d.Marks[path.WWW].Kind != path.Set {
				f.Fix = d.mend(f, 401, 403, "")
			}
			findings = append(findings, f)
		case known(d) && elsewhere:
			// A proof is about the request. The connection and the server often decide nothing but how the same credential
			// was judged: on a path with another prefix, for a server set up in another way.
			sure := Low
			if proof {
				sure = Medium
			}
			findings = append(findings, d.at(sure, "401 for somebody who is known here: what decides is not who it is"+where(d.Why)+
				", so authenticating again does not help; answer 403"))
		}
	}
	return findings
}

// stepsUp reports whether the challenge asks somebody who is known for more: to authenticate again, or better (RFC 9470), or
// with a nonce (RFC 9449).
func stepsUp(d denial) bool {
	challenge := d.Marks[path.WWW].Says
	return strings.Contains(challenge, "insufficient_user_authentication") || strings.Contains(challenge, "use_dpop_nonce")
}
