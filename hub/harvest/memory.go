package harvest

import (
	"context"
	"crypto/sha256"
	"slices"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

// memory is what is known of a source from earlier runs.
type memory struct {
	state  store.State
	valid  bool                         // it was read under the same settings, in the same window if that matters
	cursor connectors.Cursor            // where to go on from
	known  map[[16]byte]string          // raw digest -> key; "" for several items of the same bytes
	items  map[string]*item             // by key
	before int                          // how many items there were
	owners map[schema.IRI]*item         // whose own record it is
	stored map[schema.IRI]*past         // the live records; which they are never changes during a run
	came   map[schema.IRI]int           // how many times items speak of a record that is not among these
	wrote  map[schema.IRI]schema.Digest // of records that were written in this run, zero for those that were deleted
	loose  map[schema.IRI]bool          // records of which no item spoke at some moment
	heard  map[schema.IRI]bool          // records of which items say other things since this run
	mask   [16]byte
}

// past is a record as it was stored before the run.
type past struct {
	iri    schema.IRI // the one copy that all references share
	digest schema.Digest
	said   mark // of what is stored; zero when no item says it, or not under these settings
	best   mark // the richest that an item says
	uses   int  // how many times items speak of it by now; the writer's alone
}

// recall loads what is known of a source. Of a record that several items embed,
// the richest version they say is the one stored (see writer); where that does
// not hold, because a run was killed or the provider of a version has gone, the
// items that say the richest are read anew: they are not among the known ones,
// and without a cursor the source cannot be unchanged.
func recall(ctx context.Context, s Store, source schema.SourceID, stamp []byte, w *window) (memory, error) {
	m := memory{known: map[[16]byte]string{}, items: map[string]*item{}, owners: map[schema.IRI]*item{},
		came: map[schema.IRI]int{}, wrote: map[schema.IRI]schema.Digest{}, loose: map[schema.IRI]bool{}, heard: map[schema.IRI]bool{}, mask: w.mask(stamp)}
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
	for iri, k := range m.stored {
		if k.uses == 0 {
			m.loose[iri] = true
		}
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
			m.came[r.IRI]++
			continue
		}
		it.Records[i].IRI = k.iri
		k.uses++
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

// speak counts that one item more, or with -1 one less, speaks of a record.
func (m *memory) speak(iri schema.IRI, by int) {
	if k := m.stored[iri]; k != nil {
		k.uses += by
	} else {
		m.came[iri] += by
	}
	if m.spoken(iri) == 0 {
		m.loose[iri] = true
	}
}

// spoken returns how many times items speak of a record.
func (m *memory) spoken(iri schema.IRI) int {
	if k := m.stored[iri]; k != nil {
		return k.uses
	}
	return m.came[iri]
}

// unspoken returns the records of which no item speaks any more, in order, and
// forgets them.
func (m *memory) unspoken() []schema.IRI {
	var out []schema.IRI
	for iri := range m.loose {
		d, written := m.wrote[iri]
		if m.spoken(iri) == 0 && (written && !d.IsZero() || !written && m.stored[iri] != nil) {
			out = append(out, iri)
		}
	}
	clear(m.loose)
	slices.Sort(out)
	return out
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
