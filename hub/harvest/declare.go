package harvest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/rdf"
)

// Institution is a declared institution.
type Institution struct {
	ID          string
	Names       map[string]string
	Description map[string]string
	URL         string
	Country     string
	SameAs      []string
}

// Dataset is what is declared of a source's content as a whole.
type Dataset struct {
	Source      schema.SourceID
	Institution string
	Names       map[string]string
	Licence     string
	Lang        string
}

// InstitutionIRI returns the IRI of a declared institution's record.
func InstitutionIRI(id string) schema.IRI { return schema.Mint(schema.Hub, "Organization", id) }

// DatasetIRI returns the IRI of a declared source's Dataset record.
func DatasetIRI(id schema.SourceID) schema.IRI { return schema.Mint(schema.Hub, "Dataset", string(id)) }

// Declare keeps the hub's own records: its vocabularies as they are drafted, an
// Organization for each declared institution and a Dataset for each source.
// Those no longer declared are deleted.
func (r *Runner) Declare(ctx context.Context, vocabularies []schema.Draft, institutions []Institution, datasets []Dataset) error {
	drafts := slices.Clone(vocabularies)
	for _, i := range institutions {
		b := schema.Build(schema.Hub, "Organization", i.ID)
		texts(b, "name", i.Names)
		texts(b, "description", i.Description)
		b.Put("url", i.URL)
		for _, s := range i.SameAs {
			b.Put("sameAs", s)
		}
		if i.Country != "" {
			b.Part("address", "PostalAddress").Put("addressCountry", i.Country)
		}
		drafts = append(drafts, draft(b))
	}
	for _, d := range datasets {
		b := schema.Build(schema.Hub, "Dataset", string(d.Source))
		texts(b, "name", d.Names)
		b.Put("license", d.Licence)
		b.Put("inLanguage", d.Lang)
		b.Link("publisher", InstitutionIRI(d.Institution))
		drafts = append(drafts, draft(b))
	}
	stored, err := r.Store.Digests(ctx, schema.Hub)
	if err != nil {
		return fmt.Errorf("declared records: %w", err)
	}
	batch := store.Batch{Source: schema.Hub}
	for _, d := range drafts {
		canonical := d.Graph.Canonical()
		if digest, ok := stored[d.IRI]; !ok || digest != rdf.DigestOf(canonical) {
			rec := schema.SealCanonical(d, canonical, schema.Hub, r.Now())
			batch.Changes = append(batch.Changes, store.Change{Op: store.Create, Record: rec})
		}
		delete(stored, d.IRI)
	}
	gone := make([]schema.IRI, 0, len(stored))
	for iri := range stored {
		gone = append(gone, iri)
	}
	slices.Sort(gone)
	for _, iri := range gone {
		batch.Changes = append(batch.Changes, deletion(iri, schema.Hub, "withdrawn"))
	}
	if len(batch.Changes) == 0 {
		return nil
	}
	if _, err := r.Store.Apply(ctx, batch); err != nil {
		return fmt.Errorf("declared records: %w", err)
	}
	if r.Wake != nil {
		r.Wake()
	}
	return nil
}

func draft(b *schema.Builder) schema.Draft {
	d, _ := b.Draft() // the configuration was checked when it was read
	return d
}

func texts(b *schema.Builder, prop string, byLang map[string]string) {
	for _, lang := range slices.Sorted(maps.Keys(byLang)) { // of two spellings of one language always the same counts
		b.Text(prop, lang, byLang[lang])
	}
}

// deletion returns the change that deletes a record.
func deletion(iri schema.IRI, source schema.SourceID, reason string) store.Change {
	class, _, _ := iri.Local()
	rec := schema.Record{IRI: iri, Source: source}
	if c := schema.ClassAt(class); c != nil {
		rec.Class = c.Name
	}
	return store.Change{Op: store.Delete, Reason: reason, Record: rec}
}
