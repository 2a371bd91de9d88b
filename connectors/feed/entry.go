package feed

import (
	"net/url"
	"strings"

	"moselle/schema"
)

// entry is one entry, whatever the format it came in. Texts are plain, without
// the markup they were written in; addresses are complete.
type entry struct {
	id, link   string
	title      string
	summary    string
	content    string
	lang       string // of its texts; "" when neither it nor the feed says
	published  string // as written
	categories []category
	media      []medium
	license    string
	rights     string
	about      happening
	deleted    bool // only id is set: the entry is gone (RFC 6721)
	raw        []byte
	faults     []schema.Fault
}

// category is a term of an entry with the list that it is from.
type category struct{ scheme, term, label string }

// channel is what a feed says for all of its entries.
type channel struct {
	lang, license, rights string
	base                  string // what relative addresses begin with
	next, older           string // the next page, the archive before this document (RFC 5005)
	complete              bool   // the document is all there is (RFC 5005, section 2)
}

// address makes an address complete; one that cannot be read stays as it is.
func address(base, ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || base == "" || strings.Contains(ref, "://") || strings.HasPrefix(ref, "mailto:") {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil || !b.IsAbs() || b.Opaque != "" {
		return ref
	}
	r, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}

// Bounds of what is read of one entry; what is beyond is left out with a
// warning.
const (
	maxCategories = 100
	maxMedia      = 50
	maxDates      = 500
)
