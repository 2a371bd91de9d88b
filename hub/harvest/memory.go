package harvest

import (
	"context"
	"crypto/sha256"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

// memory is what is known of a source from earlier runs.
type memory struct {
	state  store.State
	valid  bool                 // it was read under the same settings, in the same window if that matters
	cursor connectors.Cursor    // where to go on from
	known  map[[16]byte]string  // raw digest -> key; "" for several items of the same bytes
	items  map[string]*item     // by key
	before int                  // how many items there were
	owners map[schema.IRI]*item // whose own record it is
	stored map[schema.IRI]*past // the live records; never changed during a run
	mask   [16]byte
}

// past is a record as it was stored before the run.
type past struct {
	iri    schema.IRI // the one copy that all references share
	digest schema.Digest
	said   mark // of what is stored; zero when no item says it, or not under these settings
	best   mark // the richest that an item says
}

// recall loads what is known of a source. Of a record that several items embed,
// the richest version they say is the one stored (see writer); where that does
// not hold, because a run was killed or the provider of a version has gone, the
// items that say the richest are read anew: they are not among the known ones,
// and without a cursor the source cannot be unchanged.
func recall(ctx context.Context, s Store, source schema.SourceID, stamp []byte, w *window) (memory, error) {
	m := memory{known: map[[16]byte]string{}, items: map[string]*item{}, owners: map[schema.IRI]*item{}, mask: w.mask(stamp)}
	var err error
	if m.state, err = s.State(ctx, source); err != nil {
		return m, err
	}
	if m.valid = w.recall(m.state.Validator, stamp); m.valid {
		m.cursor = m.state.Cursor
	}
	digests, err := s.Digests(ctx, source)
	if err != nil {
		return m, err
	}
	m.stored = make(map[schema.IRI]*past, len(digests))
	for iri, d := range digests {
		m.stored[iri] = &past{iri: iri, digest: d}
	}
	for it, err := range s.Items(ctx, source) {
		if err != nil {
			return m, err
		}
		m.add(it)
	}
	m.before = len(m.items)
	for key, it := range m.items {
		if m.doubtful(it) {
			if !m.state.Midway { // what is left of a run is read first
				m.cursor = nil
			}
		} else if it.raw != ([16]byte{}) {
			if _, twice := m.known[it.raw]; twice {
				key = ""
			}
			m.known[it.raw] = key
		}
	}
	return m, nil
}

func (m *memory) add(it store.ItemState) {
	kept := &item{refs: it.Records, raw: it.Raw}
	m.items[it.Key] = kept
	for i, r := range it.Records {
		k := m.stored[r.IRI]
		if k == nil {
			continue
		}
		it.Records[i].IRI = k.iri
		if i == 0 {
			m.owners[k.iri] = kept
		}
		if m.valid && says(r.Digest, k.digest) {
			k.said = r.Digest
		}
		if richer(r.Digest, k.best) {
			k.best = r.Digest
		}
	}
}

// doubtful reports whether the item says something that should be stored and is not.
func (m *memory) doubtful(it *item) bool {
	for i, r := range it.refs {
		k := m.stored[r.IRI]
		if k == nil {
			continue
		}
		if i == 0 && !says(r.Digest, k.digest) || m.owners[k.iri] == nil && r.Digest == k.best && richer(k.best, k.said) {
			return true
		}
	}
	return false
}

// rawDigest identifies raw bytes read under the settings and in the window of
// this run: under others nothing is recognised, however far a run with these has come.
func (m *memory) rawDigest(raw []byte) (d [16]byte) {
	if len(raw) == 0 {
		return d
	}
	sum := sha256.Sum256(raw)
	for i := range d {
		d[i] = sum[i] ^ m.mask[i]
	}
	return d
}
