package path

import (
	"testing"

	"github.com/authvet/authvet/analyzer/internal/event"
)

func at(base int32, path string) event.Place { return event.Place{Base: base, Path: path} }

func code(text string) Val { return Val{Kind: Const, Text: text} }

func TestEnv(t *testing.T) {
	e := newEnvs()
	empty := e.of(nil)
	env := e.with(e.with(empty, at(1, "*.0"), code("i401")), at(0, ""), code("b1"))
	if got := env.at(at(1, "*.0")); got != code("i401") {
		t.Errorf("*.0 is %v", got)
	}
	// What nobody knows stands for itself.
	if got := env.at(at(2, "")); got.Kind != Ref || got.Ref != at(2, "") {
		t.Errorf("an unknown place is %v", got)
	}
	if e.with(env, at(0, ""), code("b1")) != env {
		t.Error("the same fact once more makes another environment")
	}
	// The order in which facts are learnt does not matter.
	if other := e.with(e.with(empty, at(0, ""), code("b1")), at(1, "*.0"), code("i401")); other != env {
		t.Error("equal sets of facts are different environments")
	}
	if e.without(env, at(1, "*")) != e.with(empty, at(0, ""), code("b1")) {
		t.Error("what is reached through a place outlives it")
	}
	if e.without(env, at(1, "*.")) != env || e.without(env, at(3, "")) != env {
		t.Error("another place was forgotten")
	}
}

func TestEnvReferences(t *testing.T) {
	e := newEnvs()
	env := e.with(e.of(nil), at(1, ""), Val{Kind: Ref, Ref: at(0, "")})
	env = e.with(env, at(0, "*.2"), code("i403"))
	if got := env.at(at(1, "*.2")); got != code("i403") {
		t.Errorf("through a reference: %v", got)
	}
	env = e.with(env, at(4, ""), Val{Kind: Object, Obj: e.obj(Obj{Fields: []Field{{"*.0", code("i401")}}})})
	if got := env.at(at(4, "*.0")); got != code("i401") {
		t.Errorf("a field of an object: %v", got)
	}
	if got := env.at(at(4, "*.1")); got.Kind != Unknown {
		t.Errorf("a field that the object does not have: %v", got)
	}
	circle := e.with(e.with(e.of(nil), at(1, ""), Val{Kind: Ref, Ref: at(2, "")}), at(2, ""), Val{Kind: Ref, Ref: at(1, "")})
	if got := circle.at(at(1, "")); got.Kind != Unknown {
		t.Errorf("a circle of references: %v", got)
	}
}

func TestInside(t *testing.T) {
	for _, tc := range []struct {
		p, q event.Place
		want bool
	}{
		{at(1, "*.0"), at(1, "*"), true},
		{at(1, "*.0"), at(1, ""), true},
		{at(1, "*"), at(1, "*"), true},
		{at(1, "*.10"), at(1, "*.1"), false},
		{at(1, "*"), at(1, "*.0"), false},
		{at(2, "*.0"), at(1, "*"), false},
	} {
		if got := inside(tc.p, tc.q); got != tc.want {
			t.Errorf("%v is inside %v: %v, want %v", tc.p, tc.q, got, tc.want)
		}
	}
}

// What is full takes nothing more, and says nothing wrong.
func TestEnvIsBounded(t *testing.T) {
	e := newEnvs()
	env := e.of(nil)
	for i := range int32(2 * maxFacts) {
		env = e.with(env, at(i, ""), code("i1"))
	}
	if n := len(env.facts); n != maxFacts {
		t.Errorf("%d facts, want %d", n, maxFacts)
	}
	if got := env.at(at(2*maxFacts-1, "")); got.Kind != Ref {
		t.Errorf("what was not kept is %v", got)
	}
	if env = e.with(env, at(0, ""), code("i2")); env.at(at(0, "")) != code("i2") {
		t.Error("a fact that is there cannot be changed any more")
	}
}
