package derive

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"moselle/schema"
)

// Document returns a view (schema.Record.View, schema.Node.AppendJSON) as a
// JSON-LD document: the context's address, then the body with base in place of
// schema.Scheme. It may stand in an HTML script element as it is.
func Document(view []byte, base, contextURL string) []byte {
	buf := make([]byte, 0, len(view)+len(contextURL)+32)
	buf = append(appendContext(buf, contextURL), ',')
	return schema.PublicJSON(append(buf, view[1:]...), base)
}

// Documents writes many views as one JSON-LD document, a line each in its
// @graph. An error among the views ends it.
func Documents(w io.Writer, views iter.Seq2[[]byte, error], base, contextURL string) error {
	out := bufio.NewWriter(w)
	head := append(appendContext(nil, contextURL), `,"@graph":[`...)
	out.Write(schema.PublicJSON(head, base))
	n := 0
	for view, err := range views {
		if err != nil {
			return fmt.Errorf("record %d: %w", n+1, err)
		}
		if n > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if _, err := out.Write(schema.PublicJSON(view, base)); err != nil {
			return err
		}
		n++
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

func appendContext(buf []byte, contextURL string) []byte {
	address, err := json.Marshal(contextURL)
	if err != nil {
		panic(err) // a string always encodes
	}
	return append(append(buf, `{"@context":`...), address...)
}
