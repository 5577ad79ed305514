package path

import "testing"

// TestOwnCopies holds that reading a fact leaves it as it is: packages that import it are analysed at the same time, in golangci-lint for
// one.
func TestOwnCopies(t *testing.T) {
	object := func() Val {
		return Val{Kind: Object, Obj: &Obj{Type: "*p.Error", Fields: []Field{{"*.0", Val{Kind: Const, Text: "i401"}}}}}
	}
	e := &Effects{Inputs: []Input{{
		Exits:   []Exit{{Results: []Val{object()}, Guards: []Fact{{Val: object()}}, Writes: []Fact{{Val: object()}}, First: Commit{Status: object()}}},
		Bodies:  []Sent{{Status: object(), Guards: []Fact{{Val: object()}}}},
		Answers: []Told{{Status: object(), Guards: []Fact{{Val: object()}}}},
	}}}
	in := &e.Inputs[0]
	vals := func() []*Obj {
		return []*Obj{in.Exits[0].Results[0].Obj, in.Exits[0].Guards[0].Val.Obj, in.Exits[0].Writes[0].Val.Obj, in.Exits[0].First.Status.Obj,
			in.Bodies[0].Status.Obj, in.Bodies[0].Guards[0].Val.Obj, in.Answers[0].Status.Obj, in.Answers[0].Guards[0].Val.Obj}
	}
	before := vals()
	w := &Walker{envs: newEnvs()}
	if sum := w.own(e.Summary(0)); sum.Exits[0].Results[0].Obj == before[0] {
		t.Error("the fact's own object is used: equal ones are to be one")
	}
	for i, o := range vals() {
		if o != before[i] {
			t.Errorf("value %d of the fact has been replaced", i)
		}
	}
}
