package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asCache in the environment makes of the test program what GOCACHEPROG names: a build cache for the go command, in the folder that is
// its value. "go doc cmd/go/internal/cacheprog" describes the protocol.
const asCache = "AUTHVET_TEST_AS_CACHE"

// cacheRequest is a line that the go command sends.
type cacheRequest struct {
	ID                 int64
	Command            string
	ActionID, OutputID []byte
	BodySize           int64
}

// cacheResponse is a line in answer.
type cacheResponse struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

// serveCache answers the go command until it closes the cache.
func serveCache(folder string, requests io.Reader, responses io.Writer) error {
	in, out := json.NewDecoder(requests), json.NewEncoder(responses)
	if err := out.Encode(cacheResponse{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var request cacheRequest
		if err := in.Decode(&request); err != nil {
			return err
		}
		var body []byte
		if request.BodySize > 0 {
			if err := in.Decode(&body); err != nil {
				return err
			}
		}
		response := cacheResponse{ID: request.ID}
		var err error
		switch request.Command {
		case "get":
			err = response.get(folder, request.ActionID)
		case "put":
			err = response.put(folder, &request, body)
		}
		if err != nil {
			response.Err = err.Error()
		}
		if err := out.Encode(response); err != nil || request.Command == "close" {
			return err
		}
	}
}

// get looks an action up: its file names the output, which is a file too.
func (r *cacheResponse) get(folder string, action []byte) error {
	text, err := os.ReadFile(filepath.Join(folder, "a-"+hex.EncodeToString(action)))
	if errors.Is(err, os.ErrNotExist) {
		r.Miss = true
		return nil
	}
	if err != nil {
		return err
	}
	if r.OutputID, err = hex.DecodeString(string(text)); err != nil {
		return err
	}
	r.DiskPath = filepath.Join(folder, "o-"+string(text))
	info, err := os.Stat(r.DiskPath)
	if err != nil {
		return err
	}
	r.Size = info.Size()
	return nil
}

// put keeps an output before the action that names it, so that nobody finds half of it.
func (r *cacheResponse) put(folder string, request *cacheRequest, body []byte) error {
	output := hex.EncodeToString(request.OutputID)
	r.DiskPath = filepath.Join(folder, "o-"+output)
	if err := os.WriteFile(r.DiskPath, body, 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "a-"+hex.EncodeToString(request.ActionID)), []byte(output), 0o666)
}

// TestSharedCache has two machines with nothing in common but a cache behind GOCACHEPROG, and the code at the same place. What the first
// has analysed the second does not, and a change is analysed once.
func TestSharedCache(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := writeFiles(t, map[string]string{
		"go.mod":     goMod("example.com/m"),
		"lib/lib.go": "package lib\n\nimport \"strconv\"\n\nvar Quote = strconv.Quote\n" + badComment,
		"app/app.go": "package app\n\nimport \"example.com/m/lib\"\n\nvar Quoted = lib.Quote(\"\")\n" + badComment,
		"own/own.go": "package own\n" + badComment,
	})
	shared := t.TempDir()
	run := func(machine, with, packages string) (stdout string, analyses int) {
		t.Helper()
		env := []string{"GOCACHE=" + filepath.Join(t.TempDir(), machine), asCache + "=" + shared, "GOCACHEPROG=" + with}
		got := execute(t, folder, env, program, "-x", packages)
		if got.code != exitFailed {
			t.Fatalf("%s machine: %+v", machine, got)
		}
		return got.stdout, strings.Count(got.stderr, "vet.cfg\n")
	}
	first, analyses := run("first", self, "./...")
	if files(first) != "app/app.go lib/lib.go own/own.go" || analyses < 4 {
		t.Errorf("the first machine has analysed %d packages and found\n%s", analyses, first)
	}
	second, analyses := run("second", self, "./...")
	if second != first || analyses != 0 {
		t.Errorf("the second machine has analysed %d packages and found\n%s\nthe first found\n%s", analyses, second, first)
	}
	if _, analyses := run("lonely", "", "./own"); analyses != 1 {
		t.Errorf("a machine without the cache has analysed %d packages, want 1: nothing was tested", analyses)
	}
	overwrite(t, folder, "lib/lib.go", readFile(t, folder, "lib/lib.go")+"\nvar New int\n")
	if _, analyses = run("first", self, "./..."); analyses != 2 {
		t.Errorf("after a change of lib %d packages were analysed, want lib and app", analyses)
	}
	if _, analyses = run("second", self, "./..."); analyses != 0 {
		t.Errorf("the second machine has analysed %d of them again", analyses)
	}
}
