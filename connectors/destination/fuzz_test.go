package destination_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/destination"
)

// FuzzHarvest reads any bytes as a saved answer.
func FuzzHarvest(f *testing.F) {
	conntest.Fuzz(f, destination.Kind(), "answer.json",
		`{"items":[{"id":"1","type":"Event","title":{},"texts":[1],"geo":[],"media_objects":[[]],"attributes":{"key":"license","value":1},"timeIntervals":{"start":"2026-12-04","freq":"Yearly","month":99}}]`,
		`[{"items":[{"items":[]}]},{"global_id":"p_1","title":"x","timeIntervals":[{"start":"2026-12-04T23:00","end":"2026-12-04T00:00","freq":"Weekly"}],"alwaysOpen":1},]`)
}
