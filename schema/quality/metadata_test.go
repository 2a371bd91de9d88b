package quality_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/crosswalk/edm"
	"moselle/schema/quality"
)

// literals makes an object with texts: with of the properties in a language,
// the others not.
func literals(with int, properties ...edm.Property) *edm.CHO {
	c := &edm.CHO{}
	for i, p := range properties {
		v := edm.Value{Text: "x"}
		if i < with {
			v.Lang = "fr"
		}
		c.Props = append(c.Props, edm.Prop{Property: p, Values: []edm.Value{v}})
	}
	return c
}

// readable are the properties of which Europeana asks a language.
var readable = []edm.Property{edm.Coverage, edm.Description, edm.Format, edm.Relation, edm.Rights, edm.Source, edm.Subject, edm.Title, edm.Kind,
	edm.Alternative, edm.HasPart, edm.IsPartOf, edm.IsReferencedBy, edm.Medium, edm.Provenance, edm.References, edm.Spatial,
	edm.TableOfContents, edm.Temporal, edm.CurrentLocation, edm.HasType, edm.IsRelatedTo}

func TestLanguageThresholds(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		with, of int
		want     quality.Tier
	}{
		{0, 0, quality.Tier0}, {0, 4, quality.Tier0}, {1, 5, quality.Tier0}, {5, 21, quality.Tier0}, {5, 20, quality.TierA}, {1, 4, quality.TierA},
		{2, 5, quality.TierA}, {10, 21, quality.TierA}, {2, 4, quality.TierB}, {1, 2, quality.TierB}, {2, 3, quality.TierB}, {15, 21, quality.TierB},
		{3, 4, quality.TierC}, {15, 20, quality.TierC}, {1, 1, quality.TierC}, {22, 22, quality.TierC},
	} {
		l := quality.MetadataOf(literals(tc.with, readable[:tc.of]...)).Language
		if l.Tier != tc.want || l.Properties != tc.of || len(l.Without) != tc.of-tc.with {
			t.Errorf("language of %d of %d = %v, %d properties, %d without; want %v", tc.with, tc.of, l.Tier, l.Properties, len(l.Without), tc.want)
		}
	}
}

