package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/hub/store/sqlite"
	"moselle/hub/store/storetest"
)

func open(ctx context.Context, dir string, now func() time.Time) (store.Store, error) {
	return sqlite.Open(ctx, filepath.Join(dir, "hub.db"), sqlite.Options{Now: now})
}

func TestStore(t *testing.T)      { storetest.Run(t, open) }
func TestKill(t *testing.T)       { storetest.Kill(t, open) }
func BenchmarkStore(b *testing.B) { storetest.Benchmark(b, open) }
