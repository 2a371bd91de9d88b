package all_test

import ()

// badGraphs are what mistakes in sources in RDF are told.
func badGraphs() []bad {
	return []bad{
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
			"braces.jsonld: line 1, column 641: not JSON: lists and objects stand in each other more than 128 deep"}},
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
			"braces.jsonld: line 1, column 641: the document is no JSON-LD from here on: not JSON: lists and objects stand in each other more than 128 deep: mend it there, or export it again"}},
		{"rdf", "context.jsonld", `{"@context":"https://a.example/context","@id":"https://a.example/1","name":"Fête"}`, 0, []string{
			`context.jsonld: the context "https://a.example/context" is not known here, and contexts are never fetched: use that of schema.org, Linked Art, IIIF Presentation 3, ActivityStreams or this hub, or write the context itself into the document`}},
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
	}
}
