package linkedart_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
)

// site is a web site by address, with what was asked of it and whether only
// changes were listed.
type site struct {
	pages   map[string]string
	asked   []string
	changes bool
	resume  connectors.Cursor // the first that a run carried
	settled connectors.Cursor // that of its end
}

// harvest reads a site and returns what became of it, a line each.
func (s *site) harvest(t *testing.T, settings, location string, from connectors.Cursor) (lines []string) {
	t.Helper()
	env := conntest.Env(t, location)
	env.Open = func(ctx context.Context, location string, _ []byte) (*connectors.Body, error) {
		if !strings.Contains(connectors.Accepted(ctx), "linked.art") {
			t.Errorf("%s is asked for without saying in which form", location)
		}
		s.asked = append(s.asked, location)
		text, ok := s.pages[location]
		if !ok {
			return nil, os.ErrNotExist
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location}, nil
	}
	s.asked, s.changes, s.resume, s.settled = nil, false, nil, nil
	env.ChangesOnly = func() { s.changes = true }
	c, err := linkedart.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, from)
	for _, it := range r.Items {
		what := "item "
		if it.Deleted {
			what = "gone "
		}
		lines = append(lines, what+it.Key)
		if s.resume == nil {
			s.resume = it.Resume
		}
		s.settled = it.Next
	}
	for _, refusal := range r.Refusals {
		lines = append(lines, "refused "+refusal.Error())
	}
	if r.Err != nil {
		lines = append(lines, "ended by "+r.Err.Error())
	}
	return lines
}

const home = "https://a.example/"

func record(id, name string) string {
	return fmt.Sprintf(`{"@context":"https://linked.art/ns/v1/linked-art.json","id":%q,"type":"HumanMadeObject","_label":%q,"classified_as":[{"type":"Type","_label":"paintings"}]}`, home+id, name)
}

func change(kind, day, id string) string {
	return fmt.Sprintf(`{"type":%q,"endTime":"2026-01-%sT00:00:00Z","object":{"id":%q,"type":"HumanMadeObject"}}`, kind, day, home+id)
}

// stream returns a list of changes in two pages, the newer one last.
func stream() *site {
	return &site{pages: map[string]string{
		home + "changes":   `{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","first":{"id":"` + home + `changes/1","type":"OrderedCollectionPage"},"last":{"id":"` + home + `changes/2","type":"OrderedCollectionPage"}}`,
		home + "changes/1": `{"type":"OrderedCollectionPage","next":{"id":"` + home + `changes/2"},"orderedItems":[` + change("Create", "01", "1") + "," + change("Create", "02", "2") + "," + change("Create", "03", "3") + `]}`,
		home + "changes/2": `{"type":"OrderedCollectionPage","prev":{"id":"` + home + `changes/1"},"orderedItems":[` + change("Update", "04", "1") + "," + change("Delete", "05", "2") + "," + change("Create", "06", "4") + `]}`,
		home + "1":         record("1", "One"), home + "3": record("3", "Three"), home + "4": record("4", "Four"),
	}}
}

// TestChanges reads a list of changes, then what came to it, then nothing.
func TestChanges(t *testing.T) {
	t.Parallel()
	s := stream()
	got := s.harvest(t, "", home+"changes", nil)
	want := []string{"item " + home + "4", "gone " + home + "2", "item " + home + "1", "item " + home + "3"}
	if d := cmp.Diff(want, got); d != "" || s.changes {
		t.Errorf("first run (-want +got):\n%s\nchanges only: %v, want false", d, s.changes)
	}
	next, resume := s.settled, s.resume
	s.pages[home+"changes/2"] = strings.TrimSuffix(s.pages[home+"changes/2"], "]}") + "," + change("Update", "07", "3") + "," + change("Create", "08", "9") + "]}"
	got = s.harvest(t, "", home+"changes", next)
	want = []string{"item " + home + "3", "item " + home + "4", "refused " + home + "changes/2, entry 5: id: the record could not be asked for: file does not exist (\"" + home + "9\")"}
	if d := cmp.Diff(want, got); d != "" || !s.changes {
		t.Errorf("second run (-want +got):\n%s\nchanges only: %v, want true", d, s.changes)
	}
	s.pages[home+"9"] = record("9", "Nine")
	got = s.harvest(t, "", home+"changes", s.settled)
	want = []string{"item " + home + "9"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("third run, with what could not be had before (-want +got):\n%s", d)
	}
	got = s.harvest(t, "", home+"changes", connectors.Cursor(`{"since":"2026-02-01T00:00:00Z"}`))
	if d := cmp.Diff([]string{"ended by " + connectors.ErrUnchanged.Error()}, got); d != "" {
		t.Errorf("run with nothing new (-want +got):\n%s", d)
	}
	got = s.harvest(t, "", home+"changes", resume)
	want = []string{"item " + home + "3", "refused " + home + "changes/1, entry 2: id: the record could not be asked for: file does not exist (\"" + home + "2\")", "item " + home + "1"}
	sameLines(t, "run that goes on", want, got)
	if !s.changes {
		t.Error("a run that goes on lists everything, want changes only")
	}
}

