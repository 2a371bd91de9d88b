package fetch_test

import (
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/hub/fetch"
)

// Sources on one host keep the pace together, however they spell it; those on
// another do not wait.
func TestPaceIsShared(t *testing.T) {
	t.Parallel()
	serving := func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "text") }
	one, two := serve(t, serving), serve(t, serving)
	o, c := options(t, one, two)
	o.Limits.Allow = append(o.Limits.Allow, "localhost:"+port(one.Listener.Addr()))
	o.Limits.Pace = time.Second
	client := fetch.New(o)
	began := c.Now()
	var wg sync.WaitGroup
	named := "http://localhost:" + port(one.Listener.Addr())
	for _, location := range []string{named + "/a", strings.ToUpper(named[:4]) + named[4:] + "/b", strings.Replace(named, "localhost", "LocalHost", 1) + "/c"} {
		wg.Go(func() {
			for range 3 {
				if _, _, err := read(t, client.For(location), location, nil); err != nil {
					t.Errorf("Open(%s) = %v", location, err)
				}
			}
		})
	}
	wg.Wait()
	// The clock adds up what each waited; the last of nine turns is eight seconds
	// after the first, whoever takes it.
	if took := c.Now().Sub(began); took < 8*time.Second {
		t.Errorf("nine requests to one host took %v, want 8s at least", took)
	}
	slept := len(c.slept)
	if _, _, err := read(t, client.For(two.URL), two.URL, nil); err != nil || len(c.slept) != slept {
		t.Errorf("another host waited %v (%v), want no pause", c.slept[slept:], err)
	}
}
