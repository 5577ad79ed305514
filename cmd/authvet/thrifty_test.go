package main

import (
	"os"
	"runtime/debug"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Who has set GOGC has decided; nobody else waits for garbage while a package is analysed.
func TestThrifty(t *testing.T) {
	for _, test := range []struct {
		gogc string
		want int
	}{{"", 50}, {"75", 100}} {
		t.Setenv("GOGC", test.gogc)
		if test.gogc == "" {
			os.Unsetenv("GOGC") // Setenv above puts it back
		}
		before := debug.SetGCPercent(100)
		during := 0
		a := thrifty(&analysis.Analyzer{Run: func(*analysis.Pass) (any, error) {
			during = debug.SetGCPercent(100)
			return "done", nil
		}})
		if v, err := a.Run(nil); v != "done" || err != nil {
			t.Errorf("the analyzer's own result was %v, %v", v, err)
		}
		debug.SetGCPercent(before)
		if during != test.want {
			t.Errorf("with GOGC=%q the analyzer ran at %d, want %d", test.gogc, during, test.want)
		}
	}
}
