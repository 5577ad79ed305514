package challenge

// A part is one challenge as far as it can be read.
type part struct {
	off     int // where the scheme begins, or what stands for it
	scheme  string
	vague   bool // the scheme is not known in full
	token68 string
	at68    int  // where the token68 begins, -1 without one
	vague68 bool // the token68 is not known in full
	spaced  bool // something follows the scheme, a space at least
	params  []*param
	open    bool // a hole may bring further parameters
}

// A param is one parameter as far as it can be read. Offsets are -1 where the
// thing was not seen.
type param struct {
	off, end int // of the name
	name     string
	vague    bool // the name is not known in full
	eq       int  // offset of "="
	spaced   bool // whitespace stands around "="
	sym      int  // the symbol with which the value begins, quote included
	close    int  // the offset behind the value
	value    string
	hole     bool // the value is not known in full
	quoted   bool
	obs      int // the first byte outside ASCII in a quoted value
	run      int // parameters of one run certainly belong to the same challenge
}

// A reader makes challenges of a trace.
type reader struct {
	syms []symbol
	list []*part
	run  int
}

// parts gives the challenges of a reading, up to where it ends.
func (t *trace) parts() []*part {
	r := reader{syms: t.syms}
	for i := range t.read() {
		from, to := t.path[i], t.path[i+1]
		switch t.syms[i].hole {
		case Known:
			r.known(i, from, to)
		case Quoted, Number, TokenLike:
			r.word(i, from, to)
		default:
			r.any(i, from, to)
		}
	}
	return r.list
}

// afterHole reports whether what begins at symbol i may have begun before, in a hole.
func (r *reader) afterHole(i int) bool { return i > 0 && r.syms[i-1].hole != Known }

// part is the challenge that is being read; one of unknown scheme, if it began in a hole.
func (r *reader) part(i int) *part {
	if len(r.list) == 0 {
		r.begin(i).vague = true
	}
	return r.list[len(r.list)-1]
}

func (r *reader) begin(i int) *part {
	p := &part{off: r.syms[i].off, at68: -1, vague: r.afterHole(i)}
	r.list = append(r.list, p)
	return p
}

// param is the parameter that is being read; one of unknown name, if it began in a hole.
func (r *reader) param(i int) *param {
	p := r.part(i)
	if len(p.params) == 0 {
		r.name(i).vague = true
	}
	return p.params[len(p.params)-1]
}

func (r *reader) name(i int) *param {
	p := r.part(i)
	off := r.syms[i].off
	a := &param{off: off, end: off, vague: r.afterHole(i), eq: -1, sym: -1, close: -1, obs: -1, run: r.run}
	p.params = append(p.params, a)
	return a
}

// known reads one known byte.
func (r *reader) known(i int, from, to state) {
	y := r.syms[i]
	switch to {
	case inScheme:
		if from != inScheme {
			r.begin(i)
		}
		r.part(i).scheme += string(y.b)
	case afterSpace:
		r.part(i).spaced = true
	case inToken68, inPadding:
		p := r.part(i)
		if p.at68 < 0 {
			p.at68, p.vague68 = y.off, r.afterHole(i)
		}
		p.token68 += string(y.b)
	case inName:
		if from != inName {
			r.name(i)
		}
		a := r.param(i)
		a.name += string(y.b)
		a.end = y.end()
	case afterName:
		r.param(i).spaced = true
	case afterEqual:
		switch a := r.param(i); {
		case from != afterEqual:
			a.eq = y.off
		case a.sym < 0: // else the blank may be within what the hole begins
			a.spaced = true
		}
	default:
		r.value(i, from, to)
	}
}

// value reads one known byte of a value.
func (r *reader) value(i int, from, to state) {
	y := r.syms[i]
	switch {
	case to == inToken, to == inQuoted && from == afterEqual:
		a := r.param(i)
		if from == afterEqual {
			a.quoted = to == inQuoted
			if a.sym < 0 {
				a.sym = i
			}
		}
		if to == inToken {
			a.value += string([]byte{y.b})
		}
		a.close = y.end()
	case to == inQuoted:
		a := r.param(i)
		a.value += string([]byte{y.b})
		a.close = y.end()
		if y.b >= 0x80 && a.obs < 0 {
			a.obs = y.off
		}
	case to == afterValue && from == inQuoted:
		r.param(i).close = y.end()
	}
}

// word reads a hole that holds one thing of a known kind.
func (r *reader) word(i int, from, to state) {
	y := r.syms[i]
	switch to {
	case inScheme:
		if from != inScheme {
			r.begin(i)
		}
		r.part(i).vague = true
	case inToken68:
		p := r.part(i)
		if p.at68 < 0 {
			p.at68 = y.off
		}
		p.vague68 = true
	case inName:
		if from != inName {
			r.name(i)
		}
		a := r.param(i)
		a.vague, a.end = true, y.end()
	case inToken, inQuoted, afterValue:
		a := r.param(i)
		if from == afterEqual {
			a.sym, a.quoted = i, to == afterValue
		}
		a.hole, a.close = true, y.end()
	}
}

// any reads a hole that may hold anything.
func (r *reader) any(i int, from, to state) {
	y := r.syms[i]
	switch from {
	case inScheme:
		r.part(i).vague = true
	case inToken68, inPadding:
		r.part(i).vague68 = true
	case inName, afterName:
		r.param(i).vague = true
	case afterEqual:
		a := r.param(i)
		a.hole, a.close = true, y.end()
		if a.sym < 0 {
			a.sym = i
		}
	case inToken, inQuoted, inEscape:
		a := r.param(i)
		a.hole, a.close = true, y.end()
	}
	if of(inQuoted, inEscape).has(from) && to == inQuoted {
		return // its text is of no account
	}
	r.run++
	if len(r.list) > 0 {
		r.list[len(r.list)-1].open = true
	}
	if from == to && of(inScheme, inName, inToken, afterEqual).has(from) || from == afterEqual && to == inToken {
		return
	}
	// Whatever the hole brings, what follows belongs to a challenge that cannot be named.
	p := r.begin(i)
	p.vague, p.open, p.spaced = true, true, true
	switch to {
	case inName, afterName, afterEqual:
		r.name(i).vague = true
	case inQuoted, inEscape, inToken:
		a := r.name(i)
		a.vague, a.hole, a.sym, a.quoted, a.close = true, true, i, to != inToken, y.end()
	case inToken68, inPadding:
		p.at68, p.vague68 = y.off, true
	}
}
