package plurio_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/plurio"
)

// programme returns an import of a guide and n events, as institutions fed it.
func programme(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><plurio action="insert"><guide><guideBuildings>`)
	for i := range n / 10 {
		fmt.Fprintf(&b, `<entityBuilding><name>Sall %d</name><adress><street>rue du Moulin</street><houseNumber>%d</houseNumber><localisationId>L04010010152002</localisationId></adress><userspecific><entityId>loc%d</entityId></userspecific></entityBuilding>`, i, i, i)
	}
	b.WriteString(`</guideBuildings></guide><agenda>`)
	for i := range n {
		fmt.Fprintf(&b, `
<event><name>Concert %d</name><subtitleOne>Mat der Musek vum Floss</subtitleOne>
 <longDescriptions><longDescription language="lu">&lt;p&gt;En Owend mat Musek an Iessen, fir grouss a kleng, um Uwänner.&lt;/p&gt;</longDescription><longDescription language="fr">&lt;p&gt;Une soirée de musique et de cuisine, pour petits et grands.&lt;/p&gt;</longDescription></longDescriptions>
 <date><dateFrom>2026-12-%02d</dateFrom><dateTo>2026-12-%02d</dateTo><dateExclusions><dateWeekday>mon</dateWeekday></dateExclusions></date>
 <timings><timing><timingDescription>Beginn</timingDescription><timingFrom>20:00</timingFrom><timingTo>22:00</timingTo></timing></timings>
 <prices freeOfCharge="false"><price><priceDescription>Erwuessener</priceDescription><priceValue>15</priceValue></price></prices>
 <contactEvent><websites><website>http://floss.example/%d</website></websites></contactEvent>
 <relationsAgenda><placeOfEvent isOrganizer="false"><extId>loc%d</extId></placeOfEvent>
  <organisationsToEvent><organisationToEvent><name>Frënn vum Floss</name><organisationRelEventTypeId>oe07</organisationRelEventTypeId></organisationToEvent></organisationsToEvent>
  <pictures><picture pictureType="extern"><domain>http://floss.example</domain><path>/p/%d.jpg</path><picturePosition>default</picturePosition><pictureAltText>Plakat</pictureAltText></picture></pictures>
  <agendaCategories><agendaCategoryId>262</agendaCategoryId></agendaCategories></relationsAgenda>
 <userspecific><entityId>ev%d</entityId></userspecific></event>`, i, 1+i%20, 4+i%20, i, i%(n/10), i, i)
	}
	b.WriteString("</agenda></plurio>")
	return b.String()
}

// BenchmarkProgramme reads a programme, from its bytes to drafts.
func BenchmarkProgramme(b *testing.B) {
	const events = 1000
	path := filepath.Join(b.TempDir(), "programme.xml")
	text := programme(events)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := plurio.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), events+events/10)
}
