// Package sight tells what a document is from its bytes, whatever it is called:
// a picture, an archive and what is in it, XML with its root, JSON with its
// keys, a text. It knows nothing of kinds of sources. The feed doctor says with
// it what it found where no kind takes a document.
package sight

import (
	"bytes"
	"path"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// Form is what a document is, in one word.
type Form string

// The forms that are told apart. Text is one without structure, Data what is none
// of the others.
const (
	Empty        Form = "empty"
	Page         Form = "page" // of the web
	XML          Form = "xml"
	JSON         Form = "json"
	Calendar     Form = "calendar"
	Table        Form = "table" // as text
	Text         Form = "text"
	Garbled      Form = "garbled" // text in a character set that cannot be told
	Workbook     Form = "workbook"
	Office       Form = "office" // of Office before 2007: text, workbook or slides
	OpenDocument Form = "opendocument"
	Document     Form = "document" // to be read by people: Word, PDF
	Picture      Form = "picture"
	Recording    Form = "recording" // sound or film
	Archive      Form = "archive"
	Program      Form = "program"
	Data         Form = "data"
)

// MaxSize is how much of a document is worth giving to Of, in bytes.
const MaxSize = 16 << 20

// maxNames bounds how many keys, columns and files are told.
const maxNames = 12

// Sight is what a document looks like. Fields that its form does not have are
// empty.
type Sight struct {
	Form      Form     `json:"form"`
	Name      string   `json:"name,omitempty"`      // of the format: "JPEG", "MARC"
	Root      string   `json:"root,omitempty"`      // of XML: the name of its first element
	Namespace string   `json:"namespace,omitempty"` // of XML: that of its root
	Keys      []string `json:"keys,omitempty"`      // of a JSON object, the first twelve
	List      string   `json:"list,omitempty"`      // of a JSON object: the key of the first list of objects in it
	Rows      bool     `json:"rows,omitempty"`      // of JSON: there is a list of objects in it
	Hollow    string   `json:"hollow,omitempty"`    // of a JSON object without rows: the key of the first list in it that is empty
	Columns   []string `json:"columns,omitempty"`   // of a table, or of the first object of the list; the first twelve
	Holds     []string `json:"holds,omitempty"`     // of an archive: its first twelve files
	Files     int      `json:"files,omitempty"`     // of an archive: how many were found
	Begins    string   `json:"begins,omitempty"`    // of a text; of data, in hexadecimal digits
	Says      string   `json:"says,omitempty"`      // of JSON: the message in it
	Line      int      `json:"line,omitempty"`      // where XML or JSON is none from there on, from 1; 0 for nowhere
	Column    int      `json:"column,omitempty"`    // in characters, from 1
	CutOff    bool     `json:"cut_off,omitempty"`   // XML or JSON that ends in the middle
	Misnamed  string   `json:"misnamed,omitempty"`  // the ending of its name when that promises something else: ".ics"
}

// Of looks at a document: its first MaxSize bytes, decompressed, and whether
// these are all; its name or address.
func Of(data []byte, whole bool, location string) Sight {
	s := look(data, whole)
	if ext := ending(location); s.Form != Empty && promises[ext] != nil && !promised(ext, s.Form) {
		s.Misnamed = ext
	}
	return s
}

func look(data []byte, whole bool) Sight {
	if s, ok := signed(data); ok {
		return s
	}
	switch connectors.FormOf(data) {
	case connectors.Empty:
		return Sight{Form: Empty}
	case connectors.Calendar:
		return Sight{Form: Calendar}
	case connectors.PDF:
		return Sight{Form: Document, Name: "PDF"}
	case connectors.OldWorkbook:
		return Sight{Form: Office}
	case connectors.OpenDocument, connectors.Workbook:
		return zipped(data)
	case connectors.JSON:
		return jsonOf(plain(data), whole)
	case connectors.HTML, connectors.XML:
		return xmlOf(plain(data), whole, connectors.FormOf(data) == connectors.HTML)
	}
	return textOf(data)
}

// ending returns what the last part of a name ends in, without .gz: ".ics".
func ending(location string) string {
	location, _, _ = strings.Cut(location, "?")
	return path.Ext(strings.TrimSuffix(strings.ToLower(strings.ReplaceAll(location, `\`, "/")), ".gz"))
}

// promises are the forms that the ending of a name lets expect.
var promises = map[string][]Form{
	".ics": {Calendar}, ".ical": {Calendar}, ".csv": {Table, Text}, ".tsv": {Table, Text}, ".xlsx": {Workbook}, ".xls": {Office, Workbook},
	".json": {JSON}, ".jsonld": {JSON}, ".geojson": {JSON}, ".ndjson": {JSON}, ".jsonl": {JSON}, ".xml": {XML}, ".rdf": {XML}, ".rss": {XML}, ".atom": {XML},
	".pdf": {Document}, ".docx": {Document}, ".zip": {Archive, Document, Workbook, OpenDocument}, ".html": {Page}, ".htm": {Page},
	".jpg": {Picture}, ".jpeg": {Picture}, ".png": {Picture}, ".ttl": {Text}, ".nt": {Text}, ".nq": {Text},
}

// Named reports whether a name ends as those of documents do: ".ics", ".csv.gz".
func Named(name string) bool { return promises[ending(name)] != nil }

func promised(ext string, form Form) bool {
	for _, f := range promises[ext] {
		if f == form || f == Text && form == Table || f == Text && form == Garbled {
			return true
		}
	}
	return false
}

// excerpt returns the beginning of a text.
func excerpt(text []byte) string {
	text = bytes.TrimSpace(text)
	return schema.Excerpt(string(bytes.ToValidUTF8(text[:min(len(text), 60)], []byte("?"))))
}
