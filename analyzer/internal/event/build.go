// Package event turns source into what its instructions do to a response: source → SSA → events.
//
// It knows which SSA values are one and the same response (a parameter, its wrappers, the struct that holds it), which
// place a value was read from, and, through package api, what each call does. It judges nothing.
package event

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Program is the SSA form of one package.
type Program struct {
	Pkg   *ssa.Package
	Known func(*ssa.Function) bool // whether there is a summary of an imported method; set by whoever reads facts
	Funcs []*ssa.Function          // every function with source, closures after the function that holds them, init last
}

// Build makes the SSA form of the package under analysis. It is done here and not by requiring buildssa, which would
// build every dependency too.
func Build(pass *analysis.Pass) *Program {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	created := make(map[*types.Package]bool)
	var create func(pkgs []*types.Package)
	create = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !created[p] {
				created[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(pass.Pkg.Imports())
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return &Program{Pkg: pkg, Funcs: functions(pass, pkg)}
}

func functions(pass *analysis.Pass, pkg *ssa.Package) []*ssa.Function {
	var funcs []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return // declared without a body
		}
		funcs = append(funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					add(pkg.Prog.FuncValue(obj))
				}
			}
		}
	}
	add(pkg.Func("init"))
	return funcs
}
