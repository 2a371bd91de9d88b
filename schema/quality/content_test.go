package quality_test

import (
	"testing"

	"moselle/schema/crosswalk/edm"
	"moselle/schema/quality"
)

const (
	open       = "https://creativecommons.org/licenses/by-sa/4.0/"
	restricted = "https://creativecommons.org/licenses/by-nc/4.0/"
	closed     = "http://rightsstatements.org/vocab/InC/1.0/"
)

// file is a web resource of a format: pixels wide and one high, or of that
// height for a film.
func file(kind, format string, size int, rights string) edm.WebResource {
	w := edm.WebResource{URL: "https://files.example/f", Kind: kind, Format: format, Width: size, Height: 1, Rights: rights}
	if kind == "VIDEO" {
		w.Width, w.Height = 1, size
	}
	return w
}

func TestContentThresholds(t *testing.T) {
	t.Parallel()
	const page, preview = "https://museum.example/1", "https://museum.example/1.jpg"
	type files = []edm.WebResource
	image := func(pixels int, rights string) files { return files{file("IMAGE", "image/jpeg", pixels, rights)} }
	for _, tc := range []struct {
		name          string
		kind          string
		files         files
		page, preview string
		before, want  int
	}{
		{"image: nothing", "IMAGE", nil, page, preview, 0, 0},
		{"image: no preview", "IMAGE", image(950_000, open), page, "", 0, 0},
		{"image: tiny", "IMAGE", image(99_999, open), page, preview, 0, 0},
		{"image: small", "IMAGE", image(100_000, open), "", preview, 1, 1},
		{"image: below medium", "IMAGE", image(419_999, open), "", preview, 1, 1},
		{"image: medium", "IMAGE", image(420_000, open), "", preview, 2, 2},
		{"image: below large", "IMAGE", image(949_999, open), "", preview, 2, 2},
		{"image: large", "IMAGE", image(950_000, open), "", preview, 4, 4},
		{"image: large, restricted", "IMAGE", image(950_000, restricted), "", preview, 4, 3},
		{"image: large, closed", "IMAGE", image(950_000, closed), "", preview, 4, 2},
		{"image: large, licence not said", "IMAGE", image(950_000, ""), "", preview, 4, 2},
		{"image: small, closed", "IMAGE", image(100_000, closed), "", preview, 1, 1},
		{"image: no image", "IMAGE", files{file("VIDEO", "video/mp4", 480, open)}, page, preview, 0, 0},
		{"image: the best counts", "IMAGE", append(image(420_000, open), image(950_000, restricted)...), "", preview, 4, 3},

		{"text: nothing", "TEXT", nil, "", "", 0, 0},
		{"text: page", "TEXT", nil, page, "", 1, 1},
		{"text: pdf", "TEXT", files{file("TEXT", "application/pdf", 0, open)}, "", "", 4, 4},
		{"text: html", "TEXT", files{file("TEXT", "text/html", 0, open)}, "", "", 0, 0},
		{"text: html and page", "TEXT", files{file("TEXT", "text/html", 0, open)}, page, "", 1, 1},
		{"text: tiny scan", "TEXT", image(99_999, open), "", "", 0, 0},
		{"text: small scan", "TEXT", image(100_000, open), "", "", 1, 1},
		{"text: medium scan", "TEXT", image(420_000, open), "", "", 2, 2},
		{"text: large scan", "TEXT", image(950_000, open), "", "", 4, 4},
		{"text: pdf, closed", "TEXT", files{file("TEXT", "application/pdf", 0, closed)}, "", "", 4, 2},

		{"sound: nothing", "SOUND", nil, "", "", 0, 0},
		{"sound: page", "SOUND", nil, page, "", 1, 1},
		{"sound: audio", "SOUND", files{file("SOUND", "audio/mpeg", 0, open)}, "", "", 4, 4},
		{"sound: picture", "SOUND", image(950_000, open), "", "", 0, 0},
		{"sound: picture and page", "SOUND", image(950_000, open), page, "", 1, 1},
		{"sound: player", "SOUND", files{{URL: "https://soundcloud.com/x/y", Rights: restricted}}, "", "", 4, 3},

		{"video: nothing", "VIDEO", nil, "", "", 0, 0},
		{"video: page", "VIDEO", nil, page, "", 1, 1},
		{"video: low", "VIDEO", files{file("VIDEO", "video/mp4", 479, open)}, "", "", 1, 1},
		{"video: high", "VIDEO", files{file("VIDEO", "video/mp4", 480, open)}, "", "", 4, 4},
		{"video: player", "VIDEO", files{{URL: "https://www.youtube.com/watch?v=1", Rights: open}}, "", "", 4, 4},
		{"video: other page", "VIDEO", files{{URL: "https://youtube.example/watch", Rights: open}}, "", "", 0, 0},

		{"3d: nothing", "3D", nil, "", "", 0, 0},
		{"3d: page", "3D", nil, page, "", 1, 1},
		{"3d: model", "3D", files{file("3D", "model/gltf-binary", 0, open)}, "", "", 4, 4},
		{"3d: any format", "3D", files{file("", "application/octet-stream", 0, restricted)}, "", "", 4, 3},
		{"3d: only pictures", "3D", image(950_000, open), page, "", 0, 0},
		{"3d: only a pdf", "3D", files{file("TEXT", "application/pdf", 0, open)}, page, "", 0, 0},
	} {
		c := &edm.CHO{Type: tc.kind, Media: tc.files, ShownAt: tc.page, Object: tc.preview}
		got := quality.ContentOf(c)
		if got.Tier != tc.want || got.Before != tc.before {
			t.Errorf("%s: tier %d, before the licence %d; want %d, %d", tc.name, got.Tier, got.Before, tc.want, tc.before)
		}
	}
}

// TestContentLicences: each licence of Europeana's list limits the tier as the
// publishing framework says.
func TestContentLicences(t *testing.T) {
	t.Parallel()
	const cc, rs = "https://creativecommons.org/", "http://rightsstatements.org/vocab/"
	for rights, want := range map[string]int{
		cc + "publicdomain/mark/1.0/": 4, cc + "publicdomain/zero/1.0/": 4, cc + "licenses/by/4.0/": 4, cc + "licenses/by-sa/3.0/": 4,
		cc + "licenses/by-nc/4.0/": 3, cc + "licenses/by-nc-sa/4.0/": 3, cc + "licenses/by-nc-nd/4.0/": 3, cc + "licenses/by-nd/4.0/": 3,
		rs + "NoC-NC/1.0/": 3, rs + "NoC-OKLR/1.0/": 3, rs + "InC-EDU/1.0/": 3,
		rs + "InC/1.0/": 2, rs + "CNE/1.0/": 2, rs + "InC-OW-EU/1.0/": 2, "https://museum.example/terms": 2, "": 2,
	} {
		c := &edm.CHO{Type: "SOUND", Media: []edm.WebResource{file("SOUND", "audio/mpeg", 0, rights)}}
		if got := quality.ContentOf(c).Tier; got != want {
			t.Errorf("tier under %q = %d, want %d", rights, got, want)
		}
	}
}

// TestContentOwnLicence: a file without a licence has that of the object.
func TestContentOwnLicence(t *testing.T) {
	t.Parallel()
	c := &edm.CHO{Type: "SOUND", Rights: open, Media: []edm.WebResource{file("SOUND", "audio/mpeg", 0, "")}}
	if got := quality.ContentOf(c).Tier; got != 4 {
		t.Errorf("tier = %d, want 4", got)
	}
}