// TestLanguageOfLinks: a link counts for a label in a language, but not for that
// of an agent; properties that are no texts are not asked.
func TestLanguageOfLinks(t *testing.T) {
	t.Parallel()
	labelled := func(class edm.Class, lang string) edm.Value {
		x := &edm.Context{ID: "urn:x", Class: class, Props: []edm.Prop{{Property: edm.PrefLabel, Values: []edm.Value{{Text: "x", Lang: lang}}}}}
		return edm.Value{Ref: x.ID, Context: x}
	}
	for _, tc := range []struct {
		name     string
		property edm.Property
		value    edm.Value
		want     quality.Tier
	}{
		{"concept", edm.Subject, labelled(edm.Concept, "fr"), quality.TierC},
		{"place", edm.Spatial, labelled(edm.Place, "fr"), quality.TierC},
		{"time span", edm.Temporal, labelled(edm.TimeSpan, "fr"), quality.TierC},
		{"agent", edm.Subject, labelled(edm.Agent, "fr"), quality.Tier0},
		{"no language", edm.Subject, labelled(edm.Concept, ""), quality.Tier0},
		{"bare link", edm.Subject, edm.Value{Ref: "urn:x"}, quality.Tier0},
		{"creator", edm.Creator, edm.Value{Text: "x", Lang: "fr"}, quality.Tier0},
	} {
		c := &edm.CHO{Props: []edm.Prop{{Property: tc.property, Values: []edm.Value{tc.value}}}}
		if got := quality.MetadataOf(c).Language.Tier; got != tc.want {
			t.Errorf("%s: language = %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestEnablingThresholds(t *testing.T) {
	t.Parallel()
	type props = []edm.Property
	for _, tc := range []struct {
		props props
		want  quality.Tier
	}{
		{props{edm.Title, edm.Description, edm.Subject, edm.HasType}, quality.Tier0},
		{props{edm.Created}, quality.TierA},
		{props{edm.Created, edm.Creator}, quality.TierA},
		{props{edm.Created, edm.Issued, edm.Temporal}, quality.TierA}, // three elements, one group
		{props{edm.Created, edm.Creator, edm.Medium}, quality.TierB},
		{props{edm.Created, edm.Issued, edm.Creator}, quality.TierB},
		{props{edm.Created, edm.Issued, edm.Temporal, edm.Publisher}, quality.TierC},
		{props{edm.Format, edm.Kind, edm.Medium, edm.Spatial, edm.CurrentLocation}, quality.TierC},
	} {
		e := quality.MetadataOf(literals(0, tc.props...)).Enabling
		if e.Tier != tc.want {
			t.Errorf("enabling elements of %v = %v (%v in %v), want %v", tc.props, e.Tier, e.Elements, e.Groups, tc.want)
		}
	}
}

// TestEnablingLinks: a subject counts only for what it leads to.
func TestEnablingLinks(t *testing.T) {
	t.Parallel()
	c := &edm.CHO{}
	for _, p := range []struct {
		property edm.Property
		class    edm.Class
	}{{edm.Subject, edm.Place}, {edm.HasMet, edm.Agent}, {edm.HasMet, edm.TimeSpan}, {edm.HasType, edm.Concept}} {
		x := &edm.Context{ID: "urn:x", Class: p.class}
		c.Props = append(c.Props, edm.Prop{Property: p.property, Values: []edm.Value{{Ref: x.ID, Context: x}}})
	}
	e := quality.MetadataOf(c).Enabling
	if d := cmp.Diff([]string{"personal", "geographical", "temporal"}, e.Groups); d != "" || e.Tier != quality.TierA {
		t.Errorf("groups (-want +got):\n%s\ntier %v, want A for two elements", d, e.Tier)
	}
}

func TestClassThresholds(t *testing.T) {
	t.Parallel()
	text := func(p edm.Property) edm.Prop { return edm.Prop{Property: p, Values: []edm.Value{{Text: "x"}}} }
	label := text(edm.PrefLabel)
	agent := &edm.Context{Class: edm.Agent, Props: []edm.Prop{label, text(edm.BirthPlace)}}
	concept := &edm.Context{Class: edm.Concept, Props: []edm.Prop{label, text(edm.ExactMatch)}}
	place := &edm.Context{Class: edm.Place, Props: []edm.Prop{label, text(edm.Lat), text(edm.Long)}}
	span := &edm.Context{Class: edm.TimeSpan, Props: []edm.Prop{text(edm.Begin), text(edm.End)}}
	type contexts = []*edm.Context
	for name, tc := range map[string]struct {
		contexts contexts
		want     quality.Tier
	}{
		"none":         {nil, quality.TierA},
		"agent":        {contexts{agent}, quality.TierB},
		"two agents":   {contexts{agent, agent}, quality.TierB},
		"bare agent":   {contexts{{Class: edm.Agent, Props: []edm.Prop{label}}}, quality.TierA},
		"nameless":     {contexts{{Class: edm.Agent, Props: []edm.Prop{text(edm.BirthDate)}}}, quality.TierA},
		"concept":      {contexts{concept}, quality.TierB},
		"bare concept": {contexts{{Class: edm.Concept, Props: []edm.Prop{label}}}, quality.TierA},
		"place":        {contexts{place}, quality.TierB},
		"half place":   {contexts{{Class: edm.Place, Props: []edm.Prop{label, text(edm.Lat)}}}, quality.TierA},
		"span":         {contexts{span}, quality.TierB},
		"open span":    {contexts{{Class: edm.TimeSpan, Props: []edm.Prop{label, text(edm.Begin)}}}, quality.TierA},
		"two classes":  {contexts{agent, span}, quality.TierC},
		"all classes":  {contexts{agent, concept, place, span}, quality.TierC},
	} {
		if got := quality.MetadataOf(&edm.CHO{Contexts: tc.contexts}).Classes; got.Tier != tc.want {
			t.Errorf("%s: classes = %+v, want %v", name, got, tc.want)
		}
	}
}
