package all_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/schema"
)

// TestBadDocuments holds every connector to what it says of the mistakes that
// sources make most, word for word, and to how many items it keeps all the
// same: each document has one good event.
func TestBadDocuments(t *testing.T) {
	t.Parallel()
	kinds := map[string]connectors.Kind{}
	for _, k := range all.Kinds() {
		kinds[k.Name] = k
	}
	const (
		login = "<!doctype html><html><head><title>Please sign in</title></head><body></body></html>"
		deep  = 10_000
	)
	braces := strings.Repeat(`{"a":`, deep) + "1" + strings.Repeat("}", deep)
	shown := `("` + strings.Repeat(`{\"a\":`, 23) + `{\"a\"…")`
	for _, c := range []struct {
		kind, name, in string
		items          int
		want           []string // warnings but those of what is missing, refusals, the end of the run
	}{
		{"activitypub", "latin.json", latin(outbox("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"activitypub", "wide.json", wide(outbox("")), 1, nil},
		{"activitypub", "cut.json.gz", cut(outbox(`,{"a":"` + noise() + `"}`)), 0, []string{
			"cut.json.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"activitypub", "cut.json", outbox("")[:120], 0, []string{
			"cut.json: the document breaks off before its end: save it again"}},
		{"activitypub", "cut.list.json", "[" + created("") + `,{"type":"Cre`, 1, []string{
			"cut.list.json: the document breaks off before its end, after activity 1; save it again"}},
		{"activitypub", "february.json", outbox(`,` + strings.NewReplacer("m/1", "m/2", "12-24", "02-31", "Fête", "Zwei").Replace(created(""))), 1, []string{
			`activity 2, line 1, Zwei: startTime: 31 February 2026 does not exist ("2026-02-31T18:00:00+01:00")`}},
		{"activitypub", "lines.ndjson", created("") + "\n{broken\n", 1, []string{
			`line 2: this is no JSON from character 2 on: a comma, a bracket or a quotation mark is missing or too much ("{broken")`}},
		{"activitypub", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a document of ActivityPub (an account, an outbox, an event); the address may have moved or ask for a login`}},
		{"activitypub", "braces.json", "[" + created("") + "," + `{"type":"Create","object":` + braces + "}]", 1, []string{
			`activity 2, line 1: objects and lists nest more than 10,000 deep ("` + strings.ReplaceAll(schema.Excerpt(`{"type":"Create","object":`+braces[:200]), `"`, `\"`) + `")`}},
		{"activitypub", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not a document of ActivityPub (an account, an outbox, an event); set the source's kind to ics"}},
		{"activitypub", "note.json", strings.Replace(created(""), `"Event"`, `"Note"`, 1), 0, []string{
			"note.json: there is no event in it; there are: Create of Note (1)"}},
		{"activitypub", "none.json", `{"type":"OrderedCollection","orderedItems":[]}`, 0, []string{"none.json: the list is empty: there is no event in it"}},
		{"activitypub", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a document of ActivityPub (an account, an outbox, an event) is expected"}},

		{"datatourisme", "latin.json", latin(sights("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"datatourisme", "wide.json", wide(sights("")), 0, []string{
			"wide.json: the text is UTF-16, where JSON has to be UTF-8: save it as UTF-8"}},
		{"datatourisme", "cut.json.gz", cut(sights(`,{"a":"` + noise() + `"}`)), 1, []string{
			"cut.json.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"datatourisme", "cut.json", strings.TrimSuffix(sights(`,{"@id":"https://a.exa`), "]"), 1, []string{
			"cut.json: the file breaks off before its end, after object 1; download it again"}},
		{"datatourisme", "cut.zip", "PK\x03\x04abc", 0, []string{
			"cut.zip: the archive cannot be opened: it is cut off or damaged; download it again"}},
		{"datatourisme", "february.json", sights(`,{"@id":"https://a.example/2","@type":["Festival"],"rdfs:label":{"fr":["Zwei"]},"takesPlaceAt":[{"startDate":"2027-02-31"}]}`), 1, []string{
			`object 2 (line 1): takesPlaceAt.startDate: 31 February 2027 does not exist; the period is left out ("2027-02-31")`}},
		{"datatourisme", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a flux of DATAtourisme (a ZIP archive, its index.json, or objects as JSON); the address may have moved or ask for a login`}},
		{"datatourisme", "braces.json", sights("," + braces), 1, []string{
			"object 2 (line 1): this is no JSON: line 1, character 641: lists and objects stand in each other more than 128 deep"}},
		{"datatourisme", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not a flux of DATAtourisme (a ZIP archive, its index.json, or objects as JSON); set the source's kind to ics"}},
		{"datatourisme", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a flux of DATAtourisme (a ZIP archive, its index.json, or objects as JSON) is expected"}},
		{"datatourisme", "hotel.json", `[{"@id":"https://a.example/1","@type":["Hotel"],"rdfs:label":{"fr":["Hôtel"]}}]`, 0, []string{
			"hotel.json: no object is of a kind that the source is read for (EntertainmentAndEvent, CulturalSite); there are: Hotel (1)"}},

		{"destination", "latin.json", latin(poolOf("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"destination", "wide.json", wide(poolOf("")), 1, nil},
		{"destination", "cut.json.gz", cut(poolOf(`,{"a":"` + noise() + `"}`)), 1, []string{
			"cut.json.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"destination", "cut.json", poolOf(`,{"global_id":"e_2","title":"Zw`)[:170], 1, []string{
			"cut.json: the document breaks off before its end, after item 1; download it again"}},
		{"destination", "february.json", poolOf(`,{"global_id":"e_2","title":"Zwei","timeIntervals":[{"start":"2027-02-31T10:00:00+01:00"}]}`), 1, []string{
			`item 2, line 1, e_2: timeIntervals[1].start: 31 February 2027 does not exist ("2027-02-31T10:00:00+01:00")`}},
		{"destination", "twice.json", poolOf(`,{"global_id":"e_1","title":"Zwei"}`), 1, []string{
			`item 2, line 1, e_1: the same key as item 1 of the list; the first is kept ("e_1")`}},
		{"destination", "comma.json", poolOf(`,{"global_id":"e_2" "title":"Zwei"}`), 1, []string{
			`item 2, line 1: this cannot be read as JSON (line 1, character 20: expected a comma or '}', found '"')`}},
		{"destination", "page.json", strings.Replace(poolOf(""), `"overallcount":1`, `"overallcount":40`, 1), 1, []string{
			"page.json: the answer says that there are 40 items, but 1 of them are in it; save all its pages, or give the address of the search"}},
		{"destination", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a JSON answer of destination.one; the address may have moved or ask for a login`}},
		{"destination", "answer.xml", "<?xml version='1.0'?><result status='OK'/>", 0, []string{
			"answer.xml: this is XML; ask for JSON with template=ET2014A.json in the address"}},
		{"destination", "braces.json", poolOf("," + braces), 1, []string{
			"item 2, line 1: this cannot be read as JSON (line 1, character 641: lists and objects stand in each other more than 128 deep)"}},
		{"destination", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not a JSON answer of destination.one; set the source's kind to ics"}},
		{"destination", "hotel.json", strings.NewReplacer("Event", "Hotel", "e_1", "h_1").Replace(poolOf("")), 0, []string{
			"hotel.json: no item is of a type that the source is read for (Event, POI, Tour); there are: Hotel (1)"}},
		{"destination", "other.json", `{"a":1,"b":2}`, 0, []string{
			`line 1: neither an item of destination.one, which has a global_id and a title, nor an answer, which has items ("{\"a\":1,\"b\":2}")`}},
		{"destination", "none.json", `{"status":"OK","count":0,"overallcount":0,"items":[]}`, 0, []string{
			"none.json: the list is empty: there is no item in it; look at the experience, the type and the search (q) in the address"}},
		{"destination", "words.json", `{"status":"ERROR","message":"unknown experience"}`, 0, []string{
			`words.json: destination.one answers "ERROR unknown experience"; look at the address, the experience and the licence key`}},
		{"destination", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a JSON answer of destination.one is expected"}},

		{"edm", "latin.xml", latin(edmOf("")), 1, []string{
			"the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252"}},
		{"edm", "wide.xml", wide(edmOf("")), 1, nil},
		{"edm", "cut.xml.gz", cut(edmOf("<!-- " + noise() + " -->")), 1, []string{
			"cut.xml.gz: line 1: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"edm", "february.xml", edmOf(edmRecord("2", "<dcterms:created>1927-02-31</dcterms:created>")), 2, []string{
			`dateCreated: 31 February 1927 does not exist ("1927-02-31")`}},
		{"edm", "login.xml", login, 0, []string{
			`login.xml: this is an HTML page ("Please sign in"), not EDM; the address may have moved or ask for a login`}},
		{"edm", "braces.xml", braces, 0, []string{"braces.xml: this is JSON, not EDM"}},
		{"edm", "deep.xml", edmOf("<rdf:RDF>" + strings.Repeat("<x>", deep) + strings.Repeat("</x>", deep) + "</rdf:RDF>"), 1, []string{
			"line 1: RDF: elements in it stand in each other more than 64 deep"}},
		{"edm", "tags.xml", edmOf("<rdf:RDF><edm:ProvidedCHO></rdf:RDF>"), 1, []string{
			"tags.xml: line 1: </rdf:RDF> stands where <edm:ProvidedCHO> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"edm", "bomb.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>` + edmOf(edmRecord("2", "<dc:subject>&c;</dc:subject>")), 2, nil},
		{"edm", "nobody.xml", edmOf(`<rdf:RDF><edm:ProvidedCHO rdf:about="#x"><dc:title>Fest</dc:title></edm:ProvidedCHO></rdf:RDF>`), 1, []string{
			"line 1: dcterms:identifier: the object has neither an address (rdf:about) nor a dc:identifier: without one of them it cannot be recognised tomorrow"}},
		{"edm", "relative.xml", edmOf(edmRecord("2", `<dc:subject rdf:resource="a b"/><dc:subject>a <b>c</b></dc:subject><dc:title rdf:ID="1"/>`)), 2, []string{
			`about: left out, as the record does not say what is at this address: add a resource with its skos:prefLabel ("a%20b")`,
			`line 1: rdf:ID="1" is not a name: a letter, then letters, digits, hyphens and full stops; this statement is left out`}},
		{"edm", "rss.xml", "<?xml version='1.0'?><rss><channel/></rss>", 0, []string{
			"rss.xml: this is XML of <rss> and holds no record in EDM: there is no rdf:RDF with an edm:ProvidedCHO"}},
		{"edm", "empty.xml", "", 0, []string{"empty.xml: the file is empty; EDM is expected"}},
		{"edm", "broken.ttl", "@prefix edm: <http://www.europeana.eu/schemas/edm/> .\n<http://a.example/1> a edm:ProvidedCHO ; <http://purl.org/dc/elements/1.1/title> \"Fête\" ; edm:type \"IMAGE\" .\n<http://a.example/1> edm:rights , .\n", 1, []string{
			"associatedMedia.license: no edm:rights in the ore:Aggregation: say on what terms the files may be used, for example by https://creativecommons.org/licenses/by/4.0/",
			"associatedMedia: neither edm:isShownAt nor edm:isShownBy in an ore:Aggregation of the object: give the address of its page or of a file",
			"line 3: not turtle: , stands where an object should stand: an IRI, a prefixed name, a blank node or a literal; this statement is left out"}},

		{"feed", "latin.xml", latin(rssOf("")), 1, []string{
			"the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252"}},
		{"feed", "labelled.xml", `<?xml version="1.0" encoding="ISO-8859-1"?>` + rssOf(""), 1, []string{
			`the file says that its encoding is "ISO-8859-1", but it is UTF-8 and read as such`}},
		{"feed", "wide.xml", wide(rssOf("")), 1, nil},
		{"feed", "cut.xml.gz", cut(rssOf("<!-- " + noise() + " -->")), 1, []string{
			"cut.xml.gz: line 1: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"feed", "february.xml", rssOf(rssItem("2", "2027-02-31")), 1, []string{
			`line 1: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"feed", "slashes.xml", rssOf(rssItem("2", "03/04/2027")), 1, []string{
			`line 1: startDate: 03/04/2027 may be the 3/4 or the 4/3: write it as 2026-12-31 ("03/04/2027")`}},
		{"feed", "news.xml", rssOf("<item><guid>2</guid><title>Neu</title><pubDate>Thu, 24 Dec 2026 18:00:00 +0100</pubDate></item>"), 1, []string{
			`news.xml: news, not events: 1 of 2 entries, for want of a date on which something happens (the first: line 1, "Neu"). Give each event its date, in RSS by ev:startdate and ev:enddate (http://purl.org/rss/1.0/modules/event/), in JSON Feed by an extension such as "_event": {"start": …, "end": …}; or, where titles or texts name the day, set dates to title or text`}},
		{"feed", "twice.xml", rssOf(rssItem("1", "2026-12-25")), 1, []string{
			`line 1: the same key as item 1 of the list; the first is kept ("1")`}},
		{"feed", "nobody.xml", rssOf(`<item><title>Zwei</title><startDate>2026-12-25</startDate></item>`), 1, []string{
			`line 1: id: the entry has no id (guid in RSS, id in Atom and JSON Feed) and no link: without one of them it cannot be recognised tomorrow ("Zwei")`}},
		{"feed", "login.xml", login, 0, []string{
			`login.xml: this is an HTML page ("Please sign in"), not a feed (RSS, Atom or JSON Feed); the address may have moved or ask for a login`}},
		{"feed", "braces.json", braces, 0, []string{"braces.json: the document has no items; it has: a"}},
		{"feed", "deep.xml", rssOf("<item>" + strings.Repeat("<x>", deep) + strings.Repeat("</x>", deep) + "</item>"), 1, []string{
			"line 1: item: elements in it stand in each other more than 64 deep"}},
		{"feed", "tags.xml", rssOf("<item><title></item>"), 1, []string{
			"tags.xml: line 1: </item> stands where <title> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"feed", "note.xml", "<?xml version='1.0'?><note/>", 0, []string{
			"note.xml: this is XML of <note> and no feed: a feed begins with <rss>, <rdf:RDF> or <feed>"}},
		{"feed", "empty.xml", "", 0, []string{"empty.xml: the file is empty; a feed (RSS, Atom or JSON Feed) is expected"}},
		{"feed", "none.xml", "<rss><channel><title>x</title></channel></rss>", 0, []string{"none.xml: the feed is empty: there is no entry in it"}},
		{"feed", "cut.json", `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Fête","_event":{"start":"2026-12-24"}},{"id":`, 1, []string{
			"cut.json: the file breaks off before its end; it was probably cut off on its way: export it and upload it again"}},

		{"ics", "latin.ics", latin(calendar("")), 1, []string{
			"line 5: the file is not UTF-8, as a calendar has to be; it is read as Windows-1252"}},
		{"ics", "wide.ics", wide(calendar("")), 1, nil},
		{"ics", "cut.ics.gz", cut(calendar("X-A:" + noise() + "\r\n")), 1, []string{
			"cut.ics.gz: line 7: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"ics", "february.ics", calendar(second("DTSTART:20270231T180000")), 1, []string{
			`line 7, UID 2: startDate: line 10, DTSTART: 31 February 2027 does not exist ("20270231T180000")`}},
		{"ics", "seconds.ics", calendar(second("DTSTART:20270228T180000\r\nRRULE:FREQ=SECONDLY")), 1, []string{
			`line 7, UID 2: eventSchedule: line 11, RRULE: FREQ=SECONDLY: repeats too often for an agenda: let it repeat once an hour at most ("FREQ=SECONDLY")`}},
		{"ics", "login.ics", login, 0, []string{
			`login.ics: this is an HTML page ("Please sign in"), not a calendar; the address may have moved or ask for a login. The calendar’s own address often ends in .ics and stands behind “Subscribe” or “Export”`}},
		{"ics", "braces.ics", braces, 0, []string{"braces.ics: this is JSON, not a calendar"}},
		{"ics", "deep.ics", calendar(second("DTSTART:20270228T180000\r\n" + strings.Repeat("BEGIN:X\r\n", deep) + strings.Repeat("END:X\r\n", deep))), 1, []string{
			"line 7, UID 2: VEVENT: components nest more than 8 deep"}},
		{"ics", "empty.ics", "", 0, []string{"empty.ics: the file is empty; a calendar is expected"}},
		{"ics", "todo.ics", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nEND:VTODO\nEND:VCALENDAR\n", 0, []string{
			"todo.ics: the calendar holds no event, but 1 to-do, which is not read"}},

		{"linkedart", "latin.json", latin(artOf("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"linkedart", "wide.json", wide(artOf("")), 1, nil},
		{"linkedart", "cut.json.gz", cut(artOf(`,{"a":"` + noise() + `"}`)), 1, []string{
			"cut.json.gz: after record 1: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"linkedart", "cut.json", strings.TrimSuffix(artOf(`,{"id":"https://a.exa`), "]"), 1, []string{
			"cut.json: the document breaks off before its end, after record 1; save it again"}},
		{"linkedart", "record.json", artRecord("1", "")[:70], 0, []string{
			"record.json: the document breaks off before its end; save it again"}},
		{"linkedart", "february.json", artOf("," + artRecord("2", `,"produced_by":{"timespan":{"begin_of_the_begin":"1927-02-31T00:00:00Z"}}`)), 2, []string{
			`dateCreated: 31 February 1927 does not exist ("1927-02-31T00:00:00Z")`}},
		{"linkedart", "lines.ndjson", artRecord("1", "") + "\n{broken\n", 1, []string{
			`line 2: this is no JSON: line 1, character 2: expected a name in quotation marks, found 'b' ("{broken")`}},
		{"linkedart", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not Linked Art (JSON-LD); the address may have moved or ask for a login`}},
		{"linkedart", "braces.json", artOf("," + braces), 1, []string{
			"record 2, line 1: this is no JSON: line 1, character 641: lists and objects stand in each other more than 128 deep " + strings.ReplaceAll(`("`+schema.Excerpt(braces)+`")`, `"a"`, `\"a\"`)}},
		{"linkedart", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not Linked Art (JSON-LD); set the source's kind to ics"}},
		{"linkedart", "other.json", list(""), 0, []string{
			`record 1, line 1: type: this has no type, so that what it is cannot be told: write one of Linked Art's, such as "type": "HumanMadeObject"`}},
		{"linkedart", "manifest.json", manifestOf(""), 0, []string{
			`manifest.json: type: this is no thing of its own in the hub, which reads objects, images and texts, sets, people, groups, places, activities and concepts ("Manifest")`}},
		{"linkedart", "changes.json", `{"type":"OrderedCollectionPage","orderedItems":[]}`, 0, []string{
			"changes.json: the list holds nothing and leads to no page: it has neither orderedItems nor first or last"}},
		{"linkedart", "lido.xml", "<?xml version='1.0'?>" + lidoOf(""), 0, []string{"lido.xml: this is XML, not Linked Art (JSON-LD)"}},
		{"linkedart", "tuples.xml", `<!DOCTYPE table [<!ELEMENT tuple (atom)*>]><table name="ecatalogue"><tuple><atom name="irn">1</atom><atom name="TitMainTitle">Fête</atom></tuple><tuple><atom name="irn"></tuple></table>`, 1, []string{
			"tuples.xml: line 1: </tuple> stands where <atom> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"linkedart", "empty.json", "", 0, []string{"empty.json: the file is empty; Linked Art (JSON-LD) is expected"}},

		{"oaipmh", "latin.xml", latin(oaiOf("")), 1, []string{
			"the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252"}},
		{"oaipmh", "wide.xml", wide(oaiOf("")), 1, nil},
		{"oaipmh", "cut.xml.gz", cut(oaiOf("<!-- " + noise() + " -->")), 1, []string{
			"cut.xml.gz: line 1: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"oaipmh", "february.xml", oaiOf(oaiRecord("2", "<dc:date>1927-02-31</dc:date>")), 2, nil}, // it stays in words
		{"oaipmh", "login.xml", login, 0, []string{
			`login.xml: this is an HTML page ("Please sign in"), not an answer of OAI-PMH; the address may have moved or ask for a login`}},
		{"oaipmh", "braces.xml", braces, 0, []string{"braces.xml: this is JSON, not an answer of OAI-PMH"}},
		{"oaipmh", "deep.xml", oaiOf("<record>" + strings.Repeat("<x>", deep) + strings.Repeat("</x>", deep) + "</record>"), 1, []string{
			"line 1: record: elements in it stand in each other more than 64 deep"}},
		{"oaipmh", "tags.xml", oaiOf("<record><header></record>"), 1, []string{
			"tags.xml: line 1: </record> stands where <header> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"oaipmh", "token.xml", oaiOf("<resumptionToken>a</resumptionToken>"), 1, []string{
			`token.xml: resumptionToken: the list goes on behind record 1 in another answer, which is not here; save all answers into one zip file, or declare the repository's address ("a")`}},
		{"oaipmh", "error.xml", `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="badVerb">What?</error></OAI-PMH>`, 0, []string{
			`error.xml: the repository does not understand the request; look whether the address is complete (badVerb: "What?")`}},
		{"oaipmh", "marc.xml", oaiOf("<record><header><identifier>2</identifier></header><metadata><marc:record xmlns:marc='http://www.loc.gov/MARC21/slim'/></metadata></record>"), 1, []string{
			`line 1: metadata: the description is in a format that is not read here (http://www.loc.gov/MARC21/slim); ask for one of lido, edm, mods, oai_dc by prefix in the source's settings ("record")`}},
		{"oaipmh", "rss.xml", "<?xml version='1.0'?><rss><channel/></rss>", 0, []string{
			"rss.xml: this is XML of <rss> and no answer of OAI-PMH; declare the address at which the repository answers to verb=Identify"}},
		{"oaipmh", "empty.xml", "", 0, []string{"empty.xml: the file is empty; an answer of OAI-PMH is expected"}},

		{"openagenda", "latin.json", latin(answer("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"openagenda", "wide.json", wide(answer("")), 1, nil},
		{"openagenda", "cut.json.gz", cut(answer(`,{"a":"` + noise() + `"}`)), 1, []string{
			"cut.json.gz: after event 1: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"openagenda", "cut.json", answer(`,{"uid":2,"title":"Zw`)[:140], 1, []string{
			"cut.json: the document breaks off before its end, after event 1; save it again"}},
		{"openagenda", "february.json", answer(`,{"uid":2,"title":"Zwei","timings":[{"begin":"2027-02-31T10:00:00+01:00"}]}`), 1, []string{
			`event 2, line 1, uid 2: timings[1].begin: 31 February 2027 does not exist ("2027-02-31T10:00:00+01:00")`}},
		{"openagenda", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not an answer or a JSON export of OpenAgenda; the address may have moved or ask for a login`}},
		{"openagenda", "braces.json", answer("," + braces), 1, []string{
			"event 2, line 1: objects and lists nest more than 100 deep"}},
		{"openagenda", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not an answer or a JSON export of OpenAgenda; set the source's kind to ics"}},
		{"openagenda", "other.json", `{"a":1,"b":2}`, 0, []string{"other.json: no event of OpenAgenda is found; the document has: a, b"}},
		{"openagenda", "none.json", `{"total":0,"events":[]}`, 0, []string{"none.json: the list is empty: there is no event in it"}},
		{"openagenda", "empty.json", "", 0, []string{"empty.json: the file is empty; an answer or a JSON export of OpenAgenda is expected"}},
		{"iiif", "latin.json", latin(manifestOf("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"iiif", "wide.json", wide(manifestOf("")), 1, []string{"the text is UTF-16 where JSON has to be UTF-8"}},
		{"iiif", "cut.json.gz", cut(manifestOf(`,"a":"` + noise() + `"`)), 0, []string{
			"cut.json.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"iiif", "cut.json", manifestOf("")[:90], 0, []string{
			"cut.json: line 1: the text breaks off in the middle: it was probably cut off on its way"}},
		{"iiif", "comma.json", "{\n\"type\": \"Manifest\",\n}", 0, []string{"comma.json: line 3: it is no JSON from here on"}},
		{"iiif", "list.json", "[" + manifestOf("") + "]", 0, []string{
			"list.json: this is a JSON list, not a IIIF manifest or collection, which is one object"}},
		{"iiif", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a IIIF manifest or collection; the address may have moved or ask for a login`}},
		{"iiif", "braces.json", braces, 0, []string{
			`braces.json: this is JSON, but no IIIF manifest or collection: it does not say "type": "Manifest" or "type": "Collection"`}},
		{"iiif", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not a IIIF manifest or collection; set the source's kind to ics"}},
		{"iiif", "other.json", list(""), 0, []string{
			"other.json: this is a JSON list, not a IIIF manifest or collection, which is one object"}},
		{"iiif", "navdate.json", manifestOf(`,"navDate":"2027-02-31T00:00:00Z"`), 1, []string{
			`navDate: 31 February 2027 does not exist ("2027-02-31T00:00:00Z")`}},
		{"iiif", "empty.json", "", 0, []string{"empty.json: the file is empty; a IIIF manifest or collection is expected"}},
		{"kulturdaten", "latin.json", latin(programme("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"kulturdaten", "wide.json", wide(programme("")), 1, nil},
		{"kulturdaten", "cut.json.gz", cut(programme(`,{"a":"` + noise() + `"}`)), 1, []string{
			"cut.json.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"kulturdaten", "cut.json", programme(`,{"type":"type.Event","ti`)[:150], 1, []string{
			"cut.json: the document breaks off before its end, after item 1; save it again"}},
		{"kulturdaten", "february.json", programme(`,{"type":"type.Event","identifier":"E_2","title":{"de":"Zwei"},"schedule":{"startDate":"2027-02-31"}}`), 1, []string{
			`event 2, line 1, Zwei: schedule.startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"kulturdaten", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not an answer of kulturdaten.berlin or a JSON list of its things; the address may have moved or ask for a login`}},
		{"kulturdaten", "braces.json", programme("," + braces), 1, []string{
			"event 2, line 1: this cannot be read as JSON; counted from the beginning of the item, line 1, character 641: lists and objects stand in each other more than 128 deep " + shown}},
		{"kulturdaten", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not an answer of kulturdaten.berlin or a JSON list of its things; set the source's kind to ics"}},
		{"kulturdaten", "other.json", `{"a":1,"b":2}`, 0, []string{
			"other.json: there is no list of events, attractions, locations, organizations or tags in it; it has: a, b"}},
		{"kulturdaten", "none.json", `{"success":true,"data":{"page":1,"pageSize":30,"totalCount":0,"events":[]}}`, 0, []string{
			"none.json: the list is empty: there is nothing in it"}},
		{"kulturdaten", "empty.json", "", 0, []string{
			"empty.json: the file is empty; an answer of kulturdaten.berlin or a JSON list of its things is expected"}},

		{"ldes", "latin.ttl", latin(pageOf("")), 0, []string{
			"latin.ttl: line 2, column 58: not UTF-8; save the file in that encoding"}},
		{"ldes", "wide.ttl", wide(pageOf("")), 0, []string{
			"wide.ttl: line 1, column 1: not UTF-8; save the file in that encoding"}},
		{"ldes", "cut.ttl.gz", cut(pageOf(`<2> schema:text "` + noise() + `" .`)), 0, []string{
			"cut.ttl.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"ldes", "cut.ttl", pageOf(`<2> a schema:Event ; schema:na`), 0, []string{
			"cut.ttl: line 2, column 130: the document ends where an object should stand: an IRI, a prefixed name, a blank node or a literal"}},
		{"ldes", "february.ttl", pageOf(`<s> tree:member <2> . <2> a schema:Event ; schema:name "Zwei" ; schema:startDate "2027-02-31" .`), 1, []string{
			`february.ttl, member https://a.example/2: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"ldes", "login.ttl", login, 0, []string{
			`login.ttl: this is an HTML page ("Please sign in"), not a page of an event stream in RDF (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML); the address may have moved or ask for a login`}},
		{"ldes", "braces.jsonld", braces, 0, []string{
			"braces.jsonld: the document nests more than 256 arrays and objects within each other"}},
		{"ldes", "list.json", list(""), 0, []string{
			"list.json: no event stream is described here, and this is no page of one: neither members (tree:member) nor relations (tree:relation) nor a view (tree:view) are named"}},
		{"ldes", "calendar.ttl", calendar(""), 0, []string{
			"calendar.ttl: this is a calendar, not a page of an event stream in RDF (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML); set the source's kind to ics"}},
		{"ldes", "empty.ttl", "", 0, []string{
			"empty.ttl: the file is empty; a page of an event stream in RDF (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML) is expected"}},
		{"ldes", "words.ttl", "@prefix a: <urn:a> . a:b a a:c .", 0, []string{
			"words.ttl: no event stream is described here, and this is no page of one: neither members (tree:member) nor relations (tree:relation) nor a view (tree:view) are named"}},
		{"ldes", "elsewhere.ttl", pageOf(`<s> tree:member <2>, <3> . <3> a <https://b.example/Parking> .`), 1, []string{
			`elsewhere.ttl, member https://a.example/2: member: the page lists the member and says nothing of it; write its statements on the page that lists it ("https://a.example/2")`, `elsewhere.ttl, member https://a.example/3: type: a thing of a kind that the hub does not keep ("https://b.example/Parking")`}},
		{"ldes", "first.ttl", pageOf(`<> tree:relation [ tree:node <https://b.example/2> ] .`), 1, []string{
			"first.ttl: the page leads to others (relations: 1), which are not read from a file: give the address of the stream"}},

		{"lido", "latin.xml", latin(lidoOf("")), 1, []string{
			"the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252"}},
		{"lido", "wide.xml", wide(lidoOf("")), 1, nil},
		{"lido", "cut.xml.gz", cut(lidoOf("<!-- " + noise() + " -->")), 1, []string{
			"cut.xml.gz: line 1: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"lido", "february.xml", lidoOf(lidoRecord("2", "<eventWrap><eventSet><event><eventType><term>Production</term></eventType><eventDate><date><earliestDate>1927-02-31</earliestDate></date></eventDate></event></eventSet></eventWrap>")), 2, []string{
			`dateCreated: earliestDate is not a date: write it as 1943, 1943-05 or 1943-05-08, and words into displayDate ("1927-02-31")`}},
		{"lido", "login.xml", login, 0, []string{
			`login.xml: this is an HTML page ("Please sign in"), not LIDO; the address may have moved or ask for a login`}},
		{"lido", "braces.xml", braces, 0, []string{"braces.xml: this is JSON, not LIDO"}},
		{"lido", "deep.xml", lidoOf("<lido>" + strings.Repeat("<x>", deep) + strings.Repeat("</x>", deep) + "</lido>"), 1, []string{
			"line 1: lido: elements in it stand in each other more than 64 deep"}},
		{"lido", "tags.xml", lidoOf("<lido><lidoRecID>2</lido>"), 1, []string{
			"tags.xml: line 1: </lido> stands where <lidoRecID> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"lido", "bomb.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>` + lidoOf(""), 1, nil},
		{"lido", "rss.xml", "<?xml version='1.0'?><rss><channel/></rss>", 0, []string{
			"rss.xml: this is XML of <rss> and holds no LIDO record: there is no element lido of http://www.lido-schema.org"}},
		{"lido", "empty.xml", "", 0, []string{"empty.xml: the file is empty; LIDO is expected"}},

		{"plurio", "latin.xml", latin(feedOf("")), 1, []string{
			"the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252"}},
		{"plurio", "wide.xml", wide(feedOf("")), 1, nil},
		{"plurio", "cut.xml.gz", cut(feedOf("<!-- " + noise() + " -->")), 1, []string{
			"cut.xml.gz: line 1: reading breaks off here: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"plurio", "february.xml", feedOf(feedEvent("2", "2027-02-31", "")), 1, []string{
			`line 1, Fête: startDate: dateFrom: 31 February 2027 does not exist ("2027-02-31")`}},
		{"plurio", "slip.xml", feedOf(feedEvent("2", "2027-02-28", "<adress><street>Eck</street></adress>")), 2, []string{
			"adress: the format has no such element there, so it is not read: look for a slip in its name or its place"}},
		{"plurio", "weekday.xml", feedOf(feedEvent("2", "2027-02-28", "<timings><timingExceptions><timingException><dateWeekday>caturday</dateWeekday><timing><timingFrom>10:00</timingFrom></timing></timingException></timingExceptions></timings>")), 2, []string{
			`timings.timingExceptions.timingException.dateWeekday: not a weekday: write mon, tue, wed, thu, fri, sat or sun; this exception is left out ("caturday")`}},
		{"plurio", "twice.xml", feedOf(feedEvent("1", "2027-02-28", "")), 1, []string{
			`line 1, Fête: the same key as item 1 of the list; the first is kept ("event 1")`}},
		{"plurio", "login.xml", login, 0, []string{
			`login.xml: this is an HTML page ("Please sign in"), not the XML of Plurio.net; the address may have moved or ask for a login`}},
		{"plurio", "braces.xml", braces, 0, []string{"braces.xml: this is JSON, not the XML of Plurio.net"}},
		{"plurio", "deep.xml", feedOf("<event>" + strings.Repeat("<x>", deep) + strings.Repeat("</x>", deep) + "</event>"), 1, []string{
			"line 1: event: elements in it stand in each other more than 64 deep"}},
		{"plurio", "tags.xml", feedOf("<event><name>Zwei</event>"), 1, []string{
			"tags.xml: line 1: </event> stands where <name> of line 1 has to end; the file is no XML from here on: export it again"}},
		{"plurio", "bomb.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>` + feedOf(""), 1, nil},
		{"plurio", "rss.xml", "<?xml version='1.0'?><rss><channel/></rss>", 0, []string{
			"rss.xml: this is XML of <rss> and not of Plurio.net, which begins with <plurio>"}},
		{"plurio", "list.xml", "<?xml version='1.0'?><categories><german/></categories>", 0, []string{
			"list.xml: this is a list of categories, not a feed: name its address in the setting categories of the source"}},
		{"plurio", "none.xml", "<plurio action='insert'><agenda/></plurio>", 0, []string{
			"none.xml: there is no event in the agenda and no entry in the guide"}},
		{"plurio", "empty.xml", "", 0, []string{"empty.xml: the file is empty; the XML of Plurio.net is expected"}},
		{"push", "latin.ndjson", sent("") + latin(sent("Fête")), 1, []string{
			`line 2: the text is not UTF-8, as JSON has to be: convert it, or tell whoever writes it to ("{\"key\": \"2\", \"record\": {\"type\": \"Event\", \"name\": \"F?te\", \"startDate\": \"2027-02-27\"}}")`}},
		{"push", "wide.json", wide(sent("")), 0, []string{
			"wide.json: the text is not UTF-8, as JSON has to be: convert it, or tell whoever writes it to"}},
		{"push", "cut.ndjson.gz", cut(sent("") + noise()), 1, []string{
			"cut.ndjson.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"push", "cut.json", "[" + sent("") + `, {"key": "2", "rec`, 1, []string{
			"cut.json: the list breaks off after item 1; what came before was taken, send the rest again"}},
		{"push", "pretty.json", "{\n  \"key\": \"1\"\n}", 0, []string{
			"pretty.json: line 1 holds no whole object; send a list in square brackets, or write each object on one line"}},
		{"push", "february.ndjson", sent("") + `{"key": "2", "record": {"type": "Event", "name": "Zwei", "startDate": "2027-02-31"}}`, 1, []string{
			`line 2: startDate: 31 February 2027 does not exist; without it the record cannot be kept ("2027-02-31")`}},
		{"push", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a list of records in JSON, or records in JSON each on a line; the address may have moved or ask for a login`}},
		{"push", "braces.ndjson", sent("") + braces, 1, []string{
			"line 2: this is no JSON (line 1, character 641: lists and objects stand in each other more than 128 deep); each line, or each item of a list, holds one whole object " + shown}},
		{"push", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a list of records in JSON, or records in JSON each on a line is expected"}},

		{"rdf", "latin.ttl", latin(turtleOf("dcat:Dataset", "dct:title", "")), 0, []string{
			"line 5, column 14: this is no Turtle: not UTF-8; save the file in that encoding; the statement is left out",
			"https://a.example/1: name: missing: “Name”; give text with its language"}},
		{"rdf", "wide.ttl", wide(turtleOf("dcat:Dataset", "dct:title", "")), 0, []string{
			"line 1, column 1: this is no Turtle: not UTF-8; save the file in that encoding; the statement is left out"}},
		{"rdf", "cut.nt.gz", cut(lineOf("1", "http://www.w3.org/ns/dcat#Dataset", "http://purl.org/dc/terms/title", "Fête") + "# " + noise() + "\n"), 1, []string{
			"cut.nt.gz: line 3: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"rdf", "cut.ttl.gz", cut(turtleOf("dcat:Dataset", "dct:title", "# "+noise()+"\n")), 0, []string{
			"cut.ttl.gz: line 6: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"rdf", "line.ttl", turtleOf("dcat:Dataset", "dct:title", "<https://a.example/2> dct:title \"Zwei .\n"), 1, []string{
			"line 6, column 33: this is no Turtle: the text that begins here has no closing quote on its line; the statement is left out"}},
		{"rdf", "prefix.ttl", turtleOf("dcat:Dataset", "dct:title", "<https://a.example/2> a dcta:Dataset .\n"), 1, []string{
			"line 6, column 25: this is no Turtle: the prefix dcta: is not declared; the statement is left out"}},
		{"rdf", "february.ttl", turtleOf("dcat:Dataset", "dct:title", "<https://a.example/1> dct:modified \"2027-02-31\" .\n"), 1, []string{
			`dateModified: 31 February 2027 does not exist ("2027-02-31")`}},
		{"rdf", "tags.rdf", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description></rdf:RDF>`, 0, []string{
			"tags.rdf: line 1, column 83: the document is no RDF/XML from here on: </rdf:RDF> stands where </rdf:Description> is due: mend it there, or export it again"}},
		{"rdf", "bomb.rdf", `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="https://a.example/1"><rdf:value>&b;&c;</rdf:value></rdf:Description></rdf:RDF>`, 0, []string{
			"bomb.rdf: line 1, column 231: the document is no RDF/XML from here on: the entity &c; lies outside the document and is not fetched: mend it there, or export it again"}},
		{"rdf", "braces.jsonld", braces, 0, []string{
			"braces.jsonld: the document nests more than 256 arrays and objects within each other"}},
		{"rdf", "context.jsonld", `{"@context":"https://a.example/context","@id":"https://a.example/1","name":"Fête"}`, 0, []string{
			`context.jsonld: the context "https://a.example/context" is not known here, and contexts are never fetched: use one of iiif.io/api/discovery/1/context.json, iiif.io/api/image/1/context.json, iiif.io/api/image/2/context.json, iiif.io/api/image/3/context.json, iiif.io/api/presentation/2/context.json, iiif.io/api/presentation/3/context.json, library.stanford.edu/iiif/image-api/1.1/context.json, linked.art/ns/v1/linked-art.json, schema.org, schema.org/docs/jsonldcontext.json, schema.org/docs/jsonldcontext.jsonld, schema.org/version/latest, w3.org/ns/activitystreams, w3.org/ns/activitystreams.jsonld, w3.org/ns/anno.jsonld, w3id.org/security/v1, write the context into the document, or give it along`}},
		{"rdf", "login.ttl", login, 0, []string{
			`login.ttl: this is an HTML page ("Please sign in"), not RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD); the address may have moved or ask for a login`}},
		{"rdf", "calendar.ttl", calendar(""), 0, []string{
			"calendar.ttl: this is a calendar, not RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD); set the source's kind to ics"}},
		{"rdf", "cut.zip", "PK\x03\x04abc", 0, []string{
			"cut.zip: the zip file is damaged or cut off: make it anew"}},
		{"rdf", "empty.ttl", "", 0, []string{
			"empty.ttl: the file is empty; RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD) is expected"}},
		{"rdf", "none.ttl", "@prefix a: <https://a.example/> .\n", 0, []string{
			"none.ttl: there is no statement in the document"}},

		{"schemaorg", "latin.jsonld", latin(graph("")), 1, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"schemaorg", "wide.jsonld", wide(graph("")), 1, []string{"the text is UTF-16 where JSON has to be UTF-8"}},
		{"schemaorg", "latin.html", latin(script(graph(""))), 1, nil},
		{"schemaorg", "cut.jsonld.gz", cut(graph(`,{"a":"` + noise() + `"}`)), 0, []string{
			"cut.jsonld.gz: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"schemaorg", "february.jsonld", graph(`,{"@type":"Event","@id":"https://a.example/2","name":"Zwei","startDate":"2027-02-31"}`), 1, []string{
			`line 1, Zwei: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"schemaorg", "seconds.jsonld", graph(`,{"@type":"Event","@id":"https://a.example/2","name":"Zwei","eventSchedule":{"@type":"Schedule","startDate":"2027-02-28","repeatFrequency":"PT1S"}}`), 1, []string{
			`line 1, Zwei: eventSchedule.repeatFrequency: repeats too often for an agenda: let it repeat once an hour at most ("PT1S")`}},
		{"schemaorg", "login.html", login, 0, []string{
			"login.html: no schema.org data found; let the site publish its data as JSON-LD in a script element of type application/ld+json"}},
		{"schemaorg", "braces.jsonld", braces, 0, []string{
			"braces.jsonld: line 1: the JSON-LD cannot be read: objects and lists nest more than 100 deep"}},
		{"schemaorg", "braces.jsonl", graph("") + "\n" + braces + "\n", 1, []string{
			"line 2: the JSON-LD cannot be read: objects and lists nest more than 100 deep " + shown}},
		{"schemaorg", "braces.html", script(braces) + script(graph("")), 1, []string{
			"line 1: the JSON-LD cannot be read: objects and lists nest more than 100 deep " + shown}},
		{"schemaorg", "microdata.html", `<html><div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Eins</b><time itemprop="startDate">2027-02-31</time></div>
			<div itemtype="https://schema.org/Event"><b itemprop="name">F&ecirc;te</b><time itemprop="startDate" datetime="2027-03-01">`, 1, []string{
			"line 2, microdata: itemtype stands without itemscope; it was read all the same", `line 1, Eins: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"schemaorg", "rdfa.html", `<html vocab="http://schema.org/"><p typeof="Event"><b property="name">Eins</b> <b property="startDate">bald</b></p>`, 0, []string{
			`line 1, Eins: startDate: not a date: write it as 2026-12-31 ("bald")`}},
		{"schemaorg", "deep.html", strings.Repeat("<div>", deep) + `<p itemscope itemtype="https://schema.org/Event"><b itemprop="name">Eins</b>`, 0, []string{
			"deep.html: no schema.org data found: from line 1 on, what is marked up stands too deep, in more than 400 elements that are not closed"}},
		{"schemaorg", "other.html", `<html><p itemscope itemtype="https://example.org/Event"><b itemprop="name">Eins</b>`, 0, []string{
			"other.html: no schema.org data found: what the page marks up as microdata or RDFa is of another vocabulary; let the site publish its data as JSON-LD in a script element of type application/ld+json"}},
		{"schemaorg", "calendar.jsonld", calendar(""), 0, []string{
			"calendar.jsonld: this is a calendar, not a web page, a sitemap or JSON-LD; set the source's kind to ics"}},
		{"schemaorg", "sitemap.xml", "<?xml version='1.0'?><urlset><url><loc>a.html</lo", 0, []string{
			"sitemap.xml: line 1: the sitemap is no XML from here on, or is cut off"}},
		{"schemaorg", "empty.jsonld", "", 0, []string{"empty.jsonld: the file is empty; a web page, a sitemap or JSON-LD is expected"}},

		{"skos", "latin.ttl", latin(turtleOf("skos:Concept", "skos:prefLabel", "")), 0, []string{
			"line 5, column 19: this is no Turtle: not UTF-8; save the file in that encoding; the statement is left out",
			"https://a.example/1: prefLabel: missing: “Label”; give text with its language"}},
		{"skos", "cut.nt.gz", cut(lineOf("1", "http://www.w3.org/2004/02/skos/core#Concept", "http://www.w3.org/2004/02/skos/core#prefLabel", "Fête") + "# " + noise() + "\n"), 1, []string{
			"cut.nt.gz: line 3: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"skos", "line.ttl", turtleOf("skos:Concept", "skos:prefLabel", "<https://a.example/2> skos:broader https://a.example/1 .\n"), 1, []string{
			"line 6, column 36: this is no Turtle: the prefix https: is not declared; the statement is left out"}},
		{"skos", "circle.ttl", turtleOf("skos:Concept", "skos:prefLabel", "<https://a.example/1> skos:broader <https://a.example/2> . <https://a.example/2> skos:prefLabel \"Fête\" ; skos:broader <https://a.example/1> .\n"), 2, []string{
			`broader: it falls under itself, by way of this one and perhaps others; the links are kept as they are: take one of them out ("https://a.example/2")`,
			`prefLabel: names no language; it and all others without one are read as "fr": name it with the text, or set lang ("Fête")`}},
		{"skos", "login.rdf", login, 0, []string{
			`login.rdf: this is an HTML page ("Please sign in"), not RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD); the address may have moved or ask for a login`}},
		{"skos", "other.ttl", turtleOf("dcat:Dataset", "dct:title", ""), 0, []string{
			"other.ttl: there is no concept (skos:Concept) in the document; it describes: http://www.w3.org/ns/dcat#Dataset (1)"}},
		{"skos", "empty.ttl", "", 0, []string{
			"empty.ttl: the file is empty; RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD) is expected"}},

		{"table", "latin.csv", latin(rowsOf("")), 1, []string{
			"the file is not UTF-8 and is read as Windows 1252; name it under encoding to be sure"}},
		{"table", "latin.json", latin(list("")), 1, []string{
			"the file is not UTF-8 and is read as Windows 1252; name it under encoding to be sure"}},
		{"table", "wide.csv", wide(rowsOf("")), 1, nil},
		{"table", "cut.csv.gz", cut(rowsOf("2," + noise() + ",2026-12-25\n")), 1, []string{
			"cut.csv.gz: after line 2: the compressed file ends early; it was probably cut off on its way: export it and upload it again"}},
		{"table", "february.csv", rowsOf("2,Zwei,31.02.2027\n"), 1, []string{
			`line 3: startDate: column start: 31 February 2027 does not exist ("31.02.2027")`}},
		{"table", "february.json", list(`,{"id":2,"title":"Zwei","start":"2027-02-31"}`), 1, []string{
			`item 2: startDate: start: 31 February 2027 does not exist ("2027-02-31")`}},
		{"table", "login.csv", login, 0, []string{
			`login.csv: this is an HTML page ("Please sign in"), not a table (CSV, Excel .xlsx or JSON); the address may have moved or ask for a login`}},
		{"table", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a table (CSV, Excel .xlsx or JSON); the address may have moved or ask for a login`}},
		{"table", "braces.json", list("," + braces), 1, []string{
			"item 2: this is no JSON: line 1: lists and objects stand in each other more than 128 deep"}},
		{"table", "cut.json", list(`,{"id":2,"title":"Zw`)[:60], 1, []string{
			"cut.json: the file breaks off before its end, after item 1; export it and upload it again"}},
		{"table", "calendar.csv", calendar(""), 0, []string{
			"calendar.csv: this is a calendar, not a table (CSV, Excel .xlsx or JSON); set the source's kind to ics"}},
		{"table", "book.xlsx", "PK\x03\x04abc", 0, []string{
			"book.xlsx: the workbook cannot be opened: it is cut off or damaged; save it anew"}},
		{"table", "empty.csv", "", 0, []string{"empty.csv: the file is empty; a table (CSV, Excel .xlsx or JSON) is expected"}},

		{"uitdatabank", "february.json", offers(`,{"@id":"https://io.a.example/event/2","name":"Zwei","startDate":"2027-02-31"}`), 1, []string{
			`entry 2, Zwei: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"uitdatabank", "address.json", offers(`,{"@id":"https://io.a.example/event/2","@type":"Event"}`), 1, []string{
			`entry 2: this is the address of a document and not the document: ask the search for all of them with embed=true in its address ("https://io.a.example/event/2")`}},
		{"uitdatabank", "cut.json", offers(`,{"@id":"ht`)[:135], 1, []string{
			"cut.json: the JSON ends early, after 135 bytes; it was probably cut off on its way: ask for it again"}},
		{"uitdatabank", "braces.json", offers("," + braces), 1, []string{
			"entry 2: @id: missing: without its address or cdbid nobody can tell tomorrow that it is the same document"}},
		{"uitdatabank", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not JSON-LD or cdbxml of UiTdatabank; the address may have moved or ask for a login`}},
		{"uitdatabank", "rss.xml", "<?xml version='1.0'?><rss/>", 0, []string{
			"rss.xml: no event, place or organiser is listed here"}},
		{"uitdatabank", "empty.json", "", 0, []string{"empty.json: the file is empty; JSON-LD or cdbxml of UiTdatabank is expected"}},
	} {
		t.Run(c.kind+" "+c.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.in), 0o600); err != nil {
				t.Fatal(err)
			}
			settings := ""
			if c.kind == "table" {
				settings = "{class: Event, key: id, map: {name: title, startDate: start}}"
			}
			conn, err := kinds[c.kind].Open(conntest.Settings(t, settings), conntest.Env(t, path))
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			if len(r.Items) != c.items {
				t.Errorf("%d items, want %d", len(r.Items), c.items)
			}
			var got []string
			for _, it := range r.Items {
				for _, f := range it.Faults {
					if !strings.HasPrefix(f.Message, "missing: ") {
						got = append(got, f.String())
					}
				}
				if c.items > 0 && !bytes.Contains(it.Drafts[0].Graph.Canonical(), []byte("Fête")) {
					t.Errorf("the title is not read as it is meant:\n%s", it.Drafts[0].Graph.Canonical())
				}
			}
			for _, refusal := range r.Refusals {
				got = append(got, refusal.Error())
			}
			if r.Err != nil {
				got = append(got, r.Err.Error())
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// calendar and those after it are documents with one good event, work or concept
// and more.
func calendar(more string) string {
	return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261224T180000\r\nSUMMARY:Fête\r\nEND:VEVENT\r\n" + more + "END:VCALENDAR\r\n"
}

func second(lines string) string {
	return "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Zwei\r\n" + lines + "\r\nEND:VEVENT\r\n"
}

func graph(more string) string {
	return fmt.Sprintf(`{"@context":"https://schema.org","@graph":[{"@type":"Event","@id":"https://a.example/1","name":"Fête","startDate":"2026-12-24"}%s]}`, more)
}

func answer(more string) string {
	return fmt.Sprintf(`{"events":[{"uid":1,"title":"Fête","timings":[{"begin":"2026-12-24T18:00:00+01:00","end":"2026-12-24T20:00:00+01:00"}]}%s]}`, more)
}

func programme(more string) string {
	return `{"success":true,"data":{"events":[{"type":"type.Event","identifier":"E_1","title":{"fr":"Fête"},"schedule":{"startDate":"2026-12-24"}}` + more + `]}}`
}

func manifestOf(more string) string {
	return fmt.Sprintf(`{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://a.example/m","type":"Manifest","label":{"fr":["Fête"]},`+
		`"items":[{"type":"Canvas","width":1,"height":1,"items":[{"type":"AnnotationPage","items":[{"type":"Annotation","body":{"id":"https://a.example/i.jpg","type":"Image"}}]}]}]%s}`, more)
}

func artOf(more string) string { return "[" + artRecord("1", "") + more + "]" }

func artRecord(id, more string) string {
	return fmt.Sprintf(`{"@context":"https://linked.art/ns/v1/linked-art.json","id":"https://a.example/%s","type":"HumanMadeObject","_label":"Fête"%s}`, id, more)
}

func pageOf(more string) string {
	return `@prefix schema: <https://schema.org/> . @prefix tree: <https://w3id.org/tree#> . @base <https://a.example/> .
<s> tree:member <1> . <1> a schema:Event ; schema:name "Fête"@fr ; schema:startDate "2026-12-24" . ` + more
}

func script(data string) string {
	return `<html><script type="application/ld+json">` + data + "</script></html>"
}

func lidoOf(more string) string {
	return `<lidoWrap xmlns="http://www.lido-schema.org">` + lidoRecord("1", "") + more + "</lidoWrap>"
}

func edmOf(more string) string {
	return `<records xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:edm="http://www.europeana.eu/schemas/edm/" xmlns:ore="http://www.openarchives.org/ore/terms/">` +
		edmRecord("1", "") + more + "</records>"
}

func edmRecord(id, more string) string {
	return `<rdf:RDF><edm:ProvidedCHO rdf:about="https://a.example/` + id + `"><dc:title>Fête</dc:title><dc:type>Affiche</dc:type><edm:type>IMAGE</edm:type>` + more + `</edm:ProvidedCHO>` +
		`<ore:Aggregation><edm:aggregatedCHO rdf:resource="https://a.example/` + id + `"/><edm:isShownAt rdf:resource="https://a.example/p/` + id + `"/><edm:rights rdf:resource="http://creativecommons.org/publicdomain/zero/1.0/"/></ore:Aggregation></rdf:RDF>`
}

func lidoRecord(id, more string) string {
	return "<lido><lidoRecID>" + id + "</lidoRecID><descriptiveMetadata><objectClassificationWrap><objectWorkTypeWrap><objectWorkType><term>Fête</term></objectWorkType></objectWorkTypeWrap></objectClassificationWrap>" +
		"<objectIdentificationWrap><titleWrap><titleSet><appellationValue>Fête</appellationValue></titleSet></titleWrap></objectIdentificationWrap>" + more + "</descriptiveMetadata></lido>"
}

func feedOf(more string) string {
	return "<plurio action='insert'><agenda>" + feedEvent("1", "2026-12-24", "") + more + "</agenda></plurio>"
}

func feedEvent(id, day, more string) string {
	return "<event><name>Fête</name><date><dateFrom>" + day + "</dateFrom></date>" + more +
		"<relationsAgenda><placeOfEvent isOrganizer='false'><name>Sall</name></placeOfEvent></relationsAgenda><userspecific><entityId>" + id + "</entityId></userspecific></event>"
}

// rssOf and rssItem are a feed with one event more, and an event in it.
func rssOf(more string) string {
	return `<rss version="2.0"><channel>` + strings.Replace(rssItem("1", "2026-12-24T18:00:00+01:00"), "Zwei", "Fête", 1) + more + "</channel></rss>"
}

func rssItem(guid, start string) string {
	return "<item><guid>" + guid + "</guid><title>Zwei</title><startDate>" + start + "</startDate></item>"
}

// turtleOf and lineOf are documents about one thing of a class with a name.
func turtleOf(class, name, more string) string {
	return "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" +
		"<https://a.example/1> a " + class + " ;\n " + name + " \"Fête\"@fr .\n" + more
}

func lineOf(id, class, name, text string) string {
	return fmt.Sprintf("<https://a.example/%s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <%s> .\n<https://a.example/%s> <%s> %q@fr .\n", id, class, id, name, text)
}

func oaiOf(more string) string {
	return `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>` + oaiRecord("1", "") + more + "</ListRecords></OAI-PMH>"
}

func oaiRecord(id, more string) string {
	return "<record><header><identifier>" + id + `</identifier></header><metadata><dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		"<dc:title>Fête</dc:title><dc:type>Text</dc:type>" + more + "</dc></metadata></record>"
}

func rowsOf(more string) string { return "id,title,start\n1,Fête,2026-12-24\n" + more }

func list(more string) string {
	return fmt.Sprintf(`[{"id":1,"title":"Fête","start":"2026-12-24"}%s]`, more)
}

func offers(more string) string {
	return fmt.Sprintf(`[{"@id":"https://io.a.example/event/1","mainLanguage":"fr","name":{"fr":"Fête"},"calendarType":"single","startDate":"2026-12-24"}%s]`, more)
}

func created(more string) string {
	return `{"type":"Create","actor":"https://a.example/u","object":{"type":"Event","id":"https://a.example/m/1","name":"Fête","startTime":"2026-12-24T18:00:00+01:00"` + more + `}}`
}
func outbox(more string) string {
	return `{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[` + created("") + more + `]}`
}
func sights(more string) string {
	return fmt.Sprintf(`[{"@id":"https://a.example/1","@type":["Festival"],"rdfs:label":{"fr":["Fête"]},"takesPlaceAt":[{"startDate":"2026-12-24"}]}%s]`, more)
}

func poolOf(more string) string {
	return fmt.Sprintf(`{"status":"OK","count":1,"overallcount":1,"items":[{"global_id":"e_1","title":"Fête","type":"Event","timeIntervals":[{"start":"2026-12-24T18:00:00+01:00"}]}%s]}`, more)
}

// latin, wide and cut spoil a document: Windows-1252, UTF-16, gzip without its end.
// sent is a delivery of one good event, or of a second one of that name.
func sent(name string) string {
	if name != "" {
		return `{"key": "2", "record": {"type": "Event", "name": "` + name + `", "startDate": "2027-02-27"}}` + "\n"
	}
	return `{"key": "1", "record": {"type": "Event", "name": "Fête", "startDate": "2027-02-27", "organizer": "Verein"}}` + "\n"
}

func latin(s string) string { return strings.ReplaceAll(s, "ê", "\xea") }

func wide(s string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

func cut(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return string(b.Bytes()[:b.Len()-2000])
}

// noise is text that cannot be compressed to less than cut takes away.
func noise() string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 5000)
	for i := range b {
		b[i] = 'a' + byte(r.IntN(26))
	}
	return string(b)
}
