package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the module's folder as seen from here.
const root = "../.."

// folders are where the sentences of reports are made. Of those that end in
// "/..." the folders below count too.
var folders = []string{"connectors/...", "hub/fetch", "hub/harvest", "schema", "schema/calendar", "schema/dateline",
	"schema/wire/activitypub", "schema/wire/ics", "schema/wire/iiif", "schema/wire/ldes", "schema/crosswalk/...", "schema/rdf", "schema/rdf/rdfxml",
	"schema/rdf/ntriples", "schema/rdf/turtle", "schema/rdf/jsonld", "schema/rdf/formats", "schema/tree"}

// wordy are files that hold words of sources or explain properties, not
// sentences of reports.
var wordy = regexp.MustCompile(`^connectors/(profile/link|edm/words|feed/names|table/(words|elements)|plurio/lists|datatourisme/visitors|uitdatabank/terms)\.go$` +
	`|^schema/(crosswalk/iiif/(labels|tongues)|dateline/months|attribution|class|collection|concept|country|dataset|event|fault|label|language|licence_named?|licence_statement|licence_words|media|offer|organization|parse|person|place|read|record|rule|schedule|schema|seal|shape|shaperow|text|work|json)\.go$`)

// quiet are calls whose texts no report shows: for the reference of settings,
// for the log, for patterns and for what only a mistake of ours can bring about.
var quiet = []string{"NewKind", "MustCompile", "panic", "Debug", "Info", "Warn", "Error", "Replace", "ReplaceAll", "Contains", "HasPrefix", "HasSuffix",
	"TrimPrefix", "TrimSuffix", "Cut", "CutPrefix", "Split", "NewReplacer", "Set", "ParseFS", "Fields", "Trim", "SplitSeq", "Index", "EqualFold", "Parse", "Format"}

// params are the names of parameters that take a sentence or a part of one.
var params = []string{"format", "message", "expected", "reason", "note", "hint", "how", "problem", "msg", "want"}

// formats returns the formats of all sentences that a report can show, each
// with the file it stands in.
func formats(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	takers := takersOf(t)
	eachFile(t, func(name string, file *ast.File) {
		s := scan{takers: takers, told: func(format string) {
			if found[format] == "" {
				found[format] = name
			}
		}}
		ast.Walk(s, file)
	})
	return found
}

// literals returns all texts of the source.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	eachFile(t, func(_ string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					out[text] = true
				}
			}
			return true
		})
	})
	return out
}

