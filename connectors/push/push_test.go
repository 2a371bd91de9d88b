package push_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/edm"
	"moselle/connectors/profile"
	"moselle/connectors/push"
	"moselle/connectors/schemaorg"
)

var kind = push.Kind(edm.Vocabulary(), profile.Vocabulary(), schemaorg.Vocabulary())

func TestCases(t *testing.T)  { conntest.Run(t, kind, "testdata") }
func TestReadme(t *testing.T) { conntest.Readme(t, kind) }
