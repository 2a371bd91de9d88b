package destination

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// maxKey bounds the length of a global_id.
const maxKey = 100

// item turns the text of one item into an item, a refusal, or one more that is
// passed over. Where answers may stand in place of items, their items are read.
func (h *harvest) item(raw []byte, where string, answers bool) error {
	if err := h.ctx.Err(); err != nil {
		return err
	}
	if answers && isAnswer(raw[:min(len(raw), window)]) {
		h.total = max(h.total, headOf(raw[:min(len(raw), window)]).total)
		return h.list(bufio.NewReader(bytes.NewReader(raw)), where, "items")
	}
	h.read++
	h.inner++
	if key, ok := h.env.Known(raw); ok {
		return h.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	decoded, note := decode(raw)
	if err := h.tree.JSON(decoded); err != nil {
		return h.Refuse(connectors.Refuse("", where, "", "", "this cannot be read as JSON (%v)", err))
	}
	o := h.tree.Root()
	if o.Kind() != tree.Object {
		return h.Refuse(connectors.Refuse("", where, "", o.Text(), "an item is an object in braces, not %s", o.Kind()))
	}
	key := keyOf(o)
	switch {
	case key == "" && text(get(o, "title")) == "" && text(get(o, "message", "error")) != "":
		return head{status: text(get(o, "status")), message: text(get(o, "message", "error"))}.refused()
	case key == "" && text(get(o, "title")) == "":
		return h.Refuse(connectors.Refuse("", where, "", decoded[:min(len(decoded), 200)], "neither an item of destination.one, which has a global_id and a title, nor an answer, which has items"))
	case key == "":
		return h.Refuse(connectors.Refuse("", where, "global_id", text(get(o, "title")), "missing: without it nobody can find the item again; ask for the template ET2014A.json"))
	case len(key) > maxKey:
		return h.Refuse(connectors.Refuse("", where, "global_id", key, "longer than %d characters", maxKey))
	}
	where += ", " + key
	name := h.typeOf(o, key)
	if name == "" {
		return h.Refuse(connectors.Refuse(key, where, "type", text(get(o, "title")), "missing: whether it is an Event, a POI or a Tour; ask for the template ET2014A.json"))
	}
	k, ok := h.wanted(name)
	if !ok {
		h.pass(name)
		return nil
	}
	if twin := h.Once(key, where); twin != nil {
		h.twins++
		return h.Refuse(twin)
	}
	item, refusal := h.mapper(o).item(k, key, where)
	if refusal != nil {
		return h.Refuse(refusal)
	}
	item.Raw = raw
	if note != nil {
		item.Faults = append(item.Faults, *note)
	}
	if twice := doubles(o); twice != "" {
		item.Faults = append(item.Faults, schema.Fault{Value: twice,
			Message: "these members stand twice in the item, of which the last ones are read; perhaps two items were run into one"})
	}
	return h.Hand(item)
}

// keyOf returns the key of an item.
func keyOf(o tree.Node) string { return text(get(o, "global_id", "id")) }

// decode returns a text as UTF-8. One that is not is taken for Windows-1252, as
// browsers do, and the fault says so.
func decode(raw []byte) (string, *schema.Fault) {
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw), nil
	}
	return string(text), &schema.Fault{Message: "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}
}

// doubles names the members that stand in an object more than once.
func doubles(o tree.Node) string {
	var names, twice []string
	for m := range o.Children() {
		if slices.Contains(names, m.Key()) && !slices.Contains(twice, m.Key()) {
			twice = append(twice, m.Key())
		}
		if names = append(names, m.Key()); len(names) > maxMembers {
			break
		}
	}
	return strings.Join(twice, ", ")
}

// maxMembers bounds the members of an item that are looked at for doubles.
const maxMembers = 200
