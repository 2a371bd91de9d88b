package oaipmh_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema"
	wire "moselle/schema/wire/oaipmh"
)

// TestPages reads a repository of several pages with what stands in its address.
func TestPages(t *testing.T) {
	t.Parallel()
	r := newRepository(25)
	res, changes := r.harvest(t, "", nil)
	if res.Err != nil || len(res.Items) != 25 || len(res.Refusals) != 0 || changes {
		t.Fatalf("harvest gives %d items, %d refusals, changes %v and %v, want 25 items alone", len(res.Items), len(res.Refusals), changes, res.Err)
	}
	want := []string{"lang=de&verb=Identify", "lang=de&verb=ListMetadataFormats", "lang=de&verb=ListRecords&metadataPrefix=oai_dc",
		"lang=de&verb=ListRecords&resumptionToken=10%7C%7C%7C", "lang=de&verb=ListRecords&resumptionToken=20%7C%7C%7C"}
	if !slices.Equal(r.requests, want) {
		t.Errorf("requests are %q, want %q", r.requests, want)
	}
	if got := res.Items[12].Where; !strings.HasPrefix(got, "page 2, line ") {
		t.Errorf("Where = %q, want page and line", got)
	}
}

// TestChanges asks a repository that keeps word of deletions for changes only.
func TestChanges(t *testing.T) {
	t.Parallel()
	r := newRepository(25)
	first, _ := r.harvest(t, "", nil)
	if res, changes := r.harvest(t, "", last(first)); !errors.Is(res.Err, connectors.ErrUnchanged) || !changes || len(res.Items) > 0 {
		t.Errorf("harvest of an unchanged repository gives %d items and %v, want ErrUnchanged", len(res.Items), res.Err)
	}
	r.put(3, r.now.Add(-time.Second), "Blatt 3, neu") // in the granule before the last answer
	r.remove(4, r.now.Add(time.Minute))
	res, changes := r.harvest(t, "", last(first))
	if res.Err != nil || len(res.Items) != 2 || !changes || !res.Items[1].Deleted || res.Items[1].Key != "oai:museum.example:4" {
		t.Errorf("harvest of changes gives %v, %v, changes %v, want one new and one deleted", res.Items, res.Err, changes)
	}
}

// TestWithoutMemory lists everything each time where nobody keeps word of what is
// gone, or from time to time when the settings say so.
func TestWithoutMemory(t *testing.T) {
	t.Parallel()
	r := newRepository(12)
	r.Deleted = wire.DeletedNo
	first, _ := r.harvest(t, "", nil)
	if res, changes := r.harvest(t, "", last(first)); changes || len(res.Items) != 12 {
		t.Errorf("the second harvest gives %d items, changes %v, want all 12", len(res.Items), changes)
	}
	seldom, _ := r.harvest(t, "full_days: 7", nil)
	if res, changes := r.harvest(t, "full_days: 7", last(seldom)); !changes || !errors.Is(res.Err, connectors.ErrUnchanged) {
		t.Errorf("with full_days the second harvest lists changes: %v, %v, want true and ErrUnchanged", changes, res.Err)
	}
	old := strings.Replace(string(last(seldom)), `"full":"2026-11-21`, `"full":"2026-11-01`, 1)
	if res, changes := r.harvest(t, "full_days: 7", connectors.Cursor(old)); changes || len(res.Items) != 12 {
		t.Errorf("after 20 days the harvest gives %d items, changes %v, want all 12", len(res.Items), changes)
	}
}

// TestResume goes on where a run was broken off.
func TestResume(t *testing.T) {
	t.Parallel()
	r := newRepository(45)
	r.answer = func(q wire.Request, _ int) (string, error) {
		if strings.HasPrefix(q.Resume, "30") {
			return "", fmt.Errorf("the server failed (status 500)")
		}
		return "", nil
	}
	res, _ := r.harvest(t, "", nil)
	if res.Err == nil || len(res.Items) != 30 || !strings.Contains(res.Err.Error(), "page 4: the server failed") {
		t.Fatalf("the broken harvest gives %d items and %v, want 30 and an error of page 4", len(res.Items), res.Err)
	}
	resume := res.Items[29].Resume
	if resume == nil || res.Items[28].Resume != nil || res.Items[29].Next != nil {
		t.Fatalf("Resume of the last item is %q", resume)
	}
	r.answer, r.requests = nil, nil
	rest, changes := r.harvest(t, "", resume)
	if rest.Err != nil || len(rest.Items) != 15 || !changes {
		t.Errorf("the rest is %d items, %v, changes %v, want 15 and true", len(rest.Items), rest.Err, changes)
	}
	if !slices.Contains(r.requests, "lang=de&verb=ListRecords&resumptionToken=30%7C%7C%7C") {
		t.Errorf("requests %q do not go on at 30", r.requests)
	}
	if res, changes := r.harvest(t, "", last(rest)); !errors.Is(res.Err, connectors.ErrUnchanged) || !changes {
		t.Errorf("after the rest the harvest gives %v, changes %v, want ErrUnchanged", res.Err, changes)
	}
	forgotten := func(q wire.Request, _ int) (string, error) {
		if q.Resume == "30|||" && len(r.requests) < 5 {
			return page("", `<error code="badResumptionToken">gone</error>`), nil
		}
		return "", nil
	}
	r.answer, r.requests = forgotten, nil
	if res, changes := r.harvest(t, "", resume); res.Err != nil || len(res.Items) != 45 || changes {
		t.Errorf("with a forgotten token the harvest gives %d items, %v, changes %v, want all 45", len(res.Items), res.Err, changes)
	}
	r.answer, r.requests = nil, nil
	late := strings.Replace(string(resume), `"prefix"`, `"expires":"2026-11-20T00:00:00Z","prefix"`, 1)
	if res, _ := r.harvest(t, "", connectors.Cursor(late)); len(res.Items) != 45 {
		t.Errorf("with an expired token the harvest gives %d items, want all 45", len(res.Items))
	}
}

