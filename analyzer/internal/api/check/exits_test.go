package check

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/golang/glog"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"

	"github.com/authvet/authvet/analyzer/internal/api"
)

var (
	ctx   = context.Background()
	std   = log.New(os.Stderr, "", 0)
	lr    = logrus.New()
	entry = logrus.NewEntry(lr)
	face  = logrus.StdLogger(lr)
	quiet = zap.NewNop() // exits all the same
	sugar = quiet.Sugar()
	zero  = zerolog.Nop() // exits all the same
	fn    = func() []any { return nil }
)

var exiters = map[string]func(t *testing.T){
	"os.Exit":        func(*testing.T) { os.Exit(3) },
	"runtime.Goexit": func(*testing.T) { runtime.Goexit() },
	"syscall.Exit":   func(*testing.T) { syscall.Exit(3) },

	"log.Fatal":          func(*testing.T) { log.Fatal() },
	"log.Fatalf":         func(*testing.T) { log.Fatalf("") },
	"log.Fatalln":        func(*testing.T) { log.Fatalln() },
	"log.Panic":          func(*testing.T) { log.Panic() },
	"log.Panicf":         func(*testing.T) { log.Panicf("") },
	"log.Panicln":        func(*testing.T) { log.Panicln() },
	"log.Logger.Fatal":   func(*testing.T) { std.Fatal() },
	"log.Logger.Fatalf":  func(*testing.T) { std.Fatalf("") },
	"log.Logger.Fatalln": func(*testing.T) { std.Fatalln() },
	"log.Logger.Panic":   func(*testing.T) { std.Panic() },
	"log.Logger.Panicf":  func(*testing.T) { std.Panicf("") },
	"log.Logger.Panicln": func(*testing.T) { std.Panicln() },

	"testing.common.FailNow": func(t *testing.T) { t.FailNow() },
	"testing.common.Fatal":   func(t *testing.T) { t.Fatal() },
	"testing.common.Fatalf":  func(t *testing.T) { t.Fatalf("") },
	"testing.common.Skip":    func(t *testing.T) { t.Skip() },
	"testing.common.SkipNow": func(t *testing.T) { t.SkipNow() },
	"testing.common.Skipf":   func(t *testing.T) { t.Skipf("") },
	"testing.TB.FailNow":     func(t *testing.T) { testing.TB(t).FailNow() },
	"testing.TB.Fatal":       func(t *testing.T) { testing.TB(t).Fatal() },
	"testing.TB.Fatalf":      func(t *testing.T) { testing.TB(t).Fatalf("") },
	"testing.TB.Skip":        func(t *testing.T) { testing.TB(t).Skip() },
	"testing.TB.SkipNow":     func(t *testing.T) { testing.TB(t).SkipNow() },
	"testing.TB.Skipf":       func(t *testing.T) { testing.TB(t).Skipf("") },

	"github.com/sirupsen/logrus.Exit":              func(*testing.T) { logrus.Exit(3) },
	"github.com/sirupsen/logrus.Fatal":             func(*testing.T) { logrus.Fatal() },
	"github.com/sirupsen/logrus.FatalFn":           func(*testing.T) { logrus.FatalFn(fn) },
	"github.com/sirupsen/logrus.Fatalf":            func(*testing.T) { logrus.Fatalf("") },
	"github.com/sirupsen/logrus.Fatalln":           func(*testing.T) { logrus.Fatalln() },
	"github.com/sirupsen/logrus.Panic":             func(*testing.T) { logrus.Panic() },
	"github.com/sirupsen/logrus.PanicFn":           func(*testing.T) { logrus.PanicFn(fn) },
	"github.com/sirupsen/logrus.Panicf":            func(*testing.T) { logrus.Panicf("") },
	"github.com/sirupsen/logrus.Panicln":           func(*testing.T) { logrus.Panicln() },
	"github.com/sirupsen/logrus.Logger.Exit":       func(*testing.T) { lr.Exit(3) },
	"github.com/sirupsen/logrus.Logger.Fatal":      func(*testing.T) { lr.Fatal() },
	"github.com/sirupsen/logrus.Logger.FatalFn":    func(*testing.T) { lr.FatalFn(fn) },
	"github.com/sirupsen/logrus.Logger.Fatalf":     func(*testing.T) { lr.Fatalf("") },
	"github.com/sirupsen/logrus.Logger.Fatalln":    func(*testing.T) { lr.Fatalln() },
	"github.com/sirupsen/logrus.Logger.Panic":      func(*testing.T) { lr.Panic() },
	"github.com/sirupsen/logrus.Logger.PanicFn":    func(*testing.T) { lr.PanicFn(fn) },
	"github.com/sirupsen/logrus.Logger.Panicf":     func(*testing.T) { lr.Panicf("") },
	"github.com/sirupsen/logrus.Logger.Panicln":    func(*testing.T) { lr.Panicln() },
	"github.com/sirupsen/logrus.Entry.Fatal":       func(*testing.T) { entry.Fatal() },
	"github.com/sirupsen/logrus.Entry.Fatalf":      func(*testing.T) { entry.Fatalf("") },
	"github.com/sirupsen/logrus.Entry.Fatalln":     func(*testing.T) { entry.Fatalln() },
	"github.com/sirupsen/logrus.Entry.Panic":       func(*testing.T) { entry.Panic() },
	"github.com/sirupsen/logrus.Entry.Panicf":      func(*testing.T) { entry.Panicf("") },
	"github.com/sirupsen/logrus.Entry.Panicln":     func(*testing.T) { entry.Panicln() },
	"github.com/sirupsen/logrus.StdLogger.Fatal":   func(*testing.T) { face.Fatal() },
	"github.com/sirupsen/logrus.StdLogger.Fatalf":  func(*testing.T) { face.Fatalf("") },
	"github.com/sirupsen/logrus.StdLogger.Fatalln": func(*testing.T) { face.Fatalln() },
	"github.com/sirupsen/logrus.StdLogger.Panic":   func(*testing.T) { face.Panic() },
	"github.com/sirupsen/logrus.StdLogger.Panicf":  func(*testing.T) { face.Panicf("") },
	"github.com/sirupsen/logrus.StdLogger.Panicln": func(*testing.T) { face.Panicln() },

	"go.uber.org/zap.Logger.Fatal":          func(*testing.T) { quiet.Fatal("") },
	"go.uber.org/zap.Logger.Panic":          func(*testing.T) { quiet.Panic("") },
	"go.uber.org/zap.SugaredLogger.Fatal":   func(*testing.T) { sugar.Fatal() },
	"go.uber.org/zap.SugaredLogger.Fatalf":  func(*testing.T) { sugar.Fatalf("") },
	"go.uber.org/zap.SugaredLogger.Fatalln": func(*testing.T) { sugar.Fatalln() },
	"go.uber.org/zap.SugaredLogger.Fatalw":  func(*testing.T) { sugar.Fatalw("") },
	"go.uber.org/zap.SugaredLogger.Panic":   func(*testing.T) { sugar.Panic() },
	"go.uber.org/zap.SugaredLogger.Panicf":  func(*testing.T) { sugar.Panicf("") },
	"go.uber.org/zap.SugaredLogger.Panicln": func(*testing.T) { sugar.Panicln() },
	"go.uber.org/zap.SugaredLogger.Panicw":  func(*testing.T) { sugar.Panicw("") },

	"k8s.io/klog.Exit":         func(*testing.T) { klog.Exit() },
	"k8s.io/klog.ExitDepth":    func(*testing.T) { klog.ExitDepth(0) },
	"k8s.io/klog.Exitf":        func(*testing.T) { klog.Exitf("") },
	"k8s.io/klog.ExitfDepth":   func(*testing.T) { klog.ExitfDepth(0, "") },
	"k8s.io/klog.Exitln":       func(*testing.T) { klog.Exitln() },
	"k8s.io/klog.ExitlnDepth":  func(*testing.T) { klog.ExitlnDepth(0) },
	"k8s.io/klog.Fatal":        func(*testing.T) { klog.Fatal() },
	"k8s.io/klog.FatalDepth":   func(*testing.T) { klog.FatalDepth(0) },
	"k8s.io/klog.Fatalf":       func(*testing.T) { klog.Fatalf("") },
	"k8s.io/klog.FatalfDepth":  func(*testing.T) { klog.FatalfDepth(0, "") },
	"k8s.io/klog.Fatalln":      func(*testing.T) { klog.Fatalln() },
	"k8s.io/klog.FatallnDepth": func(*testing.T) { klog.FatallnDepth(0) },
	"k8s.io/klog.FlushAndExit": func(*testing.T) { klog.FlushAndExit(klog.ExitFlushTimeout, 3) },

	"github.com/golang/glog.Exit":               func(*testing.T) { glog.Exit() },
	"github.com/golang/glog.ExitContext":        func(*testing.T) { glog.ExitContext(ctx) },
	"github.com/golang/glog.ExitContextDepth":   func(*testing.T) { glog.ExitContextDepth(ctx, 0) },
	"github.com/golang/glog.ExitContextDepthf":  func(*testing.T) { glog.ExitContextDepthf(ctx, 0, "") },
	"github.com/golang/glog.ExitContextf":       func(*testing.T) { glog.ExitContextf(ctx, "") },
	"github.com/golang/glog.ExitDepth":          func(*testing.T) { glog.ExitDepth(0) },
	"github.com/golang/glog.ExitDepthf":         func(*testing.T) { glog.ExitDepthf(0, "") },
	"github.com/golang/glog.Exitf":              func(*testing.T) { glog.Exitf("") },
	"github.com/golang/glog.Exitln":             func(*testing.T) { glog.Exitln() },
	"github.com/golang/glog.Fatal":              func(*testing.T) { glog.Fatal() },
	"github.com/golang/glog.FatalContext":       func(*testing.T) { glog.FatalContext(ctx) },
	"github.com/golang/glog.FatalContextDepth":  func(*testing.T) { glog.FatalContextDepth(ctx, 0) },
	"github.com/golang/glog.FatalContextDepthf": func(*testing.T) { glog.FatalContextDepthf(ctx, 0, "") },
	"github.com/golang/glog.FatalContextf":      func(*testing.T) { glog.FatalContextf(ctx, "") },
	"github.com/golang/glog.FatalDepth":         func(*testing.T) { glog.FatalDepth(0) },
	"github.com/golang/glog.FatalDepthf":        func(*testing.T) { glog.FatalDepthf(0, "") },
	"github.com/golang/glog.Fatalf":             func(*testing.T) { glog.Fatalf("") },
	"github.com/golang/glog.Fatalln":            func(*testing.T) { glog.Fatalln() },

	"github.com/rs/zerolog.Logger.Fatal": func(*testing.T) { send(new(zerolog.New(os.Stderr)).Fatal()) },
	"github.com/rs/zerolog.Logger.Panic": func(*testing.T) { send(new(zerolog.New(os.Stderr)).Panic()) },
	"github.com/rs/zerolog/log.Fatal":    func(*testing.T) { send(zlog.Fatal()) },
	"github.com/rs/zerolog/log.Panic":    func(*testing.T) { send(zlog.Panic()) },

	// These hold what the table says of calls that may return, and of the no-op logger.
	"zerolog.Nop":       func(*testing.T) { send(zero.Fatal()) },
	"returns: DPanic":   func(*testing.T) { quiet.DPanic("") },
	"returns: Log":      func(*testing.T) { lr.Log(logrus.FatalLevel) },
	"returns: no level": func(*testing.T) { zlog.WithLevel(zerolog.FatalLevel).Send() },
	"returns: replaced": func(*testing.T) {
		lr.ExitFunc = func(int) {}
		lr.Fatal()
	},
}

