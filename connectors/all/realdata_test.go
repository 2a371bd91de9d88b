package all_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"text/tabwriter"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
)

// suites are the folders of real files of the kinds that connectors read here.
var suites = []string{"activitypub", "datatourisme", "edm", "events-jsonld", "events-tabular", "feeds", "ics", "iiif", "ldes", "lido", "linked-art", "museums", "oai-pmh", "plurio", "schemaorg-html", "skos"}

// tables are settings for files that nobody described: the first column or
// member that is called like a title and like a date.
const tables = `
class: Event
key: %s
map:
  name: {from: [title, name, eventName, SUMMARY, titel]}
  startDate: {from: [start_date, startDate, date, DTSTART, begin], layout: [yyyy, yyyy-mm]}
`

// settings returns under which settings a kind is forced on a file: of a table,
// also with each list in a JSON object as the list of rows.
func settings(t *testing.T, kind string, f file) []*yaml.Node {
	if kind != "table" {
		return []*yaml.Node{nil}
	}
	key := `"{{event_id?}}{{eventId?}}{{identifier?}}{{id?}}"`
	if filepath.Ext(f.path) == ".csv" { // the column of a key has to be there
		key = "event_id"
	}
	text := fmt.Sprintf(tables, key)
	out := []*yaml.Node{conntest.Settings(t, text)}
	var object map[string]json.RawMessage
	if json.Unmarshal(bytes.TrimPrefix(f.data, []byte("\ufeff")), &object) == nil {
		for name, value := range object {
			if value[0] == '[' && regexp.MustCompile(`^\w+$`).MatchString(name) {
				out = append(out, conntest.Settings(t, "items: "+name+text))
			}
		}
	}
	return out
}

// TestRealFiles forces every connector on every file. None panics or hangs, and
// each accounts for what it finds: it ends in items, in refusals with a place
// and a reason, or in an error that names the file.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	kinds := all.Kinds()
	for _, suite := range suites {
		t.Run(suite, func(t *testing.T) {
			t.Parallel()
			table := map[string]*tally{}
			own := map[string]int{}
			for _, k := range kinds {
				table[k.Name] = &tally{}
			}
			for f := range files(t, suite) {
				chosen, _ := connectors.Surest(kinds, f.full, "", f.head())
				own[chosen.Name]++
				for _, k := range kinds {
					for _, s := range settings(t, k.Name, f) {
						table[k.Name].add(read(t, k, s, f))
					}
				}
			}
			var b strings.Builder
			w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
			fmt.Fprintln(w, "kind\treadings\tits own\titems\twith warnings\trefused\truns ended\t")
			for _, k := range kinds {
				r := table[k.Name]
				fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", k.Name, r.files, own[k.Name], r.items, r.warned, r.refused, r.ended)
			}
			w.Flush()
			t.Logf("\n%s", b.String())
		})
	}
}
