package embedded

import (
	"reflect"
	"testing"

	"moselle/hub/fault"
)

// FuzzCursor checks that a cursor is read as it was printed, and that whatever
// else is refused.
func FuzzCursor(f *testing.F) {
	of := [8]byte{1, 2, 3, 4, 5, 6, 7, 8}
	for _, p := range []place{{}, {now: 1, rank: -1, title: []byte("a"), iri: []byte("moselle:id/event/a"), start: 1 << 40, occ: []byte("#x")}} {
		f.Add(p.print(of))
	}
	f.Add("")
	f.Add("AQECAwQFBgcI")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parseCursor(s, of)
		if err != nil {
			if fault.Of(err) != fault.Invalid {
				t.Errorf("parseCursor(%q) = %v, want fault.Invalid", s, err)
			}
			return
		}
		again := p.print(of)
		if again != s {
			t.Errorf("print(parseCursor(%q)) = %q", s, again)
		}
		if q, err := parseCursor(again, of); err != nil || !reflect.DeepEqual(p, q) {
			t.Errorf("parseCursor(%q) = %v, %v, want %v", again, q, err, p)
		}
	})
}
