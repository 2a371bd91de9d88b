package negotiate

import (
	"crypto/sha256"
	"encoding/base32"
	"net/http"
	"slices"
	"strings"
	"time"
)

// ETag returns a strong entity tag for the representation that the parts
// identify: the content's digest or log position, and whatever else changes the
// bytes (media type, language, base address).
func ETag(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return `"` + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:15])) + `"`
}

// Unchanged sets ETag and Last-Modified ("" and the zero time leave them out)
// and answers 304 when the client has this representation already (RFC 9110,
// section 13). True means that the answer is written. Headers that a 304 must
// repeat (Cache-Control, Vary, Content-Location) are to be set before.
func Unchanged(w http.ResponseWriter, r *http.Request, etag string, modified time.Time) bool {
	if etag != "" {
		w.Header().Set("ETag", etag)
	}
	if !modified.IsZero() {
		w.Header().Set("Last-Modified", modified.UTC().Format(http.TimeFormat))
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead || !fresh(r.Header, etag, modified) {
		return false
	}
	w.Header().Del("Content-Type")
	w.WriteHeader(http.StatusNotModified)
	return true
}

// fresh evaluates the conditions; If-None-Match leaves no say to the date.
func fresh(h http.Header, etag string, modified time.Time) bool {
	if tags := h.Values("If-None-Match"); len(tags) > 0 {
		return matches(strings.Join(tags, ","), etag)
	}
	since, err := http.ParseTime(h.Get("If-Modified-Since"))
	return err == nil && !modified.IsZero() && !modified.Truncate(time.Second).After(since)
}

// matches compares weakly, as If-None-Match demands (RFC 9110, section 13.1.2).
func matches(list, etag string) bool {
	if strings.TrimSpace(list) == "*" {
		return true
	}
	etag = strings.TrimPrefix(etag, "W/")
	for tag := range split(list, ',') {
		if strings.TrimPrefix(strings.TrimSpace(tag), "W/") == etag && etag != "" {
			return true
		}
	}
	return false
}

// Vary adds header names to Vary, each once, in one line.
func Vary(h http.Header, names ...string) {
	var all []string
	for name := range strings.SplitSeq(strings.Join(append(h.Values("Vary"), names...), ","), ",") {
		name = http.CanonicalHeaderKey(strings.TrimSpace(name))
		if name == "*" {
			h.Set("Vary", "*")
			return
		}
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	if len(all) > 0 {
		h.Set("Vary", strings.Join(all, ", "))
	}
}
