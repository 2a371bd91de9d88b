package embedded

import (
	"slices"
	"sync"

	index "github.com/blevesearch/bleve_index_api"

	"moselle/hub/search"
	"moselle/hub/search/embedded/words"
)

// The bounds and gaps of what is indexed of a document.
const (
	maxWords = 50_000 // words of one document; what follows is not found
	textGap  = 100    // positions between two texts: no phrase spans them
)

// The fields. Every word is in the folded field of its weight, with positions.
// Its stem, where that is another word, is in the field of its language and
// weight too, without.
var (
	foldedFields = [...]string{search.InTitle: "t", search.InKeyword: "k", search.InBody: "b"}
	stemFields   = nameStemFields()
)

func nameStemFields() map[string][3]string {
	m := map[string][3]string{}
	for _, lang := range words.Languages {
		m[lang] = [3]string{lang + "t", lang + "k", lang + "b"}
	}
	return m
}

// document is one serial's texts as Bleve takes them. The fields are made when
// they are first visited, which Bleve does on several goroutines at once for
// different documents.
type document struct {
	wording
	stems  *sync.Pool
	fields []*field
	memory *memory
}

func newDocument(w wording, stems *sync.Pool) *document {
	return &document{wording: w, stems: stems}
}

func (d *document) analyse() {
	size := 0
	for _, t := range d.texts {
		size += len(t.Text)
	}
	size = min(size/6+8, maxWords) // about as many words
	d.memory = &memory{terms: make([]index.TokenFreq, 0, size), places: make([]index.TokenLocation, 0, size)}
	id := key(d.serial)
	d.fields = []*field{{name: "_id", id: []byte(id), terms: index.TokenFrequencies{}, memory: d.memory, length: 1}}
	d.fields[0].put(id)
	stems := d.stems.Get().(*words.Stemmer)
	defer d.stems.Put(stems)
	left := maxWords
	for _, t := range d.texts {
		weight := min(t.Weight, search.InBody)
		folded := d.field(foldedFields[weight], true, len(t.Text)/7)
		folded.length += textGap
		var stemmed *field
		lang := words.Base(t.Lang)
		if names, ok := stemFields[lang]; ok {
			stemmed = d.field(names[weight], false, len(t.Text)/14)
		}
		words.Split(t.Text, func(w words.Word) bool {
			folded.length++
			folded.put(w.Folded)
			if w.Spelled != "" {
				folded.put(w.Spelled)
			}
			if stemmed != nil {
				if s := stems.Stem(lang, w.Folded); s != "" && s != w.Folded {
					stemmed.put(s)
				}
			}
			left--
			return left > 0
		})
	}
	d.fields = slices.DeleteFunc(d.fields, func(f *field) bool { return len(f.terms) == 0 })
}

func (d *document) field(name string, positions bool, size int) *field {
	for _, f := range d.fields {
		if f.name == name {
			return f
		}
	}
	f := &field{name: name, positions: positions, terms: make(index.TokenFrequencies, min(size, maxWords)), memory: d.memory}
	d.fields = append(d.fields, f)
	return f
}

// memory is where a document's terms and places lie, one piece for many.
type memory struct {
	terms  []index.TokenFreq
	places []index.TokenLocation
}

// next returns a new element; the ones before stay where they are.
func next[T any](s *[]T) *T {
	if len(*s) == cap(*s) {
		*s = make([]T, 0, max(16, cap(*s)/2))
	}
	*s = (*s)[:len(*s)+1]
	return &(*s)[len(*s)-1]
}

// VisitFields and the methods below are index.Document.
func (d *document) VisitFields(visit index.FieldVisitor) {
	if d.fields == nil {
		d.analyse()
	}
	for _, f := range d.fields {
		visit(f)
	}
}

func (d *document) ID() string                                 { return key(d.serial) }
func (d *document) Size() int                                  { return 0 }
func (d *document) VisitComposite(index.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                         { return false }
func (d *document) NumPlainTextBytes() uint64                  { return 0 }
func (d *document) AddIDField()                                {}
func (d *document) StoredFieldsBytes() uint64                  { return 0 }
func (d *document) Indexed() bool                              { return true }

// field is one field of a document, analysed.
type field struct {
	name      string
	id        []byte // of the identifier's field alone
	positions bool
	length    int // the position of the last word
	terms     index.TokenFrequencies
	memory    *memory
}

// put adds a term at the present position.
func (f *field) put(term string) {
	t := f.terms[term]
	if t == nil {
		t = next(&f.memory.terms)
		f.terms[term] = t
	}
	t.SetFrequency(t.Frequency() + 1)
	if f.positions {
		at := next(&f.memory.places)
		at.Position = f.length
		t.Locations = append(t.Locations, at)
	}
}

// Options and the methods below are index.Field.
func (f *field) Options() index.FieldIndexingOptions {
	switch {
	case f.id != nil:
		return index.IndexField | index.StoreField
	case f.positions:
		return index.IndexField | index.IncludeTermVectors
	}
	return index.IndexField | index.SkipFreqNorm
}

func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return f.id }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Analyze()                                         {}
func (f *field) AnalyzedLength() int                              { return f.length }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return 0 }
