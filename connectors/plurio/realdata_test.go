package plurio_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/plurio"
	"moselle/schema/rdf/rdftest"
	wire "moselle/schema/wire/plurio"
)

// TestRealFiles reads every file of the family, which are the schemas and no
// feeds: each ends in a sentence.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(rdftest.Data(t, "plurio"), "*"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, path := range files {
		c, err := plurio.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if len(r.Items) > 0 || r.Err != nil || len(r.Refusals) != 1 {
			t.Errorf("%s: %d items, %d refusals, %v; want one refusal", filepath.Base(path), len(r.Items), len(r.Refusals), r.Err)
			continue
		}
		got[filepath.Base(path)] = r.Refusals[0].Error()
	}
	want := map[string]string{}
	for _, name := range []string{"schema-category-listing.xsd", "schema-export.xsd", "schema-type-listing.xsd"} {
		want[name] = name + ": this is the schema that says how the XML is written, not a feed"
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// declared returns the elements and attributes that a schema declares.
func declared(t *testing.T, path string) (elements, attributes []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for d := xml.NewDecoder(f); ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Local != "element" && e.Name.Local != "attribute" {
			continue
		}
		for _, a := range e.Attr {
			if a.Name.Local == "name" && e.Name.Local == "element" {
				elements = append(elements, a.Value)
			} else if a.Name.Local == "name" {
				attributes = append(attributes, a.Value)
			}
		}
	}
	slices.Sort(elements)
	return slices.Compact(elements), attributes
}

// named returns the elements and attributes that a struct of the format names.
func named(typ reflect.Type, seen map[reflect.Type]bool, elements, attributes map[string]bool) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for i := range typ.NumField() {
		name, option, _ := strings.Cut(typ.Field(i).Tag.Get("xml"), ",")
		if strings.HasPrefix(option, "attr") {
			attributes[name] = true
		} else {
			for part := range strings.SplitSeq(name, ">") {
				elements[part] = true
			}
		}
		named(typ.Field(i).Type, seen, elements, attributes)
	}
}

// TestEveryElementIsKnown holds that each element of the schema of exports is
// one the format's structs have, but for those that no element of it leads to,
// and that README.md says of each what becomes of it.
func TestEveryElementIsKnown(t *testing.T) {
	t.Parallel()
	elements, attributes := declared(t, rdftest.Data(t, "plurio/schema-export.xsd"))
	if len(elements) != 100 {
		t.Errorf("the schema of exports declares %d elements, want 100", len(elements))
	}
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	known, flags := map[string]bool{"plurio": true}, map[string]bool{}
	named(reflect.TypeOf(wire.Document{}), map[reflect.Type]bool{}, known, flags)
	nowhere := map[string]string{"export_xsd_types": "declared, and part of no element"}
	for _, name := range elements {
		if !known[name] && nowhere[name] == "" {
			t.Errorf("element %s is not one that is read", name)
		}
		if !strings.Contains(string(text), "`"+name+"`") {
			t.Errorf("README.md does not say what becomes of element %s", name)
		}
	}
	credentials := map[string]string{"username": "of the reader's access to Plurio.net", "password": "of the reader's access to Plurio.net"}
	for _, name := range attributes {
		if !flags[name] && credentials[name] == "" {
			t.Errorf("attribute %s is not one that is read", name)
		}
	}
}
