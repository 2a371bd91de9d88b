package fetch

import (
	"context"
	"io"
	"net/url"
	"strings"
	"sync"
	"time"

	"moselle/hub/fault"
)

// How long a robots.txt is kept (RFC 9309, section 2.4), and how long the hub
// stays away when there is no telling what it says.
const (
	robotsKept = 24 * time.Hour
	robotsAway = 10 * time.Minute
)

// declared is what an institution declares by naming a source's address: the
// document there, and the same path with other queries, which is how services
// give out their pages. It is opened whatever a robots.txt says. So is where
// it redirects to.
type declared struct {
	mu    sync.Mutex
	paths map[string]bool
}

// maxDeclared bounds how many addresses a declared one may turn out to be.
const maxDeclared = 100

func newDeclared(location string) *declared {
	d := &declared{paths: map[string]bool{}}
	if u, err := url.Parse(location); err == nil {
		d.add(u)
	}
	return d
}

// add takes an address for declared.
func (d *declared) add(u *url.URL) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.paths) < maxDeclared {
		d.paths[place(u)] = true
	}
}

// holds reports whether an address is declared.
func (d *declared) holds(u *url.URL) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.paths[place(u)]
}

// place is an address without its scheme and query: a site that has moved to
// https is the same.
func place(u *url.URL) string {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	return strings.ToLower(u.Hostname()) + " " + path
}

// site is what is known of a host's robots.txt.
type site struct {
	turn  chan struct{} // holds one token: who has it may look and ask
	until time.Time
	rules *robots
	away  error // why there is no telling what it says; nil
}

// sites are the hosts whose robots.txt was asked for.
type sites struct {
	mu   sync.Mutex
	host map[string]*site
}

// at returns what is known of the host of an address.
func (s *sites) at(u *url.URL) *site {
	key := u.Scheme + "://" + hostport(u)
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.host[key]; e != nil {
		return e
	}
	if len(s.host) >= maxHosts { // it costs no more than asking again
		clear(s.host)
	}
	e := &site{turn: make(chan struct{}, 1)}
	e.turn <- struct{}{}
	s.host[key] = e
	return e
}

// permit asks the robots.txt of an address's host whether the hub may open it.
func (c *Client) permit(ctx context.Context, u *url.URL) error {
	path := u.EscapedPath()
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if path == "" {
		path = "/"
	}
	s := c.sites.at(u)
	select {
	case <-s.turn:
	case <-ctx.Done():
		return c.explain(ctx, u, ctx.Err())
	}
	defer func() { s.turn <- struct{}{} }()
	if !c.Now().Before(s.until) {
		if err := c.readRobots(ctx, u, s); err != nil {
			return err
		}
	}
	if s.away != nil {
		return fault.New(fault.Unavailable, "%s: not opened for now, because the site's robots.txt cannot be read (%w)", show(u), s.away)
	}
	if r, no := s.rules.forbids(path); no {
		return fault.New(fault.Denied, "%s: not opened, because line %d of the site's robots.txt (%s) keeps the hub out; to let it in, write there \"User-agent: Moselle\" and below it \"Allow: %s\"",
			show(u), r.line, r.text, u.EscapedPath())
	}
	return nil
}

// readRobots asks for a robots.txt. One that is not there, or may not be read,
// allows everything; a server that fails, or has too many requests already, allows
// nothing for now (RFC 9309, section 2.3.1). The error is that of ctx.
func (c *Client) readRobots(ctx context.Context, u *url.URL, s *site) error {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	s.rules, s.away, s.until = &robots{}, nil, c.Now().Add(robotsKept)
	var text []byte
	body, err := c.openWeb(ctx, at.String(), validator{}, nil)
	if err == nil {
		text, err = io.ReadAll(io.LimitReader(body, maxRobots))
		body.Close()
	}
	switch {
	case ctx.Err() != nil:
		s.until = time.Time{}
		return c.explain(ctx, u, ctx.Err())
	case err == nil:
		s.rules = parseRobots(text)
		c.pace.slow(hostport(u), s.rules.delay)
	case fault.Of(err) == fault.Unavailable:
		s.away, s.until = err, c.Now().Add(robotsAway)
	}
	return nil
}
