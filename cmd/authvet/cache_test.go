package main

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// asks are package patterns and the findings expected in application, whatever
// was asked before.
var asks = []struct{ patterns, want string }{
	{"./app", "app/app.go"},
	{"./plain", "plain/plain.go"},
	{"./...", allOfApplication},
}

// TestOrders asks for application in every order of asks: each of them comes first, second and last, after each other one. A new
// module is as good as a new cache: the key has its folder.
func TestOrders(t *testing.T) {
	t.Parallel()
	for _, order := range [][]int{{0, 1, 2}, {1, 0, 2}, {2, 0, 1}, {2, 1, 0}} {
		folder := lightApplication(t)
		before := "nothing"
		for _, i := range order {
			checkAsk(t, folder, before, asks[i].patterns, asks[i].want)
			before = "authvet " + asks[i].patterns
		}
	}
}

// TestAfterPlainVet asks after go vet -vettool has filled the cache, and the
// other way round.
func TestAfterPlainVet(t *testing.T) {
	t.Parallel()
	folder := lightApplication(t)
	plain := execute(t, folder, nil, "go", "vet", "-vettool="+program, "./app")
	if got := files(plain.stderr); got != "app/app.go" {
		t.Errorf("go vet -vettool ./app: findings in %q, want app/app.go only", got)
	}
	checkAsk(t, folder, "go vet ./app", "./plain", "plain/plain.go")

	folder = lightApplication(t)
	authvet(t, folder, "./...")
	plain = execute(t, folder, nil, "go", "vet", "-vettool="+program, "./app")
	if got := files(plain.stderr); got != "app/app.go" {
		t.Errorf("go vet -vettool ./app after authvet: findings in %q, want app/app.go only", got)
	}
}

// checkAsk asks for packages of application and compares the findings.
func checkAsk(t *testing.T, folder, before, patterns, want string) {
	t.Helper()
	got := authvet(t, folder, strings.Fields(patterns)...)
	if files(got.stdout) != want || got.code != exitFailed || got.stderr != "" {
		t.Errorf("after %s, authvet %s: findings in %q, want %q\n%s", before, patterns, files(got.stdout), want, got.stderr)
	}
}

// TestReportEvery reads back what it made of go vet's description of a unit.
func TestReportEvery(t *testing.T) {
	for _, archive := range []string{"", "wanted.zip"} {
		before := unitchecker.Config{
			ID: "m/p", ImportPath: "m/p", GoFiles: []string{"p.go", "p_test.go"},
			VetxOnly: archive == "", VetxOutput: "vet.out", FixArchive: archive,
		}
		data, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		folder := writeFiles(t, map[string]string{"vet.cfg": string(data)})
		if err := reportEvery(filepath.Join(folder, "vet.cfg")); err != nil {
			t.Fatal(err)
		}
		var after unitchecker.Config
		if err := json.Unmarshal([]byte(readFile(t, folder, "vet.cfg")), &after); err != nil {
			t.Fatal(err)
		}
		want := before
		want.VetxOnly, want.ID = false, "m/p"+testVariant
		if archive == "" {
			// Without an archive, fixes would go to the files themselves.
			want.FixArchive = filepath.Join(folder, "unwanted.zip")
		}
		if !reflect.DeepEqual(after, want) {
			t.Errorf("%+v\nbecame %+v\nwant %+v", before, after, want)
		}
	}
}
