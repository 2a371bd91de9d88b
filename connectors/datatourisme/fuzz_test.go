package datatourisme_test

import (
	"testing"

	"moselle/connectors/conntest"
)

// FuzzHarvest reads any bytes as a source.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		conntest.Sound(t, conntest.Harvest(t.Context(), memory(t, "memory", data), nil))
	})
}
