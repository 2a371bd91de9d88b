package edm

import (
	"strconv"
	"strings"

	"moselle/schema/vocab"
)

// facts are the properties of schema's class Media that are written and read as
// they stand, with their IRIs in EDM.
var facts = []struct{ property, iri string }{
	{"contentSize", vocab.EBUCore + "fileByteSize"},
	{"duration", vocab.EBUCore + "duration"},
	{"polygonCount", vocab.EDM + "polygonCount"},
	{"vertexCount", vocab.EDM + "vertexCount"},
	{"pointCount", vocab.EDM + "pointCount"},
	{"gaussianCount", vocab.EDM + "gaussianCount"},
	{"intendedUsage", vocab.EDM + "intendedUsage"},
	{"digitalSourceType", vocab.Schema + "digitalSourceType"},
	{"conformsTo", vocab.DCTerms + "conformsTo"},
}

func factIRI(property string) string {
	for _, f := range facts {
		if f.property == property {
			return f.iri
		}
	}
	return ""
}

// duration gives a bare number, which Europeana writes for milliseconds, as ISO
// 8601 has it; anything else stays.
func duration(s string) string {
	ms, err := strconv.ParseUint(s, 10, 48)
	if err != nil {
		return s
	}
	seconds := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(float64(ms)/1000, 'f', 3, 64), "0"), ".")
	return "PT" + seconds + "S"
}
