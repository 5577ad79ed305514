package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Sign gives each finding its fingerprint: the same as long as the rule, the file's name in its module, the function and the
// text of the line are the same, wherever the line has moved. Findings that are alike in all of it are counted in their order.
func Sign(findings []Finding, s *Sources) {
	alike := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		fn, _ := s.functionOf(f)
		line := strings.Join(strings.Fields(s.line(f.File, f.Line)), " ")
		key := fmt.Sprintf("%q %q %q %q", f.Rule, s.inModule(f.File), fn.name, line)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", key, alike[key]))
		alike[key]++
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}
