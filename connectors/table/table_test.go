package table_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
)

func TestCases(t *testing.T) {
	t.Parallel()
	conntest.Run(t, table.Kind(), "testdata")
}
