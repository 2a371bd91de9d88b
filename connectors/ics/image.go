package ics

import (
	"encoding/base64"
	"net/url"
	"path"
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

var imageTypes = map[string]string{".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".avif": "image/avif"}

// isImage tells pictures from other attachments, which are not read.
func isImage(p *wire.Property) bool {
	if kind := p.Param("FMTTYPE"); kind != "" {
		return strings.HasPrefix(strings.ToLower(kind), "image/")
	}
	return imageTypes[extension(p.Value)] != ""
}

func extension(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return strings.ToLower(path.Ext(u.Path))
}

// largest adds the largest of the sizes in which WordPress lists one picture:
// "medium;https://…;300;200;,full;https://…;2000;1300", or its address alone.
func (m *mapper) largest(b *schema.Builder, p *wire.Property) {
	best, width := "", -1
	for _, size := range strings.Split(p.Text(), ",") {
		fields := strings.Split(size, ";")
		for i, f := range fields {
			if f = strings.TrimSpace(f); !connectors.IsWeb(f) {
				continue
			}
			w := 0
			if i+1 < len(fields) {
				w, _ = strconv.Atoi(strings.TrimSpace(fields[i+1]))
			}
			if w > width {
				best, width = f, w
			}
		}
	}
	if best != "" {
		m.image(b, &wire.Property{Name: p.Name, Value: best, Line: p.Line})
	}
}

func (m *mapper) image(b *schema.Builder, p *wire.Property) {
	at := p.Text()
	if strings.EqualFold(p.Param("VALUE"), "BINARY") || p.Param("ENCODING") != "" {
		b.Fault(schema.Fault{Path: "image", Message: "line " + number(p.Line) + ": a picture inside the calendar (" +
			number(base64.StdEncoding.DecodedLen(len(at))) + " bytes) is left out: give its address instead"})
		return
	}
	if !connectors.IsWeb(at) {
		b.Fault(schema.Fault{Path: "image", Value: at, Message: "line " + number(p.Line) + ": not the address of a picture: write it with https://"})
		return
	}
	i := b.Part("image", "Media")
	i.Type("ImageObject")
	i.Put("contentUrl", at)
	kind := strings.ToLower(p.Param("FMTTYPE"))
	if kind == "" {
		kind = imageTypes[extension(at)]
	}
	i.Put("encodingFormat", kind)
	i.Put("license", m.env.License)
}
