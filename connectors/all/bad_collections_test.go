package all_test

import (
	"strings"

	"moselle/schema"
)

// badCollections are what mistakes in sources of collections are told.
func badCollections() []bad {
	return []bad{
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
			`line 1: metadata: the description is in a format that is not read here (MARC 21: http://www.loc.gov/MARC21/slim); ask for one of lido, edm, mods, oai_dc by prefix in the source's settings ("record")`}},
		{"oaipmh", "rss.xml", "<?xml version='1.0'?><rss><channel/></rss>", 0, []string{
			"rss.xml: this is XML of <rss> and no answer of OAI-PMH; declare the address at which the repository answers to verb=Identify"}},
		{"oaipmh", "empty.xml", "", 0, []string{"empty.xml: the file is empty; an answer of OAI-PMH is expected"}},

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
	}
}
