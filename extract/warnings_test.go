package extract_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pressclip/extract"
)

// TestWarningCodes holds that each code that is declared is listed and has a
// message, in the order of the constants.
func TestWarningCodes(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "warnings.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Warn") {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			declared = append(declared, code)
		}
		return true
	})
	if got := extract.WarningCodes(); len(got) == 0 || !slices.Equal(got, declared) {
		t.Errorf("listed %q\ndeclared %q", got, declared)
	}
	for _, code := range declared {
		var a extract.Article
		a.Warn(code)
		if len(a.Warnings) != 1 || a.Warnings[0].Code != code || a.Warnings[0].Message == "" {
			t.Errorf("%s: %q", code, a.Warnings)
		}
	}
	var a extract.Article
	if a.Warn("no_such_code"); a.Warnings != nil {
		t.Errorf("an unknown code adds %q", a.Warnings)
	}
}
