package iiif_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/iiif"
)

// object returns a manifest as museums publish it: ten pairs of metadata, two
// canvases, a provider.
func object(i int) string {
	address := fmt.Sprintf("https://iiif.pont.example/%d", i)
	canvas := func(n int) string {
		image := fmt.Sprintf("https://iiif.pont.example/image/%d-%d", i, n)
		return fmt.Sprintf(`{"id":"%[1]s/c%[2]d","type":"Canvas","width":4000,"height":6000,"label":{"none":["%[2]d"]},"items":[{"id":"%[1]s/p%[2]d","type":"AnnotationPage","items":[`+
			`{"id":"%[1]s/a%[2]d","type":"Annotation","motivation":"painting","target":"%[1]s/c%[2]d","body":{"id":"%[3]s/full/max/0/default.jpg","type":"Image","format":"image/jpeg","width":4000,"height":6000,`+
			`"service":[{"id":"%[3]s","type":"ImageService3","profile":"level2"}]}}]}]}`, address, n, image)
	}
	var pairs []string
	for _, p := range [][2]string{{"Creator", "Aubrac, Léonie (1871-1940)"}, {"Date", "1905"}, {"Subject", "danse"}, {"Type", "affiche"}, {"Material", "papier"},
		{"Dimensions", "120 x 80 cm"}, {"Object number", fmt.Sprintf("PA-%d", i)}, {"Language", "French"}, {"Provenance", "don de l'imprimerie"}, {"Rights", "CC0"}} {
		pairs = append(pairs, fmt.Sprintf(`{"label":{"en":[%q]},"value":{"fr":[%q]}}`, p[0], p[1]))
	}
	return fmt.Sprintf(`{"@context":"http://iiif.io/api/presentation/3/context.json","id":"%[1]s","type":"Manifest","label":{"fr":["Affiche %[2]d"]},"summary":{"fr":["<p>Affiche du bal.</p>"]},`+
		`"metadata":[%[3]s],"rights":"http://creativecommons.org/publicdomain/zero/1.0/","requiredStatement":{"label":{"fr":["Mention"]},"value":{"fr":["Musée du Pont"]}},`+
		`"provider":[{"id":"https://pont.example/","type":"Agent","label":{"fr":["Musée du Pont"]}}],"homepage":[{"id":"https://pont.example/objets/%[2]d","type":"Text","format":"text/html"}],"items":[%[4]s,%[5]s]}`,
		address, i, strings.Join(pairs, ","), canvas(1), canvas(2))
}

// BenchmarkCollection reads a collection with all its manifests.
func BenchmarkCollection(b *testing.B) {
	const manifests = 1000
	s := &site{pages: map[string]string{}}
	var list []string
	size := 0
	for i := range manifests {
		address := fmt.Sprintf("https://iiif.pont.example/%d", i)
		s.pages[address] = object(i)
		size += len(s.pages[address])
		list = append(list, fmt.Sprintf(`{"id":%q,"type":"Manifest"}`, address))
	}
	const top = "https://iiif.pont.example/top"
	s.pages[top] = `{"@context":"http://iiif.io/api/presentation/3/context.json","id":"` + top + `","type":"Collection","label":{"fr":["Tout"]},"items":[` + strings.Join(list, ",") + `]}`
	c, err := iiif.Kind().Open(nil, s.env(b, top))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, size, manifests+1)
}
