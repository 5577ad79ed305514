package main

import (
	"bufio"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// needsChromium in the environment makes a missing Chromium a failure. .ci/run sets it, so that nothing is skipped there unseen.
const needsChromium = "AUTHVET_NEEDS_CHROMIUM"

// patience is how long Chromium may take for anything, on a machine that has much else to do.
const patience = 3 * time.Minute

// browser is a headless Chromium. It is spoken to in the DevTools protocol over a pair of pipes, as JSON that ends with a zero byte.
type browser struct {
	to      *os.File
	mutex   sync.Mutex
	last    int
	waiting map[int]chan reply
	heard   *sync.Cond // something has been added to events
	events  []event
	err     error // why nothing comes any more
}

// reply is the answer to one call.
type reply struct {
	result json.RawMessage
	err    error
}

// event is what Chromium says unasked.
type event struct {
	session, method string
	params          json.RawMessage
}

// startChromium skips the test where there is no Chromium.
func startChromium(t *testing.T) *browser {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = cmp.Or(program, found)
		}
	}
	switch {
	case program == "" && os.Getenv(needsChromium) != "":
		t.Fatal("there is no Chromium, and " + needsChromium + " is set")
	case program == "":
		t.Skip("there is no Chromium")
	}
	theirIn, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	from, theirOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
		"--hide-scrollbars", "--no-first-run", "--user-data-dir="+t.TempDir())
	cmd.ExtraFiles = []*os.File{theirIn, theirOut} // 3 and 4, as the flag wants it
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	theirIn.Close()
	theirOut.Close()
	b := &browser{to: to, waiting: make(map[int]chan reply)}
	b.heard = sync.NewCond(&b.mutex)
	go b.listen(from)
	t.Cleanup(func() {
		b.call("", "Browser.close", nil) // or it writes to its folder while that is removed
		to.Close()
		timer := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
		cmd.Wait()
		timer.Stop()
	})
	return b
}

// listen takes in what Chromium says, until it is gone.
func (b *browser) listen(from *os.File) {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadBytes(0)
		var said struct {
			ID             int
			SessionID      string
			Method         string
			Params, Result json.RawMessage
			Error          *struct{ Message string }
		}
		if err == nil {
			err = json.Unmarshal(line[:len(line)-1], &said)
		}
		b.mutex.Lock()
		switch answer := b.waiting[said.ID]; {
		case err != nil:
			b.err = err
			for _, other := range b.waiting {
				other <- reply{err: err}
			}
		case said.Method != "":
			b.events = append(b.events, event{said.SessionID, said.Method, said.Params})
		case answer != nil && said.Error != nil:
			answer <- reply{err: fmt.Errorf("%s", said.Error.Message)}
		case answer != nil:
			answer <- reply{result: said.Result}
		}
		delete(b.waiting, said.ID)
		b.heard.Broadcast()
		b.mutex.Unlock()
		if err != nil {
			return
		}
	}
}

// call calls a method, in a session with a page or with the browser itself.
func (b *browser) call(session, method string, params map[string]any) (json.RawMessage, error) {
	b.mutex.Lock()
	if b.err != nil {
		b.mutex.Unlock()
		return nil, b.err
	}
	b.last++
	call := map[string]any{"id": b.last, "method": method, "params": params}
	if session != "" {
		call["sessionId"] = session
	}
	answer := make(chan reply, 1)
	b.waiting[b.last] = answer
	data, err := json.Marshal(call)
	if err == nil {
		_, err = b.to.Write(append(data, 0))
	}
	b.mutex.Unlock()
	if err != nil {
		return nil, err
	}
	select {
	case r := <-answer:
		return r.result, r.err
	case <-time.After(patience):
		return nil, fmt.Errorf("%s: no answer", method)
	}
}

// said lists the events of a method in a session.
func (b *browser) said(session, method string) []event {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.saidLocked(session, method)
}

func (b *browser) saidLocked(session, method string) []event {
	return slices.DeleteFunc(slices.Clone(b.events), func(e event) bool { return e.session != session || e.method != method })
}

// tab is a page in the browser.
type tab struct {
	t *testing.T
	*browser
	session string
}

// view is what a page is looked at with.
type view struct {
	name          string // of its screenshot
	width, height int
	dark          bool
	noScript      bool
}

// open loads a page.
func (b *browser) open(t *testing.T, url string, v view) *tab {
	t.Helper()
	var target struct{ TargetID string }
	var attached struct{ SessionID string }
	page := &tab{t: t, browser: b}
	page.do("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	page.do("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	page.session = attached.SessionID
	t.Cleanup(func() { b.call("", "Target.closeTarget", map[string]any{"targetId": target.TargetID}) })
	for _, domain := range []string{"Page", "Network", "Runtime", "Log"} {
		page.do(domain+".enable", nil, nil)
	}
	scheme := "light"
	if v.dark {
		scheme = "dark"
	}
	page.do("Emulation.setDeviceMetricsOverride", map[string]any{"width": v.width, "height": v.height, "deviceScaleFactor": 1, "mobile": v.width < 600}, nil)
	page.do("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	page.do("Emulation.setScriptExecutionDisabled", map[string]any{"value": v.noScript}, nil)
	page.do("Page.navigate", map[string]any{"url": url}, nil)
	giveUp := time.AfterFunc(patience, func() { page.fail(fmt.Errorf("%s is not loaded", url)) })
	defer giveUp.Stop()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for len(b.saidLocked(page.session, "Page.loadEventFired")) == 0 && b.err == nil {
		b.heard.Wait()
	}
	return page
}

// fail wakes those who wait for Chromium.
func (b *browser) fail(err error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.err = err
	b.heard.Broadcast()
}

// do calls a method that must work.
func (p *tab) do(method string, params map[string]any, result any) {
	p.t.Helper()
	data, err := p.call(p.session, method, params)
	if err == nil && result != nil {
		err = json.Unmarshal(data, result)
	}
	if err != nil {
		p.t.Fatalf("%s: %v", method, err)
	}
}

// eval reads the value of a JavaScript expression.
func (p *tab) eval(expression string, value any) {
	p.t.Helper()
	var evaluated struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	p.do("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &evaluated)
	if evaluated.ExceptionDetails != nil {
		p.t.Fatalf("%s: %s", expression, evaluated.ExceptionDetails)
	}
	if err := json.Unmarshal(evaluated.Result.Value, value); err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
}

// click presses the mouse in the middle of the first element that a selector finds.
func (p *tab) click(selector string) {
	p.t.Helper()
	var at struct{ X, Y float64 }
	p.eval(fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: "center"});
		const r = e.getBoundingClientRect(); return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()`, selector), &at)
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		p.do("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1}, nil)
	}
}

// screenshot keeps what is seen, if AUTHVET_SCREENSHOTS names a folder for it.
func (p *tab) screenshot(name string) {
	p.t.Helper()
	folder := os.Getenv("AUTHVET_SCREENSHOTS")
	if folder == "" {
		return
	}
	var shot struct{ Data string }
	p.do("Page.captureScreenshot", nil, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name+".png"), data, 0o666)
	}
	if err != nil {
		p.t.Error(err)
	}
}
