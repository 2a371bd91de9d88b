package oaipmh_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	wire "moselle/schema/wire/oaipmh"
)

// far is a repository that takes a second for each answer.
type far struct {
	*repository
	now, most, bodies atomic.Int64
}

func (f *far) open(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
	f.most.Store(max(f.most.Load(), f.now.Add(1)))
	defer f.now.Add(-1)
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	body, err := f.repository.open(ctx, location, since)
	if err == nil {
		f.bodies.Add(1)
		body.ReadCloser = counted{body.ReadCloser, f}
	}
	return body, err
}

type counted struct {
	io.Reader
	of *far
}

func (c counted) Close() error {
	c.of.bodies.Add(-1)
	return nil
}

func (f *far) connector(t *testing.T) connectors.Connector {
	t.Helper()
	env := conntest.Env(t, "https://museum.example/oai")
	env.Open = f.open
	c, err := kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestAhead has the next page on its way while the records of one are worked on, a
// tenth of a second each: what takes longer counts, and not the sum.
func TestAhead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		f, begun, n := &far{repository: newRepository(100)}, time.Now(), 0
		for it, err := range f.connector(t).Harvest(t.Context(), nil) {
			if want := fmt.Sprintf("oai:museum.example:%d", n); err != nil || it.Key != want {
				t.Fatalf("item %d = %q, %v, want %q", n, it.Key, err, want)
			}
			n++
			<-time.After(time.Second / 10)
		}
		took := time.Since(begun).Round(time.Second)
		if n != 100 || took != 13*time.Second || len(f.requests) != 12 || f.most.Load() != 1 || f.bodies.Load() != 0 {
			t.Errorf("%d items took %v and %d requests, %d at a time, and %d answers are open; want 100, 13s, 12, 1 and none", n, took, len(f.requests), f.most.Load(), f.bodies.Load())
		}
	})
}

// TestAheadFails has an error of the page ahead wait for the records of the page
// before, and a run that goes on begin with the page that failed.
func TestAheadFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		f := &far{repository: newRepository(45)}
		f.answer = func(q wire.Request, _ int) (string, error) {
			if strings.HasPrefix(q.Resume, "20") {
				return "", fmt.Errorf("the server failed (status 500)")
			}
			return "", nil
		}
		n, last := 0, error(nil)
		var resume connectors.Cursor
		for it, err := range f.connector(t).Harvest(t.Context(), nil) {
			<-time.After(time.Second)
			if last = err; err == nil {
				n++
			}
			if it.Resume != nil {
				resume = it.Resume
			}
		}
		if n != 20 || last == nil || !strings.Contains(last.Error(), "page 3: the server failed") || !strings.Contains(string(resume), `"token":"20|`) {
			t.Errorf("%d items, then %v, to go on at %s; want 20, an error of page 3, and there", n, last, resume)
		}
	})
}

// TestAheadStops lets go of the page that is on its way when the reader wants no
// more, and goes on with the page of which not all was handed on.
func TestAheadStops(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		pause time.Duration // for each item
	}{{"while it is on its way", 0}, {"when it is there", time.Second}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				f, n := &far{repository: newRepository(45)}, 0
				var resume connectors.Cursor
				for it, err := range f.connector(t).Harvest(t.Context(), nil) {
					if err != nil {
						t.Fatal(err)
					}
					if it.Resume != nil {
						resume = it.Resume
					}
					if n++; n == 15 {
						break
					}
					<-time.After(c.pause)
				}
				if f.now.Load() != 0 || f.bodies.Load() != 0 {
					t.Errorf("after the end %d requests and %d answers are open", f.now.Load(), f.bodies.Load())
				}
				if !strings.Contains(string(resume), `"token":"10|`) {
					t.Errorf("Resume = %s, want the page from 10 on", resume)
				}
				rest := conntest.Harvest(t.Context(), f.connector(t), resume)
				if len(rest.Items) != 35 || rest.Err != nil {
					t.Errorf("the rest is %d items, %v, want 35", len(rest.Items), rest.Err)
				}
			})
		})
	}
}

