package activitypub_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
)

const server = "https://agenda.example"

// web is what stands at addresses, and what was asked for.
type web struct {
	mu    sync.Mutex
	at    map[string]string
	asked []string
	now   time.Time
	keep  map[string]string // what Env.Known knows: the key by the bytes
}

func newWeb(at map[string]string) *web {
	return &web{at: at, now: conntest.Now, keep: map[string]string{}}
}

func (w *web) env(t testing.TB, location string) connectors.Env {
	env := conntest.Env(t, location)
	env.Now = func() time.Time { return w.now }
	env.Known = func(raw []byte) (string, bool) {
		key, ok := w.keep[string(raw)]
		return key, ok
	}
	env.Open = func(ctx context.Context, address string, since []byte) (*connectors.Body, error) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.asked = append(w.asked, strings.TrimPrefix(address, server))
		if accept := connectors.Accepted(ctx); !strings.Contains(accept, "application/activity+json") {
			t.Errorf("%s is asked for with Accept %q", address, accept)
		}
		text, ok := w.at[address]
		if !ok {
			return nil, errors.New("answers 404 Not Found")
		}
		if since != nil && string(since) == text {
			return nil, connectors.ErrUnchanged
		}
		if to, moved := strings.CutPrefix(text, "redirect "); moved {
			address, text = to, w.at[to]
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: address, Validator: []byte(text)}, nil
	}
	return env
}

// run harvests and returns a line for each item and refusal, what was asked for,
// and the cursor.
func (w *web) run(t testing.TB, location, settings string, from connectors.Cursor) (got []string, next connectors.Cursor) {
	t.Helper()
	w.asked = nil
	c, err := activitypub.Kind().Open(conntest.Settings(t, settings), w.env(t, location))
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, from)
	for _, it := range r.Items {
		state := "read"
		switch {
		case it.Deleted:
			state = "gone"
		case it.Same:
			state = "same"
		default:
			w.keep[string(it.Raw)] = it.Key
		}
		got = append(got, state+" "+strings.TrimPrefix(it.Key, server)+" at "+it.Where)
		if it.Next != nil {
			next = it.Next
		}
	}
	for _, refusal := range r.Refusals {
		got = append(got, "refused "+refusal.Error())
	}
	if r.Err != nil {
		got = append(got, "ended "+r.Err.Error())
	}
	return got, next
}

func event(n int, more string) string {
	return fmt.Sprintf(`{"id":"%s/m/%d","type":"Event","name":"E%d","startTime":"2027-01-1%dT18:00:00Z","attributedTo":"%s/u/relay","location":{"name":"Halle"}%s}`, server, n, n, n, server, more)
}

func activity(kind string, n int, day string, object string) string {
	return fmt.Sprintf(`{"@context":"https://www.w3.org/ns/activitystreams","id":"%s/a/%s%d-%s","type":"%s","actor":"%s/u/relay","published":"2026-11-%sT10:00:00Z","object":%s}`,
		server, kind, n, day, kind, server, day, object)
}

const actor = `{"@context":"https://www.w3.org/ns/activitystreams","id":"` + server + `/u/relay","type":"Application","preferredUsername":"relay","name":"Agenda","inbox":"` + server + `/in","outbox":"` + server + `/out"}`

func pageOf(next string, items ...string) string {
	if next != "" {
		next = `,"next":"` + server + next + `"`
	}
	return `{"type":"OrderedCollectionPage"` + next + `,"orderedItems":[` + strings.Join(items, ",") + `]}`
}

// instance is a server with an account and two pages of an outbox.
func instance() map[string]string {
	return map[string]string{
		server + "/u/relay": actor,
		server + "/out":     `{"type":"OrderedCollection","totalItems":3,"first":"` + server + `/out/1"}`,
		server + "/out/1":   pageOf("/out/2", activity("Create", 3, "03", event(3, "")), activity("Create", 2, "02", event(2, ""))),
		server + "/out/2":   pageOf("", activity("Create", 1, "01", event(1, ""))),
	}
}

