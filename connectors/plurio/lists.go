package plurio

import (
	"encoding/xml"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
)

// lists are what Plurio.net's own lists say, where the settings name them.
type lists struct {
	categories map[string]map[string]string // names by number and language
	types      map[string]map[string]string // of functions, by code and language
}

// tongues are the languages of the list of categories as it names them.
var tongues = map[string]string{"german": "de", "french": "fr", "english": "en"}

// lists reads the lists that the settings name.
func (r *run) lists() (out lists, err error) {
	out = lists{map[string]map[string]string{}, map[string]map[string]string{}}
	add := func(to map[string]map[string]string, id, lang, name string) {
		if id == "" || name == "" {
			return
		}
		if to[id] == nil {
			to[id] = map[string]string{}
		}
		to[id][lang] = name
	}
	err = r.each(r.Categories, "category", func(e *markup.Element) {
		var levels []string
		for _, name := range []string{"level1", "level2", "level3"} {
			if s := e.Child(name).Value(); s != "" {
				levels = append(levels, s)
			}
		}
		lang := "de" // lists of one language are in German
		for up := e.Parent; up != nil; up = up.Parent {
			if l := tongues[up.Name]; l != "" {
				lang = l
			}
		}
		add(out.categories, e.Attr("id"), lang, strings.Join(levels, ": "))
	})
	if err := r.without("categories", r.Categories, err); err != nil {
		return out, err
	}
	err = r.each(r.Types, "type", func(e *markup.Element) {
		for _, lang := range []string{"de", "fr"} {
			add(out.types, e.Attr("id"), lang, e.Child("description_"+lang).Value())
		}
	})
	return out, r.without("types", r.Types, err)
}

// without tells that a list cannot be read, and goes on without it: a programme
// does not wait for a list of names.
func (r *run) without(setting, location string, err error) error {
	if err == nil || r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	return r.list.Refuse(connectors.Refuse("", connectors.Name(location), "", "", "the list of the setting %s cannot be read, and what the hub knows itself has to do: %v", setting, err))
}

// maxRows bounds a list.
const maxRows = 10_000

// each hands on the elements of a name in a list; none for no location.
func (r *run) each(location, name string, use func(*markup.Element)) error {
	if location == "" {
		return nil
	}
	body, err := r.env.Open(r.ctx, location, nil)
	if err != nil {
		return err
	}
	defer body.Close()
	options := markup.Options{Charset: body.Charset, Match: func(path []xml.Name) bool { return path[len(path)-1].Local == name }}
	rows := 0
	for e, err := range markup.Elements(r.ctx, body, options) {
		if err != nil {
			return err
		}
		if rows++; rows > maxRows {
			return fmt.Errorf("%s lists more than %d rows", connectors.Name(location), maxRows)
		}
		use(e)
	}
	if rows == 0 {
		return fmt.Errorf("%s holds no element %s", connectors.Name(location), name)
	}
	return nil
}
