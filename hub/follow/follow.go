// Package follow moves followers along the change log. A follower is anything
// that must do something about each change: search, the cache's purge, later
// webhooks and deliveries. Each goes at its own pace from its own checkpoint; a
// rebuild is a checkpoint set back to 0.
package follow

import (
	"context"

	"moselle/hub/store"
)

// Follower is moved along the log.
type Follower interface {
	// Name is the follower's name in its checkpoint.
	Name() string
	// Apply is handed changes in order, each at least once. An error is tried
	// again with growing pauses; the checkpoint stays where it was.
	Apply(ctx context.Context, changes []store.Change) error
}

// Positioner is a Follower that knows how far it has come better than its
// checkpoint: an index, say, that starts from a snapshot.
type Positioner interface {
	Follower
	// Position returns the last entry whose effect the follower still has. It
	// is asked once, when the Runner starts.
	Position(ctx context.Context) (store.Seq, error)
}
