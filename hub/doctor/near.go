package doctor

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/lang"
	"moselle/hub/doctor/sight"
)

// reader is a kind that reads documents of a form, with words that stand in
// them, in lower case.
type reader struct {
	kind  string
	marks []string
}

// readers are the kinds by the form that they read, the most usual first.
var readers = map[sight.Form][]reader{
	sight.XML: {
		{"feed", []string{"<rss", "<feed", "<channel", "<item", "<entry", "purl.org/rss", "w3.org/2005/atom"}},
		{"lido", []string{"lido"}},
		{"edm", []string{"europeana", "edm:", "providedcho", "ore:aggregation"}},
		{"oaipmh", []string{"oai-pmh", "openarchives.org", "oai_dc", "loc.gov/mods", "/xoai", "purl.org/dc/elements"}},
		{"uitdatabank", []string{"cdb", "uitdatabank", "cultuurnet", "eventdetail"}},
		{"plurio", []string{"plurio", "<agenda", "<guide"}},
		{"linkedart", []string{"emu", "<tuple", "ecatalogue", "eparties"}},
		{"rdf", []string{"rdf:", "w3.org/1999/02/22-rdf", "rdf-schema", "owl:", "dcat"}},
		{"skos", []string{"skos"}},
		{"schemaorg", []string{"<urlset", "<sitemap", "<loc>"}},
	},
	sight.JSON: {
		{"table", nil},
		{"schemaorg", []string{"schema.org", `"@type"`, `"startdate"`}},
		{"push", []string{`"key"`, `"record"`}},
		{"openagenda", []string{"openagenda", `"timings"`, `"agenda"`, `"uid"`}},
		{"activitypub", []string{"activitystreams", `"actor"`, `"outbox"`, `"attributedto"`}},
		{"iiif", []string{"iiif", `"manifest"`, `"canvas"`, `"sequences"`}},
		{"linkedart", []string{"linked.art", "_label", "identified_by", "classified_as"}},
		{"datatourisme", []string{"datatourisme", `"dc:identifier"`, `"rdfs:label"`}},
		{"destination", []string{"destination.one", "et4", `"global_id"`, `"texts"`}},
		{"kulturdaten", []string{"kulturdaten", `"attractions"`, `"organizations"`}},
		{"uitdatabank", []string{"uitdatabank", `"calendartype"`, `"mainlanguage"`}},
		{"ldes", []string{"w3id.org/tree", "w3id.org/ldes", `"tree:`}},
		{"skos", []string{"skos"}},
		{"rdf", []string{`"@context"`, `"@graph"`, `"@id"`}},
		{"feed", []string{"jsonfeed", `"items"`, `"date_published"`}},
	},
	sight.Text: {
		{"ics", []string{"begin:v", "dtstart", "vevent", "vcalendar"}},
		{"rdf", []string{"@prefix", "@base", "prefix ", "<http"}},
		{"skos", []string{"skos"}},
		{"edm", []string{"edm:", "europeana"}},
		{"ldes", []string{"w3id.org/tree", "w3id.org/ldes"}},
	},
}

// maxNear is how many of the nearest kinds are asked what they miss.
const maxNear = 3

// near asks the kinds that come nearest to a document what they miss in it, or
// where they stop. They read the copy that was made and ask for nothing else.
func (d *Doctor) near(ctx context.Context, found looked, r *Report) (out []Near) {
	words := bytes.ToLower(found.copy[:min(len(found.copy), beginning)])
	type candidate struct {
		reader
		score int
	}
	var list []candidate
	for _, rd := range readers[r.Document.Form] {
		c := candidate{reader: rd}
		for _, mark := range rd.marks {
			if bytes.Contains(words, []byte(mark)) {
				c.score++
			}
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	for _, c := range list {
		k, err := d.named(c.kind)
		rows := c.kind == "table" // any list of objects is one
		switch {
		case len(out) == maxNear, err != nil, rows && r.Document.Line > 0:
			continue
		case rows:
			out = append(out, Near{Kind: k.Name, Reads: r.words.kind(k), Lacks: r.words.T("near.rows")})
		case r.Document.Form == sight.Text && c.score < 2: // a word in running text says nothing
		case c.score > 0, len(out) == 0 && r.Document.Line > 0: // of what is broken the first says where
			out = append(out, Near{Kind: k.Name, Reads: r.words.kind(k), Lacks: d.lacks(ctx, k, found, r.words)})
		}
	}
	return out
}

// lacks returns what a kind says of a document that is not its own, in a
// language.
func (d *Doctor) lacks(ctx context.Context, k connectors.Kind, found looked, w words) string {
	name := connectors.Name(found.location)
	copied := *d
	copied.Open = func(string) func(context.Context, string, []byte) (*connectors.Body, error) {
		return func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
			if location != name {
				return nil, errors.New(w.T("near.elsewhere"))
			}
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(found.copy)), Location: name, MediaType: found.mediaType}, nil
		}
	}
	t, err := copied.try(ctx, k, name, nil, triedItems)
	said, where := t.Run.Error, ""
	switch {
	case err != nil:
		said = err.Error()
	case said == "" && len(t.Run.Faults) > 0:
		said = t.Run.Faults[0].Message
		if s := t.Run.Faults[0].Samples; len(s) > 0 {
			where = s[0].Where
		}
	}
	said = strings.TrimPrefix(said, name+": ")
	if where != "" && where != name {
		said = where + ": " + said
	}
	return lang.In(w.lang, said)
}
