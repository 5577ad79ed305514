package main

// bug is a mistake to be planted: a text of one file that is replaced by another.
type bug struct {
	name, file, old, new string
}

const (
	paths = "analyzer/internal/path/"
	rules = "analyzer/internal/rule/"
)

// bugs are mistakes of the kind that are made: something dropped, forgotten, confused or merged.
var bugs = []bug{
	{"a Del that is dropped", paths + "header.go",
		"		if i := slices.Index(Headers[:], name); i >= 0 {\n			s.Marks[i] = Mark{Kind: Unset, At: instr.Pos()}\n		}", "		_ = name"},
	{"an empty challenge that counts", paths + "header.go", `v.Kind == Const && v.Text == "s"`, `v.Kind == Const && v.Text == "s-"`},
	{"header names that are compared as they are spelt", "analyzer/internal/event/event.go",
		"return api.Canonical(constant.StringVal(c.Value)), true", "return constant.StringVal(c.Value), true"},
	{"states that are merged whatever the headers are", paths + "state.go",
		"return s.going == other.going && *s.answered == other.answered", "return s.going == other.going && s.answered.First == other.First"},
	{"ways out of which the first is taken for all", paths + "summary.go", "	for _, x := range exits {\n		for i := range kept", "	for _, x := range exits[:min(1, len(exits))] {\n		for i := range kept"},
	{"a defer that is forgotten", paths + "walk.go", `if s.Deferred != "" {`, `if s.Deferred == "never" {`},
	{"a wrong constant", rules + "missing_challenge.go", "	case 401:\n", "	case 403:\n"},
	{"a body that commits nothing", paths + "apply.go", "		return k.write(s, instr, e)\n	case event.SetHeader:", "	case event.SetHeader:"},
	{"conditions that no caller is told", paths + "leave.go", "	if !k.guards {\n		return nil", "	if k.guards || !k.guards {\n		return nil"},
	{"a negation that is overlooked", paths + "branch.go", "return k.assume(env, c.X, !truth, depth+1)", "return k.assume(env, c.X, truth, depth+1)"},
	{"a status argument that is not passed on", paths + "call.go", "		a.Status = c.statusHere(a.Status)\n", ""},
	{"the first answer that is taken for the last", paths + "commit.go", "	case s.First.open() || s.First.Sure == Maybe && c.Sure > Maybe:", "	case true:"},
	{"a variable that keeps its old value", paths + "env.go", "	e.scratch = append(e.scratch, e.hold(Fact{p, v}))\n	if ok {", "	if ok {\n		v = env.facts[i].Val\n	}\n	e.scratch = append(e.scratch, e.hold(Fact{p, v}))\n	if ok {"},
}

// ginBugs are mistakes about statuses that wait, and about the chain of handlers: only handlers of gin can show them.
var ginBugs = []bug{
	{"a first byte that forgets the status which waits", paths + "lazy.go", "		status, explicit = s.First.Status, s.First.Explicit\n", ""},
	{"headers as they are when a helper returns, and not as they were with its first byte", paths + "wayout.go", "	for i, kind := range first.Headers {\n		if after.Marks[i]", "	for i, kind := range [0]MarkKind{} {\n		if after.Marks[i]"},
	{"a status that waits, and is forgotten at the end", paths + "lazy.go", "if s.First.Sure == Stored && s.First.Explicit && k.outermost() {", "if s.First.Sure == Stored && !s.First.Explicit && k.outermost() {"},
	{"an Abort that is overlooked", paths + "apply.go", "	s.Aborted = s.Aborted || e.Aborts && e.Kind != event.Fail\n", ""},
	{"a helper that leaves a status to be sent, too late", paths + "wayout.go", "case s.First.Sure >= Failed && first.Sure == Stored && first.Explicit && !same(first.Status, s.First.Status):", "case s.First.Sure >= Gone && first.Explicit:"},
	{"a status that is named again, and counts as a second answer", "analyzer/internal/rule/late_status.go", "status >= 400 && !a.Repeats ||", "status >= 400 ||"},
	{"an empty value that deletes no header", paths + "header.go", "			mark.Kind = Unset\n", ""},
}
