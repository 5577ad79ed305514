// Package event turns source into what its instructions do to a response: source → SSA → events.
//
// It knows which SSA values are one and the same response (a parameter, its wrappers, the struct that holds it), which
// place a value was read from, and, through package api, what each call does. It judges nothing.
package event

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Program is the SSA form of one package.
type Program struct {
	Pkg   *ssa.Package
	Known func(*ssa.Function) bool // whether there is a summary of an imported method; set by whoever reads facts
	Funcs []*ssa.Function          // every function with source, closures after the function that holds them, init last

	Told func(*types.Func) int // the same as Returned, of an imported function; set by whoever reads facts

	Stands func(*types.Func) bool // whether it is known what the method of an imported interface runs; set by whoever reads facts

	sole      []SoleMethod // see SoleMethods
	runs      map[*types.Func]*ssa.Function
	standIns  map[*types.Func]*ssa.Function // see Sole
	standsFor map[*ssa.Function]*types.Func
	generated []*ast.File
	slots     *slots // made when it is asked for
	returned  map[*ssa.Function]int
}

// Build makes the SSA form of the package under analysis. It is done here and not by requiring buildssa, which would
// build every dependency too.
func Build(pass *analysis.Pass) *Program {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	declareImported(prog, pass)
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	program := &Program{Pkg: pkg, Funcs: functions(pass, pkg), standIns: make(map[*types.Func]*ssa.Function), standsFor: make(map[*ssa.Function]*types.Func)}
	for _, file := range pass.Files {
		if Generated(file) {
			program.generated = append(program.generated, file)
		}
	}
	return program
}

// declareImported creates the imported packages with only those members that this package names: to create all that they
// have, as for a package without files, would cost more than the package itself. A package that is not imported directly
// needs none, since nothing of it can be named; methods are made as they are met.
func declareImported(prog *ssa.Program, pass *analysis.Pass) {
	named := make(map[*types.Package]map[types.Object]bool)
	for _, obj := range pass.TypesInfo.Uses {
		pkg := obj.Pkg()
		if pkg == nil || pkg == pass.Pkg || obj.Parent() != pkg.Scope() {
			continue
		}
		if named[pkg] == nil {
			named[pkg] = make(map[types.Object]bool)
		}
		named[pkg][obj] = true
	}
	for _, pkg := range pass.Pkg.Imports() {
		info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
		file := &ast.File{Name: ast.NewIdent(pkg.Name())}
		for obj := range named[pkg] {
			id := ast.NewIdent(obj.Name())
			info.Defs[id] = obj
			file.Decls = append(file.Decls, declaration(obj, id))
		}
		prog.CreatePackage(pkg, []*ast.File{file}, info, true)
	}
}

// declaration is the source that declares obj, as far as the creation of a package looks at it.
func declaration(obj types.Object, id *ast.Ident) ast.Decl {
	switch obj.(type) {
	case *types.Func:
		return &ast.FuncDecl{Name: id}
	case *types.Var:
		return &ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{&ast.ValueSpec{Names: []*ast.Ident{id}}}}
	case *types.Const:
		return &ast.GenDecl{Tok: token.CONST, Specs: []ast.Spec{&ast.ValueSpec{Names: []*ast.Ident{id}}}}
	}
	return &ast.GenDecl{Tok: token.TYPE, Specs: []ast.Spec{&ast.TypeSpec{Name: id}}}
}

// Declared returns the function that obj declares, in this package or as an imported one; nil for a method of an
// interface or of a generic type of another package.
func Declared(prog *ssa.Program, obj *types.Func) *ssa.Function {
	if fn := prog.FuncValue(obj); fn != nil {
		return fn
	}
	recv := obj.Signature().Recv()
	if recv == nil {
		return nil
	}
	sel := prog.MethodSets.MethodSet(recv.Type()).Lookup(obj.Pkg(), obj.Name())
	if sel == nil {
		return nil
	}
	return prog.MethodValue(sel)
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
