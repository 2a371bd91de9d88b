package activitypub_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/activitypub"
)

// TestMembers holds that an object is taken apart as it is written, whatever
// stands between and inside of its members.
func TestMembers(t *testing.T) {
	t.Parallel()
	want := activitypub.Activity{ID: `a"\`, Type: "Create", Actor: "b", Published: "c", Inner: json.RawMessage(`{ "x" : [ "}", "\\" , {"]":"\""} ], "id":"o"}`), Object: "o", Whole: &activitypub.Activity{ID: "o"}}
	for _, in := range []string{
		`{"id":"a\"\\","type":"Create","actor":"b","published":"c","object":{ "x" : [ "}", "\\" , {"]":"\""} ], "id":"o"}}`,
		" \n{ \"summary\" : \"{[\\\\\" ,\t\"id\" : \"a\\\"\\\\\" , \"n\" : -1.5e3 , \"b\":true,\"c\":null ,\r\n\"type\":[\"Create\"], \"\\u0061ctor\" : \"b\",\"published\":\"c\",\"object\":" +
			`[{ "x" : [ "}", "\\" , {"]":"\""} ], "id":"o"},{}], "e":{},"f":[] } `,
		`{"id":"of another","id":"a\"\\","type":"Create","actor":["b"],"published":"c","object":{ "x" : [ "}", "\\" , {"]":"\""} ], "id":"o"}}`,
	} {
		got, err := activitypub.ParseActivity([]byte(in))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("ParseActivity(%s): %v (-want +got)\n%s", in, err, diff)
		}
	}
	if got, err := activitypub.ParseActivity([]byte(" {} ")); err != nil || got.ID != "" {
		t.Errorf("ParseActivity of an empty object = %v, %v, want nothing", got, err)
	}
}

// FuzzMembers holds that an object of JSON never brings the reader down, and that
// its texts are those that the standard library finds.
func FuzzMembers(f *testing.F) {
	for _, s := range []string{`{"id":"a","object":{"id":"b"}}`, `{ "id" : "\"\\" , "to":[1,[],"x"]}`, `{"id":null}`, `{"a":[1,-2.5e3,true,false,null,[],{}, [ ]],"b":{"c":"d"}, "b":{"e":1}}`, `[]`, `{"id":"\ud800"}`, "{\"id\":\"\xff\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := activitypub.ParseActivity(text)
		var want map[string]any
		if wrong := json.Unmarshal(text, &want) != nil || want == nil; wrong != (err != nil) {
			t.Fatalf("ParseActivity(%q) = %v, want an error: %v", text, err, wrong)
		}
		if s, _ := want["id"].(string); want["@id"] == nil && got.ID != s {
			t.Errorf("ParseActivity(%q).ID = %q, want %q", text, got.ID, s)
		}
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.UseNumber()
		var whole map[string]any
		_ = dec.Decode(&whole)
		if o, err := activitypub.ParseObject(text); err == nil && !cmp.Equal(o, whole) {
			t.Errorf("ParseObject(%q) = %v, want %v", text, o, whole)
		}
		_, errList := activitypub.ParseCollection(text)
		if _, errActor := activitypub.ParseActor(text); (errList == nil) != (err == nil) || (errActor == nil) != (err == nil) {
			t.Errorf("of %q: %v, %v, %v, want them to agree", text, err, errList, errActor)
		}
	})
}
