package rule

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/api"
	"github.com/authvet/authvet/analyzer/internal/path"
)

const forbiddenID = "forbidden-unauthenticated"

var forbiddenUnauthenticated = Rule{
	ID:      forbiddenID,
	Summary: "a 403 for somebody of whom nobody knows who it is: credentials are missing or wrong, or were not checked",
	Brief:   "403, and nobody knows who it is",
	Why: `A 403 says "I know who you are, and you still can't have this": RFC 9110 section 15.5.4. A client that has sent no
credentials, or wrong ones, has to hear 401 with a challenge (section 15.5.2); told 403 it does not log in again, does not
refresh its token, and shows "no permission" to somebody who only has to sign in.`,
	Mend: `Answer 401 with a challenge where nobody is known, and 403 only after it. A condition that asks both, such as
u == nil || !u.admin, becomes two, each with its own answer. authvet -fix changes the status where the status is a
constant at the call and the challenge is certain.`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		http.Error(w, "who are you?", http.StatusForbidden)
		return
	}
	w.Write([]byte("hello"))
}
`,
	Good: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.Header().Set("WWW-Authenticate", ` + "`Basic realm=\"Restricted\", charset=\"UTF-8\"`" + `)
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("hello"))
}
`,
	check: checkForbiddenUnauthenticated,
}

func checkForbiddenUnauthenticated(p *Package) []Finding {
	findings := slices.Concat(unchecked(p), refusing(p), pending(p))
	byHelper := make(map[*ssa.Function][]Finding)
	all, asked := denials(p, 403), denials(p, 401)
	known := func(d denial) bool { return d.Knows.Known || p.behind(d.walk) }
	for _, d := range all {
		missing, ok := d.Why.Who()
		if first, sent := d.Prior.Denied(); known(d) || sent && first == 403 && d.Prior.Sure == path.Certain {
			continue // it has been said before
		}
		if !ok {
			findings = append(findings, claimed(p, d, asked)...)
			continue
		}
		f := d.at(High, fmt.Sprintf("403 for a caller who is not authenticated (missing, wrong or unknown: %s%s): answer 401 with a challenge",
			who(missing.What), where(d.Why)))
		if half(all, d) {
			f.Message += "; only the other half of the condition, somebody who may not, is a 403"
		}
		switch {
		case d.Why.May() || merged(all, d, known):
			f.Confidence = Low
			f.Message = "403 for two outcomes in one: nobody is authenticated, or somebody who may not: answer 401 to the first"
		case !p.registered(d.walk) && !missing.Has(api.Credential) && mixed(all, d):
			f.Confidence = Low // that nobody is there is one of several failures, and a middleware may have excluded it
		case !p.registered(d.walk) && missing.Has(api.Carried) && !missing.Has(api.Credential) && len(p.handlers(d)) > 0:
			f.Confidence, f.Pending = Low, p.handlers(d) // who registers it knows whether a middleware has put anybody there
		case !p.registered(d.walk):
			f.Confidence = Medium
		}
		if set := d.Marks[path.WWW].Kind == path.Set; !half(all, d) {
			if ask := certain(p.Scheme(d.walk.Func.Function)); set {
				f.Fix = d.mend(f, 403, 401, "")
			} else if ask.Value != "" {
				f.Fix = d.mend(f, 403, 401, ask.Value)
			}
		}
		if helper := d.helper(); helper != nil {
			f.helperSite = d.Inner.Site.Pos
			byHelper[helper] = append(byHelper[helper], f)
		}
		findings = append(findings, f)
	}
	return foldHelpers(p, findings, byHelper)
}

// claimed judges a 403 that nothing decides but what the client itself says: nobody has asked for credentials on the way there.
func claimed(p *Package, d denial, asked []denial) []Finding {
	what, ok := d.Why.ClaimOnly()
	if !ok || d.Knows.Consulted || d.pastAny(asked) {
		return nil
	}
	f := d.at(Medium, fmt.Sprintf("403 is decided by what the client says of itself (%s), and no credentials were checked: anybody may claim that; authenticate, and answer 401 where that fails",
		what.What))
	switch {
	case !aboutSomebody(what.What):
		f = d.at(Low, "403 is decided by what the request asks for, and no credentials were checked: if nobody may have this, 404 or 400 says so")
	case !p.registered(d.walk):
		f.Confidence, f.Pending = Low, d.handler()
	}
	return []Finding{f}
}

