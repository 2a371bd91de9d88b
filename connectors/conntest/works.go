package conntest

import (
	"bytes"
	"fmt"
	"strings"
)

// Works makes n works in the shape of a large museum's export, a JSON object a
// line, for benchmarks.
func Works(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		var terms []string
		for j := range 3 {
			terms = append(terms, fmt.Sprintf(`{"children":[{"children":[{"id":%d,"name":"bridge, pier %d"},{"id":%d,"name":"leaning"}],"id":%d,"name":"how people stand"}],"id":%d,"name":"people %d"}`,
				1000+(i+j)%900, j, 272+j, 92+j, 91+j, j))
		}
		fmt.Fprintf(&b, `{"acno":"K%05d","acquisitionYear":1931,"all_artists":"Anna Weiler","catalogueGroup":{},"classification":"on paper, unique","contributorCount":1,"contributors":[{"birthYear":1751,"date":"1751–1803","displayOrder":1,"fc":"Anna Weiler %d","gender":"Female","id":%d,"mda":"Weiler, Anna","role":"artist","startLetter":"W"}],"creditLine":"Presented by the friends of the museum 1922","dateRange":{"endYear":1779,"startYear":1776,"text":"c.1777"},"dateText":"c.1777","depth":"","dimensions":"sheet: 286 x 417 mm","foreignTitle":null,"groupTitle":null,"height":"417","id":%d,"inscription":null,"medium":"Ink and wash on laid paper, heightened with white. Verso: pencil on paper","movementCount":0,"subjectCount":6,"subjects":{"children":[%s],"id":1,"name":"subject"},"thumbnailCopyright":null,"thumbnailUrl":"http://www.museum-three-rivers.example/images/work/K/K00/K%05d_8.jpg","title":"View of the Three Rivers from the Old Bridge in the Early Morning, a Rainbow over the Mill. Verso: Pencil Study %d","units":"mm","url":"http://www.museum-three-rivers.example/works/weiler-view-of-the-rivers-k%05d","width":"286"}`+"\n",
			i, i%300, i%300, i, strings.Join(terms, ","), i, i, i)
	}
	return b.Bytes()
}
