package path

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// Fact is what a path knows of one place.
type Fact struct {
	Place event.Place
	Val   Val
}

// Env is the set of facts of a path, sorted by place. Equal sets are one pointer, so that states compare.
type Env struct {
	facts []*held
	next  *Env // of the same hash
}

// held is a fact as sets hold it: equal facts are one pointer.
type held struct {
	Fact
	hash uint64
	next *held // of the same hash
}

// envs keeps one Env for each set of facts, and one Obj for each set of fields.
type envs struct {
	seed    maphash.Seed
	all     map[uint64]*Env
	held    map[uint64]*held
	objs    map[uint64][]*Obj
	reasons map[Reason]*Reason
	lists   map[uint64][][]Fact // of summaries: most say the same as another

	scratch []*held // where a set is put together; nothing is left in it
}

func newEnvs() *envs {
	e := &envs{seed: maphash.MakeSeed(), objs: make(map[uint64][]*Obj), reasons: make(map[Reason]*Reason), lists: make(map[uint64][][]Fact), scratch: make([]*held, 0, maxFacts+1)}
	return e.sharing()
}

// sharing returns a table of its own for sets of facts, with the objects in common.
func (e *envs) sharing() *envs {
	return &envs{seed: e.seed, all: make(map[uint64]*Env), held: make(map[uint64]*held), objs: e.objs, reasons: e.reasons, lists: e.lists, scratch: e.scratch}
}

// of returns the set of the facts, which it copies if they are new.
func (e *envs) of(facts []*held) *Env {
	var h uint64
	for _, f := range facts {
		h = h*31 + f.hash
	}
	for env := e.all[h]; env != nil; env = env.next {
		if slices.Equal(env.facts, facts) {
			return env
		}
	}
	env := &Env{slices.Clone(facts), e.all[h]}
	e.all[h] = env
	return env
}

func (e *envs) hold(f Fact) *held {
	h := maphash.Comparable(e.seed, f)
	for known := e.held[h]; known != nil; known = known.next {
		if known.Fact == f {
			return known
		}
	}
	known := &held{f, h, e.held[h]}
	e.held[h] = known
	return known
}

// list returns the facts for a summary, which must not be changed: equal lists are one.
func (e *envs) list(facts []*held) []Fact {
	if len(facts) == 0 {
		return nil
	}
	var h uint64
	for _, f := range facts {
		h = h*31 + f.hash
	}
	for _, known := range e.lists[h] {
		if slices.EqualFunc(known, facts, func(a Fact, b *held) bool { return a == b.Fact }) {
			return known
		}
	}
	list := make([]Fact, len(facts))
	for i, f := range facts {
		list[i] = f.Fact
	}
	e.lists[h] = append(e.lists[h], list)
	return list
}

func (e *envs) obj(o Obj) *Obj {
	h := maphash.Comparable(e.seed, o.Type)
	for _, f := range o.Fields {
		h = h*31 + maphash.Comparable(e.seed, f)
	}
	for _, obj := range e.objs[h] {
		if obj.Type == o.Type && obj.Wrapped == o.Wrapped && slices.Equal(obj.Fields, o.Fields) {
			return obj
		}
	}
	obj := &o
	e.objs[h] = append(e.objs[h], obj)
	return obj
}

func compare(f *held, p event.Place) int {
	if f.Place.Base != p.Base {
		return int(f.Place.Base - p.Base)
	}
	return strings.Compare(f.Place.Path, p.Path)
}

// get returns the fact of exactly the place p.
func (env *Env) get(p event.Place) (Val, bool) {
	i, ok := slices.BinarySearchFunc(env.facts, p, compare)
	if !ok {
		return Val{}, false
	}
	return env.facts[i].Val, true
}

// maxFacts bounds what a path keeps in mind: large tables in package variables would fill it with what nobody asks for.
const maxFacts = 64

// with sets the fact of p, if there is room.
func (e *envs) with(env *Env, p event.Place, v Val) *Env {
	i, ok := slices.BinarySearchFunc(env.facts, p, compare)
	if ok && env.facts[i].Val == v {
		return env
	}
	if !ok && len(env.facts) >= maxFacts {
		last := lastField(env.facts)
		if isField(p) || last < 0 {
			return env
		}
		return e.with(e.of(slices.Delete(slices.Clone(env.facts), last, last+1)), p, v)
	}
	e.scratch = append(e.scratch[:0], env.facts[:i]...)
	e.scratch = append(e.scratch, e.hold(Fact{p, v}))
	if ok {
		i++
	}
	e.scratch = append(e.scratch, env.facts[i:]...)
	return e.of(e.scratch)
}

// lastField is the index of the last fact on a field. Where there is no room such a one gives way to what a call has returned, or to what a
// condition says: a struct may have more fields than there is room for, and whether a path goes on does not depend on them.
func lastField(facts []*held) int {
	for i := len(facts) - 1; i >= 0; i-- {
		if isField(facts[i].Place) {
			return i
		}
	}
	return -1
}

func isField(p event.Place) bool { return strings.Contains(p.Path, ".") }

// filter keeps the facts that keep approves, which must not ask for another set meanwhile.
func (e *envs) filter(env *Env, keep func(Fact) bool) *Env {
	e.scratch = e.scratch[:0]
	for _, f := range env.facts {
		if keep(f.Fact) {
			e.scratch = append(e.scratch, f)
		}
	}
	if len(e.scratch) == len(env.facts) {
		return env
	}
	return e.of(e.scratch)
}