// TestAheadCancel ends a run whose context ends, though an answer is on its way.
func TestAheadCancel(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		f := &far{repository: newRepository(45)}
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second+time.Second/2)
		defer cancel()
		res := conntest.Harvest(ctx, f.connector(t), nil)
		if len(res.Items) != 10 || res.Err == nil || !strings.Contains(res.Err.Error(), "deadline exceeded") || f.now.Load() != 0 || f.bodies.Load() != 0 {
			t.Errorf("%d items, %v, %d requests and %d answers open; want 10, the context's error and none", len(res.Items), res.Err, f.now.Load(), f.bodies.Load())
		}
	})
}

// TestAheadMistaken drops the page that was expected when the list goes on by
// another, and hands on a fault of the program in the run.
func TestAheadMistaken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		f := &far{repository: newRepository(45)}
		f.answer = func(q wire.Request, _ int) (string, error) {
			switch q.Resume {
			case "no token":
				t.Error("a page that was let go was answered")
			case "10|||":
				return page("", `<ListRecords><resumptionToken>40|||</resumptionToken></ListRecords><!-- <resumptionToken>no token</resumptionToken> -->`), nil
			}
			return "", nil
		}
		if res := conntest.Harvest(t.Context(), f.connector(t), nil); len(res.Items) != 15 || res.Err != nil || f.most.Load() != 1 || f.bodies.Load() != 0 {
			t.Errorf("%d items, %v, %d requests at a time, %d answers open; want 15 by one at a time", len(res.Items), res.Err, f.most.Load(), f.bodies.Load())
		}
		defer func() {
			if got := recover(); got != "a fault" || f.bodies.Load() != 0 {
				t.Errorf("recover() = %v, and %d answers are open, want the fault alone", got, f.bodies.Load())
			}
		}()
		f.answer = func(q wire.Request, _ int) (string, error) {
			if q.Resume != "" {
				panic("a fault")
			}
			return "", nil
		}
		conntest.Harvest(t.Context(), f.connector(t), nil)
	})
}

// TestAheadTokens reads lists whose tokens are written in uncommon ways: each page
// is asked for once.
func TestAheadTokens(t *testing.T) {
	t.Parallel()
	for name, written := range map[string]string{
		"plain":       `<resumptionToken>a&amp;b/%d</resumptionToken>`,
		"prefixed":    `<oai:resumptionToken xmlns:oai="http://www.openarchives.org/OAI/2.0/" cursor="0">a&#38;b/%d</oai:resumptionToken >`,
		"on lines":    "<resumptionToken\n cursor='0'>\n a&amp;b/%d\n</resumptionToken>",
		"as CDATA":    `<resumptionToken><![CDATA[a&b/%d]]></resumptionToken>`,
		"behind one":  `<!-- <resumptionToken>x</resumptionToken> --><resumptionToken>a&amp;b/%d</resumptionToken>`,
		"before text": `<resumptionToken>a&amp;b/%d</resumptionToken>` + strings.Repeat("\n", 20<<10),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRepository(0)
			r.answer = func(q wire.Request, n int) (string, error) {
				if q.Verb != wire.ListRecords {
					return "", nil
				}
				if n -= 2; n > 1 && q.Resume != fmt.Sprintf("a&b/%d", n-1) {
					return "", fmt.Errorf("request %d has token %q", n, q.Resume)
				}
				token := ""
				if n < 5 {
					token = fmt.Sprintf(written, n)
				}
				return page(fmt.Sprintf(`<record><header><identifier>oai:x:%d</identifier></header><metadata><dc><title>A</title></dc></metadata></record>`, n)+token, ""), nil
			}
			if res, _ := r.harvest(t, "", nil); len(res.Items) != 5 || res.Err != nil || len(r.requests) != 7 {
				t.Errorf("harvest gives %d items, %v, by %d requests; want 5 by 7", len(res.Items), res.Err, len(r.requests))
			}
		})
	}
}
