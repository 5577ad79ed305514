package api

import (
	"go/types"
	"slices"
	"sync"
)

// Origin is a set of what a value may come from. The words are those of the specification.
type Origin uint16

const (
	Credential Origin = 1 << iota // what somebody proves who he is with: a token, a password, a session cookie
	Identity                      // what verification yielded, or a context carries: a user, claims, a principal
	Claim                         // what an anonymous client merely says: query, form, path, body, a header of its own
	Peer                          // the connection and the request as such: address, host, origin, method, path
	Proof                         // of something else than who one is: CSRF tokens, OAuth state, nonces, captchas, signatures
	Server                        // configuration, globals, files, the database, clocks, counters
	Unknown                       // code that cannot be seen
	Clock                         // the time: what is compared with it expires
	Proves                        // with Credential or Identity: it shows who somebody is; a user name alone only says so
	Carried                       // with Identity: the request's context carries it, so that a middleware has put it there, or none has
	OnFile                        // with Identity: it was looked up by who somebody is; where nothing is kept of him, he is known all the same
)

// Place is where in a request something is looked up by name.
type Place uint8

const (
	Nowhere Place = iota
	InHeader
	InCookie
	InForm    // the query or the form
	InSession // the session: what it holds is somebody's, but for the proof of something else
	Kept      // what middlewares keep with the request, for those after them
)

// Source says where what a call yields comes from, and what its success says.
type Source struct {
	Pkg  string // import path, without the suffix of a major version
	Type string // the receiver's type name, without *; empty for a function
	Func string

	Yields Origin // what its results come from; 0 for what the arguments come from
	Place  Place  // where it looks Name up: the name decides what the results come from
	Name   Arg    // the argument that carries the name; None

	Verifies bool   // its success (no error, true, 1) says that the credential is right
	Permits  bool   // its failure says that somebody who is known may not
	Compares bool   // its result is whether its arguments are equal: true, or 1
	What     string // what it yields, in words; "" to say it by what it comes from
	Reads    bool   // it only reads, decodes or compares: its success verifies nobody
	Names    bool   // its first result only says who somebody is: the rest proves it
	Keeps    bool   // it keeps Value under Name for those after it
	Value    Arg
	Guards   bool   // it makes a middleware that lets only somebody through who is known
	Unless   string // the field of its configuration that, where it is set, lets all through
}

// Sources lists what authvet knows of where values come from.
func Sources() []*Source {
	return slices.Concat(requestSources(), textSources(), authSources(), frameworkSources())
}

func source(pkg, typ, fn string, yields Origin, with ...func(*Source)) *Source {
	s := &Source{Pkg: pkg, Type: typ, Func: fn, Yields: yields, Name: None, Value: None}
	for _, set := range with {
		set(s)
	}
	return s
}

func by(p Place, a Arg) func(*Source)   { return func(s *Source) { s.Place, s.Name = p, a } }
func verifies(s *Source)                { s.Verifies = true }
func permits(s *Source)                 { s.Permits = true }
func compares(s *Source)                { s.Compares = true }
func called(what string) func(*Source)  { return func(s *Source) { s.What = what } }
func reads(s *Source)                   { s.Reads = true }
func names(s *Source)                   { s.Names = true }
func guards(s *Source)                  { s.Guards = true }
func unless(field string) func(*Source) { return func(s *Source) { s.Unless = field } }
func keeps(name, value Arg) func(*Source) {
	return func(s *Source) { s.Place, s.Name, s.Value, s.Keeps, s.Reads = Kept, name, value, true, true }
}

func (s *Source) key() key { return key{s.Pkg, s.Type, s.Func} }

var sourceIndex = sync.OnceValue(func() named[*Source] { return sorted(Sources()) })

// LookupSource returns where the results of fn come from, or nil.
func LookupSource(fn *types.Func) *Source {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	return sourceIndex().find(key{unversioned(fn.Pkg().Path()), receiver(fn), fn.Name()})
}
