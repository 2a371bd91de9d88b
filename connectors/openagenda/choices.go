package openagenda

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"moselle/connectors"
)

// choices are what the numbers in an agenda's own fields stand for, by field and
// number.
type choices struct {
	names  map[string][]said
	digest []byte // what events depend on beside their own text
}

// maxChoices bounds the choices that are kept of a description.
const maxChoices = 20_000

// agendaAddress is the address of an agenda in that of its events.
var agendaAddress = regexp.MustCompile(`^(https?://[^?#]+/agendas/\d+)/events(?:\.json)?/?(?:\?|$)`)

// loadChoices reads the agenda's description when the setting types asks for it
// and it is known where it stands.
func (c *connector) loadChoices(ctx context.Context) (choices, error) {
	location := c.Schema
	if location == "" {
		if m := agendaAddress.FindStringSubmatch(c.env.Location); m != nil {
			location = m[1]
		}
	}
	if len(c.Types) == 0 || location == "" {
		return choices{}, nil
	}
	if !connectors.IsWeb(location) && !connectors.IsWeb(c.env.Location) && !filepath.IsAbs(location) {
		location = filepath.Join(filepath.Dir(c.env.Location), location)
	}
	body, err := c.env.Open(ctx, c.withKey(location), nil)
	if err != nil {
		return choices{}, fmt.Errorf("schema: %s: %w", connectors.Name(location), err)
	}
	defer body.Close()
	text, err := io.ReadAll(io.LimitReader(body, connectors.MaxItem+1))
	if err != nil {
		return choices{}, fmt.Errorf("schema: %s: %w", connectors.Name(location), err)
	}
	if len(text) > connectors.MaxItem {
		return choices{}, fmt.Errorf("schema: %s is longer than %d MB", connectors.Name(location), connectors.MaxItem>>20)
	}
	o, _, err := decode(value{text: []byte(strings.TrimSpace(string(text))), line: 1})
	if err != nil {
		return choices{}, fmt.Errorf("schema: %s: this is not the description of an agenda: %w", connectors.Name(location), err)
	}
	sum := sha256.Sum256(text)
	return choices{names: c.explained(o), digest: sum[:8]}, nil
}

// explained reads the choices of the fields that the setting types names.
func (c *connector) explained(o object) map[string][]said {
	m := &mapper{connector: c}
	if in := o.object("agenda"); in != nil {
		o = in
	}
	if in := o.object("schema"); in != nil {
		o = in
	}
	out := map[string][]said{}
	for _, f := range o.list("fields") {
		field := object(asObject(f))
		if !slices.Contains(c.Types, field.text("field")) {
			continue
		}
		for _, v := range field.list("options") {
			option := object(asObject(v))
			for _, code := range []string{option.text("id"), option.text("value")} {
				if names := m.texts(option["label"]); code != "" && len(names) > 0 && len(out) < maxChoices {
					out[field.text("field")+" "+code] = names
				}
			}
		}
	}
	return out
}
