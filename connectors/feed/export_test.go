package feed

import (
	"context"

	"moselle/connectors"
)

// Entry is what a document says of an entry, for the comparison with what another
// reader makes of it.
type Entry struct {
	ID, Title, Link, Summary, Content, Published string
	Categories                                   []string
}

// Entries reads the entries of the document that env leads to.
func Entries(ctx context.Context, env connectors.Env) (all []Entry, err error) {
	c, err := open(Settings{Pages: 1}, env)
	if err != nil {
		return nil, err
	}
	body, err := env.Open(ctx, env.Location, nil)
	if err != nil {
		return nil, err
	}
	for range connectors.List(env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r := &run{connector: c.(*connector), Listing: l, ctx: ctx, visited: map[string]bool{}, page: 1}
		r.each = func(e *entry, _ string) error {
			out := Entry{ID: e.id, Title: e.title, Link: e.link, Summary: e.summary, Content: e.content, Published: e.published}
			for _, c := range e.categories {
				out.Categories = append(out.Categories, c.term)
			}
			all = append(all, out)
			return nil
		}
		err = r.one(body, "")
		return nil, nil
	}) {
	}
	return all, err
}
