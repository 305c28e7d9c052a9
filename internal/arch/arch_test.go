// Package arch holds the architecture as tests: which package may import
// which, and what stays out of the code that reads pages.
package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "pressclip"

// may lists, for each package, which others of the module its code may import.
// The tests of a package may import more.
var may = map[string][]string{
	"":                  {"internal/cli"},
	"internal/cli":      {"internal/batch", "internal/source", "internal/charset", "internal/spelling", "internal/simhash", "extract", "output"},
	"internal/batch":    {"internal/source", "extract"},
	"internal/source":   {"internal/unpack", "internal/warc", "internal/mhtml", "internal/bplist", "internal/feed", "internal/weburl"},
	"internal/unpack":   {},
	"internal/feed":     {"internal/charset"},
	"internal/mhtml":    {"internal/charset"},
	"internal/bplist":   {},
	"internal/warc":     {"internal/unpack"},
	"output":            {"extract", "internal/spelling"},
	"extract":           {"internal/charset", "internal/jsonld", "internal/dates", "internal/quotes", "internal/weburl", "internal/lens"},
	"internal/train":    {"extract", "internal/lens"},
	"internal/bench":    {"internal/bulk"},
	"internal/bulk":     {"internal/charset"},
	"internal/lens":     {},
	"internal/spelling": {},
	"internal/simhash":  {},
	"internal/charset":  {},
	"internal/jsonld":   {},
	"internal/dates":    {},
	"internal/quotes":   {},
	"internal/weburl":   {},
	"internal/golden":   {},
	"internal/trial":    {},

	"internal/quotescore": {},
	"internal/acceptance": {},
	"internal/arch":       {},
}

// forTests are the packages that only tests import.
var forTests = []string{"internal/golden", "internal/quotescore", "internal/trial"}

// readers are the packages that see pages: on their paths there is no regexp,
// whose time depends on the pattern.
var readers = []string{"extract", "internal/charset", "internal/jsonld", "internal/dates", "internal/quotes", "internal/weburl"}

// A file is one Go file of the module that is no test.
type file struct {
	dir  string // its package's folder, "" for the module's root
	name string // with its folder
	ast  *ast.File
}

// sources parses the module's Go files, tests left out.
func sources(t *testing.T) []file {
	t.Helper()
	root := os.DirFS(filepath.Join("..", ".."))
	var files []file
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != "." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata"):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		files = append(files, file{strings.TrimPrefix(path.Dir(name), "."), name, parsed})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("found only %d files", len(files))
	}
	return files
}

// imports are the paths that f imports.
func (f file) imports() []string {
	var paths []string
	for _, spec := range f.ast.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, `"`))
	}
	return paths
}

func TestImportsPointDown(t *testing.T) {
	for _, f := range sources(t) {
		allowed, known := may[f.dir]
		if !known {
			t.Errorf("%s: package %q has no row in this test", f.name, f.dir)
		}
		for _, imported := range f.imports() {
			ours, ok := strings.CutPrefix(imported, module+"/")
			if ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s", f.name, imported)
			}
		}
	}
}

func TestForbiddenImports(t *testing.T) {
	for _, f := range sources(t) {
		reads := slices.Contains(readers, f.dir)
		for _, imported := range f.imports() {
			switch {
			case imported == "net/http":
				t.Errorf("%s imports net/http: nothing here uses the network", f.name)
			case imported == "regexp" && reads:
				t.Errorf("%s imports regexp", f.name)
			case imported == "golang.org/x/net/html" && !mayTokenize(f):
				t.Errorf("%s imports x/net/html: tokens stay in extract/scan*.go", f.name)
			}
		}
	}
}

// Nothing that the command links knows the network, whoever imports it.
func TestNoNetwork(t *testing.T) {
	list := exec.Command("go", "list", "-deps", module)
	list.Dir = filepath.Join("..", "..")
	out, err := list.Output()
	if err != nil {
		t.Skipf("go list: %v", err)
	}
	for name := range strings.Lines(string(out)) {
		if name = strings.TrimSpace(name); name == "net" || name == "net/http" {
			t.Errorf("the command links %s", name)
		}
	}
}

// mayTokenize reports whether f may see tokens.
func mayTokenize(f file) bool {
	switch f.dir {
	case "extract":
		return strings.HasPrefix(path.Base(f.name), "scan")
	case "internal/bulk":
		return path.Base(f.name) == "tokens.go" // the floor to compare with
	}
	return slices.Contains(readers, f.dir)
}

// A tree of the page would need memory in proportion to it, and x/net's parser
// refuses pages of 512 open elements.
func TestNoTree(t *testing.T) {
	for _, f := range sources(t) {
		if !slices.Contains(f.imports(), "golang.org/x/net/html") {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if x, isName := selected(s, ok); isName && x == "html" && strings.HasPrefix(s.Sel.Name, "Parse") {
				t.Errorf("%s calls html.%s", f.name, s.Sel.Name)
			}
			return true
		})
	}
}

// selected is the name before the dot.
func selected(s *ast.SelectorExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	x, isName := s.X.(*ast.Ident)
	if !isName {
		return "", false
	}
	return x.Name, true
}

// Packages for tests stay out of the command.
func TestNoTestCode(t *testing.T) {
	for _, f := range sources(t) {
		for _, imported := range f.imports() {
			if imported == "testing" && !slices.Contains(forTests, f.dir) {
				t.Errorf("%s imports testing", f.name)
			}
		}
	}
}
