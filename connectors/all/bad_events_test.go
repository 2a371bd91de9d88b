package all_test

import (
	"strings"

	"moselle/schema"
)

// badEvents are what mistakes in sources of events are told.
func badEvents() []bad {
	return []bad{
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
			`login.json: this is an HTML page ("Please sign in"), not a flux of DATAtourisme (a ZIP archive, its index.json, objects as JSON, or a table as CSV); the address may have moved or ask for a login`}},
		{"datatourisme", "braces.json", sights("," + braces), 1, []string{
			"object 2 (line 1): this is no JSON: line 1, character 641: lists and objects stand in each other more than 128 deep"}},
		{"datatourisme", "calendar.json", calendar(""), 0, []string{
			"calendar.json: this is a calendar, not a flux of DATAtourisme (a ZIP archive, its index.json, objects as JSON, or a table as CSV); set the source's kind to ics"}},
		{"datatourisme", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a flux of DATAtourisme (a ZIP archive, its index.json, objects as JSON, or a table as CSV) is expected"}},
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
			`line 2: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"push", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not a list of records in JSON, or records in JSON each on a line; the address may have moved or ask for a login`}},
		{"push", "braces.ndjson", sent("") + braces, 1, []string{
			"line 2: this is no JSON (line 1, character 641: lists and objects stand in each other more than 128 deep); each line, or each item of a list, holds one whole object " + shown}},
		{"push", "empty.json", "", 0, []string{
			"empty.json: the file is empty; a list of records in JSON, or records in JSON each on a line is expected"}},

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

		{"uitdatabank", "february.json", offers(`,{"@id":"https://io.a.example/event/2","name":"Zwei","startDate":"2027-02-31"}`), 1, []string{
			`entry 2, Zwei: startDate: 31 February 2027 does not exist ("2027-02-31")`}},
		{"uitdatabank", "address.json", offers(`,{"@id":"https://io.a.example/event/2","@type":"Event"}`), 1, []string{
			`entry 2: this is the address of a document and not the document: ask the search for all of them with embed=true in its address ("https://io.a.example/event/2")`}},
		{"uitdatabank", "forms.json", offers(`,{"@id":"https://io.a.example/event/2","@type":"Event","name":"Fête 2","startDate":"2027-02-03","typicalAgeRange":6,"endDate":{},"location":{"@id":"https://io.a.example/place/2","name":"Saal","address":{"addressLocality":[]}}}`), 2, []string{
			"endDate: what stands here is of another form than UiTdatabank's (an object in braces); it is left out",
			"location.address.addressLocality: what stands here is of another form than UiTdatabank's (a list); it is left out",
			"typicalAgeRange: what stands here is of another form than UiTdatabank's (a number); it is left out"}},
		{"uitdatabank", "latin.json", offers(",{\"@id\":\"https://io.a.example/event/2\",\"@type\":\"Event\",\"name\":\"F\xeate\",\"startDate\":\"2027-02-03\"}"), 2, []string{
			"the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}},
		{"uitdatabank", "cut.json", offers(`,{"@id":"ht`)[:135], 1, []string{
			"cut.json: the JSON ends early, after 135 bytes; it was probably cut off on its way: ask for it again"}},
		{"uitdatabank", "braces.json", offers("," + braces), 1, []string{
			"entry 2: @id: missing: without its address or cdbid nobody can tell tomorrow that it is the same document"}},
		{"uitdatabank", "login.json", login, 0, []string{
			`login.json: this is an HTML page ("Please sign in"), not JSON-LD or cdbxml of UiTdatabank; the address may have moved or ask for a login`}},
		{"uitdatabank", "rss.xml", "<?xml version='1.0'?><rss/>", 0, []string{
			"rss.xml: no event, place or organiser is listed here"}},
		{"uitdatabank", "empty.json", "", 0, []string{"empty.json: the file is empty; JSON-LD or cdbxml of UiTdatabank is expected"}},
	}
}
