package harvest_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"

	"moselle/connectors/table"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

const programmeSettings = `
format: lines
class: Event
key: id
lang: de
map:
  name: title
  startDate: start
  eventStatus: {value: EventScheduled}
  location:
    record: Place
    key: venue.id
    map:
      name: venue.name
      url: venue.url
      maximumAttendeeCapacity: venue.seats
      telephone: venue.phone
  performer:
    each: performers
    record: Person
    key: id
    map:
      name: name
      birthDate: born
`

// programme makes n events, a line each, at one of forty venues and with one of
// three hundred performers. What is said of a venue or a performer differs from
// one event to the next.
func programme(n int, change func(i int, title string) (string, bool)) []byte {
	var b bytes.Buffer
	for i := range n {
		title, listed := fmt.Sprintf("Abend %d", i), true
		if change != nil {
			title, listed = change(i, title)
		}
		if !listed {
			continue
		}
		venue := fmt.Sprintf(`"id":"v%d","name":"Haus %d"`, i%40, i%40)
		for _, more := range []struct {
			every int
			text  string
		}{{7, `"url":"https://haus.example/"`}, {11, `"seats":200`}, {13, `"phone":"+352 1234"`}} {
			if i%more.every == 0 {
				venue += "," + more.text
			}
		}
		performers := fmt.Sprintf(`{"id":"a%d","name":"Anna %d"},{"id":"only%d","name":"Otto %d"}`, i%300, i%300, i, i)
		if i%5 == 0 {
			performers = fmt.Sprintf(`{"id":"a%d","name":"Anna %d","born":"1960"}`, i%300, i%300)
		}
		fmt.Fprintf(&b, `{"id":"e%04d","title":%q,"start":"2026-12-%02dT20:00","venue":{%s},"performers":[%s]}`+"\n", i, title, 1+i%28, venue, performers)
	}
	return b.Bytes()
}

// programmeAt declares the source that reads a programme.
func programmeAt(t testing.TB, path string) harvest.Source {
	t.Helper()
	return harvest.Source{
		ID: house, Institution: harvest.InstitutionIRI("house"), Dataset: harvest.DatasetIRI(house),
		Kind: table.Kind(), Settings: settings(t, programmeSettings), Location: path, Lang: "de", Zone: time.UTC, Floor: 20,
		Licence: "https://creativecommons.org/publicdomain/zero/1.0/",
	}
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	const n = 100
	h := newHub(t)
	h.fetches()
	path := filepath.Join(t.TempDir(), "programme.ndjson.gz")
	data := programme(n, nil)
	write(t, path, packed(t, data, gzip.BestSpeed))
	source := programmeAt(t, path)

	first := h.run(source)
	outcome(t, first, store.Run{Outcome: harvest.Complete, Read: n, Created: len(h.live(house)), Updated: first.Updated, Warned: n})
	if first.Created < 2*n {
		t.Errorf("%d records, want events, venues and performers", first.Created)
	}
	last := h.last()

	outcome(t, h.run(source), store.Run{Outcome: harvest.Unchanged})
	write(t, path, packed(t, data, gzip.BestCompression))
	outcome(t, h.run(source), store.Run{Outcome: harvest.Complete, Read: n, Unchanged: n})
	outcome(t, h.run(source), store.Run{Outcome: harvest.Unchanged})
	h.logged(last)

	write(t, path, bytes.Replace(data, []byte(`"Abend 7"`), []byte(`"Nacht 7"`), 1))
	outcome(t, h.run(source), store.Run{Outcome: harvest.Complete, Read: n, Updated: 1, Unchanged: n - 1, Warned: 1})
	h.logged(last, "update Event e0007")

	last = h.last()
	source.Settings = settings(t, strings.Replace(programmeSettings, "name: title", "name: {from: title, lang: lb}", 1))
	outcome(t, h.run(source), store.Run{Outcome: harvest.Complete, Read: n, Updated: n, Warned: n})
	if got := h.since(last); len(got) != n || got[0] != "update Event e0000" {
		t.Errorf("log has %d entries beginning with %q, want every event", len(got), got[:1])
	}
}

// packed packs data as gzip of a level.
func packed(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
