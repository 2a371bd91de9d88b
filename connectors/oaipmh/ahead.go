package oaipmh

import (
	"bufio"
	"context"
	"html"
	"io"
	"regexp"
	"strings"

	"moselle/connectors"
)

// ahead opens the pages of a list. While the records of one are mapped and handed
// on, the repository prepares the next: one ahead, and never two at a time. It is for
// one goroutine, and to be closed.
type ahead struct {
	open func(ctx context.Context, location string, since []byte) (*connectors.Body, error)
	in   *bufio.Reader // of one page after the other
	next *opening      // nil for none
}

// opening is a page on its way.
type opening struct {
	address  string
	cancel   context.CancelFunc
	done     chan struct{} // closed when all below is settled
	body     *connectors.Body
	err      error
	panicked any
}

// maxWhole is up to which size a page is read whole before its records are, so that
// the next one can be asked for meanwhile; its token stands in the last maxTail bytes.
const (
	maxWhole = 4 << 20
	maxTail  = 16 << 10
)

func newAhead(env connectors.Env) *ahead {
	return &ahead{open: env.Open, in: bufio.NewReaderSize(nil, maxWhole)}
}

// page opens a page: that which is expected, which is let go when it is another.
func (a *ahead) page(ctx context.Context, address string) (*connectors.Body, error) {
	o := a.next
	if o == nil || o.address != address {
		a.close()
		return a.open(ctx, address, nil)
	}
	a.next = nil
	<-o.done
	if o.panicked != nil {
		panic(o.panicked)
	}
	if o.err != nil {
		o.cancel()
		return nil, o.err
	}
	o.body.ReadCloser = expected{o.body.ReadCloser, o.cancel}
	return o.body, nil
}

// expected keeps the context of a page until that is closed.
type expected struct {
	io.ReadCloser
	cancel context.CancelFunc
}

// Close closes the page.
func (e expected) Close() error {
	defer e.cancel()
	return e.ReadCloser.Close()
}

// expect begins to open a page and returns at once. What becomes of it, an error
// too, is told by page.
func (a *ahead) expect(ctx context.Context, address string) {
	a.close()
	ctx, cancel := context.WithCancel(ctx)
	o := &opening{address: address, cancel: cancel, done: make(chan struct{})}
	a.next = o
	go func() {
		defer close(o.done)
		defer func() { o.panicked = recover() }() // it becomes the run's own, which is guarded
		o.body, o.err = a.open(ctx, address, nil)
	}()
}

// close lets go what is expected: it stops the request and waits for its end.
func (a *ahead) close() {
	o := a.next
	if o == nil {
		return
	}
	a.next = nil
	o.cancel()
	<-o.done
	if o.body != nil {
		o.body.Close()
	}
}

// look returns the text of a page and the token that it seems to lead on by; ""
// when there is none or the page is too large. Only who reads the text knows.
func (a *ahead) look(page io.Reader) (text io.Reader, token string) {
	a.in.Reset(page)
	if whole, err := a.in.Peek(maxWhole); err == io.EOF {
		token = leads(whole)
	}
	return a.in, token
}

var resumption = regexp.MustCompile(`<(?:[\w.-]+:)?resumptionToken(?:\s[^<>]*)?>([^<]*)<`)

// leads returns the last token that is written in a page.
func leads(page []byte) string {
	all := resumption.FindAllSubmatch(page[max(0, len(page)-maxTail):], -1)
	if len(all) == 0 {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(string(all[len(all)-1][1])))
}
