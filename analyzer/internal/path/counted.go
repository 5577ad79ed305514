package path

import (
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// counted reports whether a value is a number that was read into a local variable: of what somebody has, and not of who he is. How many
// rows there are in a table of users says whether there is anybody.
func counted(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || !isInteger(v.Type()) {
		return false
	}
	alloc, ok := load.X.(*ssa.Alloc)
	return ok && slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool {
		boxed, ok := ref.(*ssa.MakeInterface) // Scan(&count)
		return ok && !readFromUsers(boxed)
	})
}

// readFromUsers reports whether what is filled by a call is filled from a table of those who may be known.
func readFromUsers(filled *ssa.MakeInterface) bool {
	return slices.ContainsFunc(*filled.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		return ok && slices.ContainsFunc(call.Call.Args, queriesUsers)
	})
}

// queriesUsers reports whether a value is the text of an SQL query of a table that is named after those who may be known.
func queriesUsers(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return false
	}
	words := strings.Fields(strings.ToLower(constant.StringVal(c.Value)))
	i := slices.Index(words, "from")
	if i < 0 || i+1 == len(words) {
		return false
	}
	table := strings.Trim(words[i+1], "`\"[];")
	return identifyingField(strings.TrimSuffix(table, "s"))
}