// write sets what stands at p, also in the object that p is a part of.
func (e *envs) write(env *Env, p event.Place, v Val) *Env {
	env = e.without(env, p)
	if q, whole, ok := env.container(p); ok && whole.Obj != nil {
		whole.Obj = e.obj(whole.Obj.set(p.Path[len(q.Path):], v))
		env = e.with(env, q, whole)
	}
	if v.Kind == Unknown || v.Kind == Ref {
		return env
	}
	return e.with(env, p, v)
}

// without forgets p and what is reached through it.
func (e *envs) without(env *Env, p event.Place) *Env {
	return e.filter(env, func(f Fact) bool { return !inside(f.Place, p) })
}

// inside reports whether p is q, or is reached through it.
func inside(p, q event.Place) bool {
	if p.Base != q.Base || !strings.HasPrefix(p.Path, q.Path) {
		return false
	}
	rest := p.Path[len(q.Path):]
	return rest == "" || q.Path == "" || strings.IndexByte(".*#[l", rest[0]) >= 0
}

// at looks a place up: its own fact, an object that contains it, or what another place stands for it.
func (env *Env) at(p event.Place) Val {
	for range 8 { // a chain of references longer than that is given up
		if v, ok := env.get(p); ok {
			if v.Kind == Ref && v.Ref != p {
				p = v.Ref
				continue
			}
			return v
		}
		q, v, ok := env.container(p)
		if !ok {
			return Val{Kind: Ref, Ref: p}
		}
		rest := p.Path[len(q.Path):]
		switch {
		case v.Kind == Ref:
			p = v.Ref.Then(rest)
		case v.Obj != nil:
			f := v.Obj.field(rest)
			if f.Kind != Ref || f.Ref == p {
				if f.Why == nil && (f.Kind == Nil || f.Kind == Const && f.Text == "b0") {
					f.Why = v.Why // it says no for the same reason as the whole of it was chosen
				}
				return f
			}
			p = f.Ref
		default:
			return Val{Kind: Ref, Ref: p}
		}
	}
	return Val{}
}

// origin is the place that p stands for.
func (env *Env) origin(p event.Place) event.Place {
	for range 8 { // as above
		v, ok := env.get(p)
		if ok && v.Kind == Ref && v.Ref != p {
			p = v.Ref
			continue
		}
		if ok {
			return p
		}
		q, v, ok := env.container(p)
		if !ok || v.Kind != Ref {
			return p
		}
		p = v.Ref.Then(p.Path[len(q.Path):])
	}
	return p
}

// container finds the nearest enclosing place that an object or a reference is known of.
func (env *Env) container(p event.Place) (event.Place, Val, bool) {
	for i := len(p.Path) - 1; i >= 0; i-- {
		q := event.Place{Base: p.Base, Path: p.Path[:i]}
		if v, ok := env.get(q); ok && (v.Kind == Ref || v.Obj != nil) {
			return q, v, true
		}
	}
	return event.Place{}, Val{}, false
}

// set is the object with something else in a field, or, if it is unknown, without what was known of the field.
func (o *Obj) set(path string, v Val) Obj {
	out, known := Obj{Type: o.Type, Wrapped: o.Wrapped}, v.Kind != Unknown && v.Kind != Ref
	for _, f := range o.Fields {
		copied := known && f.Val.Kind == Ref // what it was copied from counts for the other fields
		if !inside(event.Place{Path: f.Path}, event.Place{Path: path}) && (copied || !inside(event.Place{Path: path}, event.Place{Path: f.Path})) {
			out.Fields = append(out.Fields, f)
		}
	}
	if known {
		out.Fields = append(out.Fields, Field{path, v})
		slices.SortFunc(out.Fields, func(a, b Field) int { return strings.Compare(a.Path, b.Path) })
	}
	return out
}

// field is what is known of a field: by itself, or as part of what it was copied with.
func (o *Obj) field(path string) Val {
	var part Val
	for _, f := range o.Fields {
		if f.Path == path {
			return f.Val
		}
		rest, ok := strings.CutPrefix(path, f.Path)
		if !ok || strings.IndexByte(".*", rest[0]) < 0 {
			continue
		}
		switch {
		case f.Val.Obj != nil:
			part = f.Val.Obj.field(rest)
		case f.Val.Kind == Ref:
			part = Val{Kind: Ref, Ref: f.Val.Ref.Then(rest)}
		}
	}
	return part
}

// part is what is known of all that is reached by a path; nothing, if that is nothing.
func (e *envs) part(o *Obj, path string) Val {
	var fields []Field
	for _, f := range o.Fields {
		if rest, ok := strings.CutPrefix(f.Path, path); ok && rest != "" && strings.IndexByte(".*", rest[0]) >= 0 {
			fields = append(fields, Field{rest, f.Val})
		}
	}
	if len(fields) == 0 {
		return Val{}
	}
	return Val{Kind: Object, Obj: e.obj(Obj{Fields: fields})}
}

// flat are fields without those inside of others: what was copied comes first, and what was set after that counts.
func flat(fields []Field) []Field {
	var list []Field
	set := func(f Field) {
		if i := slices.IndexFunc(list, func(g Field) bool { return g.Path == f.Path }); i >= 0 {
			list[i] = f
		} else if len(list) < maxFields {
			list = append(list, f)
		}
	}
	for _, f := range fields {
		if f.Val.Kind != Object || f.Val.Obj.Type != "" {
			set(f)
			continue
		}
		for _, inner := range f.Val.Obj.Fields {
			set(Field{f.Path + inner.Path, inner.Val})
		}
	}
	return list
}
