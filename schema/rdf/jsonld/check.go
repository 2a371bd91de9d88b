package jsonld

import (
	"encoding/json"
	"fmt"
	"strings"
)

// tags are a document's language tags as given, by their lower-case form, which
// is what json-gold makes of them.
type tags map[string]string

// maxTags bounds tags; a document with more spellings keeps the lower case of
// the others.
const maxTags = 1000

// check goes through a document before it is expanded. It refuses what is
// nested too deeply to be data, gives contexts the numbers that json-gold
// compares versions with, and notes whatever may be a language tag.
func (t tags) check(value any, depth int) error {
	if depth > MaxDepth {
		return fmt.Errorf("the document nests more than %d arrays and objects within each other", MaxDepth)
	}
	switch v := value.(type) {
	case string:
		t.note(v)
	case []any:
		for _, x := range v {
			if err := t.check(x, depth+1); err != nil {
				return err
			}
		}
	case map[string]any:
		if n, ok := v["@version"].(json.Number); ok {
			v["@version"], _ = n.Float64()
		}
		for key, x := range v {
			t.note(key)
			if err := t.check(x, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t tags) note(s string) {
	if len(s) > 35 || len(s) < 2 || len(t) >= maxTags {
		return
	}
	if lower := strings.ToLower(s); lower != s && wellFormed.MatchString(s) {
		// The smaller spelling, so that the result does not depend on order.
		if old, ok := t[lower]; !ok || s < old {
			t[lower] = s
		}
	}
}

// given returns a tag as the document spells it.
func (t tags) given(lower string) string {
	if s, ok := t[lower]; ok {
		return s
	}
	return lower
}
