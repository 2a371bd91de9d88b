package rdfxml_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("<e:A><e:p>", 600)
	many := `<!DOCTYPE x [<!ENTITY a "` + strings.Repeat("x", 1000) + `"><!ENTITY b "` + strings.Repeat("&a;", 1000) + `"><!ENTITY c "` + strings.Repeat("&b;", 1000) + `">]>`
	tests := []struct{ name, in, want string }{
		{"relative without base", `<e:A xmlns:e="http://e/" xmlns:rdf="` + rdf.RDF + `" rdf:about="x"/>`, "line 1, column 82: rdf:about: <x> is a relative IRI, and the document names no base to resolve it by"},
		{"unknown prefix", "<a>\n<e:A/></a>", "line 1, column 1: the element a has no namespace, so that it names no class or property"},
		{"prefix undeclared", document(`<x:A/>`), "line 2, column 1: the prefix x is not declared with xmlns:x"},
		{"tags crossed", document(`<e:A><e:p>é</e:A></e:p>`), "line 2, column 12: </e:A> stands where </e:p> is due"},
		{"cut off", head + `<e:A><e:p>x`, "line 1, column 121: the document ends before </e:p>"},
		{"bare ampersand", document(`<e:A><e:p>a & b</e:p></e:A>`), `line 2, column 13: a bare "&" stands here; write &amp;`},
		{"HTML entity", document(`<e:A><e:p>a&nbsp;b</e:p></e:A>`), "line 2, column 12: the entity &nbsp; is not declared; write the character itself"},
		{"control character", document("<e:A><e:p>a\x01</e:p></e:A>"), "line 2, column 12: the control character U+0001 may not stand in XML"},
		{"reference to a control character", document("<e:A><e:p>&#1;</e:p></e:A>"), `line 2, column 11: "&#1;" begins no reference to a character of XML`},
		{"not UTF-8", document("<e:A><e:p>\xe9</e:p></e:A>"), "line 2, column 11: not UTF-8; save the file in the encoding it declares"},
		{"not UTF-8 in a value", document("<e:A e:p='\xe9'/>"), "line 2, column 11: not UTF-8; save the file in the encoding it declares"},
		{"not the declared encoding", "<?xml version='1.0' encoding='iso-8859-7'?>" + document("<e:A><e:p>\xff</e:p></e:A>"), "line 2, column 11: no character of the encoding that the file declares"},
		{"unknown encoding", `<?xml version="1.0" encoding="x-klingon"?><a/>`, "line 1, column 1: the declared encoding x-klingon is not one the document can be in; save it in UTF-8"},
		{"attribute twice", document(`<e:A e:p="1" e:p="2"/>`), "line 2, column 14: the attribute e:p stands twice"},
		{"attribute twice by namespace", document(`<e:A xmlns:f="http://e/" e:p="1" f:p="2"/>`), "line 2, column 34: the attribute f:p stands twice"},
		{"value without quotes", document(`<e:A e:p=1/>`), "line 2, column 6: the value of the attribute e:p is not in quotes"},
		{"element in a value", document(`<e:A e:p="<b>"/>`), `line 2, column 11: "<" stands in the value of an attribute; write &lt;`},
		{"two roots", head + "</rdf:RDF>\n<a/>", "line 2, column 1: a second element stands beside the document's one"},
		{"empty", "", "line 1, column 1: the document has no element: not XML"},
		{"not XML", "\n{\"a\": 1}", "line 2, column 1: text stands outside the document's element: not XML"},
		{"language tag", document(`<e:A><e:p xml:lang="fr_FR">x</e:p></e:A>`), `line 2, column 11: xml:lang="fr_FR" is not a language tag such as fr or de-LU`},
		{"ID twice", document("<e:A rdf:ID='a'/>\n<e:A rdf:ID='a'/>"), `line 3, column 6: rdf:ID="a" stands a second time`},
		{"relative namespace", document(`<x:A xmlns:x="x"/>`), "line 2, column 1: the namespace and name <xA> make no absolute IRI"},
		{"text beside a node", document("<e:A><e:p>x<e:B/></e:p></e:A>"), `line 2, column 12: an element stands within the text of a property; markup needs rdf:parseType="Literal"`},
		{"two nodes", document("<e:A><e:p><e:B/><e:B/></e:p></e:A>"), "line 2, column 17: a second node element stands within a property, which holds one"},
		{"too deep", document(deep), "line 2, column 5116: more than 1024 elements are nested"},
		{"entities without end", many + document("<e:A><e:p>&c;</e:p></e:A>"), "line 2, column 11: in the entity &b;: the entities come to more than 8 MB of text, and to more than 100 times the document"},
		{"entities without end in a value", many + document("<e:A e:p='&c;'/>"), "line 2, column 11: the entities come to more than 8 MB of text, and to more than 100 times the document"},
		{"entity of itself", `<!DOCTYPE x [<!ENTITY a "&a;">]>` + document("<e:A><e:p>&a;</e:p></e:A>"), "line 2, column 11: in the entity &a;: more than 16 entities are nested, or &a; refers to itself"},
		{"external entity", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + document("<e:A><e:p>&a;</e:p></e:A>"), "line 2, column 11: the entity &a; lies outside the document and is not fetched"},
		{"parameter entity", `<!DOCTYPE x [<!ENTITY % a SYSTEM "http://a/"> %a;]><x/>`, "line 1, column 47: parameter entities are not expanded; write out what they stand for"},
		{"attribute default", `<!DOCTYPE x [<!ATTLIST x y CDATA "z">]><x/>`, "line 1, column 14: defaults of attributes in the document type are not read; write the attributes out"},
		{"entity that closes", `<!DOCTYPE x [<!ENTITY a "</e:p>">]>` + document("<e:A><e:p>&a;</e:A>"), "line 2, column 11: in the entity &a;: </e:p> closes an element that was opened outside the entity"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rdftest.Read(rdfxml.Format(), strings.NewReader(tt.in))
			if err == nil || err.Error() != tt.want {
				t.Errorf("Decode = %v, want %s", err, tt.want)
			}
		})
	}
}

