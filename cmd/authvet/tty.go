package main

import (
	"io"
	"os"
	"runtime"
)

// isTerminal reports whether somebody sits in front of what is written to w. /dev/null counts too, and does not mind.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// wantsColour reports whether a terminal should be written to in colour: see no-color.org. The consoles of Windows that
// understand the sequences say so.
func wantsColour() bool {
	switch {
	case os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb":
		return false
	case runtime.GOOS == "windows":
		return os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
	}
	return true
}
