package demo

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"net/http"
	"regexp"
	"strings"

	"github.com/labstack/echo/v4"
)

// Pictures serves the pictures of the demo region: drawn for their name, so
// that no real photograph has to be lent.
type Pictures struct{}

// picturesPath is where Pictures serves them.
const picturesPath = "/demo/pictures/"

// Routes adds the pictures' addresses.
func (Pictures) Routes(g *echo.Group) {
	g.GET(picturesPath+":name", func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "public, max-age=86400")
		return c.Blob(http.StatusOK, "image/svg+xml", draw(c.Param("name")))
	})
}

// medium is how feeds name their pictures, at the invented institutions.
var medium = regexp.MustCompile(`https://[a-z-]+\.example/media/([A-Za-z0-9-]+)\.jpg`)

// lend puts the hub's own pictures in place of those of a feed.
func lend(feed []byte, base string) []byte {
	return medium.ReplaceAll(feed, []byte(base+picturesPath+"$1.svg"))
}

// draw draws a landscape of the region, an SVG of 900 by 600: sky, hills, works
// with chimneys, the river. The same name gives the same picture.
func draw(name string) []byte {
	h := fnv.New64a()
	h.Write([]byte(name))
	r := rand.New(rand.NewPCG(h.Sum64(), 1))
	hue := []int{24, 30, 38, 200, 345, 160}[r.IntN(6)]
	shade := func(light int) string { return fmt.Sprintf("hsl(%d 28%% %d%%)", hue, light) }
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600">`)
	fmt.Fprintf(&b, `<rect width="900" height="600" fill="%s"/>`, shade(88))
	fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="%d" fill="%s"/>`, 150+r.IntN(600), 90+r.IntN(90), 34+r.IntN(40), shade(95))
	for i, light := range []int{74, 62, 50} {
		fmt.Fprintf(&b, `<path d="M0 600V%d`, 250+70*i+r.IntN(60))
		for x := 0; x < 900; x += 225 {
			fmt.Fprintf(&b, `q112 %d 225 %d`, r.IntN(120)-70, r.IntN(50)-25)
		}
		fmt.Fprintf(&b, `V600z" fill="%s"/>`, shade(light))
	}
	for x := 60 + r.IntN(120); x < 800; x += 90 + r.IntN(170) {
		height := 60 + r.IntN(150)
		fmt.Fprintf(&b, `<path d="M%d 480v-%dh%dv%dz" fill="%s"/>`, x, height, 26+r.IntN(70), height, shade(30))
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, `<path d="M%d 480l6-%dh14l6 %dz" fill="%s"/>`, x-30, height+90, height+90, shade(24))
		}
	}
	fmt.Fprintf(&b, `<path d="M0 480c200-30 320 40 480 10s260-20 420 6v104H0z" fill="%s"/>`, shade(36))
	fmt.Fprintf(&b, `<path d="M0 540q220-26 450 0t450-8" fill="none" stroke="%s" stroke-width="4" opacity=".5"/></svg>`, shade(80))
	return []byte(b.String())
}
