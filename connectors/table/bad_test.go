package table_test

import (
	"bytes"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
)

// TestBadDocuments says what is wrong with a document, and keeps what is not.
func TestBadDocuments(t *testing.T) {
	t.Parallel()
	const csv = "id,title\n1,One\n"
	for _, c := range []struct {
		name, in, settings string
		items              int
		err                string // of the run
		refused            string
	}{
		{name: "empty", in: "", err: "the file is empty"},
		{name: "blank", in: " \n\n", err: "the file is empty"},
		{name: "header alone", in: "id,title\n", refused: "memory: the list is empty: there is no row in it"},
		{name: "empty list", in: "[]", refused: "memory: the list is empty: there is no row in it"},
		{name: "HTML", in: "\xEF\xBB\xBF <!DOCTYPE HTML><html><title>Log in</title>", err: `this is an HTML page ("Log in"), not a table`},
		{name: "XML", in: "<?xml version='1.0'?><a/>", err: "this is XML"},
		{name: "calendar", in: "BEGIN:VCALENDAR\r\n", err: "set the source's kind to ics"},
		{name: "PDF", in: "%PDF-1.7\n\x00", err: "this is a PDF"},
		{name: "old Excel", in: "\xD0\xCF\x11\xE0\xA1\xB1", err: "save it as .xlsx"},
		{name: "zip of something", in: "PK\x03\x04rubbish", err: "the workbook cannot be opened"},
		{name: "binary", in: "\x00\x01\x02rubbish\xff\x80\x00,\x00x", err: "this is a binary file"},
		{name: "other columns", in: "nummer;titel\n1;Eins\n", err: "none of the columns title, id is in the first 20 rows; the first row has: nummer, titel"},
		{name: "no key column", in: "title,x\nOne,1\n", err: "the key's column id is not in the file, which has: title, x"},
		{name: "no such header", in: csv, settings: "header: 9", err: "header: there is no row 9"},
		{name: "object for list", in: "{\n\"id\": 1,\n\"events\": []}", err: "expected a list, found an object; say under items where the list stands"},
		{name: "no such list", in: `{"event":[]}`, settings: "items: events", err: "the document has no events; it has: event"},
		{name: "workbook expected", in: csv, settings: "format: xlsx", err: "this is no Excel workbook"},
		{name: "long line", in: csv + "2," + strings.Repeat("x", 10<<20) + "\n3,Three\n", items: 2, refused: "line 3: the row is longer than 8 MB"},
		{name: "long line while the header is looked for", in: csv + "2," + strings.Repeat("x", 10<<20) + "\n3,Three\n",
			settings: "type: {from: kind, values: {'*': ''}}", items: 2, refused: "line 3: the row is longer than 8 MB"},
		{name: "long JSON line", in: `{"id":1,"title":"One"}` + "\n" + `{"id":2,"title":"` + strings.Repeat("x", 10<<20) + "\"}\n" + `{"id":3,"title":"Three"}`,
			items: 2, refused: "line 2: it is longer than 8 MB"},
		{name: "long element", in: `[{"id":1,"title":"One"},{"id":2,"title":"` + strings.Repeat("x", 10<<20) + `"},{"id":3,"title":"Three"}]`,
			items: 2, refused: "item 2 (line 1): it is longer than 8 MB"},
		{name: "braces", in: `{"id":1,"title":"One"}` + "\n" + strings.Repeat(`{"a":`, 10_000) + strings.Repeat("}", 10_000) + "\n" + `{"id":3,"title":"Three"}` + "\n",
			items: 2, refused: "line 2: this is no JSON at character 641: lists and objects stand in each other more than 128 deep"},
		{name: "lines cut off", in: `{"id":1,"title":"One"}` + "\n" + `{"id":2,"ti`, items: 1, err: "the file breaks off before its end, after line 2"},
		{name: "grouped and cut off", in: "id,title\n1,One\n2,\"Tw", settings: "group: true", err: "line 3: a quotation mark is opened and not closed"},
		{name: "NUL bytes", in: "id,title\n1\x00,O\x00ne\n" + "2," + strings.Repeat("x", 99) + "\n", items: 2},
		{name: "number for object", in: "[1,{\"id\":2,\"title\":\"Two\"}]", items: 1, refused: "item 1: expected an object, found a number"},
	} {
		settings := conntest.Settings(t, "class: Work\nkey: id\nmap: {name: title}\n"+c.settings)
		r := conntest.Harvest(t.Context(), open(t, settings, []byte(c.in)), nil)
		if len(r.Items) != c.items {
			t.Errorf("%s: %d items, want %d", c.name, len(r.Items), c.items)
		}
		if (r.Err == nil) != (c.err == "") || r.Err != nil && !strings.Contains(r.Err.Error(), c.err) {
			t.Errorf("%s ends with %v, want %q", c.name, r.Err, c.err)
		}
		refused := ""
		if len(r.Refusals) > 0 {
			refused = r.Refusals[0].Error()
		}
		if refused != c.refused {
			t.Errorf("%s: refused %q, want %q", c.name, refused, c.refused)
		}
		for _, it := range r.Items {
			if c.err != "" && it.Next != nil {
				t.Errorf("%s: an incomplete run leaves a cursor", c.name)
			}
		}
	}
}

func TestBadSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"key: id", "class: missing: say what a row is"},
		{"preset: louvre", `preset: there is no preset "louvre"; there are: agenda, `},
		{"{preset: agenda, map: {titel: b}}", "map.titel: Event has no property titel"},
		{"{preset: agenda, map: {name: null}}", "map.name: missing: Event is nothing without it"},
		{"{class: Work, key: id, map: {name: {from: a, find: '('}}}", `map.name.find: "(" is no pattern: missing closing )`},
		{"{class: Work, key: id, map: {name: {from: a, split: ',', find: b}}}", "map.name.find: stands beside split"},
		{"{class: Work, key: id, map: {name: {from: a, as: b}}}", "map.name.as: makes something of what find finds"},
		{"{class: Work, key: id, map: {name: {from: a, take: each}}}", "map.name.take: each takes from a column or path the piece"},
		{"{class: Work, key: id, map: {name: a, creator: {each: {value: a}, map: {name: b}}}}", "map.creator.each: needs from"},
		{"{class: Work, key: id, map: {name: a, creator: {each: {from: a, take: 1, split: b}, map: {name: b}}}}", "map.creator.each: take and values mean nothing here"},
		{"{class: Gig, key: id, map: {name: a}}", `class: "Gig" is none of the classes Event, EventSeries, Place`},
		{"{class: Work, map: {name: a}}", "key: missing: say which column identifies a row"},
		{"{class: Work, key: '{{a', map: {name: a}}", "key: {{ is not closed by }}"},
		{"{class: Work, key: id}", "map: missing: say which column gives which property"},
		{"{class: Work, key: id, map: {genre: a}}", "map.name: missing: Work is nothing without it"},
		{"{class: Event, key: id, map: {name: a}}", "map.startDate: missing"},
		{"{class: Work, key: id, map: {name: a, titel: b}}", "map.titel: Work has no property titel; it has: about,"},
		{"{class: Event, key: id, map: {name: a, startDate: b, location: {record: Place, map: {name: c, address: {map: {street: d}}}}}}",
			"map.location.map.address.map.street: PostalAddress has no property street"},
		{"{class: Event, key: id, map: {name: a, startDate: b, location: {record: Work, map: {name: c}}}}", `map.location.record: location leads to Place, not to "Work"`},
		{"{class: Work, key: id, map: {name: {form: a}}}", "map.name.form: there is no such word; there are: lang, layout"},
		{"{class: Work, key: id, map: {name: {from: a, value: b}}}", "map.name: needs exactly one of from, value, template, map"},
		{"{class: Work, key: id, map: {name: {from: a, take: 2}}}", "map.name.take: takes a piece of what split or find makes"},
		{"{class: Work, key: id, map: {name: {from: a, split: ',', take: x}}}", `map.name.take: "x" is no whole number from 1`},
		{"{class: Work, key: id, map: {name: {from: a, lang: german language}}}", `map.name.lang: "german language" is no language`},
		{"{class: Work, key: id, map: {name: {from: a, time: b}}}", "map.name.time: belongs to a date, which name is not"},
		{"{class: Work, key: id, map: {name: {from: a, key: b}}}", "map.name.key: means nothing here"},
		{"{class: Work, key: id, map: {name: {from: a, part: town}}}", `map.name.part: there is no part "town"; there are: name, streetAddress`},
		{"{class: Work, key: id, map: {name: [a, {from: }]}}", "map.name[1].from: is empty"},
		{"{class: Work, key: id, map: {name: a, creator: {from: b, key: c}}}", "map.creator.key: belongs to a record with a map"},
		{"{class: Place, key: id, map: {name: a, address: b}}", "map.address: PostalAddress needs a map"},
		{"{class: Work, key: id, map: {name: a, about: {from: b, map: {name: c}}}}", "map.about.from: stands beside map"},
		{"{class: Event, key: id, type: {value: Gig}, map: {name: a, startDate: b}}", `type: "Gig" is no kind of Event; there are: ExhibitionEvent`},
		{"{class: Event, key: id, map: {name: a, startDate: b, occurrence: c}}", "map: startDate and occurrence both say when"},
		{"{class: Event, key: id, map: {name: a, endDate: b}}", "map.endDate: needs a startDate beside it"},
		{"{class: Work, key: id, zone: Mars, map: {name: a}}", `zone: there is no time zone "Mars"`},
		{"{class: Work, key: id, format: xml, map: {name: a}}", `format: "xml" is none of`},
		{"{class: Work, key: id, delimiter: x, map: {name: a}}", `delimiter: "x" is none of`},
		{"{class: Work, key: id, header: -1, map: {name: a}}", "header: rows are counted from 1"},
		{"{class: Work, key: id, items: a.*, map: {name: a}}", `items: "a.*" is no way to a list`},
		{"{class: Work, key: id, format: json, map: {name: a..b}}", `map.name: path "a..b": two points in a row`},
		{"{class: Work, key: id, columns: [a], map: {name: a}}", "there is no setting columns; there are: preset, format, delimiter"},
		{"{class: Work, key: id, encoding: utf-9, map: {name: a}}", `encoding: there is no encoding "utf-9"`},
		{"{class: Work, key: id, map: &m {name: a, isBasedOn: {record: Work, key: b, map: *m}}}", "mappings stand in each other more than 8 deep"},
	} {
		err := table.Kind().Check(conntest.Settings(t, c.settings))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Check(%s) = %v, want %q", c.settings, err, c.want)
		}
	}
}

