package report

import "slices"

// Fix is a mend that tools can apply: all of its edits together.
type Fix struct {
	Message string
	Edits   []Edit
}

// Edit puts new text in the place of the bytes from Start to End.
type Edit struct {
	File       string
	Start, End int
	New        string
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion  `json:"deletedRegion"`
	Inserted sarifContent `json:"insertedContent"`
}

type sarifContent struct {
	Text string `json:"text"`
}

// sarifFixes are the fixes of a finding, for review tools that propose them. Those of files that cannot be read are left out.
func (r *Report) sarifFixes(f *Finding) []sarifFix {
	var all []sarifFix
	for _, fix := range f.Fixes {
		shown := sarifFix{Description: sarifMessage{Text: fix.Message}}
		for _, e := range fix.Edits {
			location := r.sarifLocation(Note{Place: r.Sources.between(e.File, e.Start, e.End)}).Physical
			replacement := sarifReplacement{location.Region, sarifContent{e.New}}
			i := slices.IndexFunc(shown.Changes, func(c sarifChange) bool { return c.Artifact == location.Artifact })
			if i < 0 {
				i = len(shown.Changes)
				shown.Changes = append(shown.Changes, sarifChange{Artifact: location.Artifact})
			}
			shown.Changes[i].Replacements = append(shown.Changes[i].Replacements, replacement)
		}
		unread := func(e Edit) bool { return len(r.Sources.of(e.File).lines) == 0 }
		if len(fix.Edits) > 0 && !slices.ContainsFunc(fix.Edits, unread) {
			all = append(all, shown)
		}
	}
	return all
}

// between is the piece of a file between two byte offsets.
func (s *Sources) between(file string, start, end int) Place {
	p := Place{File: file}
	p.Line, p.Column = s.position(file, start)
	p.EndLine, p.EndColumn = s.position(file, end)
	return p
}

// position is where a byte offset is in a file.
func (s *Sources) position(file string, offset int) (line, column int) {
	lines := s.of(file).lines
	for i, text := range lines {
		if offset <= len(text) {
			return i + 1, offset + 1
		}
		offset -= len(text) + 1
	}
	return max(len(lines), 1), 1
}
