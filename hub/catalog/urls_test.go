package catalog_test

import (
	"net/url"
	"testing"

	"moselle/hub/catalog"
	"moselle/schema"
)

func TestURLs(t *testing.T) {
	t.Parallel()
	u := catalog.URLs{Base: "https://hub.example"}
	const event, foreign = schema.IRI("moselle:id/event/abc"), schema.IRI("https://other.example/x")
	tests := []struct{ got, want string }{
		{u.ID(event), "https://hub.example/id/event/abc"},
		{u.ID(event + "#occ-1"), "https://hub.example/id/event/abc#occ-1"},
		{u.ID(foreign), "https://other.example/x"},
		{u.Doc(event, ""), "https://hub.example/doc/event/abc"},
		{u.Doc(event+"#occ-1", ".ttl"), "https://hub.example/doc/event/abc.ttl"},
		{u.Doc(foreign, ".ttl"), "https://other.example/x"},
		{u.Page("lb", event), "https://hub.example/lb/events/abc"},
		{u.Page("lb", "moselle:id/media/abc"), "https://hub.example/lb/media/abc"},
		{u.Page("lb", foreign), "https://other.example/x"},
		{u.Context(), "https://hub.example/profile/1/context.jsonld"},
		{u.Profile(), "https://hub.example/profile"},
		{u.Feed("ics", nil), "https://hub.example/feeds/events.ics"},
		{u.Feed("rss", url.Values{"q": {"a&b"}, "lang": {"fr"}}), "https://hub.example/feeds/events.rss?lang=fr&q=a%26b"},
		{catalog.Web("https://a.example/b"), "https://a.example/b"},
		{catalog.Web("HTTP://a.example"), "HTTP://a.example"},
		{catalog.Web("javascript:alert(1)"), ""},
		{catalog.Web("javascript://a.example/%0aalert(1)"), ""},
		{catalog.Web("data:text/html,x"), ""},
		{catalog.Web("https://"), ""},
		{catalog.Web("/relative"), ""},
	}
	for i, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%d: got %q, want %q", i, tt.got, tt.want)
		}
	}
}
