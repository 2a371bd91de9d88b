package activitypub

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Activity is what an account did, to be read. Everything but the type may be
// missing.
type Activity struct {
	ID        string
	Type      string
	Actor     string          // the address of who did it
	Object    string          // the address of what it is about
	Inner     json.RawMessage // what it is about, when it is given whole; nil else
	Whole     *Activity       // the same read; nil else
	Target    string
	Published string
	Updated   string
	To, CC    []string
}

// ParseActivity reads an activity or any other object of ActivityStreams, of
// which it takes what both have. It is an error when the text is no object, or no
// JSON; a member of an unexpected form is as if it was not there.
func ParseActivity(document []byte) (Activity, error) {
	a, err := parse(document, true)
	if err == nil && a.Inner != nil {
		if in, err := parse(a.Inner, false); err == nil {
			a.Whole, a.Object = &in, in.ID
		}
	}
	return a, err
}

// parse reads an activity; whole says that what it holds is read too, and its
// address taken from there.
func parse(document []byte, whole bool) (Activity, error) {
	var in struct {
		ID        text            `json:"id"`
		AtID      text            `json:"@id"`
		Type      typeName        `json:"type"`
		AtType    typeName        `json:"@type"`
		Actor     Ref             `json:"actor"`
		Object    json.RawMessage `json:"object"`
		Target    Ref             `json:"target"`
		Published text            `json:"published"`
		Updated   text            `json:"updated"`
		To        Refs            `json:"to"`
		CC        Refs            `json:"cc"`
	}
	if err := json.Unmarshal(document, &in); err != nil {
		return Activity{}, explain(err)
	}
	a := Activity{ID: string(in.ID + in.AtID), Type: string(in.Type), Actor: string(in.Actor), Target: string(in.Target),
		Published: string(in.Published), Updated: string(in.Updated), To: in.To, CC: in.CC}
	if a.Type == "" {
		a.Type = string(in.AtType)
	}
	if len(in.Object) > 0 && in.Object[0] == '[' {
		var list []json.RawMessage
		if json.Unmarshal(in.Object, &list) == nil && len(list) > 0 {
			in.Object = list[0]
		}
	}
	if len(in.Object) > 0 && in.Object[0] == '{' {
		a.Inner = in.Object
	}
	if a.Inner == nil || !whole {
		var object Ref
		_ = object.UnmarshalJSON(in.Object)
		a.Object = string(object)
	}
	return a, nil
}

// explain tells in plain words why a text cannot be read.
func explain(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && strings.Contains(syntax.Error(), "depth") {
		return errors.New("objects and lists nest more than 10,000 deep")
	}
	if errors.As(err, &syntax) {
		return fmt.Errorf("this is no JSON from character %d on: a comma, a bracket or a quotation mark is missing or too much", syntax.Offset)
	}
	return errors.New("an object in braces is expected")
}

// text is a text; anything else is "".
type text string

// UnmarshalJSON takes a text and passes over all else.
func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	_ = json.Unmarshal(b, &s)
	*t = text(s)
	return nil
}
