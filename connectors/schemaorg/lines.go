package schemaorg

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"moselle/connectors"
)

// lines reads a document a line.
func (c *connector) lines(ctx context.Context, first []byte, br *bufio.Reader, base string, out *connectors.Listing) error {
	line, whole := first, true
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if number > 1 {
			var err error
			if line, whole, err = connectors.ReadLine(br, connectors.MaxItem); err == io.EOF {
				return nil
			} else if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
		}
		where := fmt.Sprintf("line %d", number)
		if !whole {
			if err := out.Refuse(connectors.Refuse("", where, "", string(line[:200]), "longer than %d MB", connectors.MaxItem>>20)); err != nil {
				return err
			}
			if err := connectors.SkipLine(br, line); err != nil {
				return fmt.Errorf("%s: %w", where, err)
			}
			continue
		}
		raw := bytes.TrimSpace(line)
		if len(raw) == 0 {
			continue
		}
		if key, ok := c.env.Known(raw); ok {
			if err := out.Hand(connectors.Item{Key: key, Where: where, Same: true}); err != nil {
				return err
			}
			continue
		}
		for _, f := range c.line(raw, number, base) {
			if err := f.hand(out); err != nil {
				return err
			}
		}
	}
}

// line maps one line.
func (c *connector) line(raw []byte, number int, base string) (all []found) {
	d := newDocument(base, "", "")
	if err := d.read(string(raw), number); err != nil {
		return []found{{refusal: err.refuse(string(raw))}}
	}
	all = slices.Collect(c.mapper(d).all())
	if len(all) == 0 {
		return []found{{refusal: connectors.Refuse("", fmt.Sprintf("line %d", number), "", string(raw), "no schema.org data found about what this source is read for")}}
	}
	if len(all) == 1 && all[0].refusal == nil {
		all[0].item.Raw = raw
	}
	return all
}
