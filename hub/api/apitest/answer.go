package apitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"regexp"
	"strings"
)

// shown are the headers that golden files hold.
var shown = []string{"Content-Type", "Content-Language", "Content-Encoding", "Content-Disposition", "Location", "Link", "Vary", "ETag",
	"Last-Modified", "Cache-Control", "Allow"}

// Print writes an answer as golden files hold it: status, headers, body. JSON
// is indented, a page is given as its outline, and what differs from run to run
// or stands for itself (cursors, tags, ids) is replaced by its name.
func (h *Hub) Print(res *http.Response, body string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d\n", res.StatusCode)
	for _, name := range shown {
		if name == "Link" && res.Request.Method == http.MethodHead {
			continue // as for GET, which says so
		}
		for _, value := range res.Header.Values(name) {
			if name == "ETag" {
				value = etag.ReplaceAllString(value, `"{etag}"`)
			}
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	if body != "" {
		b.WriteString("\n" + strings.TrimRight(readable(res.Header.Get("Content-Type"), body), "\n") + "\n")
	}
	text := h.replacer(func(name, _, key string) []string { return []string{key, "{" + name + "}"} }).Replace(b.String())
	for _, r := range changing {
		text = r.find.ReplaceAllString(text, r.put)
	}
	return text
}

var etag = regexp.MustCompile(`"[^"]+"`)

var changing = []struct {
	find *regexp.Regexp
	put  string
}{
	{regexp.MustCompile(`(cursor=|[cC]ursor":"|[cC]ursor": ")[A-Za-z0-9_-]+`), "$1{cursor}"},
	{regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`), "{id}"},
	{regexp.MustCompile(`\?v=[0-9a-f]{12}`), "?v={digest}"},
}

// readable gives a body in the form that is easiest to compare.
func readable(contentType, body string) string {
	mediaType, _, _ := mime.ParseMediaType(contentType)
	switch {
	case isJSON(mediaType):
		var b bytes.Buffer
		if json.Compact(&b, []byte(body)) == nil {
			return layOut(b.Bytes(), "")
		}
	case mediaType == "text/html":
		return Outline(body)
	}
	return strings.ReplaceAll(body, "\r\n", "\n")
}

func isJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}
