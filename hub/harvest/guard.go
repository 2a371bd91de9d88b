package harvest

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"runtime/debug"

	"moselle/connectors"
)

// guarded yields what a connector yields. A panic of the connector becomes the
// error that ends the listing; one of the caller's body goes on as it is.
func guarded(ctx context.Context, conn connectors.Connector, from connectors.Cursor, log *slog.Logger) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		inside, ended := false, false
		hand := func(it connectors.Item, err error) bool {
			if ended {
				return false // it goes on after the loop was broken off
			}
			inside = true
			ended = !yield(it, err)
			inside = false
			return !ended
		}
		defer func() {
			if inside {
				return
			}
			if p := recover(); p != nil {
				err := crash(log, "the program failed while it read this source", p)
				if !ended {
					yield(connectors.Item{}, err)
				}
			}
		}()
		conn.Harvest(ctx, from)(hand)
	}
}

// crash logs a panic and returns it as an error for the report.
func crash(log *slog.Logger, what string, p any) error {
	log.Error("panic", "value", p, "stack", string(debug.Stack()))
	return fmt.Errorf("%s; that is a fault of the program, not of the source: please report it (%v)", what, p)
}
