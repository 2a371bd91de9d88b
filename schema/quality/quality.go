// Package quality grades records: Europeana's metadata and content tiers of
// works, the hub's own grade of events, how precise a position is, faults of
// space and time, and for each record the fixes that would lift it. It computes
// from a record and what that leads to, keeps nothing and asks nobody; README.md
// explains the grades to institutions.
package quality

import (
	"time"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// Assessment is what is found of one record.
type Assessment struct {
	Event     string    `json:"event,omitempty"`     // E0 to E4, of events
	Metadata  *Metadata `json:"metadata,omitempty"`  // of works
	Content   *Content  `json:"content,omitempty"`   // of works
	Precision string    `json:"precision,omitempty"` // of the position: exact, building, street, municipality, region, unknown or none
	Reuse     string    `json:"reuse,omitempty"`     // of the media: open, restricted, permission or unknown; "" without media
	Flags     []string  `json:"flags,omitempty"`     // codes of faults of space and time
	Fixes     []Fix     `json:"fixes,omitempty"`     // what would make the record better, the next grade's first
	Unknown   []string  `json:"unknown,omitempty"`   // codes of what could not be judged and is not held against the record
	Twin      string    `json:"-"`                   // key that events likely to be the same share; "" for none
}

// Fix is something to mend.
type Fix struct {
	Code  string `json:"code"`            // of Codes
	For   string `json:"for"`             // the grade that asks for it: "E2", "metadata:B", "content:4"
	Lifts string `json:"lifts,omitempty"` // the grade that it would bring by itself
	Next  bool   `json:"next"`            // it stands between the record and its next grade
}

// Options say how to assess; the zero Options will do.
type Options struct {
	History  *History // nil: not known
	MaxYears int      // longest an event lasts that is not permanent, 5 when 0
}

// History is what is known of a record from more than one harvest.
type History struct {
	First     time.Time // when a harvest first listed it
	Last      time.Time // when one last did
	Published time.Time // when its source changed it; zero when the source does not say
	Modified  time.Time // when the hub took that change over
}

// Assess grades a record. linked gives the views of the records it leads to,
// nil for one that is not there. Nothing is changed.
func Assess(n *schema.Node, linked func(schema.IRI) *schema.Node, o Options) Assessment {
	if o.MaxYears == 0 {
		o.MaxYears = 5
	}
	var a Assessment
	a.Reuse = reuse(n)
	switch n.Class.Name {
	case "Event":
		e := newEvent(n, linked, o)
		a.Precision = e.spot.precision
		a.Flags = e.timeFlags
		a.Twin = e.twin()
		a.gradeEvent(e)
	case "Place":
		s := spotOf(n)
		a.Precision, a.Flags = s.precision, s.flags
	case "Work":
		c := edm.View(n, linked, "")
		m, t := MetadataOf(c), ContentOf(c)
		a.Metadata, a.Content = &m, &t
		a.Precision = workPrecision(n, linked)
		a.Fixes = append(m.fixes(), t.fixes()...)
	}
	return a
}

// Grades returns the record's grades as they are counted: "E2", "metadata:B",
// "content:4".
func (a Assessment) Grades() []string {
	var out []string
	if a.Event != "" {
		out = append(out, a.Event)
	}
	if a.Metadata != nil {
		out = append(out, metadataGrade(a.Metadata.Tier))
	}
	if a.Content != nil {
		out = append(out, contentGrade(a.Content.Tier))
	}
	return out
}

// reuse is what may be done with the freest of a record's media.
func reuse(n *schema.Node) string {
	best, rank := "", 0
	for _, prop := range [...]string{"associatedMedia", "image"} {
		for _, v := range n.Values(prop) {
			if v.Part == nil {
				continue
			}
			group, r := "unknown", 1
			switch schema.Reuse(v.Part.String("license")) {
			case schema.ReuseOpen:
				group, r = "open", 4
			case schema.ReuseRestricted:
				group, r = "restricted", 3
			case schema.ReusePermission:
				group, r = schema.ReusePermission, 2
			}
			if r > rank {
				best, rank = group, r
			}
		}
	}
	return best
}
