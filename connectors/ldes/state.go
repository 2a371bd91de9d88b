package ldes

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"time"

	"moselle/connectors"
	"moselle/schema/wire/ldes"
)

// state is what a run leaves to the next: what is done for good, and the pages to
// look at.
type state struct {
	Stream ldes.Stream `json:"stream"`
	Newest time.Time   `json:"newest,omitzero"` // all members from before are known
	High   time.Time   `json:"high,omitzero"`   // the newest that was read; after Newest while pages are left to read
	Done   []string    `json:"done,omitempty"`  // digests of the addresses of pages that will not change
	Poll   []entry     `json:"poll,omitempty"`
}

// entry is a page to look at. From and To bound the times of the members behind
// it, as the relations say that lead there.
type entry struct {
	URL       string    `json:"url"`
	Read      bool      `json:"read,omitempty"`
	Failed    int       `json:"failed,omitempty"` // runs in a row in which it could not be read
	Validator []byte    `json:"validator,omitempty"`
	From      time.Time `json:"from,omitzero"`
	To        time.Time `json:"to,omitzero"`
}

// earlier orders pages by the times of what lies behind them, those that do not
// say first.
func earlier(a, b *entry) int { return cmp.Compare(stamp(a.From), stamp(b.From)) }

func stamp(t time.Time) int64 {
	if t.IsZero() {
		return -1 << 62
	}
	return t.UnixNano()
}

// parse reads a cursor; false for what none of ours wrote.
func parse(c connectors.Cursor) (s state, ok bool) {
	return s, len(c) > 0 && json.Unmarshal(c, &s) == nil && len(s.Poll)+len(s.Done) > 0
}

func (s state) cursor() connectors.Cursor {
	slices.Sort(s.Done)
	text, err := json.Marshal(s)
	if err != nil {
		return nil // texts and times always marshal
	}
	return text
}

// mark stands for an address among pages that are done.
func mark(url string) string {
	sum := sha256.Sum256([]byte(url))
	return base64.RawURLEncoding.EncodeToString(sum[:9])
}
