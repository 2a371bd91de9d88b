package schema

import (
	"bytes"
	"strings"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Days is the span of days on which a medium may be shown; the zero Days are
// without end. Both days are included: what expires on 2026-12-31 is shown on
// that day, in the zone of the hub that shows it.
type Days struct {
	From, Until Moment // zero is open
}

// DaysOf returns the days on which a medium may be shown. One that cannot
// be read holds it back: it was to close something.
func DaysOf(medium *Node) Days {
	read := func(prop string, unreadable int) Moment {
		v := medium.String(prop)
		m, err := ParseMoment(v, time.UTC)
		if v != "" && err != nil {
			m = Moment{Time: time.Date(unreadable, 1, 1, 0, 0, 0, 0, time.UTC), Day: true}
		}
		return m
	}
	return Days{From: read("validFrom", 9999), Until: read("expires", 1970)}
}

// Hold reports whether they include the day that it is at a moment, in its zone.
func (d Days) Hold(now time.Time) bool {
	today := dayNumber(now)
	return (d.From.IsZero() || dayNumber(d.From.in(now)) <= today) && (d.Until.IsZero() || today <= dayNumber(d.Until.in(now)))
}

// in returns the moment in the zone of another; a day is the same everywhere.
func (m Moment) in(other time.Time) time.Time {
	if m.Day {
		return m.Time
	}
	return m.Time.In(other.Location())
}

func dayNumber(t time.Time) int {
	y, m, d := t.Date()
	return y*10000 + int(m)*100 + d
}

// Timed reports whether a record may have media that are shown for some
// days only; where it says no, At changes nothing.
func (r Record) Timed() bool {
	return bytes.Contains(r.View, []byte(`"expires":`)) || bytes.Contains(r.View, []byte(`"validFrom":`))
}

// At returns the record as it may be shown at a moment: without the media whose
// days it is not, in its view and in its triples. ok is false for a record
// that is such a medium itself: nothing of it may be shown. The digest stays
// that of the whole.
func (r Record) At(now time.Time) (shown Record, ok bool, err error) {
	if !r.Timed() {
		return r, true, nil
	}
	n, err := r.Node()
	if err != nil {
		return Record{}, false, err
	}
	if n.Class == media && !DaysOf(n).Hold(now) {
		return Record{}, false, nil
	}
	ended := map[IRI]bool{}
	n = n.without(ended, func(m *Node) bool { return m.Class == media && !DaysOf(m).Hold(now) })
	if len(ended) == 0 {
		return r, true, nil
	}
	r.View = n.AppendJSON(make([]byte, 0, len(r.View)))
	r.Triples = withoutAbout(r.Triples, ended)
	return r, true, nil
}

// without returns the node without the parts that drop names, whose IRIs, and
// those of their own parts, it adds to gone. The node itself is not changed.
func (n *Node) without(gone map[IRI]bool, drop func(*Node) bool) *Node {
	out := *n
	out.Props = make([]Prop, 0, len(n.Props))
	for _, p := range n.Props {
		kept := make([]Value, 0, len(p.Values))
		for _, v := range p.Values {
			if v.Part != nil {
				if drop(v.Part) {
					v.Part.collect(gone)
					continue
				}
				v.Part = v.Part.without(gone, drop)
			}
			kept = append(kept, v)
		}
		if len(kept) > 0 {
			out.Props = append(out.Props, Prop{p.Name, kept})
		}
	}
	return &out
}

func (n *Node) collect(into map[IRI]bool) {
	into[n.ID] = true
	for _, p := range n.Props {
		for _, v := range p.Values {
			if v.Part != nil {
				v.Part.collect(into)
			}
		}
	}
}

// withoutAbout drops the lines of canonical N-Triples that say something of one
// of the nodes, or lead to it.
func withoutAbout(lines []byte, nodes map[IRI]bool) []byte {
	out := make([]byte, 0, len(lines))
	for line := range bytes.Lines(lines) {
		s, rest, _ := strings.Cut(string(line), " ")
		_, o, _ := strings.Cut(rest, " ")
		if !nodes[inBrackets(s)] && !nodes[inBrackets(strings.TrimSuffix(o, " .\n"))] {
			out = append(out, line...)
		}
	}
	return out
}

func inBrackets(term string) IRI {
	if len(term) < 2 || term[0] != '<' {
		return ""
	}
	return IRI(term[1 : len(term)-1])
}

// DropEnded takes the media whose days are over out of a draft's graph and says
// so in faults. Those whose days are to come stay: they are shown when it is
// time, which a source that answers "not changed" would not say again.
func (d Draft) DropEnded(now time.Time) []Fault {
	expires := rdf.NewIRI(vocab.Schema + "expires")
	var faults []Fault
	ended := map[rdf.Term]bool{}
	for t := range d.Graph.All() {
		if t.P != expires {
			continue
		}
		m, err := ParseMoment(t.O.Value, now.Location())
		switch {
		case err != nil || (Days{Until: m}).Hold(now):
		case t.S.Value == string(d.IRI):
			faults = append(faults, Fault{Path: "expires", Value: t.O.Value, Message: "the rights in it have ended: it is kept, but not shown; write a later day if they go on"})
		default:
			ended[t.S] = true
			faults = append(faults, Fault{Path: d.pathTo(t.S) + ".expires", Value: t.O.Value,
				Message: "the rights in this medium have ended: it is left out; write a later day if they go on"})
		}
	}
	if len(ended) == 0 {
		return faults
	}
	kept := &rdf.Graph{}
	for t := range d.Graph.All() {
		if !ended[t.S] && !ended[t.O] {
			kept.Add(t)
		}
	}
	*d.Graph = *kept
	return faults
}

// pathTo returns the property of the record that leads to a part.
func (d Draft) pathTo(part rdf.Term) string {
	for t := range d.Graph.All() {
		if t.O == part {
			if p, _ := ClassNamed(d.Class).byIRI(t.P.Value); p != nil {
				return p.Name
			}
		}
	}
	return "media"
}
