package path

import (
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/authvet/authvet/analyzer/internal/event"
)

// streamTypes are parts of the media types of protocols that fix the status: event streams (WHATWG HTML 9.2), lines of JSON, gRPC-web,
// SOAP, GraphQL.
var streamTypes = []string{"event-stream", "ndjson", "grpc", "soap", "x-json-stream", "graphql"}

// maxStreamCalls is how many calls away from an answer its protocol may be declared.
const maxStreamCalls = 3

// Streams reports whether the response of a walk is one of a protocol that fixes the status, as the function, one that it gives the
// response to, or one that gives it the response declares.
func (w *Walker) Streams(walk *Walk) bool { return w.streams(walk, maxStreamCalls) }

func (w *Walker) streams(walk *Walk, calls int) bool {
	if declaresStream(walk.Func, walk.Input) {
		return true
	}
	for _, h := range walk.Handed {
		if callee := w.walks[h.Callee]; callee != nil && declaresStream(callee.Func, callee.Input) {
			return true
		}
	}
	if calls == 0 {
		return false
	}
	for _, t := range w.done {
		caller := w.walks[t]
		if caller != walk && slices.ContainsFunc(caller.Handed, func(h Handed) bool { return w.walks[h.Callee] == walk }) && w.streams(caller, calls-1) {
			return true
		}
	}
	return false
}

// declaresStream reports whether a function sets the media type of such a protocol.
func declaresStream(f *event.Func, root int32) bool {
	for _, block := range f.Blocks {
		for _, instr := range block.Instrs {
			e := f.Of(instr, root)
			if e.Kind != event.SetHeader || e.Value == nil {
				continue
			}
			if c, ok := e.Value.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
				text := constant.StringVal(c.Value)
				if slices.ContainsFunc(streamTypes, func(t string) bool { return strings.Contains(text, t) }) {
					return true
				}
			}
		}
	}
	return false
}
