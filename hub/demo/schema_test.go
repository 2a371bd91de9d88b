package demo_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"moselle/schema"
	"moselle/schema/derive"
)

// TestDocumentsKeepToTheSchema has a validator of others read what a hub would
// publish of the region.
func TestDocumentsKeepToTheSchema(t *testing.T) {
	t.Parallel()
	const base = "https://hub.example"
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(derive.JSONSchema(base)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(base+derive.SchemaPath, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(base + derive.SchemaPath)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for iri, d := range read(t, now).drafts {
		view := schema.Seal(d, "demo", now).View
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(derive.Document(view, base, base+derive.ContextPath)))
		if err == nil {
			err = s.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", iri, err, view)
		}
	}
}
