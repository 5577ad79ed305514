// Package check holds the tables of package api against the real frameworks.
//
// It is a module of its own, so that the frameworks stay out of authvet's go.mod. Its tests look every row up in the
// package that it speaks of, argument by argument, and then do what the row says on a real server: what the client gets
// decides.
package check
