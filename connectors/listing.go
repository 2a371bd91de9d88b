package connectors

import (
	"crypto/sha256"
	"errors"
	"iter"
)

// Listing hands on what a connector finds. It holds each item back until the
// next one comes, since only the last of a run may carry the cursor, and lets no
// key pass twice.
type Listing struct {
	// Versions lets a key pass again, as a later version of its item: for a run
	// that lists changes only (Env.ChangesOnly), in which the last one counts.
	Versions bool

	yield  func(Item, error) bool
	ahead  *Item
	resume Cursor
	seen   map[[16]byte]int // by the digest of the key: the number of the item, from 1
	items  int
	told   int
	ended  bool // the caller broke off the loop
}

// errStop says that whoever reads the listing wants no more of it.
var errStop = errors.New("stopped")

// List makes a Harvest of read, which hands items on by the listing and returns
// the cursor of a complete run, or what ended the run early. An error that the
// listing returned is to be returned as it is.
func List(location string, read func(l *Listing) (Cursor, error)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		l := &Listing{yield: yield, seen: map[[16]byte]int{}}
		next, err := read(l)
		if errors.Is(err, errStop) {
			return
		}
		if l.ahead != nil {
			if err == nil {
				l.ahead.Next = next
			}
			if l.pass(*l.ahead, nil) != nil {
				return
			}
		}
		if err != nil {
			_ = l.pass(Item{}, At(location, err))
		}
	}
}

// Hand hands an item on. One whose key came before is refused.
func (l *Listing) Hand(it Item) error {
	if twin := l.Once(it.Key, it.Where); twin != nil && !l.Versions {
		return l.Refuse(twin)
	}
	l.told++
	l.items++
	l.seen[digest(it.Key)] = l.items
	if it.Resume == nil && l.resume != nil {
		it.Resume, l.resume = l.resume, nil
	}
	before := l.ahead
	l.ahead = &it
	if before != nil {
		return l.pass(*before, nil)
	}
	return nil
}

// Once returns the refusal of an item whose key was handed on before, for who
// can tell before mapping it; nil for a new one.
func (l *Listing) Once(key, where string) *Refusal {
	if first := l.seen[digest(key)]; first > 0 {
		return Refuse(key, where, "", key, "the same key as item %d of the list; the first is kept", first)
	}
	return nil
}

func digest(key string) [16]byte {
	sum := sha256.Sum256([]byte(key))
	return [16]byte(sum[:16])
}

// Refuse hands on what was refused: a *Refusal of one item. Any other error, also
// nil, it returns as it is.
func (l *Listing) Refuse(err error) error {
	var refusal *Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	l.told++
	return l.pass(Item{}, refusal)
}

// pass yields, unless the caller has broken off the loop.
func (l *Listing) pass(it Item, err error) error {
	if l.ended = l.ended || !l.yield(it, err); l.ended {
		return errStop
	}
	return nil
}

// Resume says that all that was handed on so far need not be read again when the
// run is broken off: it goes on from here (Item.Resume).
func (l *Listing) Resume(here Cursor) {
	if l.ahead != nil {
		l.ahead.Resume, l.resume = here, nil
	} else {
		l.resume = here
	}
}

// Last returns the item that was handed on last, for what only the end of the
// list can tell of it; nil when there is none.
func (l *Listing) Last() *Item { return l.ahead }

// Items returns how many items were handed on.
func (l *Listing) Items() int { return l.items }

// Empty reports whether nothing was handed on and nothing was refused.
func (l *Listing) Empty() bool { return l.told == 0 }
