package rdftest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// Tool is a program of others that converts between formats.
type Tool struct {
	Name, Package string // as Debian calls them
	quiet         string
	rdfxml        bool // it knows this format
}

// Tools returns the programs that the formats are measured and compared with.
func Tools() []Tool {
	return []Tool{{"rapper", "raptor2-utils", "-q", true}, {"serdi", "serdi", "-q", false}}
}

// Base is the base IRI that the tools are given.
const Base = "http://base.example/dir/file"

// command converts a file to standard output, from and to what the tool calls
// the formats.
func (tool Tool) command(t testing.TB, program, path, from, to string) *exec.Cmd {
	return exec.CommandContext(t.Context(), program, tool.quiet, "-i", from, "-o", to, path, Base)
}

// Compare reads every file of the real data that the tool and the format are
// both to read, and wants the same quads of both, or of neither. Want is the
// least number of files.
func (tool Tool) Compare(t *testing.T, f rdf.Format, want int) {
	program, err := exec.LookPath(tool.Name)
	if err != nil {
		Absent(t, tool.Name+" (Debian package "+tool.Package+")")
	}
	files := RealFiles(t, f.Ext)
	if len(files) < want {
		t.Fatalf("%d files, want at least %d", len(files), want)
	}
	for _, path := range files {
		if differ := tool.differ(t, program, f, path); differ != "" {
			t.Errorf("%s: %s", path, differ)
		}
	}
}

// differ says how the tool's reading of a file parts from the format's.
func (tool Tool) differ(t *testing.T, program string, f rdf.Format, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := collect(f.Decode(bytes.NewReader(data), Base))
	out, wantErr := tool.command(t, program, path, f.Name, "nquads").Output()
	if err != nil || wantErr != nil {
		if (err == nil) != (wantErr == nil) {
			return fmt.Sprintf("Decode = %v, %s says %v", err, tool.Name, wantErr)
		}
		return ""
	}
	want, err := collect(ntriples.ReadLines(bytes.NewReader(out), true))
	if err != nil {
		return fmt.Sprintf("%s writes what is no N-Quads: %v", tool.Name, err)
	}
	if !Isomorphic(got, want) {
		return fmt.Sprintf("Decode yields %d quads, %s %d, and they are not the same", len(got), tool.Name, len(want))
	}
	return ""
}
