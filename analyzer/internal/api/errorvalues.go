package api

// errorValues are the calls through which an error keeps, or gives back, the one inside it. Checked against go1.26.8,
// github.com/pkg/errors v0.9.1 and golang.org/x/xerrors v0.0.0-20240903120638.
//
// The Errorf of fmt keeps those of its arguments that stand at a %w; that of xerrors keeps one, and none where there are
// two %w; that of pkg/errors keeps none, and is never nil.
func errorValues() Framework {
	return Framework{Name: "error values", Checked: "go1.26.8, pkg/errors v0.9.1, xerrors", Calls: []*Call{
		row("errors", "", "As", AsError, value(0)),
		row("errors", "", "AsType", FindsError, value(0)),
		row("errors", "", "Is", IsError, value(0)),
		row("errors", "", "New", NeverNil),
		row("errors", "", "Join", KeepsError|KeepsNil, value(0)),
		row("fmt", "", "Errorf", KeepsError, value(1)), // never nil, not even for a nil at %w

		row("github.com/pkg/errors", "", "New", NeverNil),
		row("github.com/pkg/errors", "", "Errorf", NeverNil),
		row("github.com/pkg/errors", "", "As", AsError, value(0)),
		row("github.com/pkg/errors", "", "Is", IsError, value(0)),
		row("github.com/pkg/errors", "", "WithMessage", KeepsError|KeepsNil, value(0)),
		row("github.com/pkg/errors", "", "WithMessagef", KeepsError|KeepsNil, value(0)),
		row("github.com/pkg/errors", "", "WithStack", KeepsError|KeepsNil, value(0)),
		row("github.com/pkg/errors", "", "Wrap", KeepsError|KeepsNil, value(0)),
		row("github.com/pkg/errors", "", "Wrapf", KeepsError|KeepsNil, value(0)),

		row("golang.org/x/xerrors", "", "New", NeverNil),
		row("golang.org/x/xerrors", "", "As", AsError, value(0)),
		row("golang.org/x/xerrors", "", "Is", IsError, value(0)),
		row("golang.org/x/xerrors", "", "Errorf", KeepsError, value(1)),
	}}
}