// sameLines compares lines in any order.
func sameLines(t *testing.T, what string, want, got []string) {
	t.Helper()
	in := map[string]int{}
	for _, l := range want {
		in[l]++
	}
	for _, l := range got {
		in[l]--
	}
	for l, n := range in {
		if n != 0 {
			t.Errorf("%s: %q comes %d times less than wanted; got %v", what, l, n, got)
		}
	}
}

// TestSearch reads results of a search and lists of Hydra, page by page.
func TestSearch(t *testing.T) {
	t.Parallel()
	pages := map[string]string{
		home + "search":   `{"@context":"https://linked.art/ns/v1/search.json","id":"` + home + `search","type":"OrderedCollectionPage","partOf":{"type":"OrderedCollection","totalItems":3},"next":{"id":"` + home + `search/2"},"orderedItems":[{"id":"` + home + `1","type":"HumanMadeObject"},{"id":"` + home + `3","type":"HumanMadeObject"}]}`,
		home + "search/2": `{"type":"OrderedCollectionPage","orderedItems":[{"id":"` + home + `4","type":"HumanMadeObject"},{"id":"` + home + `1","type":"HumanMadeObject"},{"type":"HumanMadeObject","_label":"Lost"}]}`,
		home + "hydra":    `{"@context":"http://www.w3.org/ns/hydra/context.jsonld","@type":"hydra:Collection","hydra:member":[{"@id":"` + home + `1"}],"hydra:view":{"@type":"hydra:PartialCollectionView","hydra:next":"` + home + `hydra/2"}}`,
		home + "hydra/2":  `{"@type":"hydra:Collection","hydra:member":[` + record("3", "Three") + `],"hydra:view":{"hydra:next":"` + home + `hydra/2"}}`,
		home + "none":     `{"type":"OrderedCollection","orderedItems":[]}`,
		home + "login":    `{"type":"OrderedCollectionPage","next":"` + home + `page","orderedItems":[{"id":"` + home + `page"}]}`,
		home + "page":     "<!doctype html><html><title>Sign in</title></html>",
		home + "1":        record("1", "One"), home + "3": record("3", "Three"), home + "4": record("4", "Four"),
	}
	for _, c := range []struct {
		settings, at string
		want         []string
	}{
		{"", "search", []string{"item " + home + "1", "item " + home + "3", "item " + home + "4", "refused " + home + `search/2, entry 3: id: this entry of the list has no address ("Lost")`}},
		{"records: 1", "search", []string{"item " + home + "1", "refused " + home + "search: lists more records than the setting allows; raise records above 1"}},
		{"", "hydra", []string{"item " + home + "1", "item " + home + "3", "refused " + home + "hydra/2: this page was read before: the pages lead in a circle"}},
		{"", "none", []string{"refused " + home + "none: the list holds nothing and leads to no page: it has neither orderedItems nor first or last"}},
		{"", "login", []string{"refused " + home + `login, entry 1: id: the record could not be asked for: this is an HTML page ("Sign in"), not Linked Art (JSON-LD); the address may have moved or ask for a login ("` + home + `page")`,
			"ended by " + home + "login: page " + home + `page: this is an HTML page ("Sign in"), not Linked Art (JSON-LD); the address may have moved or ask for a login`}},
	} {
		s := &site{pages: pages}
		sameLines(t, c.at, c.want, s.harvest(t, c.settings, home+c.at, nil))
	}
}
