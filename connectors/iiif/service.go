package iiif

import (
	"fmt"
	"strings"
)

// service is an Image API service, which delivers an image in any size.
type service struct {
	id            string
	version       int // of the Image API: 1, 2, 3
	level0        bool
	width, height float64 // of the whole image, in pixels; 0 when not said
	sizes         []object
}

// service returns the first Image API service of an object; its id is "" when
// there is none.
func (m *mapper) service(o object) service {
	for _, s := range o.objects("service", "services") {
		v := imageVersion(s)
		if v == 0 {
			continue
		}
		id := strings.TrimSuffix(strings.TrimSuffix(m.address(s.id()), "/info.json"), "/")
		level := s.text("profile")
		return service{id: id, version: v, level0: level == "" || strings.Contains(level, "level0"),
			width: s.number("width"), height: s.number("height"), sizes: s.objects("sizes")}
	}
	return service{}
}

// imageVersion tells an Image API service by its type, its context or its
// profile; 0 for any other service.
func imageVersion(s object) int {
	for _, t := range s.types() {
		switch t {
		case "ImageService3":
			return 3
		case "ImageService2":
			return 2
		case "ImageService1":
			return 1
		}
	}
	said := s.text("@context") + " " + s.text("profile")
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

// full returns the address of the whole image in its full size.
func (s service) full() string {
	switch s.version {
	case 3:
		return s.id + "/full/max/0/default.jpg"
	case 2:
		return s.id + "/full/full/0/default.jpg"
	}
	return s.id + "/full/full/0/native.jpg"
}

// small is how wide a thumbnail is, at least, in pixels.
const small = 300

// small returns the address of a small image; "" when the service promises none.
func (s service) small() string {
	quality := "default"
	if s.version == 1 {
		quality = "native"
	}
	var best object
	for _, z := range s.sizes {
		if w := z.number("width"); w >= small && (best == nil || w < best.number("width")) {
			best = z
		}
	}
	w, h := best.number("width"), best.number("height")
	switch {
	case w >= 1 && h >= 1 && s.version == 3:
		return fmt.Sprintf("%s/full/%.0f,%.0f/0/default.jpg", s.id, w, h)
	case w >= 1:
		return fmt.Sprintf("%s/full/%.0f,/0/%s.jpg", s.id, w, quality)
	case s.level0, s.id == "", s.width >= 1 && s.width < small:
		return ""
	}
	return fmt.Sprintf("%s/full/%d,/0/%s.jpg", s.id, small, quality)
}
