package embedded_test

import (
	"testing"

	"moselle/hub/search"
	"moselle/hub/search/embedded"
	"moselle/hub/search/searchtest"
)

func TestInMemory(t *testing.T) {
	t.Parallel()
	searchtest.Run(t, func(t testing.TB) search.Index { return open(t, "") })
}

func TestOnDisk(t *testing.T) {
	t.Parallel()
	searchtest.Run(t, func(t testing.TB) search.Index { return open(t, t.TempDir()) })
}

func open(t testing.TB, dir string) *embedded.Index {
	t.Helper()
	ix, err := embedded.Open(t.Context(), dir, embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return ix
}
