package lido_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/lido"
)

// dump returns a file of n records as collection systems export them.
func dump(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><lido:lidoWrap xmlns:lido="http://www.lido-schema.org">`)
	for i := range n {
		fmt.Fprintf(&b, `
  <lido:lido>
    <lido:lidoRecID lido:type="local">DE-XX/obj%d</lido:lidoRecID>
    <lido:descriptiveMetadata xml:lang="de">
      <lido:objectClassificationWrap><lido:objectWorkTypeWrap><lido:objectWorkType><lido:conceptID lido:type="URI">http://vocab.getty.edu/aat/300033618</lido:conceptID><lido:term>Gemälde</lido:term></lido:objectWorkType></lido:objectWorkTypeWrap></lido:objectClassificationWrap>
      <lido:objectIdentificationWrap>
        <lido:titleWrap><lido:titleSet><lido:appellationValue lido:pref="preferred">Flusslandschaft Nr. %d</lido:appellationValue></lido:titleSet></lido:titleWrap>
        <lido:repositoryWrap><lido:repositorySet><lido:repositoryName><lido:legalBodyName><lido:appellationValue>Museum am Fluss</lido:appellationValue></lido:legalBodyName></lido:repositoryName><lido:workID lido:type="inventory number">1932-%d</lido:workID></lido:repositorySet></lido:repositoryWrap>
        <lido:objectDescriptionWrap><lido:objectDescriptionSet><lido:descriptiveNoteValue>Blick vom anderen Ufer auf die Stadt am Abend.</lido:descriptiveNoteValue></lido:objectDescriptionSet></lido:objectDescriptionWrap>
        <lido:objectMeasurementsWrap><lido:objectMeasurementsSet><lido:displayObjectMeasurements>60 x 80 cm</lido:displayObjectMeasurements></lido:objectMeasurementsSet></lido:objectMeasurementsWrap>
      </lido:objectIdentificationWrap>
      <lido:eventWrap><lido:eventSet><lido:event>
        <lido:eventType><lido:conceptID lido:type="URI">http://terminology.lido-schema.org/lido00007</lido:conceptID><lido:term>Herstellung</lido:term></lido:eventType>
        <lido:eventActor><lido:actorInRole><lido:actor lido:type="person"><lido:nameActorSet><lido:appellationValue>Muster, Maria</lido:appellationValue></lido:nameActorSet><lido:vitalDatesActor><lido:earliestDate>1850</lido:earliestDate><lido:latestDate>1921</lido:latestDate></lido:vitalDatesActor></lido:actor><lido:roleActor><lido:term>Malerin</lido:term></lido:roleActor></lido:actorInRole></lido:eventActor>
        <lido:eventDate><lido:displayDate>um 1890</lido:displayDate><lido:date><lido:earliestDate>1885</lido:earliestDate><lido:latestDate>1895</lido:latestDate></lido:date></lido:eventDate>
        <lido:eventMaterialsTech><lido:materialsTech><lido:termMaterialsTech lido:type="material"><lido:term>Öl</lido:term></lido:termMaterialsTech><lido:termMaterialsTech lido:type="material"><lido:term>Leinwand</lido:term></lido:termMaterialsTech></lido:materialsTech></lido:eventMaterialsTech>
      </lido:event></lido:eventSet></lido:eventWrap>
    </lido:descriptiveMetadata>
    <lido:administrativeMetadata xml:lang="de">
      <lido:recordWrap><lido:recordID>%d</lido:recordID><lido:recordRights><lido:rightsType><lido:term>CC0</lido:term></lido:rightsType></lido:recordRights></lido:recordWrap>
      <lido:resourceWrap><lido:resourceSet><lido:resourceRepresentation lido:type="image_master"><lido:linkResource lido:formatResource="image/jpeg">https://bilder.example/%d.jpg</lido:linkResource></lido:resourceRepresentation><lido:rightsResource><lido:rightsType><lido:conceptID>https://creativecommons.org/licenses/by/4.0/</lido:conceptID></lido:rightsType></lido:rightsResource></lido:resourceSet></lido:resourceWrap>
    </lido:administrativeMetadata>
  </lido:lido>`, i, i, i, i, i)
	}
	b.WriteString("\n</lido:lidoWrap>")
	return b.String()
}

// BenchmarkDump reads a file of records, from its bytes to drafts.
func BenchmarkDump(b *testing.B) {
	const records = 1000
	path := filepath.Join(b.TempDir(), "dump.xml")
	text := dump(records)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := lido.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), records)
}
