package derive

import "regexp"

// contextOf is the address of a hub's context in a JSON-LD document.
var contextOf = regexp.MustCompile(`"(https?://[^"\s]{1,500}` + regexp.QuoteMeta(ContextPath) + `)"`)

// Contexts returns the contexts of hubs that the beginning of a JSON-LD document
// names, by their addresses, for whoever reads it: every hub publishes the same
// one under its own base, so that none has to be fetched.
func Contexts(head []byte) map[string][]byte {
	var out map[string][]byte
	for _, m := range contextOf.FindAllSubmatch(head, 10) {
		if out == nil {
			out = map[string][]byte{}
		}
		out[string(m[1])] = Context()
	}
	return out
}
