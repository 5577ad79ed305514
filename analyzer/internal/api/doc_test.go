package api

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/frameworks.md anew")

const frameworksDoc = "../../../docs/frameworks.md"

// TestFrameworksDoc holds docs/frameworks.md against the tables: go test ./analyzer/internal/api -update writes it.
func TestFrameworksDoc(t *testing.T) {
	want := frameworksPage()
	if *update {
		if err := os.WriteFile(frameworksDoc, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(frameworksDoc)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/frameworks.md is not what the tables say: go test ./analyzer/internal/api -update")
	}
}

// leftOut was read in go-openapi/runtime v0.33.0, kratos v2.8.3, nethttp-middleware v1.3.1, connect v1.20.0, twirp v8.1.3 and
// grpc-gateway v2.26.3.
const leftOut = `
### Left out, and what they would need

- go-openapi: the status of an error is sent, but where Basic credentials failed the runtime sets the challenge itself. It would have to
  be known to which authenticator a function is given, which generated code decides.
- kratos: an error has a status, which only the transport for HTTP sends. Whether a service is registered there, or for gRPC alone, stands
  in another package.
- oapi-codegen's middlewares and kin-openapi: which routes they guard stands in the OpenAPI document, and not in code. Their own 401 is
  bare, unless the program gives them an error handler.
- connect, twirp, grpc-gateway: the protocol says which code becomes which status, so that the status is nobody's choice. grpc-gateway
  sends the message of an error as the challenge; the others send none.
`

func frameworksPage() string {
	var b strings.Builder
	b.WriteString(`# What authvet understands

Made from the tables in analyzer/internal/api, whose rows are checked against the real packages, at these versions. Other
versions are read by the same rows: a major version of an import path is not looked at, but where a row says so.

How answers leave decides what is too late, and where a missing challenge can still be set:

- eager: with the first status or byte;
- lazy: a status is remembered, and leaves with the first byte or at the end of the chain;
- buffered: nothing leaves before the handler has returned;
- error value: what a handler returns is sent by the framework.

| framework | checked against | answers | calls | not understood |
| --- | --- | --- | ---: | --- |
`)
	for _, f := range All() {
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %s |\n", f.Name, f.Checked, f.Model, len(f.Calls), f.Not)
	}
	b.WriteString(`
A framework that is not in the list, and has contexts of its own, is unknown: authvet is silent about the answers in them. These are
known to be so: `)
	var names []string
	for path := range foreign {
		if path != "net/http/httptest" {
			names = append(names, "\x60"+path+"\x60")
		}
	}
	slices.Sort(names)
	b.WriteString(strings.Join(names, ", ") + ".\n")
	b.WriteString(leftOut)
	b.WriteString(`
## Who is asking

Where values come from, and what verifies them, is known of these packages:

`)
	var packages []string
	for _, s := range Sources() {
		if !slices.Contains(packages, s.Pkg) {
			packages = append(packages, s.Pkg)
		}
	}
	slices.Sort(packages)
	for _, p := range packages {
		fmt.Fprintf(&b, "- \x60%s\x60\n", p)
	}
	return b.String()
}

// TestFrameworksSayWhatTheyAre asks every table for the versions that it was checked against.
func TestFrameworksSayWhatTheyAre(t *testing.T) {
	for _, f := range All() {
		if f.Checked == "" {
			t.Errorf("%s: no version", f.Name)
		}
		if f.Model == "" && len(f.Contexts) > 0 {
			t.Errorf("%s: it has contexts, and nobody says when its answers leave", f.Name)
		}
	}
}