// TestEachInTable says that a table has no lists.
func TestEachInTable(t *testing.T) {
	t.Parallel()
	c := open(t, conntest.Settings(t, "{class: Work, key: id, map: {name: title, creator: {each: people, from: .}}}"), []byte("id,title,people\n"))
	r := conntest.Harvest(t.Context(), c, nil)
	if r.Err == nil || !strings.Contains(r.Err.Error(), "each: a table has no lists to walk through; use split") {
		t.Errorf("Harvest ends with %v", r.Err)
	}
}

// TestSniff recognises tables, and what is none.
func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		location, mediaType, head string
		want                      int
	}{
		{"https://house.example/programme.csv", "", "a,b\n", 90},
		{"https://house.example/export", "text/csv", "a,b\n", 90},
		{"works.ndjson.gz", "", "{\"a\":1}\n{", 90},
		{"list.json", "application/json", "[{", 40},
		{"event.json", "application/json", `{"@context":"https://schema.org"}`, 5},
		{"book.xlsx", "", "PK\x03\x04", 95},
		{"archive.zip", "", "PK\x03\x04", 30},
		{"programme.csv", "text/csv", "<!doctype html>", 0},
		{"https://house.example/", "text/html", "hello", 0},
		{"programme.csv", "text/csv", "", 0},
	} {
		if got := table.Kind().Sniff(c.location, c.mediaType, []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s, %q, %q) = %d, want %d", c.location, c.mediaType, c.head, got, c.want)
		}
	}
}

// FuzzDocument reads anything under a mapping of everything, and never panics;
// each item has a key, a place and a draft.
func FuzzDocument(f *testing.F) {
	settings := conntest.Settings(f, `
class: Event
key: "{{id}}"
empty: ["NULL"]
layout: [dd/mm/yy, d mmm yyyy hh:mm]
type: {from: kind, values: {a: MusicEvent, "*": "*"}}
map:
  name: [title, {from: names, lang: "*"}]
  occurrence:
    - map: {startDate: {from: start, time: at}, endDate: {from: end, time: until}, location: {from: hall}, eventStatus: state}
    - {from: dates, split: ";"}
  location: {record: Place, map: {name: venue, geo: {map: {latitude: {from: where, split: ",", take: 1}, longitude: {from: where, split: ",", take: 2}}}}}
  performer: {from: [people.**.name, people], split: "/"}
  doorTime: {from: start, time: {from: at, split: "-", take: 1}}
  description: {template: "{{title}} <b>{{end?}}</b>"}
  workFeatured: {link: Work, from: works.*, source: other}
  offers: {map: {price: price, priceCurrency: {value: EUR}}}
`)
	for _, s := range []string{
		"id,title,start,at,end\n1,x,2026-12-03,19h30,04/12/26\n2,\"y\n\n", "id;title;dates\r\n1;\xe9;03.12.2026; 4 dec 2026 20:00\r\n",
		`[{"id":1,"title":"x","names":{"de":"y"},"start":"2026-12-03","people":[{"name":"a"},{"b":{"name":"c"}}],"where":"49.5, 6.1","works":{"a":[1,2]}}]`,
		"{\"id\":1,\"title\":\"x\",\"start\":\"31.02.2026\"}\n{\"id\":1}\n[]\n", "PK\x03\x04", "\xff\xfei\x00d\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := conntest.Harvest(t.Context(), open(t, settings, bytes.Clone(data)), nil)
		for _, it := range r.Items {
			if it.Key == "" || it.Where == "" || len(it.Drafts) == 0 {
				t.Fatalf("item without key, place or draft: %+v", it)
			}
		}
		for _, refusal := range r.Refusals {
			if len(refusal.Faults) == 0 || refusal.Where == "" {
				t.Fatalf("refusal without reason or place: %+v", refusal)
			}
		}
	})
}
