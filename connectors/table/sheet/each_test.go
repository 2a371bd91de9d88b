package sheet_test

import (
	"bufio"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/table/sheet"
)

func TestEach(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 90)
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"a,b\n", nil},
		{"a;b\n1;\"2\n3\"\n\n4;5\n", []string{"2 a=1 b=2\n3", "5 a=4 b=5"}},
		{"a,b\n1\n2,3\n", []string{"2 the line has 1 fields and the header 2: a comma or a quotation mark is missing or too much", "3 a=2 b=3"}},
		{"a,b\n" + long + ",1\n2,3\n", []string{"2 the row is longer than 0 MB", "3 a=2 b=3"}},
	} {
		var got []string
		err := sheet.Each(bufio.NewReader(strings.NewReader(c.in)), "", 64, func(line int, names, cells []string, err error) error {
			said := fmt.Sprint(line)
			if err != nil {
				said += " " + err.Error()
			}
			for i, cell := range cells {
				said += " " + names[i] + "=" + cell
			}
			got = append(got, said)
			return nil
		})
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil && c.in != "" {
			t.Errorf("Each(%.40q), %v (-want +got):\n%s", c.in, err, diff)
		}
	}
	stop := fmt.Errorf("enough")
	if err := sheet.Each(bufio.NewReader(strings.NewReader("a\n1\n2\n")), "", 64, func(int, []string, []string, error) error { return stop }); err != stop {
		t.Errorf("Each with an error of its caller = %v, want it", err)
	}
}
