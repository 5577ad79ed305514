package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

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
