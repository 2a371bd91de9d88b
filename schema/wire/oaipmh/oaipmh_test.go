package oaipmh_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/oaipmh"
)

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.FixedZone("", 3600))

func TestRequestURL(t *testing.T) {
	t.Parallel()
	list := oaipmh.Request{Verb: oaipmh.ListRecords, Prefix: "oai_dc", Set: "a b", From: "2026-11-01"}
	resumed := list
	resumed.Resume = "x/1&2"
	for _, c := range []struct {
		base    string
		request oaipmh.Request
		want    string
	}{
		{"https://a.example/oai", list, "https://a.example/oai?verb=ListRecords&metadataPrefix=oai_dc&set=a+b&from=2026-11-01"},
		{"https://a.example/oai?x=1", resumed, "https://a.example/oai?x=1&verb=ListRecords&resumptionToken=x%2F1%262"},
		{"https://a.example/oai?", oaipmh.Request{Verb: oaipmh.Identify}, "https://a.example/oai?verb=Identify"},
	} {
		if got := c.request.URL(c.base); got != c.want {
			t.Errorf("URL(%s) = %s, want %s", c.base, got, c.want)
		}
	}
}

// TestParseRequest reads what URL writes and tells what is wrong with the rest.
func TestParseRequest(t *testing.T) {
	t.Parallel()
	want := oaipmh.Request{Verb: oaipmh.ListRecords, Prefix: "oai_dc", Set: "a", From: "2026-11-01", Until: "2026-11-02"}
	u, err := url.Parse(want.URL("https://a.example/oai"))
	if err != nil {
		t.Fatal(err)
	}
	if got, wrong := oaipmh.ParseRequest(u.Query()); len(wrong) > 0 || got != want {
		t.Errorf("ParseRequest(URL(r)) = %v, %v, want %v", got, wrong, want)
	}
	for query, want := range map[string]string{
		"":                            "badVerb: the argument verb is missing",
		"verb=listrecords":            `badVerb: "listrecords" is no verb of OAI-PMH`,
		"verb=Identify&verb=Identify": "badVerb: the argument verb is given more than once",
		"verb=Identify&x=1":           `badArgument: Identify takes no argument "x"`,
		"verb=ListRecords":            "badArgument: the argument metadataPrefix is missing",
		"verb=ListRecords&resumptionToken=a&set=":                  "badArgument: beside resumptionToken there may be no set",
		"verb=GetRecord&identifier=a&identifier=b&metadataPrefix=": "badArgument: the argument identifier is given more than once; badArgument: the argument metadataPrefix is empty",
	} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		_, wrong := oaipmh.ParseRequest(values)
		var got []string
		for _, e := range wrong {
			got = append(got, string(e.Code)+": "+e.Message)
		}
		if d := cmp.Diff(want, strings.Join(got, "; ")); d != "" {
			t.Errorf("ParseRequest(%s) (-want +got):\n%s", query, d)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2026-11-21": "YYYY-MM-DD 2026-11-21", "2026-11-21T11:00:00Z": "YYYY-MM-DDThh:mm:ssZ 2026-11-21T11:00:00Z",
		" 2026-11-21T12:00:00.5+01:00 ": "YYYY-MM-DDThh:mm:ssZ 2026-11-21T11:00:00Z", "2026-11-21T11:00:00": "YYYY-MM-DDThh:mm:ssZ 2026-11-21T11:00:00Z",
	} {
		at, g, err := oaipmh.ParseDate(in)
		if got := g.String() + " " + g.Format(at); err != nil || got != want {
			t.Errorf("ParseDate(%q) = %s, %v, want %s", in, got, err, want)
		}
		if back := oaipmh.ParseGranularity(g.String()); back != g {
			t.Errorf("ParseGranularity(%s) = %s", g, back)
		}
	}
	if _, _, err := oaipmh.ParseDate("yesterday"); err == nil {
		t.Error("ParseDate(yesterday) gives no error")
	}
}

// TestWriter prints answers that are XML and say what went in.
func TestWriter(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := oaipmh.NewWriter(&b, now, "https://a.example/oai?a&b", oaipmh.Request{Verb: oaipmh.ListRecords, Prefix: `"x"`})
	w.Begin(oaipmh.ListRecords)
	w.Record(oaipmh.Header{Identifier: "oai:a:<1>", Datestamp: now, Sets: []string{"s"}}, oaipmh.Second, []byte("<x/>"))
	w.Record(oaipmh.Header{Identifier: "oai:a:2", Datestamp: now, Deleted: true}, oaipmh.Day, []byte("<x/>"))
	w.Token(oaipmh.Token{Value: "t", Size: 3, Cursor: 0, Expires: now})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	const want = `<responseDate>2026-11-21T11:00:00Z</responseDate><request verb="ListRecords" metadataPrefix="&#34;x&#34;">https://a.example/oai?a&amp;b</request>
<ListRecords>
<record><header><identifier>oai:a:&lt;1&gt;</identifier><datestamp>2026-11-21T11:00:00Z</datestamp><setSpec>s</setSpec></header><metadata><x/></metadata></record>
<record><header status="deleted"><identifier>oai:a:2</identifier><datestamp>2026-11-21</datestamp></header></record>
<resumptionToken expirationDate="2026-11-21T11:00:00Z" completeListSize="3" cursor="0">t</resumptionToken>
</ListRecords>
</OAI-PMH>
`
	_, got, _ := strings.Cut(b.String(), "OAI-PMH.xsd\">")
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("list (-want +got):\n%s", d)
	}
	if err := xml.Unmarshal(b.Bytes(), &struct{}{}); err != nil {
		t.Errorf("the answer is no XML: %v", err)
	}
	b.Reset()
	w = oaipmh.NewWriter(&b, now, "https://a.example/oai", oaipmh.Request{})
	w.Errors(oaipmh.Error{Code: oaipmh.BadVerb, Message: "a & b"})
	w.Identify(oaipmh.Repository{Name: "A", BaseURL: "b", AdminEmails: []string{"c"}, Deleted: oaipmh.DeletedNo, Earliest: now})
	w.Formats(oaipmh.Format{Prefix: "p", Schema: "s", Namespace: "n"})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	const rest = `<request>https://a.example/oai</request>
<error code="badVerb">a &amp; b</error>
<Identify><repositoryName>A</repositoryName><baseURL>b</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>c</adminEmail><earliestDatestamp>2026-11-21</earliestDatestamp><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>
<ListMetadataFormats><metadataFormat><metadataPrefix>p</metadataPrefix><schema>s</schema><metadataNamespace>n</metadataNamespace></metadataFormat></ListMetadataFormats>
</OAI-PMH>
`
	if _, got, _ := strings.Cut(b.String(), "</responseDate>"); got != rest {
		t.Errorf("(-want +got):\n%s", cmp.Diff(rest, got))
	}
}

// TestWriterFails returns what went wrong in writing.
func TestWriterFails(t *testing.T) {
	t.Parallel()
	w := oaipmh.NewWriter(broken{}, now, "b", oaipmh.Request{})
	if err := w.Close(); !errors.Is(err, errBroken) {
		t.Errorf("Close() = %v, want %v", err, errBroken)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
