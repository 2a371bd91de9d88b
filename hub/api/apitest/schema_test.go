package apitest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"moselle/hub/api/apitest"
	"moselle/schema/derive"
)

// TestDocumentsKeepToTheSchema has a validator of others read every document of
// the region by the JSON Schema that the hub publishes.
func TestDocumentsKeepToTheSchema(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	_, text := hub.Get(t, derive.SchemaPath)
	s := compile(t, text)
	checked := 0
	for name := range hub.Names {
		res, body := hub.Get(t, hub.Path("/doc/{"+name+"}.jsonld"))
		if res.StatusCode != http.StatusOK {
			continue // deleted
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
		if err == nil {
			err = s.Validate(doc)
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, body)
		}
		checked++
	}
	if want := 20; checked < want {
		t.Errorf("%d documents were checked, want %d at least", checked, want)
	}
}

func compile(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(apitest.Base+derive.SchemaPath, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(apitest.Base + derive.SchemaPath)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
