package schemaorg

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"moselle/connectors"
	"moselle/schema"
)

// harvest reads the location and finds out what it is from how it begins.
func (c *connector) harvest(ctx context.Context, from connectors.Cursor, out *connectors.Listing) (connectors.Cursor, error) {
	body, err := c.env.Open(ctx, c.env.Location, from)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	br := bufio.NewReaderSize(body, 64<<10)
	head, err := br.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch form := formOf(head, body.MediaType); form {
	case connectors.XML:
		pages, err := c.sitemap(ctx, br, body.Location, out)
		if err != nil {
			return nil, err
		}
		return nil, c.crawl(ctx, pages, out)
	case connectors.HTML:
		p, err := c.page(br, body, "")
		if err != nil {
			return nil, err
		}
		return body.Validator, c.whole(ctx, p.document(), out)
	case connectors.JSON:
		err := c.json(ctx, br, body, out)
		return body.Validator, err
	}
	return nil, connectors.Instead(head, "a web page, a sitemap or JSON-LD")
}

// page reads an HTML page. name is what reports call one that is a file.
func (c *connector) page(r io.Reader, body *connectors.Body, name string) (*page, error) {
	contentType := "text/html"
	if body.Charset != "" {
		contentType += "; charset=" + body.Charset
	}
	p, err := readPage(r, contentType)
	if err != nil {
		return nil, err
	}
	p.name = name
	switch {
	case connectors.IsWeb(body.Location):
		p.address, p.name = body.Location, body.Location
	case c.Base != "":
		p.address = resolve(c.Base, name)
	case connectors.IsWeb(p.canonical):
		p.address = p.canonical
	}
	return p, nil
}

// whole hands on what a document that is the whole source holds.
func (c *connector) whole(ctx context.Context, d *document, out *connectors.Listing) error {
	m := c.mapper(d)
	for _, r := range d.refusals {
		if err := out.Refuse(r); err != nil {
			return err
		}
	}
	for f := range m.all() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.hand(out); err != nil {
			return err
		}
	}
	if out.Empty() {
		return c.nothing(d, out)
	}
	return nil
}

// nothing refuses a document that gives no item, with the reason.
func (c *connector) nothing(d *document, out *connectors.Listing) error {
	reason := d.without
	switch {
	case reason != "":
	case len(d.graph.nodes) == 0:
		reason = "no schema.org data found: the list is empty"
	case d.kinds() == "":
		reason = "no schema.org data found: nothing in the JSON-LD has a type of schema.org"
	default:
		reason = "no schema.org data found about what this source is read for: only " + d.kinds()
	}
	where := d.name
	if where == "" {
		where = c.env.Location
	}
	return out.Refuse(connectors.Nothing(where, "%s", reason))
}

// json reads JSON-LD: one document, or a document a line.
func (c *connector) json(ctx context.Context, br *bufio.Reader, body *connectors.Body, out *connectors.Listing) error {
	first, whole, err := connectors.ReadLine(br, connectors.MaxItem)
	if err != nil {
		return err
	}
	if next, _ := br.Peek(1); whole && len(next) > 0 && next[0] == '{' {
		if values, repairs, err := readJSON(string(first)); err == nil && len(values) == 1 && len(repairs) == 0 {
			return c.lines(ctx, first, br, c.baseOf(body), out)
		}
	}
	rest, err := io.ReadAll(br)
	if err != nil {
		return err
	}
	d := newDocument(c.baseOf(body), "", "")
	text, note, err := decode(string(first)+string(rest), body.Charset)
	if err != nil {
		return err
	}
	if err := d.read(text, 1); err != nil {
		return err
	}
	if note != "" {
		d.parts[0].repairs = append(d.parts[0].repairs, schema.Fault{Message: note})
	}
	return c.whole(ctx, d, out)
}

func (c *connector) baseOf(body *connectors.Body) string {
	if c.Base == "" && connectors.IsWeb(body.Location) {
		return body.Location
	}
	return c.Base
}

// decode returns a JSON text as UTF-8. One that is neither UTF-8 nor says what
// else it is, is taken for Windows-1252, as browsers do.
func decode(s, label string) (text, note string, err error) {
	if label == "" || strings.EqualFold(label, "utf-8") {
		if utf8.ValidString(s) {
			return s, "", nil
		}
		label, note = "windows-1252", "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"
		if strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff") {
			label, note = "utf-16", "the text is UTF-16 where JSON has to be UTF-8"
		}
	}
	r, err := charset.NewReaderLabel(label, strings.NewReader(s))
	if err != nil {
		return "", "", fmt.Errorf("encoding %q is not known", label)
	}
	b, err := io.ReadAll(r)
	return string(b), note, err
}
