package edm_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/edm"
)

// dump returns a file of n records as aggregators hand them out.
func dump(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><records>`)
	for i := range n {
		fmt.Fprintf(&b, `
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:edm="http://www.europeana.eu/schemas/edm/" xmlns:ore="http://www.openarchives.org/ore/terms/" xmlns:rdaGr2="http://rdvocab.info/ElementsGr2/" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:wgs84_pos="http://www.w3.org/2003/01/geo/wgs84_pos#">
  <edm:ProvidedCHO rdf:about="https://museum.example/objekt/%[1]d">
    <dc:creator rdf:resource="https://museum.example/person/%[2]d"/>
    <dc:description xml:lang="de">Blick vom anderen Ufer auf die Stadt am Abend, mit Brücke, Mühle und Kähnen.</dc:description>
    <dc:identifier>1932-%[1]d</dc:identifier>
    <dc:language>de</dc:language>
    <dc:subject rdf:resource="https://museum.example/begriff/bruecken"/>
    <dc:subject xml:lang="de">Abend</dc:subject>
    <dc:title xml:lang="de">Flusslandschaft Nr. %[1]d</dc:title>
    <dc:type xml:lang="de">Gemälde</dc:type>
    <dcterms:created rdf:resource="#um1890"/>
    <dcterms:extent>60 x 80 cm</dcterms:extent>
    <dcterms:medium xml:lang="de">Öl auf Leinwand</dcterms:medium>
    <dcterms:spatial rdf:resource="https://museum.example/ort/1"/>
    <edm:type>IMAGE</edm:type>
  </edm:ProvidedCHO>
  <edm:WebResource rdf:about="https://bilder.example/%[1]d.jpg"><dc:rights>Foto: Jo Lang</dc:rights><edm:rights rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></edm:WebResource>
  <edm:Agent rdf:about="https://museum.example/person/%[2]d"><skos:prefLabel xml:lang="de">Maria Muster %[2]d</skos:prefLabel><rdaGr2:dateOfBirth>1850</rdaGr2:dateOfBirth><rdaGr2:dateOfDeath>1921</rdaGr2:dateOfDeath></edm:Agent>
  <edm:Place rdf:about="https://museum.example/ort/1"><wgs84_pos:lat>49.61</wgs84_pos:lat><wgs84_pos:long>6.13</wgs84_pos:long><skos:prefLabel xml:lang="de">Altbrück</skos:prefLabel></edm:Place>
  <edm:TimeSpan rdf:about="#um1890"><skos:prefLabel xml:lang="de">um 1890</skos:prefLabel><edm:begin>1885</edm:begin><edm:end>1895</edm:end></edm:TimeSpan>
  <skos:Concept rdf:about="https://museum.example/begriff/bruecken"><skos:prefLabel xml:lang="de">Brücken</skos:prefLabel><skos:prefLabel xml:lang="fr">ponts</skos:prefLabel></skos:Concept>
  <ore:Aggregation rdf:about="https://museum.example/objekt/%[1]d#aggregation">
    <edm:aggregatedCHO rdf:resource="https://museum.example/objekt/%[1]d"/>
    <edm:dataProvider xml:lang="de">Museum am Fluss</edm:dataProvider>
    <edm:isShownAt rdf:resource="https://museum.example/seite/%[1]d"/>
    <edm:isShownBy rdf:resource="https://bilder.example/%[1]d.jpg"/>
    <edm:provider>Kulturportal</edm:provider>
    <edm:rights rdf:resource="http://creativecommons.org/licenses/by/4.0/"/>
  </ore:Aggregation>
</rdf:RDF>`, i, i%100)
	}
	b.WriteString("\n</records>")
	return b.String()
}

// BenchmarkDump reads a file of objects, each with four records beside it, from its
// bytes to drafts.
func BenchmarkDump(b *testing.B) {
	const objects = 500
	path := filepath.Join(b.TempDir(), "dump.xml")
	text := dump(objects)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := edm.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), objects)
}
