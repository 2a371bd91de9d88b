package catalog

import (
	"cmp"
	"context"
	"slices"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
)

// SourceInfo is what is said of a source as a whole.
type SourceInfo struct {
	ID      string         `json:"id"`
	Page    string         `json:"page"`              // its page in the asked language
	Quality string         `json:"quality"`           // address of its quality
	Dataset *Named         `json:"dataset,omitempty"` // its content as a whole
	By      *Named         `json:"publisher,omitempty"`
	Records int            `json:"records"`
	Classes map[string]int `json:"classes"` // live records by class
	Run     *Run           `json:"lastRun,omitempty"`
}

// Sources lists the sources that the hub holds records of, by id; page and langs
// are as for Cards.
func (c *Catalog) Sources(ctx context.Context, page string, langs []string) ([]SourceInfo, error) {
	byID, err := c.counted(ctx, page)
	if err != nil {
		return nil, err
	}
	out := make([]SourceInfo, 0, len(byID))
	for _, s := range byID {
		if err := c.describe(ctx, s, langs); err != nil {
			return nil, err
		}
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b SourceInfo) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// Source returns one source; fault.NotFound when the hub holds nothing of it.
func (c *Catalog) Source(ctx context.Context, id, page string, langs []string) (SourceInfo, error) {
	byID, err := c.counted(ctx, page)
	if err != nil {
		return SourceInfo{}, err
	}
	s := byID[id]
	if s == nil {
		return SourceInfo{}, fault.New(fault.NotFound, "there is no source %q, or nothing has been read of it yet", id)
	}
	if err := c.describe(ctx, s, langs); err != nil {
		return SourceInfo{}, err
	}
	return *s, nil
}

// counted gives the sources by id with the numbers of their records. The hub's
// own records are of no source.
func (c *Catalog) counted(ctx context.Context, page string) (map[string]*SourceInfo, error) {
	counts, err := c.Store.Count(ctx)
	if err != nil {
		return nil, err
	}
	byID := map[string]*SourceInfo{}
	for _, n := range counts {
		if n.Source == schema.Hub || n.Records == 0 {
			continue
		}
		id := string(n.Source)
		s := byID[id]
		if s == nil {
			s = &SourceInfo{ID: id, Page: c.SourcePage(page, id), Quality: c.SourceQuality(id), Classes: map[string]int{}}
			byID[id] = s
		}
		s.Records += n.Records
		s.Classes[n.Class] += n.Records
	}
	return byID, nil
}

// describe adds the dataset and the publisher, which each of the source's
// records names, and the last report.
func (c *Catalog) describe(ctx context.Context, s *SourceInfo, langs []string) error {
	runs, err := c.Store.Runs(ctx, schema.SourceID(s.ID), 1)
	if err != nil {
		return err
	}
	if len(runs) > 0 {
		s.Run = &runs[0]
		s.Run.Declared = "" // says nothing to anybody else
		for i, m := range s.Run.Missing {
			s.Run.Missing[i].IRI = schema.IRI(c.ID(m.IRI))
		}
	}
	q := allOf(s.ID)
	q.Size = 1
	found, err := c.Search(ctx, q)
	if err != nil || len(found.Hits) == 0 {
		return err
	}
	e := found.Hits[0].Entity
	linked, err := c.Linked(ctx, []*Entity{e}, "isPartOf", "sdPublisher")
	if err != nil {
		return err
	}
	for _, n := range c.named(e.Node.Refs("isPartOf"), linked, langs) {
		if linked[n.IRI].Class == "Dataset" {
			s.Dataset = &n
			break
		}
	}
	if by := c.named(e.Node.Refs("sdPublisher"), linked, langs); len(by) > 0 {
		s.By = &by[0]
	}
	return nil
}

// SourceOf returns the id of the source whose content a dataset is, "" for a
// dataset that no record belongs to.
func (c *Catalog) SourceOf(ctx context.Context, dataset schema.IRI) (string, error) {
	found, err := c.Search(ctx, Query{Related: []schema.IRI{dataset}, Size: 1})
	if err != nil || len(found.Hits) == 0 {
		return "", err
	}
	return string(found.Hits[0].Source), nil
}

// Reported identifies what counts over whole sources are made of: the state of
// records and index, and the newest report of a harvest.
func (c *Catalog) Reported(ctx context.Context) (string, error) {
	runs, err := c.Store.Runs(ctx, "", 1)
	if err != nil {
		return "", err
	}
	state := c.State(Query{})
	if len(runs) > 0 {
		state += ":" + string(runs[0].Source) + runs[0].Ended.Format(time.RFC3339Nano)
	}
	return state, nil
}
