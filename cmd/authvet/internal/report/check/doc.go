// Package check holds the SARIF output against the official schema. It is a module of its own, so that the library that brings
// the schema stays out of authvet's requirements.
package check
