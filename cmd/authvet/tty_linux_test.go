package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// openTerminal makes a pseudo-terminal: what is written to its inner side is read from the outer one.
func openTerminal(t *testing.T) (outer, inner *os.File) {
	t.Helper()
	outer, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	var unlock, number int32
	for request, argument := range map[uintptr]*int32{syscall.TIOCSPTLCK: &unlock, syscall.TIOCGPTN: &number} {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, outer.Fd(), request, uintptr(unsafe.Pointer(argument))); errno != 0 {
			t.Skip(errno)
		}
	}
	inner, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	return outer, inner
}

// onTerminal runs authvet with standard output, standard error or both on a terminal, and returns what that shows.
func onTerminal(t *testing.T, folder string, env []string, stdout, stderr bool, args ...string) (shown string, rest result) {
	t.Helper()
	outer, inner := openTerminal(t)
	defer outer.Close()
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	cmd.Env = slices.Concat(os.Environ(), environment, []string{"NO_COLOR=", "TERM=xterm", "PWD=" + folder}, env)
	var out, messages bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &messages
	if stdout {
		cmd.Stdout = inner
	}
	if stderr {
		cmd.Stderr = inner
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inner.Close()
	seen := make(chan []byte)
	go func() {
		data, _ := io.ReadAll(outer) // ends with an error when nobody has the inner side open any more
		seen <- data
	}()
	cmd.Wait()
	shown = strings.ReplaceAll(string(<-seen), "\r\n", "\n")
	shown = progressLine.ReplaceAllString(shown, "") // a machine that has much to do shows it
	return shown, result{out.String(), messages.String(), cmd.ProcessState.ExitCode()}
}

var progressLine = regexp.MustCompile(`\r\x1b\[K(authvet: analysing [^\r]*)?`)

func TestOnTerminal(t *testing.T) {
	t.Parallel()
	folder := application(t)
	plain := authvet(t, folder, "./app", "./lib")
	const underlined = "       | "
	const summary = "     2  missing-challenge\n"

	shown, rest := onTerminal(t, folder, nil, true, false, "./app", "./lib")
	if !strings.Contains(shown, "\x1b[31mmissing-challenge:\x1b[0m 401") || !strings.Contains(shown, "~~~~") || rest != (result{code: exitFailed}) {
		t.Errorf("standard output on a terminal: %q\n%+v", shown, rest)
	}
	for _, env := range []string{"NO_COLOR=1", "TERM=dumb"} {
		shown, _ = onTerminal(t, folder, []string{env}, true, false, "./app", "./lib")
		if strings.Contains(shown, "\x1b") || !strings.Contains(shown, underlined) {
			t.Errorf("%s: %q", env, shown)
		}
	}
	// Programs read standard output even if somebody watches standard error.
	shown, rest = onTerminal(t, folder, nil, false, true, "./app", "./lib")
	if !strings.Contains(shown, summary) || rest.stdout != plain.stdout || rest.code != exitFailed {
		t.Errorf("standard error on a terminal: %q\n%+v", shown, rest)
	}
	shown, rest = onTerminal(t, folder, nil, true, true, "-o", "file", "./app", "./lib")
	if !strings.Contains(shown, summary) || strings.Contains(shown, underlined) || readFile(t, folder, "file") != plain.stdout {
		t.Errorf("-o: %q\n%+v\n%s", shown, rest, readFile(t, folder, "file"))
	}
	shown, rest = onTerminal(t, folder, nil, true, true, "./good")
	if shown != "authvet: nothing found\n" || rest.code != exitClean {
		t.Errorf("nothing found: %q\n%+v", shown, rest)
	}
	diff := authvet(t, folder, "-fix", "-diff", "./app")
	shown, rest = onTerminal(t, folder, nil, true, true, "-fix", "-diff", "./app")
	if shown != diff.stdout || rest.code != diff.code {
		t.Errorf("-fix -diff: %q\nwant %q", shown, diff.stdout)
	}
}
