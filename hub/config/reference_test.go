package config_test

import (
	"reflect"
	"strings"
	"testing"

	"moselle/hub/config"
)

func TestReference(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	if err := config.Reference(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\ndata (HUB_DATA, default data)\n    Folder",
		"\nfetch.max_bytes (HUB_FETCH_MAX_BYTES, default 50MB)\n",
		"\nfetch.pace (HUB_FETCH_PACE, default 200ms)\n",
		"\nfetch.robots (HUB_FETCH_ROBOTS, default true)\n",
		"\nlanguages (HUB_LANGUAGES, default fr, de, lb, en)\n",
		"\nsources (list)\n",
		"\nsources[].schedule (default 24h)\n",
		"\nsources[].floor (default 20)\n",
		"\nsources[].terms\n    What its own words",
		"\ninstitutions[].country\n    Country",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("Reference lacks %q in:\n%s", want, b.String())
		}
	}
}

// Every setting has a key and an explanation, and a variable named after the
// key unless it is in a list.
func TestTags(t *testing.T) {
	t.Parallel()
	var visit func(rt reflect.Type, prefix string, list bool)
	visit = func(rt reflect.Type, prefix string, list bool) {
		for f := range rt.Fields() {
			if !f.IsExported() {
				continue
			}
			key := prefix + f.Tag.Get("yaml")
			if f.Type.Kind() == reflect.Struct && f.Tag.Get("doc") == "" {
				visit(f.Type, key+".", list)
				continue
			}
			if f.Tag.Get("yaml") == "" || f.Tag.Get("doc") == "" {
				t.Errorf("%s: no key or no explanation", key)
			}
			if f.Type.Kind() == reflect.Map {
				continue // more than one variable can say
			}
			want := "HUB_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
			switch env := f.Tag.Get("env"); {
			case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
				visit(f.Type.Elem(), key+"[].", true)
			case list && env != "":
				t.Errorf("%s: a setting in a list has the variable %s", key, env)
			case !list && env != want:
				t.Errorf("%s: variable %q, want %q", key, env, want)
			}
		}
	}
	visit(reflect.TypeFor[config.Config](), "", false)
}
