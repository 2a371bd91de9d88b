package quality

import "moselle/schema/crosswalk/edm"

// languageFixes are the codes of properties that lack a language.
var languageFixes = map[edm.Property]string{
	edm.Title: "title.language", edm.Alternative: "alternative.language", edm.Description: "description.language",
	edm.Subject: "subject.language", edm.Kind: "type.language", edm.HasType: "genre.language", edm.Medium: "material.language",
	edm.Spatial: "place.language", edm.CurrentLocation: "location.language", edm.Temporal: "period.language", edm.Rights: "rights.language",
}

// elementFixes are the elements a source is most likely to know, each with the
// group it would add.
var elementFixes = []struct {
	property edm.Property
	class    edm.Class
	code     string
}{
	{edm.Creator, edm.Agent, "creator.missing"},
	{edm.Created, edm.TimeSpan, "created.missing"},
	{edm.Kind, edm.Concept, "type.missing"},
	{edm.Medium, edm.Concept, "material.missing"},
	{edm.Subject, edm.Concept, "subject.missing"},
	{edm.Spatial, edm.Place, "depicted.missing"},
	{edm.CurrentLocation, edm.Place, "location.missing"},
}

// classFixes complete a class, by class.
var classFixes = [...]string{edm.Agent: "creator.life", edm.Concept: "subject.authority", edm.Place: "depicted.position", edm.TimeSpan: "period.span"}

// fixes are what stands between the record and a higher metadata tier: of the
// three parts, those that hold it where it is. Of missing elements and of classes
// to complete any that are left will do.
func (m *Metadata) fixes() []Fix {
	if m.Tier == TierC {
		return nil
	}
	l, e, k := m.Language.Tier, m.Enabling.Tier, m.Classes.Tier
	var out []Fix
	// add takes a fix of a part that stands at old and would stand at better,
	// beside the two other parts.
	add := func(code string, old, better, other, third Tier) {
		if old > m.Tier {
			return // another part holds the record back
		}
		f := Fix{Code: code, For: metadataGrade(m.Tier + 1), Next: true}
		if t := min(better, other, third); t > m.Tier {
			f.Lifts = metadataGrade(t)
		}
		out = append(out, f)
	}
	with := m.Language.Properties - len(m.Language.without)
	for _, p := range m.Language.without {
		if code := languageFixes[p]; code != "" {
			add(code, l, languageTier(with+1, m.Language.Properties), e, k)
		}
	}
	for _, x := range elementFixes {
		if !m.Enabling.elements.has(x.property) {
			add(x.code, e, enablingTier(m.Enabling.elements.len()+1, (m.Enabling.groups|1<<x.class).len()), l, k)
		}
	}
	for class, code := range classFixes {
		if m.Classes.complete&(1<<class) == 0 {
			add(code, k, classesTier(m.Classes.complete.len()+1), l, e)
		}
	}
	return out
}

func metadataGrade(t Tier) string {
	return [...]string{"metadata:0", "metadata:A", "metadata:B", "metadata:C"}[t]
}