// TestWays finds the outbox from every address that leads to it.
func TestWays(t *testing.T) {
	t.Parallel()
	finger := `{"subject":"acct:relay@agenda.example","links":[{"rel":"self","type":"application/activity+json","href":"` + server + `/u/relay"}]}`
	html := "<!doctype html><html><title>Agenda</title></html>"
	node := `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"` + server + `/nodeinfo"}%s]}`
	home := func(links, info string) map[string]string {
		return map[string]string{server + "/": html, server + "/.well-known/nodeinfo": fmt.Sprintf(node, links), server + "/nodeinfo": info,
			server + "/.well-known/webfinger?resource=acct%3Agancio%40agenda.example": finger}
	}
	all := []string{"read /m/3 at page 1, activity 1, E3", "read /m/2 at page 1, activity 2, E2", "read /m/1 at page 2, activity 1, E1"}
	for _, c := range []struct {
		name, location string
		more           map[string]string
		want           []string
	}{
		{"the account", "/u/relay", nil, all},
		{"the outbox", "/out", nil, all},
		{"its first page", "/out/1", nil, all},
		{"a page inside the outbox", "/in", map[string]string{server + "/in": `{"type":"OrderedCollection","first":` + pageOf("/out/2", activity("Create", 3, "03", event(3, ""))) + `}`},
			[]string{all[0], all[2]}},
		{"webfinger", "/.well-known/webfinger?resource=acct%3Arelay%40agenda.example", map[string]string{server + "/.well-known/webfinger?resource=acct%3Arelay%40agenda.example": finger}, all},
		{"the server, by its application", "/", home(`,{"rel":"https://www.w3.org/ns/activitystreams#Application","href":"`+server+`/u/relay"}`, "{}"), all},
		{"the server, by its name", "/", home("", `{"software":{"name":"Gancio"},"protocols":["activitypub"]}`), all},
		{"a server of another kind", "/", home("", `{"software":{"name":"diaspora"},"protocols":["diaspora"]}`), []string{
			"refused https://agenda.example/: the server runs diaspora and does not speak ActivityPub"}},
		{"a server that tells nobody", "/", home("", `{"software":{"name":"friendly"},"protocols":["activitypub"]}`), []string{
			"refused https://agenda.example/: the server runs friendly and does not say which account stands for all of it: give an account as @name@host, or its address"}},
		{"an event", "/m/1", map[string]string{server + "/m/1": event(1, "")}, []string{"read /m/1 at https://agenda.example/m/1, E1"}},
		{"a page for people", "/event/1", map[string]string{server + "/event/1": html}, []string{
			`ended https://agenda.example/event/1: this is an HTML page ("Agenda"), not a document of ActivityPub (an account, an outbox, an event); the address may have moved or ask for a login`}},
		{"an account of another server", "/u/x", map[string]string{server + "/u/x": strings.ReplaceAll(actor, "agenda.example", "fremd.example")}, []string{
			"refused https://agenda.example/u/x: the account's document says that it belongs to another server (https://fremd.example/u/relay, https://fremd.example/out); give the address it has there"}},
		{"an account that moved", "/u/x", map[string]string{server + "/u/x": strings.Replace(actor, `"inbox"`, `"movedTo":"https://neu.example/u","inbox"`, 1)}, append(append([]string{}, all...),
			"refused https://agenda.example/u/x: the account has moved to https://neu.example/u; set the source's location to that")},
		{"nothing", "/none", nil, []string{"ended https://agenda.example/none: answers 404 Not Found"}},
		{"a circle", "/c", map[string]string{server + "/c": `{"links":[{"rel":"self","type":"application/activity+json","href":"` + server + `/c"}]}`}, []string{
			"ended https://agenda.example/c: the location leads from one document to another and to no outbox; give the account's address"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWeb(instance())
			for address, text := range c.more {
				w.at[address] = text
			}
			got, _ := w.run(t, server+c.location, "", nil)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// TestChanges reads an outbox again and again: what is new is read and no more,
// until a day has passed.
func TestChanges(t *testing.T) {
	t.Parallel()
	w := newWeb(instance())
	_, next := w.run(t, server+"/u/relay", "", nil)
	step := func(name string, asked int, want ...string) {
		t.Helper()
		got, after := w.run(t, server+"/u/relay", "", next)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if len(w.asked) != asked {
			t.Errorf("%s: %d addresses asked for, want %d: %v", name, len(w.asked), asked, w.asked)
		}
		if after != nil {
			next = after
		}
		w.now = w.now.Add(time.Hour)
	}
	first := pageOf("/out/2", activity("Create", 3, "03", event(3, "")), activity("Create", 2, "02", event(2, "")))
	front := func(items ...string) {
		w.at[server+"/out/1"] = strings.Replace(first, "[", "["+strings.Join(items, ",")+",", 1)
	}
	step("nothing new", 3, "ended unchanged since the last harvest")
	front(activity("Update", 1, "05", event(1, `,"status":"CANCELLED"`)), activity("Create", 4, "04", event(4, "")))
	step("changes", 3, "read /m/1 at page 1, activity 1, E1", "read /m/4 at page 1, activity 2, E4")
	front(activity("Delete", 2, "06", `{"type":"Tombstone","id":"`+server+`/m/2"}`), activity("Update", 1, "05", event(1, `,"status":"CANCELLED"`)))
	step("a deletion", 3, "gone /m/2 at page 1, activity 1")
	w.now = w.now.Add(24 * time.Hour)
	step("all again", 4, "gone /m/2 at page 1, activity 1", "same /m/1 at page 1, activity 2, E1", "same /m/3 at page 1, activity 3, E3")
	w.at[server+"/out/1"] = pageOf("/out/2", activity("Create", 3, "03", event(3, "")), activity("Create", 4, "04", event(4, "")))
	step("what stands behind a known one is not looked for", 3, "ended unchanged since the last harvest")
	w.now = w.now.Add(24 * time.Hour)
	all := []string{"same /m/3 at page 1, activity 1, E3", "same /m/4 at page 1, activity 2, E4", "same /m/1 at page 2, activity 1, E1"}
	step("until all is read again", 4, all...)
	step("and an outbox in no order is read whole each time", 4, all...)
}

// TestPassedOn takes events of other servers when the settings name them, and
// believes of each event its own server alone.
func TestPassedOn(t *testing.T) {
	t.Parallel()
	const far = "https://kalender.example"
	there := strings.ReplaceAll(event(7, ""), server, far)
	w := newWeb(instance())
	w.at[server+"/out/1"] = pageOf("",
		activity("Announce", 7, "09", `"`+far+`/m/7"`),
		activity("Announce", 8, "08", `{"type":"Create","id":"x","actor":"`+far+`/u","object":{"type":"Event","id":"`+far+`/m/8","name":"forged","startTime":"2027-01-01"}}`),
		activity("Announce", 9, "07", `"https://anders.example/m/9"`),
		activity("Undo", 6, "06", `{"type":"Announce","object":"`+far+`/m/6"}`),
		activity("Announce", 6, "05", `"`+far+`/m/6"`),
		activity("Announce", 3, "04", `"`+server+`/m/3"`),
		activity("Create", 5, "03", `"`+server+`/m/5"`),
		activity("Create", 2, "02", there),
	)
	w.at[far+"/m/7"] = there
	w.at[far+"/m/8"] = strings.ReplaceAll(event(8, ""), server, far)
	w.at[server+"/m/3"] = event(3, "")
	w.at[server+"/m/5"] = "redirect " + far + "/m/7"
	got, next := w.run(t, server+"/u/relay", "hosts: [kalender.example]", nil)
	want := []string{
		"read https://kalender.example/m/7 at page 1, activity 1, E7",
		"read https://kalender.example/m/8 at page 1, activity 2, E8",
		"gone https://kalender.example/m/6 at page 1, activity 4",
		"read /m/3 at page 1, activity 6, E3",
		`refused page 1, activity 3: object: an event of another server is passed on; name anders.example in the setting hosts to take it ("https://anders.example/m/9")`,
		`refused page 1, activity 7: object: the event could not be asked for: https://agenda.example/m/5 leads to another server, kalender.example ("https://agenda.example/m/5")`,
		`refused page 1, activity 8: id: the event is of another server than the account, which cannot speak for it ("https://kalender.example/m/7")`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	w.at[server+"/m/5"] = event(5, "")
	got, _ = w.run(t, server+"/u/relay", "hosts: [kalender.example]", next)
	if d := cmp.Diff([]string{"read /m/5 at https://agenda.example/m/5, E5"}, got); d != "" {
		t.Errorf("asked for again (-want +got):\n%s", d)
	}
}

// TestMakers asks for the accounts and places that events name, once each.
func TestMakers(t *testing.T) {
	t.Parallel()
	w := newWeb(instance())
	w.at[server+"/out/1"] = pageOf("",
		activity("Create", 3, "03", strings.Replace(event(3, `,"organizers":["`+server+`/g/choir","`+server+`/~jo"]`), `{"name":"Halle"}`, `"`+server+`/p/1"`, 1)),
		activity("Create", 2, "02", event(2, `,"organizers":"`+server+`/g/choir"`)))
	w.at[server+"/g/choir"] = `{"id":"` + server + `/g/choir","type":"Group","name":"Chœur du Pont","summary":"<p>Vingt voix.</p>","icon":{"type":"Image","url":"` + server + `/choir.png"}}`
	w.at[server+"/~jo"] = `{"id":"` + server + `/~jo","type":"Person","name":"Jo"}`
	w.at[server+"/p/1"] = `{"id":"` + server + `/p/1","type":"Place","name":"Salle du Pont"}`
	for settings, want := range map[string]string{
		"":               "Event Place Organization Organization | Event Place Organization Organization | /u/relay /out /out/1 /p/1 /g/choir /~jo",
		"persons: true":  "Event Place Organization Organization Person | Event Place Organization Organization | /u/relay /out /out/1 /p/1 /g/choir /~jo",
		"makers: false":  "Event Place Organization | Event Place Organization | /u/relay /out /out/1 /p/1",
		"visibility: []": "",
	} {
		w.asked = nil
		c, err := activitypub.Kind().Open(conntest.Settings(t, settings), w.env(t, server+"/u/relay"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			var classes []string
			for _, d := range it.Drafts {
				classes = append(classes, d.Class)
			}
			got = append(got, strings.Join(classes, " "))
		}
		if settings == "visibility: []" {
			if strings.Join(got, "") != "" {
				t.Errorf("with %s: %v, want all withdrawn", settings, got)
			}
			continue
		}
		if line := strings.Join(append(got, strings.Join(w.asked, " ")), " | "); line != want {
			t.Errorf("with %q:\n%s, want\n%s", settings, line, want)
		}
	}
}

// TestBounds stops at the pages that the settings allow, and never leaves the
// server.
func TestBounds(t *testing.T) {
	t.Parallel()
	w := newWeb(instance())
	got, next := w.run(t, server+"/out", "pages: 1", nil)
	want := []string{"read /m/3 at page 1, activity 1, E3", "read /m/2 at page 1, activity 2, E2",
		"refused https://agenda.example/out: the outbox has more pages than the 1 that the setting pages allows; what is older is not read: raise it"}
	if d := cmp.Diff(want, got); d != "" || next == nil {
		t.Errorf("(-want +got):\n%s", d)
	}
	w.at[server+"/out/2"] = strings.Replace(pageOf("", activity("Create", 1, "01", event(1, ""))), `,"ordered`, `,"next":"https://fremd.example/out","ordered`, 1)
	got, next = w.run(t, server+"/out", "", nil)
	if len(got) != 4 || !strings.Contains(got[3], "the outbox goes on at https://fremd.example/out, on another server") || next != nil {
		t.Errorf("an outbox that leaves its server: %v", got)
	}
	delete(w.at, server+"/out/2")
	got, next = w.run(t, server+"/out", "", nil)
	if len(got) != 3 || got[2] != "ended https://agenda.example/out: page 2 of the outbox: answers 404 Not Found" || next != nil {
		t.Errorf("a page that is missing: %v", got)
	}
	w.at[server+"/out/2"] = "redirect https://fremd.example/out"
	w.at["https://fremd.example/out"] = pageOf("", activity("Create", 1, "01", event(1, "")))
	if got, _ = w.run(t, server+"/out", "", nil); len(got) != 3 || !strings.Contains(got[2], "page 2 of the outbox leads to another server") {
		t.Errorf("a page on another server: %v", got)
	}
	w.at[server+"/out/1"] = strings.Replace(pageOf("/out/2", activity("Create", 3, "03", event(3, ""))), `,"next"`, `,"x":"`+strings.Repeat("x", connectors.MaxItem)+`","next"`, 1)
	if got, _ = w.run(t, server+"/out", "", nil); len(got) != 2 || !strings.Contains(got[1], "page 1 of the outbox is longer than 8 MB") {
		t.Errorf("a long page: %v", got)
	}
	w.at[server+"/out/1"] = pageOf("/out/1", activity("Create", 3, "03", event(3, "")))
	if got, _ = w.run(t, server+"/out", "", nil); len(got) != 1 {
		t.Errorf("a page that leads to itself: %v", got)
	}
}