// send shows that the event was made, and sends it.
func send(e *zerolog.Event) {
	fmt.Println(made)
	e.Msg("")
}

const (
	called   = "EXIT CALLED"
	made     = "EVENT MADE"
	returned = "EXIT RETURNED"
	variable = "AUTHVET_CHECK_EXIT"
)

// TestExits makes every call in a process of its own.
func TestExits(t *testing.T) {
	left := make(map[string]bool)
	for k := range exiters {
		left[k] = true
	}
	for _, framework := range linked() {
		for _, c := range framework.Calls {
			if c.Does&(api.Exits|api.ExitsChained) == 0 {
				continue
			}
			k := key(c)
			if !left[k] {
				t.Errorf("%s has no probe", k)
				continue
			}
			delete(left, k)
			out := exit(t, k)
			if strings.Contains(out, returned) {
				t.Errorf("%s returns:\n%s", k, out)
			}
			if strings.Contains(out, made) != (c.Does&api.ExitsChained != 0) {
				t.Errorf("%s: when does it exit?\n%s", k, out)
			}
		}
	}
	for k := range left {
		if out := exit(t, k); strings.Contains(out, returned) != strings.HasPrefix(k, "returns: ") {
			t.Errorf("%s:\n%s", k, out)
		}
	}
}

func exit(t *testing.T, k string) string {
	cmd := exec.Command(os.Args[0], "-test.run=^TestExitChild$")
	cmd.Env = append(os.Environ(), variable+"="+k, "TMPDIR="+t.TempDir())
	b, _ := cmd.CombinedOutput() // it is meant to fail
	if out := string(b); strings.Contains(out, called) {
		return out
	}
	t.Fatalf("%s was not called:\n%s", k, b)
	return ""
}

func TestExitChild(t *testing.T) {
	call := exiters[os.Getenv(variable)]
	if call == nil {
		t.Skip("for TestExits")
	}
	fmt.Println(called)
	call(t)
	fmt.Println(returned)
}