// refusing judges the 403 of a function that a library calls where credentials were missing or wrong, unless one particular error, which
// may be about a permission, was picked out for it.
func refusing(p *Package) []Finding {
	var findings []Finding
	for _, d := range denials(p, 403) {
		_, who := d.Why.Who()
		if !p.Entries[d.walk].Refusing || d.Knows.Known || who || d.Why.May() || d.Why != nil && d.Why.Picked {
			continue
		}
		f := Finding{At: d.chosen(), Confidence: High, Trace: d.Trace(),
			Message: "403 for a caller who is not authenticated (this is called where the credentials were missing or wrong): answer 401 with a challenge"}
		if d.Why != nil || d.Default {
			f.Confidence = Medium
		}
		findings = append(findings, f)
	}
	return findings
}

// unchecked judges the 403 that a handler always gives, with nothing and nobody asked, where all that leads to the handler is seen.
func unchecked(p *Package) []Finding {
	var findings []Finding
	for _, d := range denials(p, 403) {
		e := p.Entries[d.walk]
		if d.Why != nil || d.Knows.Known || d.Knows.Consulted || e.Refusing || d.Prior.Sure != path.No || len(d.Trace()) > 0 || p.decidedInside(d.Inner) {
			continue
		}
		f := Finding{At: d.chosen(), Confidence: Medium,
			Message: "403 for everybody, and no credentials were checked: who has not said who he is hears 401; what nobody may have is a 404"}
		if !e.Plain {
			if f.Confidence, f.Pending = Low, d.handler(); len(f.Pending) == 0 || e.Known || !e.Hidden {
				continue
			}
		}
		findings = append(findings, f)
	}
	return findings
}

// decidedInside reports whether a callee that gives an answer by itself has asked something before, whatever that was.
func (p *Package) decidedInside(inner *path.Inner) bool {
	if inner == nil || inner.Func() == nil {
		return false
	}
	return slices.ContainsFunc(p.Walks, func(w *path.Walk) bool {
		return w.Func.Function == inner.Func() && slices.ContainsFunc(w.Answers, func(a path.Answer) bool {
			return a.Instr.Pos() == inner.Site.Pos && len(a.Trace()) > 0
		})
	})
}

// claimWords name what a client may claim to be, or to have: a page number is none of that.
var claimWords = []string{"user", "uid", "role", "owner", "admin", "account", "tenant", "member", "group"}

func aboutSomebody(what string) bool {
	lower := strings.ToLower(what)
	return slices.ContainsFunc(claimWords, func(word string) bool { return strings.Contains(lower, word) })
}

// pastAny reports whether one of the 401s is for those who did not pass a condition on the way to the denial: the handler takes what
// it asks there for who somebody is, as behind a gateway that sets a header.
func (d denial) pastAny(asked []denial) bool {
	way := d.Trace()
	return slices.ContainsFunc(asked, func(e denial) bool {
		if e.walk != d.walk {
			return false
		}
		turned := e.Trace()
		if len(turned) == 0 {
			return false
		}
		last := turned[len(turned)-1]
		return slices.Contains(way, path.Branch{At: last.At, Holds: !last.Holds})
	})
}

// helper is the unexported function of the package that always gives this answer, where it is called to give it.
func (d denial) helper() *ssa.Function {
	if d.Inner == nil || !d.Inner.Direct || !d.Inner.Site.Pos.IsValid() {
		return nil
	}
	fn := d.Inner.Func()
	if fn == nil || fn.Object() == nil || fn.Object().Exported() {
		return nil
	}
	return fn
}

// foldHelpers makes one finding, inside the helper, of those at its calls, where each of its calls has one.
func foldHelpers(p *Package, findings []Finding, byHelper map[*ssa.Function][]Finding) []Finding {
	calls := make(map[*ssa.Function]map[token.Pos]bool)
	for _, w := range p.Walks {
		for _, h := range w.Handed {
			if fn := h.Function(); byHelper[fn] != nil {
				if calls[fn] == nil {
					calls[fn] = make(map[token.Pos]bool)
				}
				calls[fn][h.Instr.Pos()] = true
			}
		}
	}
	inside := make(map[token.Pos]token.Pos) // from a call to the answer in the helper
	for fn, list := range byHelper {
		found := make(map[token.Pos]bool)
		for _, f := range list {
			found[f.At] = true
		}
		if len(found) == len(calls[fn]) && len(found) > 1 {
			for _, f := range list {
				inside[f.At] = f.helperSite
			}
		}
	}
	for i, f := range findings {
		if at, ok := inside[f.At]; ok {
			findings[i].At = at
			findings[i].Related = []Related{{f.At, "called for somebody who is not authenticated"}}
		}
	}
	return findings
}
