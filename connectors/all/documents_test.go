package all_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf16"
)

// login is what a server answers that wants to know who asks; deep is deeper than
// any document goes, and braces and shown are a document as deep and how a report
// shows it.
const (
	login = "<!doctype html><html><head><title>Please sign in</title></head><body></body></html>"
	deep  = 10_000
)

var (
	braces = strings.Repeat(`{"a":`, deep) + "1" + strings.Repeat("}", deep)
	shown  = `("` + strings.Repeat(`{\"a\":`, 23) + `{\"a\"…")`
)

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