// eachFile parses every file of the folders but tests.
func eachFile(t *testing.T, do func(name string, file *ast.File)) {
	t.Helper()
	for _, folder := range folders {
		base, deep := strings.CutSuffix(folder, "/...")
		err := filepath.WalkDir(filepath.Join(root, base), func(path string, d fs.DirEntry, err error) error {
			rel, _ := filepath.Rel(root, path)
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || d.Name() == "conntest" || !deep && filepath.ToSlash(rel) != base):
				return fs.SkipDir
			case d.IsDir(), !strings.HasSuffix(path, ".go"), strings.HasSuffix(path, "_test.go"):
				return nil
			}
			if wordy.MatchString(filepath.ToSlash(rel)) {
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err == nil {
				do(filepath.ToSlash(rel), file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// takersOf returns by the names of functions which of their arguments are
// sentences.
func takersOf(t *testing.T) map[string][]int {
	t.Helper()
	takers := map[string][]int{"Errorf": {0}, "New": {0}, "because": {2}}
	eachFile(t, func(_ string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			var name string
			var list *ast.FieldList
			switch n := n.(type) {
			case *ast.FuncDecl:
				name, list = n.Name.Name, n.Type.Params
			case *ast.AssignStmt:
				if len(n.Lhs) == 1 && len(n.Rhs) == 1 {
					id, _ := n.Lhs[0].(*ast.Ident)
					if f, ok := n.Rhs[0].(*ast.FuncLit); ok && id != nil {
						name, list = id.Name, f.Type.Params
					}
				}
			}
			if name == "" || list == nil || slices.Contains(quiet, name) {
				return true
			}
			at := 0
			for _, field := range list.List {
				kind, _ := field.Type.(*ast.Ident)
				for _, p := range field.Names {
					if kind != nil && kind.Name == "string" && slices.Contains(params, p.Name) && !slices.Contains(takers[name], at) {
						takers[name] = append(takers[name], at)
					}
					at++
				}
			}
			return true
		})
	})
	return takers
}

// scan walks a file and tells its sentences.
type scan struct {
	takers map[string][]int
	told   func(string)
}

// Visit implements ast.Visitor.
func (s scan) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.CaseClause:
		if c, ok := n.(*ast.CaseClause); ok {
			for _, stmt := range c.Body {
				ast.Walk(s, stmt)
			}
		}
		return nil
	case *ast.Field: // its tag
		return nil
	case *ast.CallExpr:
		name := called(n)
		if slices.Contains(quiet, name) {
			return nil
		}
		if name == "Sprintf" && len(n.Args) > 0 {
			if f, ok := format(n.Args[0], true); ok && (sentence(f, 2) || place.MatchString(f)) {
				s.told(f)
			}
			for _, a := range n.Args[1:] {
				ast.Walk(s, a)
			}
			return nil
		}
		for i, a := range n.Args {
			if name == "invalid" && i == 0 {
				continue // a code of JSON-LD's specification
			}
			if slices.Contains(s.takers[name], i) {
				if f, ok := format(a, i+1 < len(n.Args) || name == "Errorf"); ok && sentence(f, 2) || ok && name == "Instead" {
					s.told(f)
					continue
				}
			}
			ast.Walk(s, a)
		}
		ast.Walk(s, n.Fun)
		return nil
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			id, ok := left.(*ast.Ident)
			if !ok || len(n.Lhs) != len(n.Rhs) || !slices.Contains(params, id.Name) && id.Name != "is" {
				continue
			}
			if f, ok := format(n.Rhs[i], false); ok && sentence(f, 1) {
				s.told(f)
			}
		}
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && id.Name == "Message" {
			if f, ok := format(n.Value, false); ok && sentence(f, 1) {
				s.told(f)
				return nil
			}
		}
		ast.Walk(s, n.Value)
		return nil
	case *ast.BinaryExpr:
		if n.Op != token.ADD {
			return s
		}
		if f, ok := format(n, false); ok && sentence(f, 2) {
			s.told(f)
			return nil
		}
	case *ast.BasicLit:
		if f, ok := format(n, false); ok && sentence(f, 4) {
			s.told(f)
		}
	}
	return s
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// format returns the format that an expression is or amounts to: texts put
// together by + with %s for what is none; verbs say that it is one by itself.
func format(e ast.Expr, verbs bool) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		s, err := strconv.Unquote(e.Value)
		if !verbs {
			s = percent.ReplaceAllString(s, "%$0")
		}
		return s, err == nil
	case *ast.ParenExpr:
		return format(e.X, verbs)
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return "", false
		}
		x, ok1 := format(e.X, verbs)
		y, ok2 := format(e.Y, verbs)
		if !ok1 {
			x = "%s"
		}
		if !ok2 {
			y = "%s"
		}
		return x + y, ok1 || ok2
	}
	return "", false
}

var (
	verb    = regexp.MustCompile(`%(?:\[\d+\])?[-+#0-9.]*[a-zA-Z%]`)
	percent = regexp.MustCompile(`%(?:[^a-zA-Z%\[+#]|$)`)
	word    = regexp.MustCompile(`(?:^|[ (“"])[a-zA-Z][a-zA-Z'’-]*`)
	place   = regexp.MustCompile(`^(line|row|page|item|cell|sheet|object|record|event|entry) %[dsq]$`)
	// alien are texts that are none for people: patterns, addresses, markup, lists
	// of words that sources use, and what begins with a blank.
	alien = regexp.MustCompile(`^[^a-zA-Z%(]*$|\\[a-z(]|^https?://|^[A-Z][A-Za-z]+(/| [A-Z])|^[./]|[{}<>|^]{2}|\?P<|^\s|[À-ɏ]|^(?:kr lu|entree libre)|(?:avril|aout|decembre|fevrier|janvier|juillet|juin|marz|mee|octobre|septembre) |^IIIF |^en \w+\||^may mai|^x, |^accessible en|^text/|^<oai_dc|application/ld\+json;|^(?:dcat|dct):\w+ `)
)

// sentence reports whether a text is one for people: of so many words at least.
func sentence(s string, words int) bool {
	bare := verb.ReplaceAllString(s, "")
	return !alien.MatchString(s) && len(word.FindAllString(bare, -1)) >= words
}
