package linkedart_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

// dump is CIDOC CRM as museums' dumps have it, with what such dumps say twice.
const dump = `
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
@prefix aat: <http://vocab.getty.edu/aat/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://data.tarn.example/> .
:o1 a crm:E22_Man-Made_Object ; rdfs:label "Hills" ; <http://xmlns.com/foaf/0.1/homepage> <https://tarn.example/o1> ;
  crm:P102_has_title [ a crm:E35_Title ; rdf:value "Hills"@en ; crm:P2_has_type aat:300404670 ], [ a crm:E35_Title ; rdf:value "Collines"@fr ] ;
  crm:P1_is_identified_by [ a crm:E42_Identifier ; rdf:value "1932.14" ; crm:P2_has_type aat:300312355 ] ;
  crm:P41i_was_classified_by [ a crm:E17_Type_Assignment ; crm:P42_assigned aat:300033618 ] ;
  crm:P108i_was_produced_by [ a crm:E12_Production ; crm:P14_carried_out_by :p1 ; crm:P7_took_place_at :l1 ;
    crm:P4_has_time-span [ rdfs:label "1900" ; crm:P82a_begin_of_the_begin "1900-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ; crm:P82b_end_of_the_end "1900-12-31"^^<http://www.w3.org/2001/XMLSchema#date> ] ] ;
  crm:P46_is_composed_of [ a crm:E18_Physical_Thing ; rdfs:label "Overall" ; crm:P43_has_dimension [ rdf:value "19.30" ; crm:P91_has_unit "cm" ; crm:P2_has_type :height ] ] ;
  crm:P67i_is_referred_to_by [ a crm:E33_Linguistic_Object ; rdf:value "Gift" ; crm:P2_has_type aat:300026687 ] ;
  crm:P3_has_note "A painting of hills." ; crm:P138i_has_representation <https://img.tarn.example/1.jpg> ;
  crm:P52_has_current_owner :m .
aat:300033618 rdfs:label "paintings" .
<https://img.tarn.example/1.jpg> a crm:E38_Image .
:m a crm:E40_Legal_Body ; rdfs:label "Tarn Museum" .
:p1 a crm:E39_Actor ; rdfs:label "Vale, Ada" ; crm:P131_is_identified_by [ a crm:E82_Actor_Appellation ; rdfs:label "x" ; rdf:value "Vale, Ada" ] ;
  crm:P92i_was_brought_into_existence_by [ crm:P4_has_time-span [ crm:P82a_begin_of_the_begin "1871" ; crm:P82b_end_of_the_end "1871" ] ] ;
  crm:P107i_is_current_or_former_member_of <https://data.tarn.example/nationality/hill> ; <http://www.w3.org/2004/02/skos/core#exactMatch> <http://vocab.getty.edu/ulan/500000001> .
:l1 a crm:E53_Place ; rdfs:label "Tarn" ; crm:P87_is_identified_by [ a crm:E47_Spatial_Coordinates ; rdf:value "49°30' N" ], [ a crm:E47_Spatial_Coordinates ; rdf:value "6°15' W" ] ; crm:P89_falls_within :l1 .
:b1 a crm:E12_Production .
:v1 a crm:E7_Activity ; rdfs:label "Loan of Hills" ; crm:P2_has_type aat:300055863 ; crm:P4_has_time-span [ crm:P82a_begin_of_the_begin "1949-01-01" ] .
`

func TestVocabulary(t *testing.T) {
	t.Parallel()
	g := &rdf.Graph{}
	for q, err := range turtle.Format().Decode(strings.NewReader(dump), "") {
		if err != nil {
			t.Fatal(err)
		}
		g.Add(q.Triple)
	}
	v := linkedart.Vocabulary()
	read := v.Open(conntest.Env(t, "dump.ttl"))
	for _, c := range []struct {
		id    string
		class string
		want  []string
	}{
		{"o1", "Work", []string{"name Collines", "name Hills", "dateCreated 1900", "size Overall: height 19.3 cm", "creditText Gift", "description A painting of hills.", "dateText 1900", "url https://tarn.example/o1"}},
		{"p1", "Person", []string{"name Vale, Ada", "birthDate 1871", "sameAs http://vocab.getty.edu/ulan/500000001"}},
		{"l1", "Place", []string{"name Tarn", "latitude 49.5", "longitude -6.25"}},
		{"b1", "", nil},
		{"v1", "", nil},
	} {
		thing := rdf.NewIRI("https://data.tarn.example/" + c.id)
		if _, ok := connectors.ReaderOf([]connectors.Vocabulary{v}, g, thing); ok != (c.id != "b1") {
			t.Errorf("ReaderOf(%s) = %v, want %v", c.id, ok, c.id != "b1")
		}
		if c.class == "" {
			if it, err := read(g, thing, c.id); err == nil {
				t.Errorf("%s is read as %v, want it refused", c.id, it.Drafts)
			}
			continue
		}
		it, err := read(g, thing, c.id)
		if err != nil {
			t.Fatalf("%s: %v", c.id, err)
		}
		var got []string
		for s := range it.Drafts[0].Graph.All() {
			name := s.P.Value[strings.LastIndexAny(s.P.Value, "/#")+1:]
			if slices.ContainsFunc(c.want, func(w string) bool { return strings.HasPrefix(w, name+" ") }) && (s.S.Value == string(it.Drafts[0].IRI) || strings.HasSuffix(name, "tude")) {
				got = append(got, name+" "+s.O.Value)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if d := cmp.Diff(c.want, got); d != "" || it.Drafts[0].Class != c.class || it.Key != thing.Value {
			t.Errorf("%s: %s %s (-want +got):\n%s", c.id, it.Drafts[0].Class, it.Key, d)
		}
	}
}
