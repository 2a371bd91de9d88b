package graphql_test

import (
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"time"

	"moselle/hub/api/graphql"
	"moselle/hub/catalog"
	"moselle/schema"
)

// TestRefusals hands over what is answered without a look at any record.
func TestRefusals(t *testing.T) {
	t.Parallel()
	c := catalog.New("https://hub.example", catalog.Options{Zone: time.UTC, Now: time.Now, Langs: []string{"fr"}})
	s, err := graphql.New(c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		query    string
		vars     map[string]any
		executed bool
		want     string
	}{
		{"{ __typename }", nil, true, `{"data":{"__typename":"Query"}}`},
		{"query A { ...F } fragment F on Query { ...F }", nil, false, `"fragment \"F\" spreads itself"`},
		{"{ events { facets { name } nope } }", nil, false, `Cannot query field \"nope\"`},
		{"{ events( }", nil, false, `"locations":[{"line":1,"column":11}]`},
		{"query ($n: Int!) { events(first: $n) { totalCount } }", nil, false, `"variable.n: must be defined"`},
		{"query ($n: Int!) { events(first: $n) { totalCount } }", map[string]any{"n": []any{"x"}}, false, `"variable.n: `},
		{"{ events(first: 0) { totalCount } }", nil, true, `"data":null`},
		{"mutation { a }", nil, false, "mutation"},
	} {
		r := s.Do(t.Context(), graphql.Request{Query: tt.query, Variables: tt.vars, Langs: []string{"fr"}, Page: "fr"})
		body, err := json.Marshal(r)
		if err != nil || r.Executed != tt.executed || !strings.Contains(string(body), tt.want) {
			t.Errorf("Do(%s) = %s, executed %v (%v); want %s, %v", tt.query, body, r.Executed, err, tt.want, tt.executed)
		}
	}
}

// TestSDL looks for each class in the schema's text.
func TestSDL(t *testing.T) {
	t.Parallel()
	sdl := graphql.SDL()
	for _, c := range schema.Classes {
		for _, want := range []string{"type " + c.Name + " implements Node & Record", "type " + c.Name + "Connection", ": " + c.Name + "Connection!"} {
			if !strings.Contains(sdl, want) {
				t.Errorf("the schema has no %q", want)
			}
		}
	}
}
