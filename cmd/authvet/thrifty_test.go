package main

import (
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
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
		thrifty()
		if during := debug.SetGCPercent(before); during != test.want {
			t.Errorf("with GOGC=%q the analyzer runs at %d, want %d", test.gogc, during, test.want)
		}
	}
}

// TestLean: every process of go vet maps the whole program, and a template library, which finds methods by name, makes the linker keep
// all methods there are: a seventh of the text, and a twelfth of what a small package takes.
func TestLean(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(strings.Fields(string(out)), "text/template") {
		t.Error("something imports text/template")
	}
}
