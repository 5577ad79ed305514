package challenge

// A trace is the most natural reading of a pattern, as far as any goes.
type trace struct {
	syms []symbol
	path []state // the state before each symbol that was read, and after the last
	ok   bool    // all was read, and the value may end there
	held []bool  // the holes that are taken to stay in the quotes around them
}

// read is the number of symbols that fit the grammar.
func (t *trace) read() int { return len(t.path) - 1 }

// last is the state in which the reading ends.
func (t *trace) last() state { return t.path[len(t.path)-1] }

// A row holds, for each state, what the best way to it costs, and by which
// state that way came.
type row struct {
	cost [states]int
	from [states]state
}

const unreached = 1 << 30

func emptyRow() row {
	var r row
	for s := range r.cost {
		r.cost[s] = unreached
	}
	return r
}

// live is the set of states that can be reached.
func (r *row) live() set {
	var m set
	for s := range states {
		if r.cost[s] < unreached {
			m |= of(s)
		}
	}
	return m
}

// best is the cheapest state among those of m.
func (r *row) best(m set) (state, bool) {
	at, found := state(0), false
	for s := range states {
		if m.has(s) && r.cost[s] < unreached && (!found || r.cost[s] < r.cost[at]) {
			at, found = s, true
		}
	}
	return at, found
}

// follow runs all readings of the symbols side by side, and gives the one in
// which holes hold the least surprise. If none reaches the end, no content of
// the holes makes the value right; the reading is then one that goes farthest.
func follow(syms []symbol) trace {
	t := trace{syms: syms, held: make([]bool, len(syms))}
	rows := []row{emptyRow()}
	rows[0].cost[atStart] = 0
	for i, y := range syms {
		now := &rows[i]
		live := now.live()
		t.held[i] = y.hole == Any && live == of(inQuoted) && closes(syms[i+1:])
		next := emptyRow()
		for s := range states {
			if !live.has(s) {
				continue
			}
			to := targets(s, y, t.held[i])
			for q := range states {
				if !to.has(q) {
					continue
				}
				if c := now.cost[s] + surprise(s, q, y); c < next.cost[q] {
					next.cost[q], next.from[q] = c, s
				}
			}
		}
		if next.live() == 0 {
			break
		}
		rows = append(rows, next)
	}
	end := &rows[len(rows)-1]
	at, ok := end.best(accepting)
	t.ok = ok && len(rows) == len(syms)+1
	if !t.ok {
		at, _ = end.best(anywhere | of(atStart))
	}
	t.path = make([]state, len(rows))
	for i := len(rows) - 1; ; i-- {
		t.path[i] = at
		if i == 0 {
			return t
		}
		at = rows[i].from[at]
	}
}

// targets is where a symbol leads from s.
func targets(s state, y symbol, held bool) set {
	switch y.hole {
	case Known:
		return step(s, y.b)
	case Number:
		return repeat(s, "0")
	case TokenLike:
		return repeat(s, "a!") // one byte of both alphabets, one of tokens alone
	case Quoted:
		// Inside quotes it is quoted twice, though some content would make
		// even that right: a quoter there is never meant to end the string.
		switch s {
		case afterEqual, inEscape:
			return of(afterValue)
		}
		return 0
	}
	if held {
		return of(inQuoted)
	}
	return anywhere | of(s)
}

// closes reports whether the next quote in what follows a hole inside quotes
// ends the string, as in realm="…". One behind "=" rather begins another, so
// the hole may bring the end of its own.
func closes(rest []symbol) bool {
	var before symbol
	seen := false
	for i, y := range rest {
		switch {
		case y.hole == Quoted:
			return false
		case y.is('\\') && i+1 < len(rest):
			return false
		case y.is('"'):
			return !seen || !before.is('=')
		}
		if !y.blank() {
			before, seen = y, true
		}
	}
	return false
}

// surprise is how unlikely it is that a hole leads from s to q: not at all
// where it stays within the one thing that it stands in, or stands for.
func surprise(s, q state, y symbol) int {
	if y.hole != Any {
		return 0
	}
	switch s {
	case atStart, beforeNext:
		if q == inScheme {
			return 0
		}
		return 1
	case afterEqual:
		if q == inToken {
			return 0
		}
	case inEscape:
		if q == inQuoted {
			return 0
		}
	case afterComma, afterSpace:
		if q == inName || q == afterValue {
			return 0
		}
	case inToken68, inPadding:
		return 1
	}
	if s == q {
		return 0
	}
	return 1
}
