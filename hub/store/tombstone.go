package store

import (
	"errors"
	"fmt"
	"time"

	"moselle/hub/fault"
)

// Error says what went when and why.
func (t *Tombstone) Error() string {
	return fmt.Sprintf("record %s: deleted at %s (%s)", t.IRI, t.At.Format(time.RFC3339), t.Reason)
}

// Unwrap gives the failure its kind.
func (t *Tombstone) Unwrap() error {
	return fault.New(fault.Gone, "it was deleted on %s (%s)", t.At.UTC().Format(time.DateOnly), t.Reason)
}

// TombstoneOf returns the tombstone inside err, or nil.
func TombstoneOf(err error) *Tombstone {
	var t *Tombstone
	if errors.As(err, &t) {
		return t
	}
	return nil
}
