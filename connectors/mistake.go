package connectors

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

var (
	unknownKey = regexp.MustCompile(`^line \d+: field (.+) not found in type`)
	wrongValue = regexp.MustCompile(`^line (\d+): cannot unmarshal !!(\w+)(?: .*)? into (\S+)$`)
)

// mistake tells what the YAML reader says of settings in words that do not name
// our types.
func (k Kind) mistake(text string, err error) string {
	var wrong *yaml.TypeError
	if !errors.As(err, &wrong) {
		return strings.TrimPrefix(err.Error(), "yaml: ")
	}
	lines := strings.Split(text, "\n")
	var out []string
	for _, e := range wrong.Errors {
		if m := unknownKey.FindStringSubmatch(e); m != nil {
			out = append(out, fmt.Sprintf("there is no setting %s; there are: %s", m[1], k.keys()))
			continue
		}
		m := wrongValue.FindStringSubmatch(e)
		if m == nil {
			out = append(out, e)
			continue
		}
		key := ""
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= len(lines) {
			key, _, _ = strings.Cut(strings.TrimLeft(lines[n-1], " -"), ":")
		}
		out = append(out, fmt.Sprintf("%s: expected %s, found %s", key, wanted(m[3]), yamlKinds[m[2]]))
	}
	return strings.Join(out, "; ")
}

func (k Kind) keys() string {
	var out []string
	for _, s := range k.Settings() {
		out = append(out, s.Key)
	}
	return strings.Join(out, ", ")
}

// yamlKinds names what stands in YAML.
var yamlKinds = map[string]string{"seq": "a list", "map": "a mapping", "str": "a text", "int": "a number", "float": "a number", "bool": "true or false", "null": "nothing", "timestamp": "a date"}

// wanted names what a setting of a Go type takes.
func wanted(goType string) string {
	goType = strings.TrimPrefix(goType, "*")
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case strings.HasPrefix(goType, "map["), goType == "yaml.Node":
		return "a mapping"
	case strings.HasPrefix(goType, "int"):
		return "a whole number"
	case goType == "bool":
		return "true or false"
	}
	return "a text"
}
