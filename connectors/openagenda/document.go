package openagenda

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
)

// maxMembers bounds the members of the object that a document is.
const maxMembers = 5000

// document is one JSON text: an answer of the API with a list of events or one
// event, a list, an event alone, or one of these a line.
type document struct {
	scanner
	each   func(v value, listed bool) error // listed: it stands where events stand
	head   head
	found  int    // values handed to each
	reason string // why it holds no event
	nested bool   // it stands in another document
}

// head is what an answer says beside its events.
type head struct {
	total, offset int
	after         []string // what leads to the next page; nil when nothing does
	paged         bool     // the answer has an after, be it empty
	limit         int
	records       bool // it is an answer of a portal of open data
	first         bool // it is of the portals' first version
}

// read hands on every event of the document.
func (d *document) read() error {
	for {
		c, err := d.peek()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case c == '[':
			err = d.list(false)
		case c == '{':
			err = d.object()
		default:
			err = fmt.Errorf("line %d: this is no JSON: an object or a list is expected, %q stands there", d.line, c)
		}
		if err != nil {
			return err
		}
	}
}

// list hands on the elements of a list.
func (d *document) list(listed bool) error {
	if err := d.want('['); err != nil {
		return err
	}
	for first := true; ; first = false {
		more, err := d.more(first, ']')
		if err != nil || !more {
			return err
		}
		v, err := d.value(connectors.MaxItem)
		if err != nil {
			return err
		}
		d.found++
		if err := d.each(v, listed); err != nil {
			return err
		}
	}
}

// object reads an answer, or an event that is the whole document. A list of
// events is handed on as it comes; all else is small and kept until the end.
func (d *document) object() error {
	if err := d.want('{'); err != nil {
		return err
	}
	line, size, list := d.line, 0, false
	var names []string
	members := map[string]value{}
	for first := true; ; first = false {
		more, err := d.more(first, '}')
		if err != nil {
			return err
		}
		if !more {
			break
		}
		name, err := d.name()
		if err != nil {
			return err
		}
		if c, err := d.inside(); lists[name] && c == '[' && err == nil {
			list = true
			if err := d.list(name == "events"); err != nil {
				return err
			}
			continue
		}
		v, err := d.value(connectors.MaxItem)
		if err != nil {
			return err
		}
		if size += len(v.text); size > connectors.MaxItem || len(names) == maxMembers {
			return fmt.Errorf("line %d: what stands beside the events is too much: it is longer than %d MB or has more than %d names", v.line, connectors.MaxItem>>20, maxMembers)
		}
		if _, twice := members[name]; !twice {
			names = append(names, name)
		}
		members[name] = v
	}
	d.head.add(members)
	if list {
		return nil
	}
	return d.single(names, members, line)
}

// name reads the name of a member and the colon behind it.
func (d *document) name() (string, error) {
	if c, err := d.inside(); err != nil {
		return "", err
	} else if c != '"' {
		return "", fmt.Errorf("line %d: this is no JSON: a name in quotation marks is expected, %q stands there", d.line, c)
	}
	v, err := d.value(1 << 20)
	if err != nil {
		return "", err
	}
	var name string
	if err := json.Unmarshal(v.text, &name); err != nil {
		return "", fmt.Errorf("line %d: this is no JSON: a name cannot be read", v.line)
	}
	return name, d.want(':')
}

// single reads an object without a list of events: one event, several answers
// that somebody saved together, or something else.
func (d *document) single(names []string, members map[string]value, line int) error {
	if v, ok := members["event"]; ok && bytes.HasPrefix(v.text, []byte("{")) {
		d.found++
		return d.each(v, true)
	}
	if what := kindOf(func(name string) bool { _, ok := members[name]; return ok }); what == "event" {
		d.found++
		return d.each(join(names, members, line), true)
	}
	saved := 0
	for _, name := range names {
		v := members[name]
		if d.nested || !bytes.HasPrefix(v.text, []byte("{")) || !bytes.Contains(v.text, []byte(`"events"`)) {
			continue
		}
		in := &document{scanner: scanner{bufio.NewReader(bytes.NewReader(v.text)), v.line}, each: d.each, nested: true}
		if err := in.read(); err != nil {
			return err
		}
		saved++
		d.found += in.found
		d.head.total = max(d.head.total, in.head.total)
	}
	if saved > 0 {
		return nil
	}
	return d.instead(names, members)
}

// instead says what a document without events is.
func (d *document) instead(names []string, members map[string]value) error {
	has := func(name string) bool { _, ok := members[name]; return ok }
	var message string
	_ = json.Unmarshal(members["message"].text, &message)
	switch {
	case message != "":
		return fmt.Errorf("OpenAgenda answers %q; look at the address, the agenda's number and the key", message)
	case has("locations"), has("location"), kindOf(has) == "place":
		d.reason = "this is a place or a list of places, not of events; the events of an agenda stand at https://api.openagenda.com/v2/agendas/NUMBER/events"
	case has("agendas"), has("items"), kindOf(has) == "agenda":
		d.reason = "this is an agenda or a list of agendas, not of events; the events of one stand at https://api.openagenda.com/v2/agendas/NUMBER/events"
	case len(names) == 0:
		d.reason = "the document is empty: {} stands in it"
	default:
		d.reason = fmt.Sprintf("no event of OpenAgenda is found; the document has: %s", strings.Join(names[:min(len(names), 12)], ", "))
	}
	return nil
}

// join puts an object together again.
func join(names []string, members map[string]value, line int) value {
	v := value{line: line, text: []byte("{")}
	for i, name := range names {
		if members[name].fault != "" {
			return value{line: line, fault: members[name].fault}
		}
		if i > 0 {
			v.text = append(v.text, ',')
		}
		key, _ := json.Marshal(name) // a text is always JSON
		v.text = append(append(append(v.text, key...), ':'), members[name].text...)
	}
	v.text = append(v.text, '}')
	return v
}

// kindOf tells by the members of an object what it is: "event", "agenda",
// "place" or "".
func kindOf(has func(string) bool) string {
	hasAny := func(names ...string) bool { return slices.ContainsFunc(names, has) }
	switch {
	case !has("uid"):
	case hasAny("timings", "nextTiming", "lastTiming", "firstTiming", "dateRange", "attendanceMode", "firstDate",
		"firstdate_begin", "daterange_fr", "attendancemode", "draft"):
		return "event"
	case hasAny("networkUid", "official", "settings", "indexed"):
		return "agenda"
	case hasAny("adminLevel1", "setUid") || hasAny("address") && hasAny("latitude"):
		return "place"
	}
	return ""
}

// whyCut says in plain words that a text breaks off.
func whyCut(err error, read int) error {
	if err == io.ErrUnexpectedEOF {
		return fmt.Errorf("the document breaks off before its end, after event %d; save it again", read)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("after event %d: %w", read, err)
	}
	return err
}
