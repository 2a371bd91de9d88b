package connectors_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
)

// told gives what a listing yields in words: each item with its cursors, each
// refusal and the error that ends it.
func told(location string, most int, read func(*connectors.Listing) (connectors.Cursor, error)) []string {
	var out []string
	for it, err := range connectors.List(location, read) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			out = append(out, "refused "+refusal.Key+": "+refusal.Faults[0].Message)
		case err != nil:
			out = append(out, "end "+err.Error())
		default:
			out = append(out, fmt.Sprintf("%s next %q resume %q", it.Key, it.Next, it.Resume))
		}
		if len(out) == most {
			break
		}
	}
	return out
}

// hand hands items on, and what the listing says when it wants no more.
func hand(l *connectors.Listing, keys ...string) error {
	for _, key := range keys {
		if err := l.Hand(connectors.Item{Key: key}); err != nil {
			return err
		}
	}
	return nil
}

func TestList(t *testing.T) {
	t.Parallel()
	cut := errors.New("cut off")
	for _, c := range []struct {
		name string
		read func(*connectors.Listing) (connectors.Cursor, error)
		want []string
	}{
		{"the last carries the cursor", func(l *connectors.Listing) (connectors.Cursor, error) {
			return connectors.Cursor("v1"), hand(l, "a", "b")
		}, []string{`a next "" resume ""`, `b next "v1" resume ""`}},
		{"nothing", func(*connectors.Listing) (connectors.Cursor, error) { return connectors.Cursor("v1"), nil }, nil},
		{"broken off", func(l *connectors.Listing) (connectors.Cursor, error) {
			_ = hand(l, "a")
			return connectors.Cursor("v1"), cut
		}, []string{`a next "" resume ""`, "end list.json: cut off"}},
		{"unchanged", func(*connectors.Listing) (connectors.Cursor, error) { return nil, connectors.ErrUnchanged },
			[]string{"end unchanged since the last harvest"}},
		{"the same key again", func(l *connectors.Listing) (connectors.Cursor, error) {
			return connectors.Cursor("v1"), hand(l, "a", "b", "a")
		}, []string{`a next "" resume ""`, "refused a: the same key as item 1 of the list; the first is kept", `b next "v1" resume ""`}},
		{"a refusal", func(l *connectors.Listing) (connectors.Cursor, error) {
			_ = hand(l, "a")
			if err := l.Refuse(connectors.Refuse("b", "line 2", "name", "", "it has no name")); err != nil {
				return nil, err
			}
			return connectors.Cursor("v1"), l.Refuse(nil)
		}, []string{"refused b: it has no name", `a next "v1" resume ""`}},
		{"no refusal", func(l *connectors.Listing) (connectors.Cursor, error) {
			_ = hand(l, "a")
			return nil, l.Refuse(cut)
		}, []string{`a next "" resume ""`, "end list.json: cut off"}},
		{"where to go on", func(l *connectors.Listing) (connectors.Cursor, error) {
			_ = hand(l, "a", "b")
			l.Resume(connectors.Cursor("p2"))
			_ = hand(l, "c")
			return connectors.Cursor("v1"), nil
		}, []string{`a next "" resume ""`, `b next "" resume "p2"`, `c next "v1" resume ""`}},
		{"where to go on, before the first", func(l *connectors.Listing) (connectors.Cursor, error) {
			l.Resume(connectors.Cursor("p2"))
			return nil, hand(l, "a", "b")
		}, []string{`a next "" resume "p2"`, `b next "" resume ""`}},
		{"an item's own word", func(l *connectors.Listing) (connectors.Cursor, error) {
			l.Resume(connectors.Cursor("p2"))
			_ = l.Hand(connectors.Item{Key: "a", Resume: connectors.Cursor("p1")})
			return nil, hand(l, "b")
		}, []string{`a next "" resume "p1"`, `b next "" resume "p2"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if d := cmp.Diff(c.want, told("/srv/list.json", 0, c.read)); d != "" {
				t.Errorf("List() differs (-want +got):\n%s", d)
			}
		})
	}
}

// Whoever breaks the loop off hears nothing more, and the reader is told.
func TestListBrokenOff(t *testing.T) {
	t.Parallel()
	for most := 1; most <= 3; most++ {
		var stopped error
		got := told("/srv/list.json", most, func(l *connectors.Listing) (connectors.Cursor, error) {
			for i := range 100 {
				if stopped = hand(l, fmt.Sprint(i)); stopped == nil && i%2 == 1 {
					stopped = l.Refuse(connectors.Refuse(fmt.Sprint("r", i), "", "", "", "no"))
				}
				if stopped != nil {
					return nil, stopped
				}
			}
			return connectors.Cursor("v1"), nil
		})
		if len(got) != most || stopped == nil {
			t.Errorf("List() broken off after %d = %q, the reader heard %v", most, got, stopped)
		}
	}
}

func TestListCounts(t *testing.T) {
	t.Parallel()
	told("/srv/list.json", 0, func(l *connectors.Listing) (connectors.Cursor, error) {
		if !l.Empty() {
			t.Error("Empty() = false before anything was handed on")
		}
		_ = l.Refuse(connectors.Refuse("x", "", "", "", "no"))
		if l.Empty() || l.Items() != 0 {
			t.Errorf("after a refusal Empty() = %v, Items() = %d, want false, 0", l.Empty(), l.Items())
		}
		_ = hand(l, "a", "a", "b")
		if l.Items() != 2 {
			t.Errorf("Items() = %d, want 2", l.Items())
		}
		return nil, nil
	})
}
