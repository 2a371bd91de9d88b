package datatourisme

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"

	"moselle/connectors"
	"moselle/schema/tree"
)

// page is one answer of the API.
type page struct {
	list string // the member that holds the objects
	text []byte
	next string // the address of the next page; "" at the last
}

// pageOf returns a document as a page; false when it is a single object, or no
// JSON. A list in @graph is a page that has no next.
func pageOf(text []byte) (p page, ok bool) {
	var t tree.Tree
	if t.JSON(string(text)) != nil {
		return p, false
	}
	for _, list := range []string{"objects", "@graph"} {
		if t.Root().Member(list).Kind() == tree.Array {
			return page{list: list, text: text, next: t.Root().Member("meta").Member("next").Text()}, true
		}
	}
	return p, false
}

// reader is a buffered reader of a size that suits streams of objects.
func reader(src io.Reader) *bufio.Reader { return bufio.NewReaderSize(src, 64<<10) }

// pages reads a page and all behind it. at is the address of the first.
func (r *run) pages(p page, at string) error {
	seen := map[string]bool{at: true}
	for n := 1; ; n++ {
		if err := r.page(p, n); err != nil {
			return err
		}
		if p.next == "" {
			return nil
		}
		next, err := follow(at, p.next)
		switch {
		case err != nil:
		case n == r.Pages:
			err = fmt.Errorf("there are more than %d pages; the setting pages says how many are read", r.Pages)
		case seen[next]:
			err = fmt.Errorf("page %d leads back to one that is read already; tell DATAtourisme", n)
		default:
			seen[next] = true
			p, err = r.fetch(next, n+1)
		}
		if err != nil {
			return err
		}
	}
}

// page reads the objects of one page.
func (r *run) page(p page, number int) error {
	s := tree.NewStream(reader(bytes.NewReader(p.text)), connectors.MaxItem)
	if err := s.Enter([]string{p.list}); err != nil {
		return err
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		where := fmt.Sprintf("page %d, object %d", number, n)
		if e.TooLong {
			err = r.Refuse(connectors.Refuse("", where, "", "", "the object is larger than %d MB", connectors.MaxItem>>20))
		} else {
			err = r.object(e.Text, where)
		}
		if err != nil {
			return err
		}
	}
}

// fetch reads the page at an address.
func (r *run) fetch(address string, number int) (page, error) {
	body, err := r.env.Open(r.ctx, address, nil)
	if err != nil {
		return page{}, err
	}
	defer body.Close()
	text, err := io.ReadAll(io.LimitReader(body, maxDocument+1))
	if err != nil {
		return page{}, err
	}
	p, ok := pageOf(text)
	if !ok || len(text) > maxDocument {
		return p, fmt.Errorf("page %d is not what the API answers, a list of objects, or is larger than %d MB; ask for smaller pages (page_size)", number, maxDocument>>20)
	}
	return p, nil
}

var errOutside = errors.New("the next page lies at another host and is not read; tell DATAtourisme")

// follow returns the address of the next page, with the key of the API when the
// first had it in its address. At another host it would give the key away.
func follow(first, next string) (string, error) {
	from, err := url.Parse(first)
	if err != nil {
		return "", err
	}
	to, err := from.Parse(next)
	if err != nil || to.Host != from.Host || to.Scheme != from.Scheme {
		return "", errOutside
	}
	const key = "api_key"
	if q := to.Query(); from.Query().Has(key) && !q.Has(key) {
		q.Set(key, from.Query().Get(key))
		to.RawQuery = q.Encode()
	}
	return to.String(), nil
}
