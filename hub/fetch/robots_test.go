package fetch_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/fetch"
)

// polite is a server with a robots.txt, and counts what it is asked for.
type polite struct {
	*httptest.Server
	mu     sync.Mutex
	robots string
	status int // of the robots.txt; 200 when 0
	asked  map[string]int
}

func newPolite(t testing.TB, robots string) *polite {
	p := &polite{robots: robots, asked: map[string]int{}}
	p.Server = serve(t, func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.asked[r.URL.Path]++
		switch {
		case r.URL.Path == "/robots.txt" && p.status >= 300 && p.status < 400:
			http.Redirect(w, r, "/robots.txt", p.status)
		case r.URL.Path == "/robots.txt" && p.status != 0:
			w.WriteHeader(p.status)
		case r.URL.Path == "/robots.txt":
			io.WriteString(w, p.robots)
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/private/new", http.StatusFound)
		default:
			io.WriteString(w, "text")
		}
	})
	return p
}

func (p *polite) say(status int, robots string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.status, p.robots = status, robots
}

func (p *polite) count(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[path]
}

// heeding are options under which a robots.txt counts.
func heeding(t testing.TB, p *polite) (fetch.Options, *clock) {
	o, c := options(t, p.Server)
	o.Limits.Robots = true
	return o, c
}

// TestRobotsRules holds how a robots.txt is read (RFC 9309).
func TestRobotsRules(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("# a comment\n", 50_000)
	for _, c := range []struct {
		name, robots string
		open, closed string // paths, parted by blanks
	}{
		{"none", "", "/ /a", ""},
		{"a page instead", "<!DOCTYPE html><p>User-agent: what?", "/a", ""},
		{"everything", "User-agent: *\nDisallow: /", "", "/ /a /a?b"},
		{"our group", "User-agent: *\nDisallow: /\n\nUser-agent: moselle\nDisallow: /b", "/a", "/b /bc"},
		{"our name with a version", "user-AGENT: Moselle/1.2 (x)\ndisallow: /b", "/a", "/b"},
		{"another's name", "User-agent: mos\nDisallow: /\nUser-agent: Mosellebot\nDisallow: /", "/a", ""},
		{"groups for one agent are one", "User-agent: moselle\nDisallow: /a\n\nUser-agent: x\nDisallow: /z\n\nUser-agent: MOSELLE\nDisallow: /b", "/z", "/a /b"},
		{"several agents", "User-agent: x\n\nUser-agent: moselle\nSitemap: https://a.example/s\nDisallow: /a", "/b", "/a"},
		{"nothing is forbidden", "User-agent: *\nDisallow:", "/a", ""},
		{"the longest rule", "User-agent: *\nDisallow: /\nAllow: /a\nDisallow: /a/b/", "/a /a/b", "/ /b /a/b/c"},
		{"of two alike the one that allows", "User-agent: *\nAllow: /a\nDisallow: /a\nDisallow: /b\nAllow: /b", "/a /b", ""},
		{"wildcards", "User-agent: *\nDisallow: /*.gif$\nDisallow: /*/x*y", "/a.gifs /a/x", "/a.gif /b/a.gif /a/xzy /a/b/x.y.z"},
		{"queries", "User-agent: *\nDisallow: /a?sort=\nDisallow: /*?*draft", "/a /a?page=2", "/a?sort=1 /b?x=1&draft=1"},
		{"encoded", "User-agent: *\nDisallow: /%7Eme\nDisallow: /théâtre\nDisallow: /a%2fb", "/a/b", "/~me /th%C3%A9%C3%A2tre /th%c3%a9%c3%a2tre /a%2Fb"},
		{"comments, blanks and other line ends", "\xef\xbb\xbfUser-agent : * # all\r\rDisallow : /a # not this\rDisallow\rnonsense", "/b", "/a"},
		{"rules before any group", "Disallow: /\nUser-agent: *\nAllow: /b", "/a", ""},
		{"a delay ends the agents", "User-agent: *\nCrawl-delay: none\nUser-agent: x\nDisallow: /", "/a", ""},
		{"beyond the limit", "User-agent: *\nDisallow: /a\n" + long + "Disallow: /b\n", "/b", "/a"},
		{"stars", "User-agent: *\nDisallow: /" + strings.Repeat("*a", 2000) + "$", "/" + strings.Repeat("a", 1900), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newPolite(t, c.robots)
			o, _ := heeding(t, p)
			open := fetch.New(o).For(p.URL + "/declared")
			for path := range strings.FieldsSeq(c.open) {
				if _, _, err := read(t, open, p.URL+path, nil); err != nil {
					t.Errorf("Open(%s) = %v, want it opened", path, err)
				}
			}
			for path := range strings.FieldsSeq(c.closed) {
				_, _, err := read(t, open, p.URL+path, nil)
				wantFault(t, path, err, fault.Denied, "robots.txt", `"User-agent: Moselle"`)
			}
			if n := p.count("/robots.txt"); n != 1 {
				t.Errorf("the robots.txt was asked for %d times, want once", n)
			}
		})
	}
}

