package schemaorg_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
)

// site serves pages by path; %s in them is its own address.
func site(t *testing.T, pages map[string]string) *httptest.Server {
	t.Helper()
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := pages[r.URL.Path]
		if to, moved := strings.CutPrefix(text, "-> "); moved {
			http.Redirect(w, r, to, http.StatusFound)
			return
		}
		if !ok {
			http.NotFound(w, r)
			return
		}
		text = strings.ReplaceAll(text, "%s", srv.URL)
		if strings.HasSuffix(r.URL.Path, ".gz") {
			zw := gzip.NewWriter(w)
			defer zw.Close()
			io.WriteString(zw, text)
			return
		}
		if strings.HasPrefix(text, "<html") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		io.WriteString(w, text)
	}))
	t.Cleanup(srv.Close)
	return srv
}

// webEnv returns an environment that fetches, gzip included.
func webEnv(t *testing.T, location string) connectors.Env {
	env := conntest.Env(t, location)
	env.Open = func(ctx context.Context, location string, _ []byte) (*connectors.Body, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, location, nil)
		if err != nil {
			return nil, err
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return nil, err
		}
		if res.StatusCode != http.StatusOK {
			res.Body.Close()
			return nil, fmt.Errorf("%s answers %s", location, res.Status)
		}
		r, err := connectors.Gunzip(res.Body)
		if err != nil {
			return nil, err
		}
		media, params, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
		return &connectors.Body{ReadCloser: r, Location: res.Request.URL.String(), MediaType: media, Charset: params["charset"]}, nil
	}
	return env
}

func jsonld(s string) string {
	return `<html lang="de"><script type="application/ld+json">` + s + `</script></html>`
}

func pages() map[string]string {
	return map[string]string{
		"/sitemap.xml": `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<sitemap><loc>%s/events.xml.gz</loc></sitemap><sitemap><loc>https://elsewhere.example/sitemap.xml</loc></sitemap>
			<sitemap><loc>%s/sitemap.xml</loc></sitemap><sitemap><loc>%s/missing.xml</loc></sitemap></sitemapindex>`,
		"/events.xml.gz": `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<url><loc>%s/agenda</loc></url><url><loc> %s/agenda/1 </loc></url><url><loc>%s/agenda/2</loc></url><url><loc>%s/agenda/3</loc></url>
			<url><loc>%s/agenda/gone</loc></url><url><loc>%s/agenda/away</loc></url><url><loc>https://elsewhere.example/agenda/9</loc></url>
			<url><loc>%s/agenda/broken</loc></url><url><loc>%s/agenda/none</loc></url><url><loc>%s/contact</loc></url></urlset>`,
		"/agenda": jsonld(`{"@context":"https://schema.org","@graph":[
			{"@type":"Event","name":"Eins","url":"/agenda/1","startDate":"2026-12-01","description":"Auf der Liste steht mehr.","location":"Saal","organizer":"Haus","keywords":"a,b,c"},
			{"@type":"Event","name":"Nur hier","url":"/agenda/99","startDate":"2026-12-09"},
			{"@type":"Event","name":"Ohne Adresse","startDate":"2026-12-08"}]}`),
		"/agenda/1":      jsonld(`{"@context":"https://schema.org","@type":"Event","name":"Eins","url":"%s/agenda/1","startDate":"2026-12-01"}`),
		"/agenda/2":      jsonld(`{"@context":"https://schema.org","@type":"Event","name":"Zwei","startDate":"2026-12-02","image":"img/2.jpg"}`),
		"/agenda/3":      jsonld(`[{"@context":"https://schema.org","@type":"Event","name":"Drei","url":"/agenda/3","startDate":"2026-12-03"},{"@type":"Event","name":"Ohne Adresse","startDate":"2026-12-08","description":"reicher"}]`),
		"/agenda/away":   "-> https://127.0.0.2:1/agenda",
		"/agenda/broken": jsonld(`{"@type":"Event",`),
		"/agenda/none":   "<html><p>nichts</p></html>",
		"/contact":       jsonld(`{"@type":"Event","name":"Does not match","startDate":"2026-12-01"}`),
	}
}

