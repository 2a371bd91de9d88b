package as2_test

import (
	"testing"
	"time"

	"moselle/schema"
	"moselle/schema/crosswalk/as2"
)

// FuzzRead holds that no object makes the reader panic, and that what it refuses
// has a reason.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"id":"https://a.example/1","type":["Event"],"nameMap":{"fr":"x","de":["y"]},"startTime":"2027-01-01T00:00:00Z","endTime":"2027-01-02T23:59:00Z",
		"location":[{"type":"VirtualLocation","url":[{"href":"https://b.example"}]},"x, 1 rue y, 1234 z",{"geo":{"latitude":1,"longitude":"2"}}],"image":[{"url":{"href":"https://a.example/i"}}],
		"attachment":[{"type":"PropertyValue","propertyID":"mz:accessibility:a","value":"no"},null,5],"tag":["#",{"name":"#a"}],"attributedTo":["https://a.example/g",{}],"actor":{"id":"https://a.example/p"}}`))
	f.Add([]byte(`{"@type":"sc:MusicEvent","as:name":{"@value":5},"as:startTime":[{}],"sc:location":{"address":[]},"organizers":{"items":["x"]},"ical:status":"X","timezone":{}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := as2.Parse(text)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a word")
			}
			return
		}
		r := as2.Reader{Lang: "fr", Zone: time.UTC, Persons: true,
			Fetch: func(string) (as2.Object, bool) { return o, true },
			Embed: func(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
				b := schema.Build("src", class, key)
				describe(b)
				b.Draft()
				return b.IRI()
			}}
		b := schema.Build("src", "Event", "k")
		r.Event(b, o)
		if _, faults := b.Draft(); o.Text("startTime") == "" && len(schema.Refused(faults)) == 0 {
			t.Error("an event without a start is not refused")
		}
	})
}
