package plurio_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/plurio"
)

func TestCases(t *testing.T) { conntest.Run(t, plurio.Kind(), "testdata") }
