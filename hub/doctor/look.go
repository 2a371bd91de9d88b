package doctor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/hub/doctor/sight"
)

// beginning is how much of a document kinds are asked about, in bytes.
const beginning = 16 << 10

// looked is what the beginning of a document tells.
type looked struct {
	location, mediaType string
	head                []byte
	guesses             []guess     // the surest first
	sight               sight.Sight // of the head, or of the copy where there is one
	copy                []byte      // up to a byte more than is looked at closely
}

type guess struct {
	kind connectors.Kind
	sure int
}

// look asks every kind about the beginning of a document of a source.
func (d *Doctor) look(ctx context.Context, source, location string) (looked, error) {
	body, err := d.Open(source)(ctx, location, nil)
	if err != nil {
		return looked{}, err
	}
	defer body.Close()
	head := make([]byte, beginning)
	n, err := io.ReadFull(body, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return looked{}, err
	}
	found := looked{location: body.Location, mediaType: body.MediaType, head: head[:n], sight: sight.Of(head[:n], n < beginning, location)}
	for _, k := range d.Kinds {
		if sure := k.Sniff(body.Location, body.MediaType, found.head); sure > 0 {
			found.guesses = append(found.guesses, guess{k, sure})
		}
	}
	// Of equals the first of the list counts, as with connectors.Surest.
	slices.SortStableFunc(found.guesses, func(a, b guess) int { return cmp.Compare(b.sure, a.sure) })
	return found, nil
}

// page reports whether it is a web page.
func (l looked) page() bool {
	return connectors.FormOf(l.head) == connectors.HTML || strings.Contains(l.mediaType, "html")
}

// named returns the kind of that name.
func (d *Doctor) named(name string) (connectors.Kind, error) {
	i := slices.IndexFunc(d.Kinds, func(k connectors.Kind) bool { return k.Name == name })
	if i < 0 {
		return connectors.Kind{}, fmt.Errorf("there is no kind %q; there are %s", name, strings.Join(names(d.Kinds), ", "))
	}
	return d.Kinds[i], nil
}

func names(kinds []connectors.Kind) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = k.Name
	}
	return out
}
