package schemaorg

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"

	"moselle/connectors"
)

// lines reads a document a line. Each item is held until the next one, as only
// the last can carry the validator.
func (c *connector) lines(ctx context.Context, first []byte, br *bufio.Reader, body *connectors.Body, yield yieldFunc) error {
	seen := map[string]bool{}
	var last *connectors.Item
	line, whole := first, true
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if number > 1 {
			var err error
			if line, whole, err = connectors.ReadLine(br, connectors.MaxItem); err == io.EOF {
				break
			} else if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
		}
		where := fmt.Sprintf("line %d", number)
		if !whole {
			if !yield(connectors.Item{}, connectors.Refuse("", where, "", string(line[:200]), "longer than %d MB", connectors.MaxItem>>20)) {
				return errStop
			}
			if err := connectors.SkipLine(br, line); err != nil {
				return fmt.Errorf("%s: %w", where, err)
			}
			continue
		}
		raw := bytes.TrimSpace(line)
		var items []connectors.Item
		if key, ok := c.env.Known(raw); ok && len(raw) > 0 {
			items = []connectors.Item{{Key: key, Where: where, Same: true}}
		} else if len(raw) > 0 {
			var refusals []*connectors.Refusal
			items, refusals = c.line(string(raw), number, c.baseOf(body))
			for _, r := range refusals {
				if !yield(connectors.Item{}, r) {
					return errStop
				}
			}
			if len(items) == 1 && len(refusals) == 0 {
				items[0].Raw = raw
			}
		}
		for _, it := range items {
			if seen[it.Key] {
				if !yield(connectors.Item{}, connectors.Refuse(it.Key, it.Where, "@id", it.Key, "stands further up already; the first is kept")) {
					return errStop
				}
				continue
			}
			seen[it.Key] = true
			if last != nil && !yield(*last, nil) {
				return errStop
			}
			last = &it
		}
	}
	if last != nil {
		last.Next = body.Validator
		if !yield(*last, nil) {
			return errStop
		}
	}
	return nil
}

// line maps one line.
func (c *connector) line(line string, number int, base string) (items []connectors.Item, refusals []*connectors.Refusal) {
	where := fmt.Sprintf("line %d", number)
	d := newDocument(base, "", "")
	if err := d.read(line, number); err != nil {
		return nil, []*connectors.Refusal{err.refuse(line)}
	}
	m := c.mapper(d)
	for f := range m.all() {
		if f.refusal != nil {
			refusals = append(refusals, f.refusal)
		} else {
			items = append(items, f.item)
		}
	}
	if len(items)+len(refusals) == 0 {
		refusals = append(refusals, connectors.Refuse("", where, "", line, "no schema.org data found about what this source is read for"))
	}
	return items, refusals
}
