package iiif

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// ImageService is a service of the Image API, which delivers an image in any size.
type ImageService struct {
	ID            string
	Version       int     // of the Image API: 1, 2 or 3
	Level         int     // of compliance: 0, 1 or 2; 0 when it is not said
	Width, Height float64 // of the whole image, in pixels; 0 when not said
	Sizes         []Size  // that are ready
}

// Size is a size in pixels.
type Size struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

// maxSizes bounds the sizes that are read of one service.
const maxSizes = 100

// ImageService returns the first service of the Image API of an object whose
// document stands at base; its ID is "" when there is none.
func (o Object) ImageService(base string) ImageService {
	for _, s := range o.Objects("service", "services") {
		v := imageVersion(s)
		if v == 0 {
			continue
		}
		id := strings.TrimSuffix(strings.TrimSuffix(Address(base, s.ID()), "/info.json"), "/")
		out := ImageService{ID: id, Version: v, Level: levelOf(s.Text(profiles...)), Width: s.Number("width"), Height: s.Number("height")}
		for i, z := range s.Objects("sizes") {
			if i < maxSizes {
				out.Sizes = append(out.Sizes, Size{int(z.Number("width")), int(z.Number("height"))})
			}
		}
		return out
	}
	return ImageService{}
}

// profiles are the names of what a service keeps to; the second is version 1's.
var profiles = []string{"profile", "dcterms:conformsTo"}

// imageVersion tells a service of the Image API by its type, its context or its
// profile; 0 for any other service.
func imageVersion(s Object) int {
	for _, t := range s.Types() {
		if v, ok := strings.CutPrefix(t, "ImageService"); ok && len(v) == 1 && v >= "1" && v <= "3" {
			return int(v[0] - '0')
		}
	}
	said := s.Text("@context") + " " + s.Text(profiles...)
	switch {
	case strings.Contains(said, "/image/3"):
		return 3
	case strings.Contains(said, "/image/2"):
		return 2
	case strings.Contains(said, "/image/1"), strings.Contains(said, "image-api/"):
		return 1
	}
	return 0
}

// levelOf returns the level of compliance of a profile: "level1" and
// "http://iiif.io/api/image/2/level1.json" are 1.
func levelOf(profile string) int {
	if _, rest, ok := strings.Cut(profile, "level"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '2' {
		return int(rest[0] - '0')
	}
	return 0
}

// levels are the addresses of compliance by the version of the Image API.
var levels = map[int]string{1: "http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level%d",
	2: "http://iiif.io/api/image/2/level%d.json", 3: "http://iiif.io/api/image/3/level%d.json"}

// Profile returns the address of what the service keeps to.
func (s ImageService) Profile() string { return fmt.Sprintf(levels[s.Version], s.Level) }

// image is a request for the whole of an image (Image API 2 and 3, section 4).
var image = regexp.MustCompile(`^(https?://.+)/full/(?:full|max|\^?!?\d*,\d*|pct:[\d.]+)/!?\d+/(?:default|native|color|gray)\.\w+$`)

// IsImage reports whether an address is a request for a whole image.
func IsImage(address string) bool { return image.MatchString(address) }

// ServiceOf returns the service that delivers an image, of which the address and
// the profile that its service keeps to are known; false when the two do not say.
func ServiceOf(address, profile string) (ImageService, bool) {
	m := image.FindStringSubmatch(address)
	if m == nil {
		return ImageService{}, false
	}
	for v := range levels {
		for level := range 3 {
			if s := (ImageService{ID: m[1], Version: v, Level: level}); s.Profile() == profile {
				return s, true
			}
		}
	}
	return ImageService{}, false
}

// Full returns the address of the whole image in its full size.
func (s ImageService) Full() string {
	switch s.Version {
	case 3:
		return s.ID + "/full/max/0/default.jpg"
	case 2:
		return s.ID + "/full/full/0/default.jpg"
	}
	return s.ID + "/full/full/0/native.jpg"
}

// small is how wide a thumbnail is, at least, in pixels.
const small = 300

// Small returns the address of an image of at least 300 pixels in width; "" when
// the service promises none.
func (s ImageService) Small() string {
	quality := "default"
	if s.Version == 1 {
		quality = "native"
	}
	best := Size{}
	for _, z := range s.Sizes {
		if z.Width >= small && (best.Width == 0 || z.Width < best.Width) {
			best = z
		}
	}
	size := strconv.Itoa(small) + ","
	switch {
	case best.Width > 0 && best.Height > 0 && s.Version == 3:
		size = fmt.Sprintf("%d,%d", best.Width, best.Height)
	case best.Width > 0:
		size = strconv.Itoa(best.Width) + ","
	case s.Level == 0, s.ID == "", s.Width >= 1 && s.Width < small:
		return ""
	}
	return s.ID + "/full/" + size + "/0/" + quality + ".jpg"
}