// page is an answer that lists the records and holds whatever else.
func page(records, rest string) string {
	if records != "" {
		records = "<ListRecords>" + records + "</ListRecords>"
	}
	return `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-20T00:00:00Z</responseDate><request>x</request>` + records + rest + `</OAI-PMH>`
}

// TestToken holds what becomes of tokens that are forgotten or lead in circles.
func TestToken(t *testing.T) {
	t.Parallel()
	const one = `<record><header><identifier>oai:x:1</identifier></header><metadata><dc><title>A</title></dc></metadata></record>`
	for _, c := range []struct {
		name   string
		answer func(q wire.Request, n int) (string, error)
		items  int
		want   string // in the error; "" for none
	}{
		{"forgotten once", func(q wire.Request, n int) (string, error) {
			if n == 5 {
				return page("", `<error code="badResumptionToken"/>`), nil
			}
			return "", nil
		}, 45, ""},
		{"forgotten always", func(q wire.Request, n int) (string, error) {
			if strings.HasPrefix(q.Resume, "20") {
				return page("", `<error code="badResumptionToken">expired</error>`), nil
			}
			return "", nil
		}, 20, `the repository does not know any more where its list was to go on; harvest again (badResumptionToken: "expired")`},
		{"circle", func(q wire.Request, n int) (string, error) {
			if q.Verb == wire.ListRecords {
				return page(one+"<resumptionToken>a</resumptionToken>", ""), nil
			}
			return "", nil
		}, 1, "page 2: the repository leads back to where its list was before"},
		{"empty pages", func(q wire.Request, n int) (string, error) {
			if q.Verb == wire.ListRecords {
				return page(fmt.Sprintf("<resumptionToken>%d</resumptionToken>", n), ""), nil
			}
			return "", nil
		}, 0, "101 pages in a row hold no record"},
		{"broken page", func(q wire.Request, n int) (string, error) {
			if strings.HasPrefix(q.Resume, "10") {
				return strings.Replace(page(one+one, ""), "</record></ListRecords>", "</metadata>", 1), nil
			}
			return "", nil
		}, 11, "page 2: line 1: </metadata> stands where <record>"},
		{"not allowed", func(q wire.Request, n int) (string, error) {
			if q.Verb == wire.ListRecords {
				return page("", `<error code="badArgument">no</error><error code="weird"/>`), nil
			}
			return "", nil
		}, 0, `page 1: the repository takes the request for a wrong one; look at prefix, sets, from and until in the source's settings (badArgument: "no"); the repository answers with an error that OAI-PMH does not know (weird)`},
		{"a page of the site", func(q wire.Request, n int) (string, error) {
			return "<!doctype html><html><head><title>Collections</title></head></html>", nil
		}, 0, `this is an HTML page ("Collections"), not an answer of OAI-PMH`},
		{"a file", func(q wire.Request, n int) (string, error) { return page(one, ""), nil }, 0, "it is a saved answer and no repository"},
		{"another verb", func(q wire.Request, n int) (string, error) {
			if q.Verb == wire.ListRecords {
				return page("", `<ListIdentifiers><header><identifier>x</identifier></header></ListIdentifiers>`), nil
			}
			return "", nil
		}, 0, "page 1: the answer is no list of records (ListRecords): this is a list of 1 identifiers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRepository(45)
			r.answer = c.answer
			res, _ := r.harvest(t, "", nil)
			if len(res.Items) != c.items {
				t.Errorf("%d items, want %d", len(res.Items), c.items)
			}
			if c.want == "" && res.Err != nil || c.want != "" && (res.Err == nil || !strings.Contains(res.Err.Error(), c.want)) {
				t.Errorf("ended by %v, want %q", res.Err, c.want)
			}
		})
	}
}

