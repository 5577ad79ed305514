package path

import "slices"

// own makes what was told by another package comparable with what is known here.
func (w *Walker) own(sum *Summary) *Summary {
	if sum == nil {
		return nil
	}
	sum.Exits, sum.Bodies = slices.Clone(sum.Exits), slices.Clone(sum.Bodies) // other importers read the same fact meanwhile
	for i := range sum.Exits {
		x := &sum.Exits[i]
		x.Guards, x.Writes, x.Results = w.ownFacts(x.Guards), w.ownFacts(x.Writes), slices.Clone(x.Results)
		w.ownVal(&x.First.Status)
		w.ownVal(&x.Pending)
		for j := range x.Results {
			w.ownVal(&x.Results[j])
		}
	}
	for i := range sum.Bodies {
		sum.Bodies[i].Guards = w.ownFacts(sum.Bodies[i].Guards)
		w.ownVal(&sum.Bodies[i].Status)
	}
	for i := range sum.Answers {
		sum.Answers[i].Guards = w.ownFacts(sum.Answers[i].Guards)
		w.ownVal(&sum.Answers[i].Status)
		if why := sum.Answers[i].Why; why != nil {
			sum.Answers[i].Why = w.envs.reason(*why)
		}
	}
	return sum
}

func (w *Walker) ownFacts(facts []Fact) []Fact {
	facts = slices.Clone(facts)
	for i := range facts {
		w.ownVal(&facts[i].Val)
	}
	return facts
}

func (w *Walker) ownVal(v *Val) {
	if v.Why != nil {
		v.Why = w.envs.reason(*v.Why)
	}
	if v.Obj == nil {
		return
	}
	o := Obj{Type: v.Obj.Type, Wrapped: v.Obj.Wrapped, Fields: slices.Clone(v.Obj.Fields)}
	for i := range o.Fields {
		w.ownVal(&o.Fields[i].Val)
	}
	v.Obj = w.envs.obj(o)
}
