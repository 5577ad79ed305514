package main

import (
	"os/exec"
	"testing"
)

// TestAgreement runs a few hundred handlers on a real server, and wants the analyzer and the wire to agree on each.
func TestAgreement(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip(err)
	}
	c := campaign{n: 300, start: 100, batch: 300, size: 300, show: 3, seed: 1}
	if err := c.run(); err != nil {
		t.Fatal(err)
	}
	t.Log(&c.total)
	if c.disagreements > 0 || c.requests == 0 {
		t.Errorf("%d disagreements in %d requests", c.disagreements, c.requests)
	}
}

// TestModel takes thousands from the model: it is quick, and TestAgreement holds it against the wire.
func TestModel(t *testing.T) {
	c := campaign{n: 900, start: 100, batch: 900, size: 500, show: 3, seed: 1, model: true}
	if err := c.run(); err != nil {
		t.Fatal(err)
	}
	if c.disagreements > 0 || c.faults["missing-challenge"] == 0 {
		t.Errorf("%d disagreements\n%v", c.disagreements, &c.total)
	}
}
