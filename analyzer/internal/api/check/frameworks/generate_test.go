package frameworks

import (
	"os/exec"
	"testing"
)

// TestGenerated runs random handlers of gin on gin itself, and wants the analyzer and the wire to agree on each: see docs/generator.md.
func TestGenerated(t *testing.T) {
	generate := exec.Command("go", "run", "./internal/generate", "-gin", "-n", "300", "-seed", "1")
	generate.Dir = "../../../../.."
	out, err := generate.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}
