package report

// path is the way to a finding: where the handler starts, the conditions that decide, and the answer.
func (s *Sources) path(f *Finding) []Note {
	var steps []Note
	if fn, ok := s.functionAt(f.Place); ok {
		steps = append(steps, Note{fn.start, fn.called() + " starts here"})
	}
	for _, p := range f.Path {
		at := s.condition(p)
		message := "this decides"
		if text := s.text(at); text != "" && at != p {
			message = text + " decides"
		}
		if n := len(steps); n > 0 && steps[n-1].Place == at {
			continue // both sides of a loop's condition, for one
		}
		steps = append(steps, Note{at, message})
	}
	return append(steps, Note{f.Place, f.Message})
}

// called is what to call the function in a sentence.
func (fn function) called() string {
	switch {
	case fn.name == "":
		return "the function"
	case fn.literal:
		return "the function in " + fn.name
	}
	return fn.name
}