// TestSets reads several sets as one source.
func TestSets(t *testing.T) {
	t.Parallel()
	r := newRepository(0)
	at := r.now.Add(-time.Hour)
	r.put(1, at, "Eins", "a", "b")
	r.put(2, at, "Zwei", "b")
	r.remove(3, at, "a")
	r.put(3, at, "Drei", "b")
	r.remove(4, at, "b")
	res, _ := r.harvest(t, "sets: [a, leer, b]", nil)
	var got []string
	for _, it := range res.Items {
		got = append(got, fmt.Sprintf("%s %v", strings.TrimPrefix(it.Key, "oai:museum.example:"), it.Deleted))
	}
	if want := []string{"1 false", "2 false", "3 false", "4 true"}; !slices.Equal(got, want) || res.Err != nil || len(res.Refusals) > 0 {
		t.Errorf("items are %q, %v, %v, want %q", got, res.Refusals, res.Err, want)
	}
	if !slices.ContainsFunc(res.Items[1].Faults, func(f schema.Fault) bool { return f.Path == "sets" && f.Value == "leer" }) {
		t.Errorf("nothing is said of the empty set: %v", res.Items[1].Faults)
	}
	empty, _ := r.harvest(t, "sets: [leer]", nil)
	if len(empty.Refusals) != 1 || !strings.Contains(empty.Refusals[0].Error(), "the repository lists no record of leer; look at sets") {
		t.Errorf("an empty repository gives %v, %v, want a refusal", empty.Refusals, empty.Err)
	}
}

// TestDates writes from and until as exactly as the repository counts.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		g              wire.Granularity
		settings, want string
	}{
		{wire.Second, "{from: 2026-11-01, until: 2026-11-10}", "from=2026-11-01T00%3A00%3A00Z&until=2026-11-10T23%3A59%3A59Z"},
		{wire.Day, "{from: '2026-11-01T10:00:00Z', until: 2026-11-10}", "from=2026-11-01&until=2026-11-10"},
		{wire.Day, "{from: 2026-11-01}", "from=2026-11-01"},
	} {
		r := newRepository(20)
		r.Granularity = c.g
		res, _ := r.harvest(t, c.settings, nil)
		if want := "lang=de&verb=ListRecords&metadataPrefix=oai_dc&" + c.want; res.Err != nil || !slices.Contains(r.requests, want) {
			t.Errorf("with %s the requests are %q, want %q; %v", c.settings, r.requests, want, res.Err)
		}
	}
}

// TestFormats chooses the best of what is offered.
func TestFormats(t *testing.T) {
	t.Parallel()
	for offered, want := range map[string]string{
		"oai_dc mods lido": "metadataPrefix=lido", "oai_dc europeana_edm mods": "metadataPrefix=europeana_edm", "qdc oai_dc oai_mods": "metadataPrefix=oai_mods", "marc oai_dc": "metadataPrefix=oai_dc", "oai_dc oai_qdc": "metadataPrefix=oai_qdc", "": "metadataPrefix=oai_dc",
	} {
		r := newRepository(1)
		r.formats = nil
		for p := range strings.FieldsSeq(offered) {
			r.formats = append(r.formats, wire.Format{Prefix: p})
		}
		if _, _ = r.harvest(t, "", nil); !strings.HasSuffix(r.requests[len(r.requests)-1], want) {
			t.Errorf("offered %q, asked for %s, want %s", offered, r.requests[len(r.requests)-1], want)
		}
	}
	r := newRepository(1)
	r.formats = []wire.Format{{Prefix: "marc21"}}
	if res, _ := r.harvest(t, "", nil); res.Err == nil || !strings.Contains(res.Err.Error(), "the repository offers marc21, and none of lido, edm, mods, oai_dc") {
		t.Errorf("harvest of a repository of MARC = %v", res.Err)
	}
}

// TestChangedMeanwhile takes no second version of a record for a twin.
func TestChangedMeanwhile(t *testing.T) {
	t.Parallel()
	r := newRepository(15)
	r.answer = func(q wire.Request, _ int) (string, error) {
		if q.Resume != "" {
			r.records = append(r.records, record{wire.Header{Identifier: "oai:museum.example:1", Datestamp: r.now.Add(time.Minute)}, r.records[1].metadata})
		}
		return "", nil
	}
	if res, _ := r.harvest(t, "", nil); res.Err != nil || len(res.Items) != 15 || len(res.Refusals) > 0 {
		t.Errorf("harvest gives %d items, %v, %v, want 15 and no refusal", len(res.Items), res.Refusals, res.Err)
	}
}

// TestKnown spares the mapping of records that are as they were.
func TestKnown(t *testing.T) {
	t.Parallel()
	r := newRepository(12)
	first, _ := r.harvest(t, "", nil)
	known := map[string]string{}
	for _, it := range first.Items {
		known[string(it.Raw)] = it.Key
	}
	env := conntest.Env(t, "https://museum.example/oai")
	env.Open = r.open
	env.Known = func(raw []byte) (string, bool) { key, ok := known[string(raw)]; return key, ok }
	c, err := kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	again := conntest.Harvest(t.Context(), c, nil)
	for _, it := range again.Items {
		if !it.Same || len(it.Drafts) > 0 || it.Key == "" {
			t.Errorf("item %s: Same = %v with %d drafts, want true and none", it.Key, it.Same, len(it.Drafts))
		}
	}
	if len(again.Items) != 12 {
		t.Errorf("%d items, want 12", len(again.Items))
	}
}
