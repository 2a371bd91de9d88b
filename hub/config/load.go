package config

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"moselle/hub/fault"
)

// maxFile bounds the settings file, in bytes.
const maxFile = 4 << 20

// others are the variables that begin like settings and are none: where the
// file is, and where tests find real data.
var others = []string{"HUB_CONFIG", "HUB_REALDATA"}

// Load reads the settings: defaults, over them the file, over it the HUB_*
// variables of environ (as os.Environ gives them; an empty one is not set).
// path "" takes the file that HUB_CONFIG names, else hub.yaml in the working
// folder when there is one. A relative location of a source counts from the
// file's folder. The error is an *Error with every fault found, or about the
// file itself.
func Load(path string, environ []string) (Config, error) {
	c := Default()
	env := hubVariables(environ)
	if path == "" {
		path = env["HUB_CONFIG"]
	}
	optional := path == ""
	if optional {
		path = "hub.yaml"
	}
	d := decoder{lines: map[string]int{}}
	text, err := read(path)
	switch {
	case err == nil:
		c.file = path
		d.document(text, &c)
	case !optional || !errors.Is(err, os.ErrNotExist):
		return Config{}, fmt.Errorf("settings: %w", err)
	}
	c.lines = d.lines
	from := environment(&c, env, &d)
	k := checker{config: &c, from: from, faults: d.faults}
	k.check()
	if err := errorOf(c.file, k.faults); err != nil {
		return Config{}, err
	}
	return c, nil
}

// read returns a file of bounded size.
func read(path string) ([]byte, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = fmt.Errorf("%s: larger than 4 MB, which is no settings file", path)
	}
	return text, err
}

// hubVariables picks the variables that are the hub's.
func hubVariables(environ []string) map[string]string {
	env := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, "HUB_") && strings.TrimSpace(value) != "" {
			env[name] = value
		}
	}
	return env
}

// environment sets what variables say and returns the variable of each key it
// set, so that a fault in the value is told by the name the operator wrote.
func environment(c *Config, env map[string]string, d *decoder) map[string]string {
	byName, names := variables(c)
	from := map[string]string{}
	var unknown []string
	for _, name := range slices.Sorted(maps.Keys(env)) {
		value := env[name]
		f, ok := byName[name]
		if !ok {
			if !slices.Contains(others, name) {
				unknown = append(unknown, name)
			}
			continue
		}
		from[f.key] = name
		if f.value.Kind() == reflect.Slice {
			f.value.Set(reflect.ValueOf(splitList(value)))
		} else if err := setScalar(f.value, value); err != nil {
			d.faults = append(d.faults, Fault{Key: name, Message: err.Error()})
		}
	}
	for _, name := range unknown {
		message := "there is no such variable; \"hub config\" lists them"
		if near := fault.Nearest(name, append(names, others[0])); near != "" {
			message = fmt.Sprintf("there is no such variable; did you mean %s?", near)
		}
		d.faults = append(d.faults, Fault{Key: name, Message: message})
	}
	return from
}

// splitList reads a list as a variable holds it, with commas between.
func splitList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
