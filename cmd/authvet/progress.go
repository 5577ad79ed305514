package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// progress says on a terminal that authvet is still at work, in one line that comes after a second and goes away again. What is
// written meanwhile comes before it.
type progress struct {
	mutex sync.Mutex
	to    io.Writer
	text  string
	shown bool
	stop  chan struct{}
	done  chan struct{}
}

const clearLine = "\r\x1b[K"

// startProgress starts to say the text, with the seconds behind it, after a first time and then every second.
func startProgress(to io.Writer, text string, first time.Duration) *progress {
	p := &progress{to: to, text: text, stop: make(chan struct{}), done: make(chan struct{})}
	go p.run(first)
	return p
}

func (p *progress) run(first time.Duration) {
	defer close(p.done)
	start := time.Now()
	timer := time.NewTimer(first)
	defer timer.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-timer.C:
			p.mutex.Lock()
			fmt.Fprintf(p.to, "%s%s (%d s)", clearLine, p.text, int(time.Since(start).Seconds()))
			p.shown = true
			p.mutex.Unlock()
			timer.Reset(time.Second)
		}
	}
}

// Write makes room for what go has to say.
func (p *progress) Write(data []byte) (int, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.clear()
	return p.to.Write(data)
}

// end takes the line away.
func (p *progress) end() {
	close(p.stop)
	<-p.done
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.clear()
}

func (p *progress) clear() {
	if p.shown {
		io.WriteString(p.to, clearLine)
		p.shown = false
	}
}

// watched runs the driver, with progress if standard error is a terminal.
func watched(stderr io.Writer, packages int, run func(stderr io.Writer) output) output {
	if !isTerminal(stderr) || os.Getenv("TERM") == "dumb" {
		return run(stderr)
	}
	text := "authvet: analysing a package and what it imports"
	if packages != 1 {
		text = fmt.Sprintf("authvet: analysing %d packages and what they import", packages)
	}
	p := startProgress(stderr, text, time.Second)
	defer p.end()
	return run(p)
}
