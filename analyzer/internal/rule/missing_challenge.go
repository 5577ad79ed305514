package rule

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/path"
)

var missingChallenge = Rule{
	ID:      MissingChallenge,
	Summary: "a 401 can be sent with no WWW-Authenticate header (a 407 with no Proxy-Authenticate)",
	Brief:   "leaves with no challenge",
	Why: `A 401 says "authenticate, and this is how": RFC 9110 section 15.5.2 requires a WWW-Authenticate header with at least
one challenge. Without it clients cannot tell which scheme to use; libraries that would answer a challenge by
themselves fail with a bare "unauthorized".`,
	Mend: `Set the header before the status is sent, with the scheme that the server does take: "Basic realm=...",
"Bearer realm=...". authvet -fix does it where the code reads Basic credentials or strips a "Bearer " prefix, so that the
scheme is certain. Where a cookie or a form is all there is, no scheme is right by itself: what such a server can send is
told on the rule's page.`,
	Bad: `package p

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	if _, _, ok := r.BasicAuth(); !ok {
		http.Error(w, "who are you?", http.StatusUnauthorized)
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
	More: `## What should a cookie or JSON login send?

A 401 needs a challenge, and no scheme is [registered](https://www.iana.org/assignments/http-authschemes) for cookies, login
forms or API keys. So there is no one right header, and authvet offers no fix there. What can be done:

- The same routes also take a token or a password in ` + "`Authorization`" + `: name that scheme. Browsers show nothing for
  ` + "`Bearer realm=\"shop\"`" + `.
- A person asked for a page: redirect to the login page (303) instead of answering 401.
- Nothing but the cookie counts: a scheme name of your own, such as ` + "`Session realm=\"shop\"`" + `, keeps to the grammar.
  Clients that do not know it ignore it. authvet mentions it only with ` + "`-confidence low`" + `, as it is not registered.
- Only your own front end calls, and it reads the status alone: leave the header out, knowingly, and say so in the code, or
  switch the rule off (see below).

Two things not to do:

- ` + "`Basic`" + ` makes browsers pop up their own password dialog, for the requests of scripts too (besides it, only Digest,
  Negotiate and NTLM can).
- ` + "`Bearer`" + `, where no token is taken, sends clients looking for one.
`,
	check: checkMissingChallenge,
}

// wanted tells which challenge header a status wants.
func wanted(status int) (header int, ok bool) {
	switch status {
	case 401:
		return path.WWW, true
	case 407:
		return path.Proxy, true
	}
	return 0, false
}

var names = [2]string{"WWW-Authenticate", "Proxy-Authenticate"}

func checkMissingChallenge(p *Package) []Finding {
	var findings []Finding
	for _, w := range p.Walks {
		for i := range w.Answers {
			a := &w.Answers[i]
			code, _ := a.Status.Int()
			header, ok := wanted(code)
			if !ok || a.Status.At.Told || a.Prior.Sure >= path.Failed || !bare(a, header, p.Entries[w]) {
				continue
			}
			if named := misspelt(a); len(named) > 0 && named[0].Confidence > Low {
				continue // one answer, one advice: the name is what is wrong
			}
			if a.Inner != nil && !atCall(p, w, a, header) || a.Inner == nil && !here(p, w, a, header) || !w.Sent(i, p.Entries) {
				continue
			}
			f := bareAnswer(a, code, header)
			tooLate(&f, w, a, header)
			if header == path.WWW && (f.At == a.Instr.Pos() || w.Stores(f.At)) && f.Fix.Kind == NoFix && onlyStatus(w, a) {
				f.Fix = certain(p.Scheme(w.Func.Function))
			}
			findings = append(findings, f)
		}
		for i := range w.Adapted {
			a := &w.Adapted[i]
			code, _ := a.Status.Int()
			header, ok := wanted(code)
			if ok && !a.Status.At.Told && a.Prior.Sure < path.Failed && a.Status.At.Far == "" && bare(a, header, p.Entries[w]) {
				findings = append(findings, bareAnswer(a, code, header))
			}
		}
	}
	for _, c := range p.Central {
		header, _ := wanted(c.Status)
		findings = append(findings, bareElsewhere(c, names[header]))
	}
	return findings
}

// maxMakers is how many makers of errors a message names.
const maxMakers = 3

// bareElsewhere is an answer that a handler of errors gives to those that are made elsewhere.
func bareElsewhere(c path.Central, header string) Finding {
	makers := strings.Join(c.Makers[:min(len(c.Makers), maxMakers)], ", ")
	if len(c.Makers) > maxMakers {
		makers += " and others"
	}
	return Finding{At: c.At, Confidence: Medium, Message: fmt.Sprintf("%s sends the %d of errors made elsewhere (%s) with no %s header: the client cannot know how to authenticate",
		c.By, c.Status, makers, header)}
}

// onlyStatus reports whether the call answers with no other status: a challenge set before it would go with that, too.
func onlyStatus(w *path.Walk, a *path.Answer) bool {
	for i := range w.Answers {
		if b := &w.Answers[i]; b.Instr == a.Instr && b.Status.Text != a.Status.Text {
			return false
		}
	}
	return true
}

// bare reports whether the answer can go out without the header.
func bare(a *path.Answer, header int, entry path.Entry) bool {
	switch a.Marks[header].Kind {
	case path.Unset:
		return !a.Opaque && entry.Fresh
	case path.Inherited:
		return !a.Opaque && entry.Bare[header]
	}
	return false
}

// here reports whether an answer that the function gives by itself is to be mended in it: not if some callers have made it
// right or may do so with what they pass, and not if it is an exported helper whose every caller is told.
func here(p *Package, w *path.Walk, a *path.Answer, header int) bool {
	if a.Symbolic.Set {
		return false
	}
	if w.Summary.Always && w.Func.Object() != nil && w.Func.Object().Exported() && !p.Entries[w].Taken && w.Func.Name() != "ServeHTTP" {
		return false
	}
	return a.Marks[header].Kind == path.Unset || p.Entries[w].OnlyBare(header)
}

// atCall reports whether an answer that a callee gives by itself is to be mended at this call.
func atCall(p *Package, w *path.Walk, a *path.Answer, header int) bool {
	if a.Symbolic.Set || a.Inner.Asks {
		return !a.Symbolic.Set
	}
	if !a.Inner.Direct && !inside(a.Inner.Func(), w.Func.Function) && !throughOwn(p, w, a, header) {
		return false
	}
	if w.Func.Parent() != nil && a.Marks[header].Kind == path.Inherited && !p.Entries[w].OnlyBare(header) {
		return false // a closure in a closure: those around both may have set it where this is reached
	}
	if a.Inner.Always {
		return true
	}
	if m := a.Marks[header]; m.Kind == path.Unset && m.At == a.Instr.Pos() {
		return false // it is the callee that takes the challenge away
	}
	for _, callee := range p.Walks {
		if callee.Func.Function == a.Inner.Func() && a.Inner.Func() != nil {
			if e := p.Entries[callee]; e.Right[header] && e.Bare[header] {
				return true
			}
		}
	}
	return false
}

// throughOwn reports whether it is a closure of the function that has called who answers, sometimes with the challenge set and sometimes not:
// what has been set before, who is around it knows.
func throughOwn(p *Package, w *path.Walk, a *path.Answer, header int) bool {
	call, ok := a.Instr.(ssa.CallInstruction)
	if !ok || call.Common().StaticCallee() == nil || !inside(call.Common().StaticCallee(), w.Func.Function) {
		return false
	}
	return !slices.ContainsFunc(p.Walks, func(closure *path.Walk) bool {
		return closure.Func.Function == call.Common().StaticCallee() && p.Entries[closure].OnlyBare(header)
	})
}

// inside reports whether a function is a closure in another one, however deep.
func inside(fn, around *ssa.Function) bool {
	for fn != nil && fn != around {
		fn = fn.Parent()
	}
	return fn != nil
}

func bareAnswer(a *path.Answer, code, header int) Finding {
	f := Finding{At: a.Position(), Confidence: High, Trace: a.Trace(),
		Message: fmt.Sprintf("%d is sent with no %s header on some path: the client cannot know how to authenticate", code, names[header])}
	if a.Default {
		f.Confidence = Medium // the program may have a handler of its own in the place of the framework's
	}
	switch {
	case f.At != a.Pos() || a.By != "":
		f.Message = fmt.Sprintf("this %d is sent with no %s header: the client cannot know how to authenticate", code, names[header])
		if a.By != "" {
			f.Message = fmt.Sprintf("%s sends this %d with no %s header: the client cannot know how to authenticate", a.By, code, names[header])
		}
		f.Related = append(f.Related, way(a, f.At)...)
	case a.Inner != nil:
		f.Message = fmt.Sprintf("%s answers %d, and no %s header was set before this call", a.Inner.By, code, names[header])
		if a.Inner.Site.Pos.IsValid() {
			f.Related = append(f.Related, Related{a.Inner.Site.Pos, fmt.Sprintf("the %d stands here", code)})
		}
	}
	if m := a.Marks[header]; m.Kind == path.Unset && m.At.IsValid() {
		f.Related = append(f.Related, Related{m.At, names[header] + " is removed or emptied here"})
	}
	return f
}

// tooLate says so where the challenge is set, but only after the answer has left.
func tooLate(f *Finding, w *path.Walk, a *path.Answer, header int) {
	for i := range w.Headers {
		if h := &w.Headers[i]; h.Name == path.Headers[header] && h.After == a.Instr.Pos() {
			f.Message = fmt.Sprintf("the %s header is set too late: this call has sent the status and the headers before", names[header])
			f.Related = append(f.Related, Related{h.Instr.Pos(), "it is set here"})
			f.Fix = Fix{}
			return
		}
	}
}

// certain is the challenge to set where the scheme is known. A session or an API key has none that is registered, and
// inventing Bearer for it is a mistake of its own.
func certain(scheme string) Fix {
	switch scheme {
	case "Basic":
		return Fix{Kind: SetChallenge, Value: `Basic realm="Restricted", charset="UTF-8"`}
	case "Bearer":
		return Fix{Kind: SetChallenge, Value: `Bearer realm="Restricted"`}
	}
	return Fix{}
}
