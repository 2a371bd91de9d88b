package harvest

import (
	"log/slog"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
)

// sealed is a draft made ready to store.
type sealed struct {
	draft     schema.Draft
	canonical []byte
	digest    schema.Digest
	mark      mark
	record    schema.Record // zero until it is needed
}

// sealer completes drafts with what is declared of their source and makes
// records of those that are likely to be stored; the writer makes the others
// that it turns out to need.
type sealer struct {
	envelope
	terms  *mapper
	hidden secrets
	source schema.SourceID
	stored map[schema.IRI]*past
	done   map[schema.IRI]mark // of embedded records: what was made last
	now    time.Time
	day    time.Time // now in the source's zone
	log    *slog.Logger
}

func newSealer(h *harvest) *sealer {
	day := h.now
	if h.source.Zone != nil {
		day = day.In(h.source.Zone)
	}
	return &sealer{envelope: newEnvelope(h.source), terms: h.terms, hidden: h.hidden, source: h.source.ID, stored: h.stored, done: map[schema.IRI]mark{},
		now: h.now, day: day, log: h.Log.With("source", h.source.ID)}
}

// step prepares an item, or makes a refusal of it.
func (z *sealer) step(st *step) {
	it := &st.item
	if st.refusal != nil || it.Same || it.Deleted {
		return
	}
	if st.refusal = refusalOf(*it); st.refusal != nil {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			st.records = nil
			st.refusal = connectors.Refuse(it.Key, it.Where, "", "", "%v", crash(z.log, "the program failed over this item", p))
		}
	}()
	endRights(it, z.day)
	st.records = make([]sealed, len(it.Drafts))
	for i, d := range it.Drafts {
		st.records[i] = z.seal(d, i == 0)
	}
	it.Faults = z.stands(it.Drafts[0].Class, it.Faults)
	it.Drafts = nil
}

func (z *sealer) seal(d schema.Draft, own bool) sealed {
	add := z.terms.concepts(d)
	z.complete(d)
	z.hidden.hideIn(&d)
	d.Graph.Add(add...) // only now: a graph is sorted anew when it is read after it grew
	s := sealed{draft: d, canonical: d.Graph.Canonical()}
	s.digest = rdf.DigestOf(s.canonical)
	s.mark = markOf(s.canonical, s.digest)
	if k := z.stored[d.IRI]; k != nil && k.digest == s.digest {
		return s
	}
	if !own {
		if z.done[d.IRI] == s.mark {
			return s // a painter of thousands of works
		}
		z.done[d.IRI] = s.mark
	}
	s.make(z.source, z.now)
	return s
}

// make makes the record, unless that was done before, and lets go of the rest.
func (s *sealed) make(source schema.SourceID, now time.Time) {
	if s.record.IRI == "" {
		s.record = schema.SealCanonical(s.draft, s.canonical, source, now)
		s.draft.Graph, s.canonical = nil, nil
	}
}

// refusalOf returns the refusal of an item whose faults refuse it, or of which
// nothing came.
func refusalOf(it connectors.Item) *connectors.Refusal {
	if faults := schema.Refused(it.Faults); len(faults) > 0 {
		return &connectors.Refusal{Key: it.Key, Where: it.Where, Faults: faults}
	}
	if len(it.Drafts) == 0 {
		return connectors.Refuse(it.Key, it.Where, "", "", "nothing was found in it that could be kept")
	}
	return nil
}
