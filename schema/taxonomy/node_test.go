package taxonomy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

// viewed returns the view of a record that fill builds.
func viewed(t *testing.T, class string, fill func(*schema.Builder)) *schema.Node {
	t.Helper()
	b := schema.Build("town", class, "x")
	b.Text("name", "fr", "X")
	fill(b)
	d, _ := b.Draft()
	n, err := schema.Seal(d, "town", time.Unix(0, 0).UTC()).Node()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestKindsOf(t *testing.T) {
	t.Parallel()
	term := func(prop, iri string) func(*schema.Builder) {
		return func(b *schema.Builder) {
			p := b.Part(prop, "DefinedTerm")
			p.Text("name", "fr", "Mot")
			p.Put("sameAs", iri)
		}
	}
	tests := []struct {
		name, class, kind string
		fill              func(*schema.Builder)
		want              []string
	}{
		{"a type", "Event", "MusicEvent", nil, []string{"event.music"}},
		{"nothing but the class", "Event", "", nil, nil},
		{"a class that is called like a concept", "Dataset", "", nil, nil},
		{"a type that no concept stands for", "Organization", "MusicGroup", nil, nil},
		{"a term below the type", "Event", "MusicEvent", term("additionalType", "moselle:id/concept/event.jazz"), []string{"event.jazz"}},
		{"a term above the type", "Work", "Painting", term("genre", "moselle:id/concept/work.visual"), []string{"work.painting"}},
		{"a term beside the type", "Event", "MusicEvent", term("additionalType", "moselle:id/concept/event.dance"), []string{"event.music", "event.dance"}},
		{"a term of another list", "Event", "", term("additionalType", "http://www.wikidata.org/entity/Q182832"), []string{"event.concert"}},
		{"a term of a scheme that is no kind", "Event", "", term("additionalType", "moselle:id/concept/audience.children"), nil},
	}
	for _, tt := range tests {
		n := viewed(t, tt.class, func(b *schema.Builder) {
			if tt.kind != "" {
				b.Type(tt.kind)
			}
			if tt.fill != nil {
				tt.fill(b)
			}
		})
		var got []string
		for _, c := range taxonomy.KindsOf(n) {
			got = append(got, c.ID())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestFeaturesOf(t *testing.T) {
	t.Parallel()
	with := func(features ...[3]string) *schema.Node { // property, name, present
		return viewed(t, "Place", func(b *schema.Builder) {
			for _, f := range features {
				p := b.Part(f[0], "Feature")
				p.Text("name", "fr", f[1])
				p.Put("present", f[2])
				if f[1] == "ascenseur" || f[1] == "elevator" {
					p.Put("sameAs", "moselle:id/concept/accessibility.lift")
				}
			}
		})
	}
	const own, amenity = "accessibilityFeature", "amenityFeature"
	tests := []struct {
		name string
		from []*schema.Node
		want []string
	}{
		{"there", []*schema.Node{with([3]string{own, "rampe", "true"})}, []string{"rampe"}},
		{"not said is there", []*schema.Node{with([3]string{own, "rampe", ""})}, []string{"rampe"}},
		{"missing", []*schema.Node{with([3]string{own, "rampe", "false"})}, nil},
		{"of the place around", []*schema.Node{with(), with([3]string{own, "rampe", ""})}, []string{"rampe"}},
		{"the nearest counts", []*schema.Node{with([3]string{own, "rampe", "false"}), with([3]string{own, "rampe", "true"})}, nil},
		{"once", []*schema.Node{with([3]string{own, "rampe", ""}), with([3]string{own, "rampe", ""})}, []string{"rampe"}},
		{"a concept under two names", []*schema.Node{with([3]string{own, "ascenseur", "false"}), with([3]string{own, "elevator", "true"})}, nil},
		{"an amenity that is a concept", []*schema.Node{with([3]string{amenity, "ascenseur", ""})}, []string{"ascenseur"}},
		{"an amenity that is none", []*schema.Node{with([3]string{amenity, "vestiaire", ""})}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range taxonomy.FeaturesOf(tt.from...) {
			name, _ := f.Title()
			got = append(got, name)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
