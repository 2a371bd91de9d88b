package app_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the module's folder as seen from here.
const root = "../.."

// layers say what of the module a package and those below it may import. The
// longest name that fits a package counts. "." stands for the package's own
// folder and those below it.
var layers = map[string][]string{
	"schema":      {"schema"},
	"schema/rdf":  {"schema/rdf", "schema/tree", "schema/vocab"},
	"schema/tree": {},
	"connectors":  {"schema", "connectors", "connectors/dump", "connectors/markup", "connectors/table/sheet", "."},
	"public":      {},

	"connectors/lang": {},

	"hub/api/push":     {"hub/fault", "hub/catalog", "hub/negotiate", "connectors/lang", "schema"},
	"hub/doctor/sight": {"connectors", "schema"},

	"hub":           {"hub/app"},
	"hub/fault":     {},
	"hub/demo":      {},
	"hub/cache":     {"hub/cache", "."},
	"hub/config":    {"hub/fault", "schema"},
	"hub/negotiate": {"hub/fault", "schema"},
	"hub/fetch":     {"hub/fault", "hub/config", "connectors"},
	"hub/store":     {"hub/fault", "schema", "hub/store", "."},
	"hub/search":    {"hub/fault", "schema", "hub/store", "hub/search", "."},
	"hub/follow":    {"hub/fault", "hub/store"},
	"hub/harvest":   {"hub/fault", "hub/store", "connectors", "schema"},
	"hub/doctor":    {"hub/harvest", "hub/store", "connectors", "connectors/lang", "hub/doctor/sight", "schema", "public"},
	"hub/catalog":   {"hub/fault", "hub/store", "hub/search", "hub/cache", "schema"},
	"hub/api":       {"hub/fault", "hub/catalog", "hub/negotiate", "schema", "public", "."},
	"hub/web":       {"hub/fault", "hub/catalog", "hub/negotiate", "connectors/lang", "schema", "public"},

	// The wiring, and what tests all of it.
	"hub/app":         {"hub", "connectors", "schema", "public"},
	"hub/api/apitest": {"hub", "schema"},
	"connectors/all":  {"connectors"},
}

// exact are the folders of which only the package itself may be imported, never
// one below it: an interface's package is not a way to its backends.
var exact = []string{"hub/cache", "hub/store", "hub/search", "hub/api", "connectors", "hub/config"}

// TestImports holds the direction in which packages know one another.
func TestImports(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for file, imports := range sources(t) {
		pkg := path.Dir(file)
		layer, allowed := layerOf(pkg)
		seen[layer] = true
		for _, to := range imports {
			if !slices.ContainsFunc(allowed, func(from string) bool { return fits(pkg, layer, from, to) }) {
				t.Errorf("%s imports %s; packages of %s may import of this module: %v", file, to, layer, allowed)
			}
		}
	}
	for layer := range layers {
		if !seen[layer] {
			t.Errorf("there is no package of %s any more", layer)
		}
	}
}

// layerOf returns the longest name that fits and what it allows.
func layerOf(pkg string) (string, []string) {
	for name := pkg; name != "."; name = path.Dir(name) {
		if allowed, ok := layers[name]; ok {
			return name, allowed
		}
	}
	return pkg, nil
}

func fits(pkg, layer, allowed, to string) bool {
	switch {
	case allowed == ".": // its own branch: connectors/ics/… for connectors/ics
		own := strings.TrimPrefix(pkg, layer+"/")
		own, _, _ = strings.Cut(own, "/")
		return own != pkg && below(to, layer+"/"+own)
	case slices.Contains(exact, allowed) && layer != "hub/app" && layer != "connectors/all":
		return to == allowed
	}
	return below(to, allowed)
}

func below(name, folder string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }

// sources returns the module's imports of itself by file, tests left out.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		out[filepath.ToSlash(name)] = nil
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to, ok := strings.CutPrefix(imported, "moselle/"); ok {
				out[filepath.ToSlash(name)] = append(out[filepath.ToSlash(name)], to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestTopLevel holds what stands at the top of the repository; what .gitignore
// names is the reader's own.
func TestTopLevel(t *testing.T) {
	t.Parallel()
	names := []string{"hub", "connectors", "schema", "public", "go.mod", "go.sum", "docker-compose.yml", "README.md", "Makefile", "LICENSE"}
	ignored, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(ignored)) {
		names = append(names, strings.Trim(strings.TrimSpace(line), "/"))
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(names, e.Name()) {
			t.Errorf("%s stands at the top level, where only %v may", e.Name(), names)
		}
	}
}

// TestBackendsAreNamedOnce looks for the name of a backend outside the wiring.
func TestBackendsAreNamedOnce(t *testing.T) {
	t.Parallel()
	for file, imports := range sources(t) {
		for _, to := range imports {
			parent := path.Dir(to)
			if slices.Contains([]string{"hub/store", "hub/search", "hub/cache"}, parent) && !strings.HasSuffix(to, "test") &&
				path.Dir(file) != "hub/app" && !below(path.Dir(file), to) {
				t.Errorf("%s imports the backend %s; only hub/app may", file, to)
			}
		}
	}
}
