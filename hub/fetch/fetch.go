// Package fetch is the only way out of the hub: it opens the documents that
// sources declare, over http(s) or from disk, and holds all limits of size,
// time, redirects and decompression. It refuses addresses that lead into the
// operator's own network and paths outside the declared one. It knows nothing
// of what the documents mean; hub/harvest lends it to connectors as Env.Open.
package fetch

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/hub/config"
	"moselle/hub/fault"
)

// Options is what a client is made of. Limits and Version are required.
type Options struct {
	Limits   config.Fetch
	Version  string // of the hub, for the user agent
	Temp     string // folder for documents on their way; "" for the system's
	Log      *slog.Logger
	Resolver *net.Resolver // of host names; nil for the system's
	Now      func() time.Time
	Sleep    func(ctx context.Context, d time.Duration) error // returns early with the context's error
}

// Client opens documents for any number of sources at the same time.
type Client struct {
	Options
	agent string
	http  *http.Client
	allow map[string]bool
	pace  pacer
	sites sites
}

// Open reads a document, as connectors.Env.Open documents it. Errors carry a
// fault.Kind and a sentence for whoever keeps the source; a document that has
// not changed is connectors.ErrUnchanged.
type Open func(ctx context.Context, location string, since []byte) (*connectors.Body, error)

// New returns a client.
func New(o Options) *Client {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	c := &Client{Options: o, agent: "Moselle/" + o.Version, allow: map[string]bool{}}
	if o.Limits.Contact != "" {
		c.agent += " (+" + o.Limits.Contact + ")"
	}
	for _, host := range o.Limits.Allow {
		c.allow[strings.ToLower(host)] = true
	}
	c.pace = pacer{gap: o.Limits.Pace, now: o.Now, sleep: o.Sleep, next: map[string]time.Time{}, slower: map[string]time.Duration{}}
	c.sites.host = map[string]*site{}
	c.http = &http.Client{
		// A redirect is followed by hand, so that each step passes the same checks.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			// No proxy: the guard must see the address that is really reached.
			DialContext:            c.dial,
			ForceAttemptHTTP2:      true,
			DisableCompression:     true, // unpack does it, within limits
			TLSHandshakeTimeout:    15 * time.Second,
			MaxResponseHeaderBytes: 64 << 10,
			MaxIdleConnsPerHost:    2,
			IdleConnTimeout:        30 * time.Second,
		},
	}
	return c
}

// For returns what a source declared at location may open. A source at an
// http(s) address opens http(s) addresses: its own always, others when the
// robots.txt of their host lets it (RFC 9309). A source that is a file opens that
// file alone; one that is a folder opens the files below it, by their path or
// by their path within the folder.
func (c *Client) For(location string) Open {
	if isWeb(location) {
		own := newDeclared(location)
		return func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
			if !isWeb(location) {
				return nil, fault.New(fault.Denied, "%s: not opened, because a source on the web may open only http and https addresses", withoutUser(location))
			}
			return c.openWeb(ctx, location, parseValidator(since), own)
		}
	}
	return func(ctx context.Context, path string, since []byte) (*connectors.Body, error) {
		return c.openFile(ctx, location, path, parseValidator(since))
	}
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
