package iiif

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// maxDocument bounds one document, which is held in memory as a whole.
const maxDocument = 16 << 20

// document is what stands at an address.
type document struct {
	wire.Object
	kind      wire.Kind
	location  string    // where it was read, after redirects
	root      *document // what the source is, of which it is a part; nil for that itself
	validator []byte
	raw       []byte
	faults    []schema.Fault // about its text as a whole
}

// load reads the document at a location.
func (c *connector) load(ctx context.Context, location string, since []byte) (*document, error) {
	body, err := c.env.Open(ctx, location, since)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, maxDocument+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxDocument {
		return nil, fmt.Errorf("larger than %d MB: divide it into several", maxDocument>>20)
	}
	if connectors.FormOf(data) != connectors.JSON {
		return nil, connectors.Instead(data[:min(len(data), 4096)], "a IIIF manifest or collection")
	}
	d := &document{location: body.Location, validator: body.Validator, raw: data}
	var note string
	if d.Object, note, err = wire.Parse(data); err != nil {
		return nil, err
	}
	if note != "" {
		d.faults = append(d.faults, schema.Fault{Message: note})
	}
	d.kind = d.Kind()
	return d, nil
}

// key returns the key of a document that nothing lists: its own address, else
// that under which it was read, else the name of the file.
func (d *document) key() string {
	if id := d.ID(); connectors.IsWeb(id) || strings.HasPrefix(id, "urn:") {
		return id
	}
	return connectors.Name(d.location)
}

// foreign says what a document is that is none of those that are read.
func (d *document) foreign() error {
	if types := d.Types(); len(types) > 0 && d.IsOurs() {
		return fmt.Errorf("this is one of IIIF's documents (%s), but describes no work: give the source the address of the manifest or the collection",
			schema.Excerpt(path.Base(types[0])))
	}
	return fmt.Errorf(`this is JSON, but no IIIF manifest or collection: it does not say "type": "Manifest" or "type": "Collection"`)
}

// unlike says what a document is where a list promises another kind.
func (d *document) unlike(promised string) error {
	switch d.kind {
	case wire.KindManifest:
		return fmt.Errorf("it is a manifest, not the %s that it is listed as", promised)
	case wire.KindCollection:
		return fmt.Errorf("it is a collection, not the %s that it is listed as", promised)
	case wire.KindChanges:
		return fmt.Errorf("it is a list of changes, not the %s that it is listed as", promised)
	}
	return d.foreign()
}
