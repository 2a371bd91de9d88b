package catalog

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/trig"
	"moselle/schema/vocab"
)

// Rendition is a document ready to send. It is shared and never written to.
type Rendition struct {
	Body     []byte
	Packed   []byte // the same as gzip; nil when that saves nothing
	ETag     string // strong, with its quotes
	Modified time.Time
	Lang     string // language of its title, "" when it has all or none
}

// etagSize is the length of the tag in front of a body in the cache.
const etagSize = 24

// Cached returns what make gives, kept under key until one of the records
// changes, or the day does, and with it what may be shown; key alone tells when
// what is made of a search is no longer it.
func (c *Catalog) Cached(ctx context.Context, key string, of []schema.IRI, make func() ([]byte, error)) (Rendition, error) {
	key = c.Today() + ":" + key
	value, mark, ok := c.Cache.Get(ctx, key)
	if ok {
		return rendition(value), nil
	}
	body, err := make()
	if err != nil {
		return Rendition{}, err
	}
	sum := sha256.Sum256(body)
	tag := hex.EncodeToString(sum[:etagSize/2])
	value = binary.AppendUvarint([]byte(tag), uint64(len(body)))
	value = append(append(value, body...), pack(body)...)
	tags := []string{}
	for _, iri := range of {
		tags = append(tags, string(iri))
	}
	c.Cache.Set(ctx, key, value, mark, tags...)
	return rendition(value), nil
}

// rendition takes a cached value apart: the tag, the length of the body, the
// body, the body as gzip.
func rendition(value []byte) Rendition {
	n, k := binary.Uvarint(value[etagSize:])
	body := value[etagSize+k:]
	return Rendition{Body: body[:n:n], Packed: body[n:], ETag: `"` + string(value[:etagSize]) + `"`}
}

// minPacked is the size from which a body is worth packing, in bytes.
const minPacked = 1 << 10

func pack(body []byte) []byte {
	if len(body) < minPacked {
		return nil
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(body); err != nil {
		return nil
	}
	if err := w.Close(); err != nil || b.Len() >= len(body) {
		return nil
	}
	return b.Bytes()
}

// State identifies what the answer to q is made of: the positions of the change
// log that records and the index are read from (not where the log ends: both
// follow it), the moment that its dates count from, to the minute, and the day,
// by which they are worded and media may be shown. Taken before the answer is
// made, it never stands for more than the answer holds.
func (c *Catalog) State(q Query) string {
	asked := q.Now.Unix() / 60
	if !q.From.IsZero() && !q.From.Relative() && !q.To.Relative() && q.Open.IsZero() {
		asked = 0
	}
	return fmt.Sprintf("%d:%d:%d:%s", c.applied.Load(), c.Index.Visible(), asked, c.Today())
}

// Document returns a record in one of the RDF formats (".jsonld", ".ttl", ".nt",
// ".nq", ".trig", ".rdf") with public addresses; quads stand in the graph that
// names their source.
func (c *Catalog) Document(ctx context.Context, e *Entity, ext string) (Rendition, error) {
	r, err := c.Cached(ctx, "doc:"+ext+":"+string(e.IRI)+string(e.Digest[:]), []schema.IRI{e.IRI}, func() ([]byte, error) {
		switch ext {
		case ".jsonld":
			return derive.Document(e.View, c.Base, c.Context()), nil
		case ".nq":
			var b bytes.Buffer
			err := c.WriteQuads(&b, e.Record)
			return b.Bytes(), err
		case ".trig":
			quads, err := c.quads(e.Record)
			if err != nil {
				return nil, err
			}
			var b bytes.Buffer
			err = trig.Format().EncodeQuads(&b, quads)
			return b.Bytes(), err
		}
		g, err := c.Graph(e.Record)
		if err != nil {
			return nil, err
		}
		return encode(g, ext)
	})
	r.Modified = e.lastModified()
	return r, err
}

// JSON returns a record as the REST API gives it whole.
func (c *Catalog) JSON(ctx context.Context, e *Entity, page string, langs []string) (Rendition, error) {
	key := "json:" + page + ":" + strings.Join(langs, ",") + ":" + string(e.IRI) + string(e.Digest[:])
	r, err := c.Cached(ctx, key, e.of, func() ([]byte, error) {
		return c.Full(ctx, e, page, langs)
	})
	r.Modified = e.lastModified()
	if len(langs) > 0 {
		_, r.Lang = e.Node.Title(langs...)
	}
	return r, err
}

// Remains returns what is left of a deleted record in one of the RDF formats.
func (c *Catalog) Remains(t *Tombstone, ext string) ([]byte, error) {
	s := rdf.NewIRI(c.ID(t.IRI))
	g := &rdf.Graph{}
	g.Add(
		rdf.Triple{S: s, P: rdf.NewIRI(vocab.PROV + "invalidatedAtTime"), O: rdf.NewTyped(t.At.UTC().Format(time.RFC3339), vocab.XSD+"dateTime")},
		rdf.Triple{S: s, P: rdf.NewIRI(vocab.Moselle + "reason"), O: rdf.NewString(t.Reason)},
	)
	if ext == ".jsonld" {
		n := schema.NewNode(g, schema.IRI(s.Value), schema.ClassNamed(t.Class))
		return derive.Document(n.AppendJSON(nil), c.Base, c.Context()), nil
	}
	return encode(g, ext)
}

func encode(g *rdf.Graph, ext string) ([]byte, error) {
	f, ok := formats.ByExt(ext)
	if !ok {
		return nil, fmt.Errorf("no format is written as %s", ext)
	}
	var b bytes.Buffer
	if err := f.Encode(&b, g); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