func TestDecodeExpandsEntities(t *testing.T) {
	t.Parallel()
	in := `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF PUBLIC "x" "http://not.fetched.example/x.dtd" [
  <!-- it's one --> <?pi '?>
  <!ELEMENT a (b|c)*> <!ATTLIST a b CDATA #IMPLIED>
  <!ENTITY e 'http://e/'>
  <!ENTITY s "&e;s&#38;lt;">
  <!ENTITY s "not this one">
  <!ENTITY m "<e:p>&s; and</e:p>">
]>
` + document(`<e:A rdf:about="&e;a">&m;<e:p rdf:resource="&e;o"/></e:A>`)
	quads, err := rdftest.Read(rdfxml.Format(), strings.NewReader(in))
	if err != nil || len(quads) != 3 {
		t.Fatalf("Decode = %v, %v, want 3 triples", quads, err)
	}
	if got, want := quads[1].O, rdf.NewString("http://e/s< and"); got != want {
		t.Errorf("text = %v, want %v", got, want)
	}
	if got, want := quads[2].O, rdf.NewIRI("http://e/o"); got != want {
		t.Errorf("IRI = %v, want %v", got, want)
	}
}

// TestIllFormed has published files end in a refusal that says where.
func TestIllFormed(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"malformedFile.xml": "line 2, column 1: text stands outside the document's element: not XML",
		"invalid_xml.xml":   "line 2, column 1: the element root has no namespace, so that it names no class or property",
		"oaiListIdentifiersIncorrectMetadataPrefix.xml": "line 2, column 1: the XML declaration may only stand at the very beginning",
	}
	dir := rdftest.Data(t, "edm")
	for name, want := range want {
		paths, err := filepath.Glob(dir + "/*/*/src/test/resources/" + name)
		if more, _ := filepath.Glob(dir + "/*/*/*/src/test/resources/" + name); len(more) > 0 {
			paths = append(paths, more...)
		}
		if err != nil || len(paths) != 1 {
			t.Fatalf("%s: %v, %v", name, paths, err)
		}
		f, err := os.Open(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		quads, err := rdftest.Read(rdfxml.Format(), f)
		f.Close()
		if err == nil || err.Error() != want || len(quads) > 0 {
			t.Errorf("%s: %d quads, %v, want %s", name, len(quads), err, want)
		}
	}
}
