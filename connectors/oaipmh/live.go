package oaipmh

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	wire "moselle/schema/wire/oaipmh"
)

// harvestLive asks a repository what it is and offers, then for its records.
func (c *connector) harvestLive(ctx context.Context, l *connectors.Listing, from connectors.Cursor) (connectors.Cursor, error) {
	cur := parseCursor(from)
	repo, err := c.identify(ctx)
	if err != nil {
		return nil, err
	}
	prefix, err := c.choose(ctx)
	if err != nil {
		return nil, err
	}
	begin := c.fresh(cur, prefix, repo)
	next := newAhead(c.env)
	defer next.close()
	if rest, ok := c.resumed(cur.Stand, begin.until); ok {
		r := &run{connector: c, ahead: next, l: l, cur: cur, plan: rest}
		if err := r.sets(ctx); err == nil || r.begun || ctx.Err() != nil {
			return r.end(repo, err)
		} // the list is gone: from the beginning, as if nothing had been read
	}
	r := &run{connector: c, ahead: next, l: l, cur: cur, plan: begin}
	return r.end(repo, r.sets(ctx))
}

// end returns the cursor of a complete run. Changes are asked for from a granule
// before the repository's own moment, as others may have been written in it.
func (r *run) end(repo *wire.Repository, err error) (connectors.Cursor, error) {
	switch {
	case err != nil:
		return nil, err
	case r.l.Empty() && r.changes:
		return nil, connectors.ErrUnchanged
	case r.l.Empty():
		return nil, r.l.Refuse(connectors.Nothing(r.env.Location, "the repository lists no record%s", r.asked()))
	}
	next := cursor{Since: r.started.Add(-repo.Granularity.Step()), Full: r.cur.Full}
	if !r.changes {
		next.Full = r.env.Now().UTC()
	}
	return next.encode(), nil
}

// asked says what the settings narrow a list to.
func (r *run) asked() string {
	s := ""
	if len(r.Sets) > 0 {
		s += " of " + strings.Join(r.Sets[:min(len(r.Sets), 5)], ", ")
	}
	if r.from != "" {
		s += " from " + r.from
	}
	if r.until != "" {
		s += " until " + r.until
	}
	if s == "" {
		return ""
	}
	return s + "; look at sets, from and until in the source's settings"
}

// ask sends a request whose answer holds no records.
func (c *connector) ask(ctx context.Context, request wire.Request) (*page, error) {
	body, err := c.env.Open(ctx, request.URL(c.base), nil)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return c.readPage(ctx, body, body.Charset, noRecords, func(*page, *connectors.Refusal) error { return errRecords })
}

// errRecords says that an address is not a repository's.
var errRecords = fmt.Errorf("the address always answers with the same records, so it is a saved answer and no repository; let its name end in .xml, or declare the repository's own address")

func noRecords(*page, *markup.Element) error { return errRecords }

// identify asks the repository what it is.
func (c *connector) identify(ctx context.Context) (*wire.Repository, error) {
	p, err := c.ask(ctx, wire.Request{Verb: wire.Identify})
	switch {
	case err != nil:
		return nil, err
	case p.identity != nil:
		return p.identity, nil
	case len(p.errors) > 0:
		return nil, explain(p.errors, "verb=Identify")
	}
	return nil, p.none()
}

// choose returns the metadata prefix to ask for: the settings', else that of the
// first of our formats which the repository offers. One that does not say what it
// offers has oai_dc, which every repository must have.
func (c *connector) choose(ctx context.Context) (string, error) {
	if c.Prefix != "" {
		return c.Prefix, nil
	}
	p, err := c.ask(ctx, wire.Request{Verb: wire.ListMetadataFormats})
	if err != nil {
		return "", fmt.Errorf("verb=ListMetadataFormats: %w", err)
	}
	if len(p.formats) == 0 {
		return c.formats[len(c.formats)-1].Name, nil
	}
	var offered []string
	for _, name := range c.wanted() {
		for _, o := range p.formats {
			if o.Prefix == name {
				return o.Prefix, nil
			}
		}
		for _, o := range p.formats {
			if o.Prefix != "" && strings.Contains(strings.ToLower(o.Prefix+" "+o.Namespace), name) {
				return o.Prefix, nil
			}
		}
	}
	for _, o := range p.formats[:min(len(p.formats), 20)] {
		offered = append(offered, o.Prefix)
	}
	if slices.Contains(offered, "") {
		return "", fmt.Errorf("verb=ListMetadataFormats names a format without its metadataPrefix; name one by prefix in the source's settings")
	}
	return "", fmt.Errorf("the repository offers %s, and none of %s, which can be read here; ask it for oai_dc, which OAI-PMH demands of everyone", strings.Join(offered, ", "), c.names())
}

// wanted lists what formats are called, the best first. Qualified Dublin Core says
// more than the simple one.
func (c *connector) wanted() []string {
	var names []string
	for _, f := range c.formats {
		if f.Name == simple {
			names = append(names, "qdc")
		}
		names = append(names, f.Name)
	}
	return names
}
