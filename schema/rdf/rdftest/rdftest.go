// Package rdftest is what the tests of the formats share: where the outside
// suites lie, their manifests, and the checks that hold for every format.
package rdftest

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/schema/rdf"
)

// Data returns the path of a folder or file of the real data: below
// HUB_REALDATA, or ../shared/data beside the repository. Where it is absent the
// test is skipped aloud; with CI set it fails.
func Data(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("HUB_REALDATA")
	if root == "" {
		root = filepath.Join(repository(t), "..", "shared", "data")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	Absent(t, "real data "+name+": set HUB_REALDATA")
	return ""
}

// RealFiles returns the files of the real data that end in ext, but for those of
// the W3C suites, some of which are wrong on purpose.
func RealFiles(t testing.TB, ext string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(Data(t, "."), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(path) == ext && !strings.Contains(path, "w3c__rdf-tests") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// Absent ends a test for want of what an outside judge needs.
func Absent(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("ABSENT: %s", what)
	}
	t.Skipf("ABSENT, NOT TESTED: %s", what)
}

func repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above the test")
	}
}

// Read decodes a whole document into its quads, up to the first error.
func Read(f rdf.Format, r io.Reader) ([]rdf.Quad, error) { return collect(f.Decode(r, "")) }

func collect(quads iter.Seq2[rdf.Quad, error]) (out []rdf.Quad, err error) {
	for q, err := range quads {
		if err != nil {
			return out, err
		}
		out = append(out, q)
	}
	return out, nil
}

// Lines returns the quads as canonical N-Quads, in their order.
func Lines(quads []rdf.Quad) string {
	var buf []byte
	for _, q := range quads {
		buf = rdf.AppendQuad(buf, q)
	}
	return string(buf)
}

// Graph decodes a whole document of triples into a graph.
func Graph(f rdf.Format, r io.Reader) (*rdf.Graph, error) {
	quads, err := Read(f, r)
	g := &rdf.Graph{}
	for _, q := range quads {
		if q.G.Kind != rdf.None {
			return g, errors.New("a graph is named where triples are expected")
		}
		g.Add(q.Triple)
	}
	return g, err
}
