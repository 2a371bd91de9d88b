package harvest

import (
	"time"

	"moselle/connectors"
)

// endRights takes the media whose rights have ended out of an item's drafts and
// adds to its faults what was taken. What ends after the harvest is held back
// by whoever shows the record.
func endRights(it *connectors.Item, now time.Time) {
	for _, d := range it.Drafts {
		it.Faults = append(it.Faults, d.DropEnded(now)...)
	}
}
