package feed_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
)

func TestCases(t *testing.T) { conntest.Run(t, feed.Kind(), "testdata") }
