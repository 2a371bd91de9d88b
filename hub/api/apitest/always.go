package apitest

import (
	"encoding/json"
	"mime"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// CheckAlways reports what no answer may be, whatever was asked: without the
// headers that protect readers, with stored addresses in place of public ones,
// other than its media type says, with a script, or different for HEAD.
func (h *Hub) CheckAlways(t testing.TB, r Request, res *http.Response, body string) {
	t.Helper()
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*", "Set-Cookie": ""} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s: %s = %q, want %q", r.Title, name, got, want)
		}
	}
	for _, name := range []string{"X-Request-Id", "Content-Security-Policy", "Referrer-Policy"} {
		if res.Header.Get(name) == "" {
			t.Errorf("%s: there is no header %s", r.Title, name)
		}
	}
	for _, stored := range []string{"moselle:id/", "moselle:graph/"} {
		if strings.Contains(body, stored) {
			t.Errorf("%s: the body holds the stored address %q", r.Title, around(body, stored))
		}
	}
	mediaType, _, err := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if err != nil && body != "" {
		t.Errorf("%s: Content-Type = %q: %v", r.Title, res.Header.Get("Content-Type"), err)
	}
	switch {
	case body == "":
	case !utf8.ValidString(body):
		t.Errorf("%s: the body is not UTF-8", r.Title)
	case isJSON(mediaType):
		h.checkJSON(t, r, res, mediaType, body)
	case mediaType == "text/html":
		checkPage(t, r.Title, body)
	}
	if r.Method == http.MethodGet {
		h.checkHead(t, r, res)
	}
}

func around(text, part string) string {
	i := strings.Index(text, part)
	return text[max(0, i-40):min(len(text), i+80)]
}

func (h *Hub) checkJSON(t testing.TB, r Request, res *http.Response, mediaType, body string) {
	t.Helper()
	if !json.Valid([]byte(body)) {
		t.Errorf("%s: the body is not JSON: %.200s", r.Title, body)
	}
	if mediaType != "application/problem+json" {
		return
	}
	var p struct {
		Type, Title, Detail string
		Status              int
	}
	if err := json.Unmarshal([]byte(body), &p); err != nil || p.Status != res.StatusCode || p.Title == "" || p.Detail == "" {
		t.Errorf("%s: problem = %+v, %v; want all members and status %d", r.Title, p, err, res.StatusCode)
	}
}

// checkHead asks for the same again without its body.
func (h *Hub) checkHead(t testing.TB, r Request, res *http.Response) {
	t.Helper()
	head, body := h.Do(t, http.MethodHead, h.Path(r.Path), "", r.Headers...)
	if head.StatusCode != res.StatusCode || body != "" {
		t.Errorf("%s: HEAD = %d with %d bytes, want %d with none", r.Title, head.StatusCode, len(body), res.StatusCode)
	}
	for _, name := range shown {
		if got, want := strings.Join(head.Header.Values(name), "\n"), strings.Join(res.Header.Values(name), "\n"); got != want {
			t.Errorf("%s: HEAD: %s = %q, want %q", r.Title, name, got, want)
		}
	}
}

// checkPage looks for what no page may hold.
func checkPage(t testing.TB, title, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Errorf("%s: %v", title, err)
		return
	}
	ids, level, headings := map[string]bool{}, 0, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			low := strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(low, "javascript:") || strings.Contains(low, "zgotmplz") || a.Key == "style" {
				t.Errorf("%s: <%s %s=%q>", title, n.Data, a.Key, a.Val)
			}
			if a.Key == "id" && ids[a.Val] {
				t.Errorf("%s: two elements have the id %q", title, a.Val)
			}
			if a.Key == "id" {
				ids[a.Val] = true
			}
		}
		switch {
		case n.Data == "script":
			checkScript(t, title, n)
		case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6':
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("%s: a heading of level %d follows one of level %d", title, next, level)
			}
			if level = next; next == 1 {
				headings++
			}
		}
	}
	if headings != 1 {
		t.Errorf("%s: %d headings of the first level, want 1", title, headings)
	}
}

func checkScript(t testing.TB, title string, n *html.Node) {
	t.Helper()
	for _, a := range n.Attr {
		if a.Key == "type" && a.Val == "application/ld+json" && n.FirstChild != nil && json.Valid([]byte(n.FirstChild.Data)) {
			return
		}
	}
	t.Errorf("%s: a script that is no JSON-LD", title)
}
