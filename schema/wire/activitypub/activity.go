package activitypub

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
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
	if err := check(document); err != nil {
		return Activity{}, err
	}
	a := parse(document, true)
	if a.Inner != nil {
		in := parse(a.Inner, false)
		a.Whole, a.Object = &in, in.ID
	}
	return a, nil
}

// parse reads an activity from an object in JSON; whole says that what it holds is
// read too, and its address taken from there.
func parse(document []byte, whole bool) (a Activity) {
	var id, atID, kind, atKind string
	var object []byte
	for name, value := range members(document) {
		switch name {
		case "id":
			id = textOf(value)
		case "@id":
			atID = textOf(value)
		case "type":
			kind = typeOf(value)
		case "@type":
			atKind = typeOf(value)
		case "actor":
			a.Actor = AddressOf(value)
		case "object":
			object = value
		case "target":
			a.Target = AddressOf(value)
		case "published":
			a.Published = textOf(value)
		case "updated":
			a.Updated = textOf(value)
		case "to":
			a.To = refsOf(value, maxRefs)
		case "cc":
			a.CC = refsOf(value, maxRefs)
		}
	}
	a.ID, a.Type = id+atID, cmp.Or(kind, atKind)
	if len(object) > 0 && object[0] == '[' {
		var list []json.RawMessage
		if json.Unmarshal(object, &list) == nil && len(list) > 0 {
			object = list[0]
		}
	}
	if len(object) > 0 && object[0] == '{' {
		a.Inner = object
	}
	if a.Inner == nil || !whole {
		a.Object = AddressOf(object)
	}
	return a
}

// explain tells in plain words why a text cannot be read.
func explain(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && strings.Contains(syntax.Error(), "depth") {
		return errors.New("objects and lists nest more than 10,000 deep")
	}
	if errors.As(err, &syntax) && strings.Contains(syntax.Error(), "unexpected end") {
		return errors.New("the text breaks off in the middle")
	}
	if errors.As(err, &syntax) {
		return fmt.Errorf("this is no JSON from character %d on: a comma, a bracket or a quotation mark is missing or too much", syntax.Offset)
	}
	return errNoObject
}

// textOf returns a value that is a text; "" for anything else.
func textOf(value []byte) string {
	if len(value) == 0 || value[0] != '"' {
		return ""
	}
	if bytes.IndexByte(value, '\\') < 0 && utf8.Valid(value) {
		return string(value[1 : len(value)-1])
	}
	var s string
	_ = json.Unmarshal(value, &s) // it is a text
	return s
}
