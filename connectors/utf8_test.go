package connectors_test

import (
	"io"
	"strings"
	"testing"

	"moselle/connectors"
)

// TestUTF8 reads one text in every form that a byte order mark tells.
func TestUTF8(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"né":                         "né",
		"\xef\xbb\xbfné":             "né",
		"\xff\xfen\x00\xe9\x00":      "né",
		"\xfe\xff\x00n\x00\xe9":      "né",
		"n\xe9":                      "n\xe9", // no mark: it is for the reader of the text to say
		"\xef\xbb":                   "\xef\xbb",
		"":                           "",
		strings.Repeat("é", 100_000): strings.Repeat("é", 100_000),
	} {
		got, err := io.ReadAll(connectors.UTF8(strings.NewReader(in)))
		if err != nil || string(got) != want {
			t.Errorf("UTF8(%.20q) = %.20q, %v, want %.20q", in, got, err, want)
		}
	}
}
