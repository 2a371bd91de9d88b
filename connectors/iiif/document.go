package iiif

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"moselle/connectors"
	"moselle/schema"
)

// maxDocument bounds one document, which is held in memory as a whole.
const maxDocument = 16 << 20

// kind is what a document or an entry of a list is.
type kind int

const (
	unknown kind = iota
	manifest
	collection
	stream // a list of changes, or a page of one
)

// document is what stands at an address.
type document struct {
	object
	kind      kind
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
	text, err := d.utf8(data)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &d.object); err != nil {
		return nil, plainly(text, err)
	}
	d.kind = d.kindOf()
	return d, nil
}

// utf8 returns the text as UTF-8, as JSON has to be, and notes what it was.
func (d *document) utf8(data []byte) ([]byte, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		d.faults = append(d.faults, schema.Fault{Message: "the text is UTF-16 where JSON has to be UTF-8"})
	case !utf8.Valid(data):
		from = charmap.Windows1252
		d.faults = append(d.faults, schema.Fault{Message: "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"})
	default:
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), nil
	}
	return from.NewDecoder().Bytes(data)
}

// plainly says where and why a text is no JSON object.
func plainly(text []byte, err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	at, reason := int64(len(text)), "it is no JSON from here on"
	switch {
	case errors.As(err, &syntax):
		if at = syntax.Offset; strings.HasPrefix(syntax.Error(), "unexpected end") {
			reason = "the text breaks off in the middle: it was probably cut off on its way"
		} else if strings.Contains(syntax.Error(), "depth") {
			reason = "lists and objects stand in each other too deep"
		}
	case errors.As(err, &wrong):
		return fmt.Errorf("this is a JSON %s, not a IIIF manifest or collection, which is one object", map[bool]string{true: "list", false: "value"}[wrong.Value == "array"])
	}
	at = min(at, int64(len(text)))
	return fmt.Errorf("line %d: %s", 1+bytes.Count(text[:at], []byte("\n")), reason)
}

// key returns the key of a document that nothing lists: its own address, else
// that under which it was read, else the name of the file.
func (d *document) key() string {
	if id := d.id(); connectors.IsWeb(id) || strings.HasPrefix(id, "urn:") {
		return id
	}
	return connectors.Name(d.location)
}

// version returns the version of the Presentation API that the document keeps to.
func (d *document) version() string {
	for _, ctx := range d.list("@context") {
		s, _ := ctx.(string)
		if _, rest, ok := strings.Cut(s, "iiif.io/api/presentation/"); ok {
			v, _, _ := strings.Cut(rest, "/")
			if v == "2" || v == "3" || v == "4" {
				return v
			}
		}
	}
	if d.object["@type"] != nil || d.object["sequences"] != nil {
		return "2"
	}
	return "3"
}

// foreign says what a document is that is none of those that are read.
func (d *document) foreign() error {
	if types := d.types(); len(types) > 0 && d.isOurs() {
		return fmt.Errorf("this is one of IIIF's documents (%s), but describes no work: give the source the address of the manifest or the collection",
			schema.Excerpt(path.Base(types[0])))
	}
	return fmt.Errorf(`this is JSON, but no IIIF manifest or collection: it does not say "type": "Manifest" or "type": "Collection"`)
}

// isOurs reports whether the context is one of IIIF.
func (d *document) isOurs() bool {
	for _, ctx := range d.list("@context") {
		if s, _ := ctx.(string); strings.Contains(s, "iiif.io/api/") {
			return true
		}
	}
	return false
}

// unlike says what a document is where a list promises another kind.
func (d *document) unlike(promised string) error {
	switch d.kind {
	case manifest:
		return fmt.Errorf("it is a manifest, not the %s that it is listed as", promised)
	case collection:
		return fmt.Errorf("it is a collection, not the %s that it is listed as", promised)
	case stream:
		return fmt.Errorf("it is a list of changes, not the %s that it is listed as", promised)
	}
	return d.foreign()
}