func TestSitemap(t *testing.T) {
	t.Parallel()
	srv := site(t, pages())
	c, err := schemaorg.Kind().Open(conntest.Settings(t, "match: /agenda"), webEnv(t, srv.URL+"/sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	var names []string
	for _, it := range res.Items {
		text := string(it.Drafts[0].Graph.Canonical())
		for _, n := range []string{"Eins", "Zwei", "Drei", "Nur hier", "Ohne Adresse", "reicher", srv.URL + "/agenda/img/2.jpg", "Auf der Liste"} {
			if strings.Contains(text, n) {
				names = append(names, strings.TrimPrefix(n, srv.URL))
			}
		}
	}
	// What has a page of its own comes from there; of the rest, the richest.
	want := []string{"/agenda/img/2.jpg", "Drei", "Eins", "Nur hier", "Ohne Adresse", "Zwei", "reicher"}
	slices.Sort(names)
	if !slices.Equal(names, want) {
		t.Errorf("items tell %q, want %q", names, want)
	}
	var refusals []string
	for _, r := range res.Refusals {
		refusals = append(refusals, strings.ReplaceAll(r.Error(), srv.URL, ""))
	}
	slices.Sort(refusals)
	for i, want := range []string{
		"/agenda/away: the page cannot be read",
		"/agenda/broken line 1: the JSON-LD cannot be read",
		"/agenda/gone: the page cannot be read: /agenda/gone answers 404 Not Found",
		"/agenda/none: no schema.org data found",
		"/events.xml.gz: loc: not a page of 127.0.0.1",
		"/sitemap.xml: loc: /missing.xml answers 404",
		"/sitemap.xml: loc: not a page of 127.0.0.1",
	} {
		if i >= len(refusals) || !strings.HasPrefix(refusals[i], want) {
			t.Errorf("refusals are %q, want the %d. to begin with %q", refusals, i+1, want)
			break
		}
	}
}

func TestSitemapPages(t *testing.T) {
	t.Parallel()
	srv := site(t, pages())
	c, err := schemaorg.Kind().Open(conntest.Settings(t, "{match: '/agenda/[0-9]', pages: 2}"), webEnv(t, srv.URL+"/events.xml.gz"))
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if len(res.Items) != 2 || res.Err != nil {
		t.Errorf("harvest of 2 pages gives %d items and %v, want 2", len(res.Items), res.Err)
	}
	if !slices.ContainsFunc(res.Refusals, func(r *connectors.Refusal) bool { return strings.Contains(r.Error(), "lists 1 pages more") }) {
		t.Errorf("refusals are %v, want one that a page is left out", res.Refusals)
	}
}

// TestKnown holds that a page whose data was filed is told by its key alone.
func TestKnown(t *testing.T) {
	t.Parallel()
	srv := site(t, pages())
	open := func(known func([]byte) (string, bool)) conntest.Result {
		env := webEnv(t, srv.URL+"/events.xml.gz")
		env.Known = known
		c, err := schemaorg.Kind().Open(conntest.Settings(t, "match: '/agenda/[12]'"), env)
		if err != nil {
			t.Fatal(err)
		}
		return conntest.Harvest(t.Context(), c, nil)
	}
	first := open(func([]byte) (string, bool) { return "", false })
	second := open(func(raw []byte) (string, bool) {
		for _, it := range first.Items {
			if it.Raw != nil && bytes.Equal(it.Raw, raw) {
				return it.Key, true
			}
		}
		return "", false
	})
	if len(first.Items) != 2 || len(second.Items) != 2 {
		t.Fatalf("harvests give %d and %d items, want 2 each", len(first.Items), len(second.Items))
	}
	for _, it := range second.Items {
		if !it.Same || !slices.ContainsFunc(first.Items, func(f connectors.Item) bool { return f.Key == it.Key }) {
			t.Errorf("the second harvest gives %q, Same %v, want a known key", it.Key, it.Same)
		}
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	srv := site(t, pages())
	c, err := schemaorg.Kind().Open(nil, webEnv(t, srv.URL+"/events.xml.gz"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range c.Harvest(ctx, nil) {
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("a cancelled harvest ends with %v, want context.Canceled", last)
	}
}
