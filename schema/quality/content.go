package quality

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// Content is the content tier, 0 to 4, with what it was computed of (Europeana
// Publishing Framework, content component). Sizes and formats are those that
// the record states; Europeana measures the files itself.
type Content struct {
	Tier       int    `json:"tier"`
	Before     int    `json:"tierBeforeLicence"` // what the best file would bring under an open licence
	Type       string `json:"type"`              // edm:type
	Licence    string `json:"licence"`           // open, restricted or closed: of the object as a whole
	Thumbnail  bool   `json:"thumbnail"`
	Landing    bool   `json:"landingPage"`
	Embeddable bool   `json:"embeddable"` // it can be played where Europeana shows it
	Files      []File `json:"files,omitempty"`
}

// File is a file of a work with the tier it brings.
type File struct {
	URL     string `json:"url"`
	Format  string `json:"format,omitempty"`
	Width   int    `json:"width,omitempty"`
	Height  int    `json:"height,omitempty"`
	Licence string `json:"licence"` // open, restricted or closed, its own or else the object's
	Tier    int    `json:"tier"`
	Before  int    `json:"tierBeforeLicence"`

	kind string
}

// The sizes, in pixels, from which a picture counts for more.
const (
	smallPicture  = 100_000
	mediumPicture = 420_000
	largePicture  = 950_000
	tallVideo     = 480 // height of a film
)

// ContentOf computes the content tier.
func ContentOf(c *edm.CHO) Content {
	t := Content{Type: c.Type, Licence: licence(c.Rights), Thumbnail: c.Object != "", Landing: c.ShownAt != "", Embeddable: embeddable(c)}
	if len(c.Media) > 0 {
		t.Files = make([]File, len(c.Media))
	}
	for i := range c.Media {
		m := &c.Media[i]
		t.Files[i] = File{URL: m.URL, Format: m.Format, Width: m.Width, Height: m.Height, Licence: licence(cmp.Or(m.Rights, c.Rights)), kind: m.Kind}
	}
	t.settle()
	return t
}

// settle computes the tiers of the files and of the whole.
func (t *Content) settle() {
	t.Tier, t.Before = 0, 0
	switch {
	case t.Type == "IMAGE" && !t.Thumbnail:
		for i := range t.Files {
			t.Files[i].Tier, t.Files[i].Before = 0, 0
		}
		return
	case len(t.Files) == 0 && t.Type != "IMAGE" && t.Landing:
		t.Tier, t.Before = 1, 1
		return
	}
	for i := range t.Files {
		f := &t.Files[i]
		f.Before = t.fileTier(f)
		f.Tier = min(f.Before, limits[f.Licence])
		if f.Tier > t.Tier || f.Tier == t.Tier && f.Before > t.Before {
			t.Tier, t.Before = f.Tier, f.Before
		}
	}
}

// limits are the highest tiers under a licence.
var limits = map[string]int{"open": 4, "restricted": 3, "closed": 2}

// licence gives the group of a licence as Europeana counts it: one that is not
// on its list, however free, is closed.
func licence(iri string) string {
	listed := strings.HasPrefix(iri, "https://creativecommons.org/") || strings.HasPrefix(iri, "http://rightsstatements.org/")
	if g := schema.Reuse(iri); listed && (g == "open" || g == "restricted") {
		return g
	}
	return "closed"
}

// fileTier is the tier a file brings under an open licence.
func (t *Content) fileTier(f *File) int {
	pixels := 0
	if f.kind == "IMAGE" {
		pixels = f.Width * f.Height
	}
	switch t.Type {
	case "IMAGE":
		return pictureTier(pixels)
	case "TEXT":
		if f.Format == "application/pdf" {
			return 4
		}
		return max(pictureTier(pixels), landing(t.Landing))
	case "SOUND":
		if f.kind == "SOUND" || t.Embeddable {
			return 4
		}
		return landing(t.Landing)
	case "VIDEO":
		if f.kind == "VIDEO" && f.Height >= tallVideo || t.Embeddable {
			return 4
		}
		return landing(t.Landing || f.kind == "VIDEO")
	}
	if f.Format == "application/pdf" || f.kind == "IMAGE" || f.Format == "" && f.kind == "" {
		return 0
	}
	return 4
}