// What is declared is opened, with other queries and where it redirects to.
func TestRobotsLeaveWhatIsDeclared(t *testing.T) {
	t.Parallel()
	p := newPolite(t, "User-agent: *\nDisallow: /\n")
	o, _ := heeding(t, p)
	open := fetch.New(o).For(p.URL + "/moved")
	for _, path := range []string{"/moved", "/moved?page=2", "/private/new?page=3"} {
		if _, _, err := read(t, open, p.URL+path, nil); err != nil {
			t.Errorf("Open(%s) = %v, want it opened", path, err)
		}
	}
	if n := p.count("/robots.txt"); n != 0 {
		t.Errorf("the robots.txt was asked for %d times, want never", n)
	}
	_, _, err := read(t, open, p.URL+"/moved/on", nil)
	wantFault(t, "/moved/on", err, fault.Denied, p.URL+`/moved/on: not opened, because line 2 of the site's robots.txt (Disallow: /) keeps the hub out; to let it in, write there "User-agent: Moselle" and below it "Allow: /moved/on"`)

	o.Limits.Robots = false
	if _, _, err := read(t, fetch.New(o).For(p.URL+"/moved"), p.URL+"/else", nil); err != nil {
		t.Errorf("Open with fetch.robots off = %v, want it opened", err)
	}
	o.Limits.Robots = true
	p.say(0, "User-agent: *\nDisallow: /private")
	_, _, err = read(t, fetch.New(o).For(p.URL+"/declared"), p.URL+"/moved", nil)
	wantFault(t, "a redirect to what is closed", err, fault.Denied, "/private/new: not opened")
}

func TestRobotsStatus(t *testing.T) {
	t.Parallel()
	for status, open := range map[int]bool{401: true, 403: true, 404: true, 410: true, 301: true, 204: true, 429: false, 500: false, 503: false} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			t.Parallel()
			p := newPolite(t, "")
			p.say(status, "")
			o, c := heeding(t, p)
			f := fetch.New(o).For(p.URL + "/declared")
			_, _, err := read(t, f, p.URL+"/a", nil)
			if open {
				if err != nil {
					t.Errorf("Open() = %v, want it opened", err)
				}
				return
			}
			wantFault(t, "closed for now", err, fault.Unavailable, p.URL+"/a: not opened for now, because the site's robots.txt cannot be read ("+p.URL+"/robots.txt: ")
			p.say(0, "")
			if _, _, err := read(t, f, p.URL+"/a", nil); err == nil {
				t.Error("Open() at once = nil, want it closed for a while")
			}
			_ = c.Sleep(t.Context(), 10*time.Minute)
			if _, _, err := read(t, f, p.URL+"/a", nil); err != nil {
				t.Errorf("Open() ten minutes later = %v, want it opened", err)
			}
		})
	}
}

// A robots.txt counts for a day, for all sources.
func TestRobotsAreKept(t *testing.T) {
	t.Parallel()
	p := newPolite(t, "User-agent: *\nDisallow: /a")
	o, c := heeding(t, p)
	client := fetch.New(o)
	for _, declared := range []string{"/one", "/two", "/three"} {
		_, _, err := read(t, client.For(p.URL+declared), p.URL+"/a", nil)
		wantFault(t, declared, err, fault.Denied)
	}
	p.say(0, "")
	_ = c.Sleep(t.Context(), 24*time.Hour-time.Minute)
	_, _, err := read(t, client.For(p.URL+"/one"), p.URL+"/a", nil)
	wantFault(t, "within a day", err, fault.Denied)
	_ = c.Sleep(t.Context(), time.Minute)
	if _, _, err := read(t, client.For(p.URL+"/one"), p.URL+"/a", nil); err != nil {
		t.Errorf("Open() a day later = %v, want it opened", err)
	}
	if n := p.count("/robots.txt"); n != 2 {
		t.Errorf("the robots.txt was asked for %d times, want twice", n)
	}
}

func TestCrawlDelay(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]time.Duration{"3": 3 * time.Second, "0.5": time.Second, "3600": 10 * time.Second, "1e300": 10 * time.Second, "NaN": time.Second, "-5": time.Second} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			p := newPolite(t, "User-agent: *\nCrawl-delay: "+text)
			o, c := heeding(t, p)
			o.Limits.Pace = time.Second
			open := fetch.New(o).For(p.URL + "/declared")
			for range 4 {
				if _, _, err := read(t, open, p.URL+"/a", nil); err != nil {
					t.Fatal(err)
				}
			}
			if len(c.slept) != 4 || c.slept[0] != time.Second || c.slept[2] != want || c.slept[3] != want {
				t.Errorf("pauses %v, want 1s after the robots.txt, then %v", c.slept, want)
			}
		})
	}
}

// FuzzRobots: whatever a site writes, what is declared is opened, and anything
// else is opened or refused in words.
func FuzzRobots(f *testing.F) {
	for _, text := range []string{"User-agent: *\nDisallow: /*a$", "User-agent: moselle\nAllow: /%", "User-agent: *\nCrawl-delay: 1e999\nDisallow: /%zz"} {
		f.Add(text, "/a%41?b=%")
	}
	f.Fuzz(func(t *testing.T, text, path string) {
		if !strings.HasPrefix(path, "/") {
			path = "/" + path
		}
		p := newPolite(t, text)
		o, _ := heeding(t, p)
		open := fetch.New(o).For(p.URL + "/declared")
		if _, _, err := read(t, open, p.URL+"/declared?page=2", nil); err != nil {
			t.Errorf("Open() of what is declared = %v", err)
		}
		_, _, err := read(t, open, p.URL+path, nil)
		if err != nil && fault.Of(err) == fault.Internal {
			t.Errorf("Open(%q) = %v, want a fault with its kind", path, err)
		}
	})
}
