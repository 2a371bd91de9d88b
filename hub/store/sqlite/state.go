package sqlite

import (
	"cmp"
	"slices"

	"moselle/hub/store"
	"moselle/schema"
)

// state is what the table of records says of one.
type state struct {
	iri    schema.IRI
	seq    store.Seq
	live   bool
	class  string
	source schema.SourceID
	digest schema.Digest
}

// states returns what is known of the records that changes are about.
func (c *conn) states(changes []store.Change) (map[schema.IRI]state, error) {
	iris := make([]schema.IRI, len(changes))
	for i, ch := range changes {
		iris[i] = ch.Record.IRI
	}
	out := make(map[schema.IRI]state, len(changes))
	for args := range chunks(iris) {
		err := c.each("SELECT iri, seq, live, class, source, digest FROM records WHERE iri "+placeholders, args,
			func(scan func(...any) error) (bool, error) {
				var st state
				var digest []byte
				err := scan(&st.iri, &st.seq, &st.live, &st.class, &st.source, &digest)
				copy(st.digest[:], digest)
				out[st.iri] = st
				return true, err
			})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// writeStates brings the table of records and the counts from before to after.
func (c *conn) writeStates(before, after map[schema.IRI]state) error {
	counts := map[store.Count]int{} // by class and source
	sorted := make([]state, 0, len(after))
	for _, st := range after {
		sorted = append(sorted, st)
	}
	slices.SortFunc(sorted, func(a, b state) int { return cmp.Compare(a.iri, b.iri) })
	for _, st := range sorted {
		old := before[st.iri]
		if old.live {
			counts[store.Count{Class: old.class, Source: old.source}]--
		}
		if st.live {
			counts[store.Count{Class: st.class, Source: st.source}]++
		}
		if err := c.put(old, st); err != nil {
			return err
		}
	}
	for k, n := range counts {
		if n == 0 {
			continue
		}
		if err := c.exec("INSERT INTO counts (class, source, records) VALUES (?,?,?) ON CONFLICT DO UPDATE SET records = records + excluded.records",
			k.Class, string(k.Source), n); err != nil {
			return err
		}
	}
	return nil
}

func (c *conn) put(old, st state) error {
	if old.live && st.live && old.class == st.class && old.source == st.source {
		// Leaves the indexes alone.
		return c.exec("UPDATE records SET seq = ?, digest = ? WHERE iri = ?", int64(st.seq), st.digest[:], string(st.iri))
	}
	var digest any
	if st.live {
		digest = st.digest[:]
	}
	return c.exec(`INSERT INTO records (iri, seq, live, class, source, digest) VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET
		seq = excluded.seq, live = excluded.live, class = excluded.class, source = excluded.source, digest = excluded.digest`,
		string(st.iri), int64(st.seq), st.live, st.class, string(st.source), digest)
}
