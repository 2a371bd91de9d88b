package destination

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"moselle/schema"
)

// head is what an answer says before its items.
type head struct {
	total   int  // how many items the search finds
	counted bool // the answer says it
	status  string
	message string // why there is no answer; "" when there is one
}

var (
	overall = regexp.MustCompile(`"overallcount"\s*:\s*"?(\d{1,9})\b`)
	state   = regexp.MustCompile(`"status"\s*:\s*"([^"\\]*)"`)
	reason  = regexp.MustCompile(`(?i)"(?:message|error|errormessage|error_message)"\s*:\s*"((?:[^"\\]|\\.)*)"`)
)

// isAnswer reports whether a document is an answer with a list of items, and not
// an item.
func isAnswer(begin []byte) bool {
	id := bytes.Index(begin, []byte(`"global_id"`))
	if id >= 0 {
		begin = begin[:id]
	}
	return bytes.Contains(begin, []byte(`"items"`)) || id < 0 && overall.Match(begin)
}

// headOf reads what stands before the items.
func headOf(begin []byte) (h head) {
	if i := bytes.Index(begin, []byte(`"items"`)); i >= 0 {
		begin = begin[:i]
	}
	if m := overall.FindSubmatch(begin); m != nil {
		h.total, _ = strconv.Atoi(string(m[1]))
		h.counted = true
	}
	if m := state.FindSubmatch(begin); m != nil {
		h.status = string(m[1])
	}
	if m := reason.FindSubmatch(begin); m != nil {
		h.message = string(m[1])
	}
	return h
}

// refused is the error of an answer without items, in its own words.
func (h head) refused() error {
	return fmt.Errorf("destination.one answers %q; look at the address, the experience and the licence key", schema.Excerpt(h.status+" "+h.message))
}
