package path

import "testing"

// samples are values of every kind, some of which contradict each other.
func samples() []Val {
	e := newEnvs()
	object := e.obj(Obj{Type: "*p.E", Fields: []Field{{".0", Val{Kind: Const, Text: "i401"}}}})
	return []Val{
		{},
		{Kind: Const, Text: "i401"},
		{Kind: Const, Text: "i403"},
		{Kind: Const, Text: "b1"},
		{Kind: Const, Text: "s"},
		{Kind: Nil},
		{Kind: NonNil},
		{Kind: NonNil, Text: "*p.E"},
		{Kind: NonNil, Text: "*p.F"},
		{Kind: Object, Obj: object},
		{Kind: Named, Text: "p.ErrA"},
		{Kind: Named, Text: "p.ErrB"},
		but("i401"),
		but("nil"),
		but("p.ErrA"),
		within(400, 499),
		within(500, 599),
	}
}

func TestMeet(t *testing.T) {
	for _, a := range samples() {
		for _, b := range samples() {
			ab, ok := meet(a, b)
			_, back := meet(b, a)
			if ok != back || agree(a, b) != agree(b, a) {
				t.Errorf("%v and %v: one way %v, the other %v", a, b, ok, back)
			}
			if !ok {
				continue
			}
			if !agree(a, b) {
				t.Errorf("%v and %v meet in %v, and do not agree", a, b, ab)
			}
			// What both say contradicts neither.
			if !agree(ab, a) || !agree(ab, b) {
				t.Errorf("%v and %v meet in %v, which is not both", a, b, ab)
			}
		}
		if now, ok := meet(a, a); !ok || now != a {
			t.Errorf("%v and itself meet in %v, %v", a, now, ok)
		}
		if now, ok := meet(Val{}, a); !ok || now != a {
			t.Errorf("%v and nothing meet in %v, %v", a, now, ok)
		}
	}
}

func TestAgree(t *testing.T) {
	for _, tc := range []struct {
		a, b Val
		want bool
	}{
		{Val{Kind: Const, Text: "i401"}, Val{Kind: Const, Text: "i403"}, false},
		{Val{Kind: Const, Text: "i401"}, but("i401"), false},
		{Val{Kind: Const, Text: "i403"}, but("i401"), true},
		{Val{Kind: Const, Text: "i401"}, within(400, 499), true},
		{Val{Kind: Const, Text: "i401"}, within(500, 599), false},
		{Val{Kind: Nil}, Val{Kind: NonNil}, false},
		{Val{Kind: Nil}, Val{Kind: Named, Text: "p.ErrA"}, false},
		{Val{Kind: NonNil, Text: "*p.E"}, Val{Kind: NonNil, Text: "*p.F"}, false},
		{Val{Kind: Named, Text: "p.ErrA"}, Val{Kind: Named, Text: "p.ErrB"}, false},
		{Val{Kind: Named, Text: "p.ErrA"}, but("p.ErrA"), false},
		{Val{}, Val{Kind: Nil}, true},
	} {
		if got := agree(tc.a, tc.b); got != tc.want {
			t.Errorf("%v and %v agree: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestMeetOfRanges(t *testing.T) {
	m, ok := meet(within(400, 599), within(300, 499))
	if !ok || m.Lo != 400 || m.Hi != 499 {
		t.Errorf("400…599 and 300…499 meet in %v, %v", m, ok)
	}
	if m, ok := meet(within(400, 499), within(500, 599)); ok {
		t.Errorf("400…499 and 500…599 meet in %v", m)
	}
	m, ok = meet(but("i401"), but("i403"))
	if !ok || allows(m, Val{Kind: Const, Text: "i401"}) || allows(m, Val{Kind: Const, Text: "i403"}) || !allows(m, Val{Kind: Const, Text: "i404"}) {
		t.Errorf("not 401 and not 403 meet in %v, %v", m, ok)
	}
}

func TestInt(t *testing.T) {
	for _, tc := range []struct {
		v    Val
		want int
		ok   bool
	}{
		{Val{Kind: Const, Text: "i401"}, 401, true},
		{Val{Kind: Const, Text: "i-1"}, -1, true},
		{Val{Kind: Const, Text: "s401"}, 0, false},
		{Val{Kind: Const, Text: "b1"}, 0, false},
		{Val{Kind: Named, Text: "i401"}, 0, false},
		{Val{}, 0, false},
	} {
		if got, ok := tc.v.Int(); got != tc.want || ok != tc.ok {
			t.Errorf("%v is %d, %v, want %d, %v", tc.v, got, ok, tc.want, tc.ok)
		}
	}
}
