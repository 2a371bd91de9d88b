package shacl_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/shacl"
	"moselle/schema/rdf/turtle"
)

const (
	mf   = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
	sht  = "http://www.w3.org/ns/shacl-test#"
	here = "file:///suite/" // stands for the folder of the suite
)

// The W3C suite of the core has no case that is left out: all its constraints
// are known.
const casesOfSuite = 98

func TestSuite(t *testing.T) {
	t.Parallel()
	dir := rdftest.Data(t, "shacl/w3c__data-shapes/data-shapes-test-suite/tests/core")
	s := suite{dir: dir}
	cases := s.cases(t, "manifest.ttl")
	if len(cases) != casesOfSuite {
		t.Fatalf("%d cases in the manifests, want %d", len(cases), casesOfSuite)
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { s.run(t, c) })
	}
}

type suite struct{ dir string }

type suiteCase struct {
	name         string
	data, shapes string // file names
	want         *rdf.Graph
	report       rdf.Term
}

// graph reads a file of the suite, by its name from the suite's folder.
func (s suite) graph(t *testing.T, name string) *rdf.Graph {
	t.Helper()
	file, err := os.Open(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	g := &rdf.Graph{}
	for q, err := range turtle.Read(file, here+name, false) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		g.Add(q.Triple)
	}
	return g
}

// cases goes through a manifest and those it includes.
func (s suite) cases(t *testing.T, name string) (out []suiteCase) {
	t.Helper()
	g := s.graph(t, name)
	self := rdf.NewIRI(here + name)
	for _, include := range objects(g, self, mf+"include") {
		out = append(out, s.cases(t, strings.TrimPrefix(include.Value, here))...)
	}
	for _, list := range objects(g, self, mf+"entries") {
		for _, entry := range members(g, list) {
			action := one(g, entry, mf+"action")
			out = append(out, suiteCase{
				name:   path.Join(path.Dir(name), path.Base(entry.Value)),
				data:   strings.TrimPrefix(one(g, action, sht+"dataGraph").Value, here),
				shapes: strings.TrimPrefix(one(g, action, sht+"shapesGraph").Value, here),
				want:   g,
				report: one(g, entry, mf+"result"),
			})
		}
	}
	return out
}

func (s suite) run(t *testing.T, c suiteCase) {
	shapes, err := shacl.Parse(s.graph(t, c.shapes))
	if err != nil {
		t.Fatalf("Parse = %v, want no error", err)
	}
	data := s.graph(t, c.data)
	results := shapes.Validate(data)
	conforms := one(c.want, c.report, shacl.Namespace+"conforms").Value == "true"
	if conforms != (len(results) == 0) {
		t.Errorf("conforms = %v, want %v", len(results) == 0, conforms)
	}
	var want, got []string
	for _, r := range objects(c.want, c.report, shacl.Namespace+"result") {
		want = append(want, expected(c.want, r))
	}
	for _, r := range results {
		got = append(got, line(r))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("Validate =\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	again, err := shacl.Parse(shapes.Graph())
	if err != nil {
		t.Fatalf("Parse of Graph = %v, want no error", err)
	}
	if n := len(again.Validate(data)); n != len(results) {
		t.Errorf("%d results after the shapes were written, want %d", n, len(results))
	}
}

// line gives a result as the suite compares it: blank nodes by nothing but that
// they are, for their labels differ.
func line(r shacl.Result) string {
	return format(r.Focus, r.Path, r.Value, r.Component(), string(r.Severity()), r.Shape.ID)
}

func format(focus rdf.Term, path *shacl.Path, value rdf.Term, component, severity string, source rdf.Term) string {
	for _, t := range []*rdf.Term{&focus, &value, &source} {
		if t.Kind == rdf.Blank {
			t.Value = "b"
		}
	}
	p := ""
	if path != nil {
		p = path.String()
	}
	term := func(t rdf.Term) string { return string(rdf.AppendTerm(nil, t)) }
	return fmt.Sprint(term(focus), " | ", p, " | ", term(value), " | ", component, " | ", severity, " | ", term(source))
}

// expected gives a result of a report in the same way. Its path is read as that
// of a shape.
func expected(g *rdf.Graph, r rdf.Term) string {
	var p *shacl.Path
	if at := one(g, r, shacl.Namespace+"resultPath"); at.Kind != rdf.None {
		shape := rdf.NewIRI("urn:shape")
		h := &rdf.Graph{}
		copyNode(g, h, at)
		h.Add(rdf.Triple{S: shape, P: rdf.NewIRI(shacl.Namespace + "path"), O: at},
			rdf.Triple{S: shape, P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(shacl.Namespace + "PropertyShape")})
		shapes, err := shacl.Parse(h)
		if err != nil {
			return err.Error()
		}
		p = shapes.Shape(shape).Path
	}
	return format(one(g, r, shacl.Namespace+"focusNode"), p, one(g, r, shacl.Namespace+"value"),
		one(g, r, shacl.Namespace+"sourceConstraintComponent").Value,
		one(g, r, shacl.Namespace+"resultSeverity").Value,
		one(g, r, shacl.Namespace+"sourceShape"))
}

// copyNode copies what is said of a blank node and of those it leads to.
func copyNode(from, to *rdf.Graph, t rdf.Term) {
	if t.Kind != rdf.Blank || len(to.Subject(t)) > 0 {
		return
	}
	to.Add(from.Subject(t)...)
	for _, v := range from.Subject(t) {
		copyNode(from, to, v.O)
	}
}

func objects(g *rdf.Graph, s rdf.Term, p string) (out []rdf.Term) {
	for t := range g.About(s) {
		if t.P.Value == p {
			out = append(out, t.O)
		}
	}
	return out
}

// one returns the first value, or no term.
func one(g *rdf.Graph, s rdf.Term, p string) rdf.Term {
	return append(objects(g, s, p), rdf.Term{})[0]
}

func members(g *rdf.Graph, list rdf.Term) (out []rdf.Term) {
	for list.Kind == rdf.Blank {
		out = append(out, one(g, list, rdf.RDF+"first"))
		list = one(g, list, rdf.RDF+"rest")
	}
	return out
}
