package derive_test

import (
	"testing"

	"moselle/schema/derive"
)

func TestContexts(t *testing.T) {
	t.Parallel()
	got := derive.Contexts([]byte(`{"@context": ["https://a.example/profile/1/context.jsonld", "https://b.example/hub/profile/1/context.jsonld",
		"https://schema.org", "https://c.example/profile/9/context.jsonld"]}`))
	if len(got) != 2 || got["https://b.example/hub/profile/1/context.jsonld"] != derive.HubContext() {
		t.Errorf("Contexts = %d documents, want the hub's context under the addresses of two hubs", len(got))
	}
	if got := derive.Contexts([]byte(`{"@context":"https://schema.org"}`)); got != nil {
		t.Errorf("Contexts of a page without = %v", got)
	}
}