func pictureTier(pixels int) int {
	switch {
	case pixels >= largePicture:
		return 4
	case pixels >= mediumPicture:
		return 2
	case pixels >= smallPicture:
		return 1
	}
	return 0
}

func landing(there bool) int {
	if there {
		return 1
	}
	return 0
}

func contentGrade(tier int) string { return "content:" + strconv.Itoa(tier) }

// fixes are what would bring the record to tier 4; those stand next that lift it
// by themselves, or all when only several together do.
func (t *Content) fixes() []Fix {
	if t.Tier == 4 {
		return nil
	}
	var out []Fix
	for _, x := range contentFixes {
		if !x.needed(t) {
			continue
		}
		better := *t
		better.Files = slices.Clone(t.Files)
		x.mend(&better)
		better.settle()
		f := Fix{Code: x.code, For: contentGrade(t.Tier + 1)}
		if better.Tier > t.Tier {
			f.Lifts, f.For, f.Next = contentGrade(better.Tier), contentGrade(better.Tier), true
		}
		out = append(out, f)
	}
	if !slices.ContainsFunc(out, func(f Fix) bool { return f.Next }) {
		for i := range out {
			out[i].Next = true
		}
	}
	return out
}

// contentFixes say when each fix is needed and what it changes.
var contentFixes = []struct {
	code   string
	needed func(*Content) bool
	mend   func(*Content)
}{
	{"media.missing", func(t *Content) bool { return len(t.Files) == 0 }, func(t *Content) { t.Files = append(t.Files, whole(t.Type)); t.Thumbnail = true }},
	{"media.file", func(t *Content) bool {
		return len(t.Files) > 0 && !t.Embeddable && (t.Type == "SOUND" || t.Type == "VIDEO" || t.Type == "3D") &&
			!slices.ContainsFunc(t.Files, func(f File) bool { return f.kind == t.Type })
	}, func(t *Content) { f := whole(t.Type); f.Licence = t.Licence; t.Files = append(t.Files, f) }},
	{"image.size", func(t *Content) bool {
		return t.Before < 4 && (t.Type == "IMAGE" || t.Type == "TEXT") && picture(t) >= 0
	}, func(t *Content) {
		f := &t.Files[picture(t)]
		f.Width, f.Height = largePicture, 1
	}},
	{"video.size", func(t *Content) bool { return t.Before < 4 && t.Type == "VIDEO" && film(t) >= 0 }, func(t *Content) { t.Files[film(t)].Height = tallVideo }},
	{"thumbnail.missing", func(t *Content) bool { return t.Type == "IMAGE" && len(t.Files) > 0 && !t.Thumbnail }, func(t *Content) { t.Thumbnail = true }},
	{"media.licence", func(t *Content) bool { return len(t.Files) > 0 && t.Licence != "open" }, func(t *Content) {
		for i := range t.Files {
			t.Files[i].Licence = "open"
		}
	}},
	{"url.missing", func(t *Content) bool { return t.Type != "IMAGE" && !t.Landing }, func(t *Content) { t.Landing = true }},
}

// whole is a file of a kind that lacks nothing but a licence.
func whole(kind string) File {
	format := "application/octet-stream"
	if kind == "TEXT" {
		format = "application/pdf"
	}
	return File{kind: kind, Format: format, Width: largePicture, Height: tallVideo, Licence: "closed"}
}

// picture and film give the first file of the kind, -1 for none.
func picture(t *Content) int {
	return slices.IndexFunc(t.Files, func(f File) bool { return f.kind == "IMAGE" })
}

func film(t *Content) int {
	return slices.IndexFunc(t.Files, func(f File) bool { return f.kind == "VIDEO" })
}
