package table

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"io"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema"
	"moselle/schema/tree"
)

// entry is a row, a line or an element before anyone has looked into it.
type entry struct {
	number int
	raw    []byte // what Env.Known is asked about; never empty
	line   int    // of an element of a list: where it begins
	open   bool   // of a line: the document ends before the line does
	row    sheet.Row
}

// reader reads the entries of one format.
type reader interface {
	// next returns the next entry, io.EOF after the last. A *connectors.Refusal
	// concerns that entry alone; any other error ends the document.
	next() (entry, error)
	// fill puts an entry into the tree. note is a warning about it; err refuses it.
	fill(t *tree.Tree, e entry) (note string, err error)
	// where names an entry's place.
	where(number int) string
	close() error
}

// reached says how far the reading came.
func (h *harvest) reached() string {
	if h.in == nil || h.last == 0 {
		return "nothing that could be read"
	}
	return h.in.where(h.last)
}

// errStopped says that the caller broke off the loop.
var errStopped = errors.New("stopped")

// harvest is a run with what it hands on.
type harvest struct {
	run
	in      reader
	yield   func(connectors.Item, error) bool
	seen    map[[16]byte]int // digests of keys: where each was first
	ahead   *connectors.Item // held back until it is known whether it is the last
	groups  *groups          // nil when rows stand for themselves
	notices []schema.Fault   // about the whole document; they go with the first item
	last    int              // number of the entry read last
	any     bool             // an entry was read or refused

	entered, leftOut int // entries, and those that do not count
	sums             int // rows that add up those above
}

// entries reads to the end of the document and returns what ended it.
func (h *harvest) entries(ctx context.Context) error {
	if h.Group {
		h.groups = &groups{byKey: map[string]*group{}}
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		e, err := h.in.next()
		h.any = h.any || err != io.EOF
		if err == nil {
			h.last = e.number
			h.entered++
			err = h.entry(e)
		}
		if err := h.outcome(err); err != nil {
			return err
		}
	}
}

// entry turns one entry into an item.
func (h *harvest) entry(e entry) error {
	where := h.in.where(e.number)
	if h.groups == nil {
		if key, ok := h.env.Known(e.raw); ok {
			if err := h.once(key, e.number, where); err != nil {
				return err
			}
			return h.hand(connectors.Item{Key: key, Where: where, Same: true, Raw: e.raw})
		}
	}
	if table, ok := h.in.(*rows); ok && h.found != nil && table.sum(e) {
		h.sums++
		return nil
	}
	note, err := h.in.fill(&h.tree, e)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if err != nil {
		return connectors.Refuse("", where, "", "", "%v", err)
	}
	if h.when != nil && h.value(h.when, h.tree.Root()) == "" {
		h.leftOut++
		return nil
	}
	key := schema.CleanText(h.expand(h.item.key, h.tree.Root()))
	var warnings []schema.Fault
	if note != "" {
		warnings = append(warnings, schema.Fault{Message: note})
	}
	if key == "" {
		sum := sha256.Sum256(e.raw)
		key = "row-" + hex.EncodeToString(sum[:8])
		warnings = append(warnings, schema.Fault{Path: "key", Message: h.Key + " is empty; the row's content stands for its key, so that any change makes it another record"})
	}
	if h.groups != nil {
		return h.group(key, e, warnings)
	}
	if err := h.once(key, e.number, where); err != nil {
		return err
	}
	t := h.begin(key)
	t.notes = warnings
	h.fill(t)
	return h.complete(t, key, where, e.raw)
}

// complete finishes a thing and hands it on, or returns its refusal.
func (h *harvest) complete(t *thing, key, where string, raw []byte) error {
	drafts, faults := h.finish(t)
	if refused := schema.Refused(faults); len(refused) > 0 {
		return &connectors.Refusal{Key: key, Where: where, Faults: refused}
	}
	return h.hand(connectors.Item{Key: key, Where: where, Raw: raw, Drafts: drafts, Faults: faults})
}

// once refuses a key that was there before.
func (h *harvest) once(key string, number int, where string) error {
	sum := fnv.New128a()
	_, _ = sum.Write([]byte(key))
	id := [16]byte(sum.Sum(nil))
	if first, ok := h.seen[id]; ok {
		return connectors.Refuse(key, where, "key", key, "the key stands at %s already; only the first is kept (group: true puts rows with the same key together)", h.in.where(first))
	}
	h.seen[id] = number
	return nil
}

// hand hands on the item before this one.
func (h *harvest) hand(item connectors.Item) error {
	if !item.Same {
		item.Faults = append(item.Faults, h.notices...)
		h.notices = nil
	}
	before := h.ahead
	h.ahead = &item
	if before != nil && !h.yield(*before, nil) {
		return errStopped
	}
	return nil
}

// end hands on the last item, with the cursor of a complete run. It reports
// whether the caller wants more.
func (h *harvest) end(next connectors.Cursor) bool {
	if h.ahead == nil {
		return true
	}
	h.ahead.Next = next
	if h.leftOut > 0 && !h.ahead.Same {
		h.ahead.Faults = append(h.ahead.Faults, schema.Fault{Path: "when", Message: fmt.Sprintf("%d of %d rows do not count, and are left out", h.leftOut, h.entered), Severity: schema.Info})
	}
	if h.sums > 0 && !h.ahead.Same {
		h.ahead.Faults = append(h.ahead.Faults, schema.Fault{Path: "when", Message: fmt.Sprintf("rows that only add up others are left out: %d", h.sums), Severity: schema.Info})
	}
	return h.yield(*h.ahead, nil)
}

// outcome hands on a refusal and returns any other error.
func (h *harvest) outcome(err error) error {
	var refusal *connectors.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	if !h.yield(connectors.Item{}, refusal) {
		return errStopped
	}
	return nil
}
