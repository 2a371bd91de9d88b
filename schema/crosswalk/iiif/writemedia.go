package iiif

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// stage puts the media of a work on canvases.
type stage struct {
	*Writer
	node      *schema.Node
	id        string     // of the manifest
	credit    *wire.Pair // to print beside the work
	canvases  []wire.Canvas
	downloads []wire.Resource
	thumbnail []wire.Resource
	pairs     []wire.Pair // of the manifest: a licence that has no place elsewhere
	rights    string
}

// media writes pictures, films and sounds as canvases in the order of their
// addresses, as a record keeps none, all other files as downloads. What is the
// same for all stands with the manifest.
func (s *stage) media() {
	var shown []*schema.Node
	var licences []string
	for _, m := range s.node.Nodes("associatedMedia") {
		if m.String("contentUrl") != "" && !isManifest(m) {
			shown = append(shown, m)
			licences = append(licences, m.String("license"))
		}
	}
	slices.SortStableFunc(shown, func(a, b *schema.Node) int { return natural(a.String("contentUrl"), b.String("contentUrl")) })
	all := shared(licences)
	if s.rights = publicRights(all); s.rights == "" && all != "" {
		s.pairs = licencePair(all)
	}
	for _, m := range shown {
		r := resource(m)
		own := m.String("license")
		if own == all {
			own = ""
		}
		c := wire.Canvas{Type: "Canvas", Width: r.Width, Height: r.Height, Duration: r.Duration}
		switch {
		case r.Type == "Image", r.Type == "Video":
			if c.Width == 0 || c.Height == 0 { // a surface has to have a size, whatever the file's is
				c.Width, c.Height = 1000, 1000
			}
		case r.Type != "Sound" || c.Duration == 0:
			r.Rights, r.Label = publicRights(own), langMap(m.Values("name"), oneLine)
			s.downloads = append(s.downloads, r)
			continue
		}
		c.ID = fmt.Sprintf("%s/canvas/%d", s.id, len(s.canvases)+1)
		s.describe(&c, m, own)
		page := wire.AnnotationPage{ID: c.ID + "/page", Type: "AnnotationPage"}
		page.Items = []wire.Annotation{{ID: c.ID + "/painting", Type: "Annotation", Motivation: "painting", Body: r, Target: c.ID}}
		c.Items = []wire.AnnotationPage{page}
		s.canvases = append(s.canvases, c)
		if s.thumbnail == nil {
			s.thumbnail = c.Thumbnail
		}
	}
}

// describe adds what is said of one medium; own is the licence that it alone has.
func (s *stage) describe(c *wire.Canvas, m *schema.Node, own string) {
	c.Label, c.Summary = langMap(m.Values("name"), oneLine), langMap(m.Values("caption"), markup)
	if c.Rights = publicRights(own); c.Rights == "" && own != "" {
		c.Metadata = licencePair(own)
	}
	for _, p := range linked(s.Writer, m, "creator") {
		c.Metadata = append(c.Metadata, wire.Pair{Label: makerLabel, Value: p.Value})
	}
	c.Metadata = append(c.Metadata, texted(s.Writer, m, "copyrightNotice")...)
	credit := wire.Pair{Label: label("creditText"), Value: langMap(m.Values("creditText"), markup)}
	if len(credit.Value) > 0 && (s.credit == nil || !equal(credit.Value, s.credit.Value)) {
		c.RequiredStatement = &credit
	}
	if address := m.String("thumbnailUrl"); address != "" {
		t := wire.Resource{ID: address, Type: "Image", Format: formatOf(address)}
		if service, ok := serviceOf(address, m); ok {
			t.Service = []wire.ImageService{service}
		}
		c.Thumbnail = []wire.Resource{t}
	}
}

func equal(a, b wire.LangMap) bool {
	if len(a) != len(b) {
		return false
	}
	for lang := range a {
		if !slices.Equal(a[lang], b[lang]) {
			return false
		}
	}
	return true
}

// licencePair is the pair of a licence that "rights" of version 3 does not take.
func licencePair(licence string) []wire.Pair {
	return pairOf("license", wire.LangMap{"none": {anchor(licence, licence)}})
}

// isManifest reports whether a medium is a manifest itself.
func isManifest(m *schema.Node) bool {
	return strings.Contains(m.String("encodingFormat"), "iiif.io/api/presentation")
}

// kinds are the types of resources by those of media.
var kinds = map[string]string{"ImageObject": "Image", "VideoObject": "Video", "AudioObject": "Sound", "3DModel": "Model", "TextObject": "Text"}

// resource writes a medium's file. What kind it is, its format tells where the
// record does not.
func resource(m *schema.Node) wire.Resource {
	r := wire.Resource{ID: m.String("contentUrl"), Type: kinds[m.Type()], Format: m.String("encodingFormat"), Duration: seconds(m.String("duration"))}
	width, _ := m.Number("width")
	height, _ := m.Number("height")
	r.Width, r.Height = int(width), int(height)
	if r.Type == "" {
		switch family, _, _ := strings.Cut(cmp.Or(r.Format, formatOf(r.ID)), "/"); family {
		case "image":
			r.Type = "Image"
		case "video":
			r.Type = "Video"
		case "audio":
			r.Type = "Sound"
		case "model":
			r.Type = "Model"
		default:
			r.Type = "Text"
		}
	}
	for _, address := range []string{m.String("thumbnailUrl"), r.ID} { // the file may stand beside the service
		if service, ok := serviceOf(address, m); ok && r.Service == nil {
			r.Service = []wire.ImageService{service}
		}
	}
	return r
}

// serviceOf returns the service of the Image API that a medium says delivers what
// stands at an address.
func serviceOf(address string, m *schema.Node) (wire.ImageService, bool) {
	for _, profile := range m.Strings("conformsTo") {
		if s, ok := wire.ServiceOf(address, profile); ok {
			return s, true
		}
	}
	return wire.ImageService{}, false
}

// length is a duration in hours, minutes and seconds (ISO 8601).
var length = regexp.MustCompile(`^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$`)

// seconds reads a duration; 0 for none that can be counted.
func seconds(iso string) (sum float64) {
	if m := length.FindStringSubmatch(iso); m != nil {
		for i, unit := range []float64{3600, 60, 1} {
			n, _ := strconv.ParseFloat(m[i+1], 64)
			sum += n * unit
		}
	}
	return sum
}

// natural orders addresses with their numbers as numbers: page 2 before page 10.
func natural(a, b string) int {
	for a != "" && b != "" {
		m, n := digits(a), digits(b)
		if m == 0 || n == 0 {
			if a[0] != b[0] {
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
			return c
		}
		a, b = a[m:], b[n:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits returns how many digits a text begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
