package edm

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// maxMedia bounds the files of one object.
const maxMedia = 1000

// aggregation reads who provides the object, on what terms, and its files.
func (r *source) aggregation(a rdf.Term) {
	c := r.cho
	c.DataProvider = r.party(a, "dataProvider")
	c.IntermediateProvider = r.party(a, "intermediateProvider")
	c.Provider = r.party(a, "provider")
	c.ShownAt = r.address(a, vocab.EDM+"isShownAt")
	c.Object = cmp.Or(r.address(a, vocab.EDM+"object"), r.address(a, vocab.EDM+"preview"))
	c.Rights = r.rights(a)
	shown := r.addresses(a, vocab.EDM+"isShownBy")
	for _, t := range r.inSequence(append(shown, r.addresses(a, vocab.EDM+"hasView")...), len(shown)) {
		known := slices.ContainsFunc(c.Media, func(w WebResource) bool { return w.URL == t.Value })
		if !known && len(c.Media) < maxMedia {
			c.Media = append(c.Media, r.file(t))
		}
	}
	if w := c.ShownBy(); w != nil && w.Kind == "" {
		w.Kind = c.Type
	}
}

func (r *source) party(a rdf.Term, name string) Value {
	for _, o := range r.objects(a, vocab.EDM+name) {
		if v, ok := r.value(Publisher, o, 0); ok {
			return v
		}
	}
	return Value{}
}

// rights reads a licence: its address, or the text that stands for one.
func (r *source) rights(s rdf.Term) string {
	for _, o := range r.objects(s, vocab.EDM+"rights") {
		text := strings.TrimSpace(o.Value)
		if o.Kind == rdf.Blank || text == "" {
			continue
		}
		if iri, ok := schema.CanonicalLicence(text); ok {
			return iri
		}
		return text
	}
	return ""
}

// addresses returns the addresses that a property leads to, also where they stand
// as texts.
func (r *source) addresses(s rdf.Term, iri string) (out []rdf.Term) {
	for _, o := range r.objects(s, iri) {
		if o.Kind == rdf.Literal {
			o = rdf.NewIRI(schema.CleanURL(o.Value))
		}
		if o.Kind == rdf.IRI && rdf.ValidIRI(o.Value) && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

func (r *source) address(s rdf.Term, iri string) string {
	for _, t := range r.addresses(s, iri) {
		return t.Value
	}
	return ""
}

// inSequence puts files behind those that they follow by edm:isNextInSequence; the
// first ones, which stand for the object, stay where they are.
func (r *source) inSequence(files []rdf.Term, first int) []rdf.Term {
	place := map[rdf.Term]int{}
	for _, f := range files[first:] {
		at := f
		for range maxMedia {
			before := r.addresses(at, vocab.EDM+"isNextInSequence")
			if len(before) == 0 || before[0] == f {
				break
			}
			at = before[0]
			place[f]++
		}
	}
	slices.SortStableFunc(files[first:], func(a, b rdf.Term) int { return cmp.Compare(place[a], place[b]) })
	return files
}

// file reads a web resource; one that is not described is its address alone.
func (r *source) file(t rdf.Term) WebResource {
	w := WebResource{URL: t.Value, Rights: r.rights(t)}
	for _, iri := range []string{vocab.EBUCore + "hasMimeType", vocab.DC + "format"} {
		for _, o := range r.objects(t, iri) {
			if format, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(o.Value)), ";"); w.Format == "" && isFormat(format) {
				w.Format = format
			}
		}
	}
	for _, o := range r.objects(t, vocab.EDM+"type") {
		if kind := strings.ToUpper(localName(o.Value)); isKind(kind) {
			w.Kind = kind
		}
	}
	w.Width, w.Height = r.number(t, "width"), r.number(t, "height")
	w.Captions = r.texts(t, vocab.DC+"description")
	w.Credits = r.texts(t, vocab.DC+"rights")
	w.Player = w.Format == "text/html" || strings.Contains(w.Format, "oembed") || r.plays(t)
	if !w.Player { // of which the format is that of its page
		w.Kind = cmp.Or(w.Kind, kindOf(w.Format))
	}
	for _, f := range facts {
		var values []Value
		for _, o := range r.objects(t, f.iri) {
			switch {
			case o.Kind == rdf.IRI:
				values = append(values, Value{Ref: schema.IRI(o.Value)})
			case f.property == "duration":
				values = append(values, Value{Text: duration(o.Value)})
			case o.Kind == rdf.Literal:
				values = append(values, Value{Text: strings.TrimSpace(o.Value)})
			}
		}
		if len(values) > 0 {
			w.Facts = append(w.Facts, Fact{f.property, values})
		}
	}
	r.cho.Manifest = cmp.Or(r.cho.Manifest, r.address(t, vocab.DCTerms+"isReferencedBy"))
	return w
}

// plays reports whether a resource is served by oEmbed, which answers with a
// player and not with a file.
func (r *source) plays(t rdf.Term) bool {
	for _, service := range r.addresses(t, vocab.SVCS+"has_service") {
		for _, to := range r.addresses(service, vocab.DCTerms+"conformsTo") {
			if strings.Contains(to.Value, "oembed.com") {
				return true
			}
		}
	}
	return false
}

func (r *source) number(s rdf.Term, name string) int {
	for _, o := range r.objects(s, vocab.EBUCore+name) {
		if n, err := strconv.Atoi(strings.TrimSpace(o.Value)); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

func (r *source) texts(s rdf.Term, iri string) (out []Value) {
	for _, o := range r.objects(s, iri) {
		if text := strings.TrimSpace(o.Value); o.Kind == rdf.Literal && text != "" {
			out = append(out, Value{Text: text, Lang: known(o.Lang)})
		}
	}
	return out
}

// isFormat reports whether a text is a media type.
func isFormat(s string) bool { return strings.Count(s, "/") == 1 && !strings.ContainsAny(s, " :") }
