// Package frameworks holds the tables of frameworks with a context of their own against the real ones: every row must resolve
// in the package that it speaks of, and the packages of testdata/src that are written for a framework are run on it, so that
// what a client gets decides whether a finding is true.
package frameworks
