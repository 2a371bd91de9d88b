// Package web is the portal: server-rendered pages in every interface
// language, complete without scripts, made from the same records as every other
// surface. Templates, styles and words are in public/.
package web

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"moselle/hub/catalog"
)

// Surface is the portal.
type Surface struct {
	catalog *catalog.Catalog
	pages   map[string]*template.Template
	words   map[string]words // by language
	assets  assets
}

// New parses the templates and words in files (public.Files).
func New(c *catalog.Catalog, files fs.FS) (*Surface, error) {
	s := &Surface{catalog: c, pages: map[string]*template.Template{}, words: map[string]words{}}
	var err error
	if s.assets, err = loadAssets(files); err != nil {
		return nil, err
	}
	for _, lang := range c.Langs {
		if s.words[lang], err = loadWords(files, lang); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(files, "pages/*.html")
	if err != nil {
		return nil, err
	}
	funcs := template.FuncMap{
		"asset": s.assets.url,
		// described() made it of JSON that cannot end the script element.
		"jsonld": func(s string) template.JS { return template.JS(s) },
		// schema.Credit escaped every text in it.
		"marked": func(s string) template.HTML { return template.HTML(s) },
		"pair":   func(c catalog.Card, p page) map[string]any { return map[string]any{"Card": c, "Page": p} },
		"in":     func(of any, p page) map[string]any { return map[string]any{"Of": of, "Page": p} },
		"cards": func(c []catalog.Card, when []link, p page) map[string]any {
			return map[string]any{"Cards": c, "When": when, "Page": p}
		},
	}
	for _, name := range names {
		t, err := template.New("layout.html").Funcs(funcs).ParseFS(files, "parts/*.html", name)
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", name, err)
		}
		s.pages[strings.TrimSuffix(path.Base(name), ".html")] = t
	}
	return s, nil
}

// lines splits text into paragraphs.
func lines(s string) []string {
	var out []string
	for p := range strings.SplitSeq(s, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Title returns the title of feeds in a language.
func (s *Surface) Title(lang string) string { return s.words[lang].T("feed.title") }
