// Package activitypub reads events from servers of the Fediverse, such as
// Mobilizon, Gancio and WordPress with Event Bridge: it finds an account's
// outbox, reads it from the newest activity to those of the last run, and maps
// the events in it. Activities and events saved in files are read too.
package activitypub

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	wire "moselle/schema/wire/activitypub"
)

// Settings are a source's settings.
type Settings struct {
	Pages   int      `yaml:"pages" doc:"How many pages of the outbox are read at most."`
	Full    int      `yaml:"full" doc:"After how many days the whole outbox is read again, for what was changed without being told; 0 for in every run."`
	Hosts   []string `yaml:"hosts" doc:"Other servers whose events are taken when the account passes them on, such as gancio.example; * for all. They are asked for the events themselves."`
	Shown   []string `yaml:"visibility" doc:"To whom an event may be addressed: public, unlisted (to be found by whoever has its address), restricted. Any other is withdrawn."`
	Makers  bool     `yaml:"makers" doc:"Whether the accounts that an event names as its makers are asked for their name, picture and text."`
	Persons bool     `yaml:"persons" doc:"Whether people, too, are named as makers, and not groups and organisations alone."`
}

// Kind returns the kind "activitypub".
func Kind() connectors.Kind {
	return connectors.NewKind("activitypub",
		"Events of Mobilizon, Gancio and other servers that speak ActivityPub, from an account's outbox.",
		2, Settings{Pages: 500, Full: 1, Shown: []string{"public"}, Makers: true}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 10_000

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	if s.Pages < 1 || s.Pages > maxPages {
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	if s.Full < 0 || s.Full > 365 {
		return fmt.Errorf("full: %d is not between 0 and 365", s.Full)
	}
	for _, v := range s.Shown {
		if !slices.Contains([]string{"public", "unlisted", "restricted"}, v) {
			return fmt.Errorf("visibility: %q is none of public, unlisted, restricted", v)
		}
	}
	for _, h := range s.Hosts {
		if h != "*" && wire.Host("https://"+h) != strings.ToLower(h) {
			return fmt.Errorf("hosts: %q is no name of a server; write it without https://, such as gancio.example", h)
		}
	}
	return nil
}

// anActivity is the type of what somebody did, as outboxes hold it.
var anActivity = regexp.MustCompile(`"type"\s*:\s*"(?:Accept|Announce|Create|Delete|Follow|Invite|Join|Leave|Like|Move|Undo|Update)"`)

// sniff takes JSON that names ActivityStreams, and the documents that lead to an
// account: WebFinger, NodeInfo, host-meta. IIIF's lists of changes are written in
// the same words.
func sniff(_, mediaType string, head []byte) int {
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	switch connectors.FormOf(head) {
	case connectors.JSON:
		switch {
		case has("iiif.io/api/"):
			return 0
		case mediaType == wire.MediaType, has("www.w3.org/ns/activitystreams"):
			return 92
		case has(`"actor"`) && has(`"object"`) && anActivity.Match(head):
			return 85
		case has(wire.NodeInfoRel), has(`"subject"`) && has(`"links"`) && has(`"acct:`), has(`"activitypub"`) && has(`"protocols"`) && has(`"software"`):
			return 85
		}
	case connectors.XML, connectors.HTML:
		if has("<XRD") && has("lrdd") {
			return 85
		}
	}
	return 0
}

type connector struct {
	Settings
	env connectors.Env
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	if env.Zone == nil {
		env.Zone = time.UTC
	}
	return &connector{s, env}, nil
}

// Harvest reads what the location leads to. No run lists all there is: what it
// does not name is as it was, and only what is said to be gone goes.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		c.env.ChangesOnly()
		ctx := connectors.WithAccept(ctx, wire.Accept)
		h := &harvest{connector: c, ctx: ctx, list: l, from: parseCursor(from), seen: map[string]bool{},
			fetched: map[string]*fetched{}, passed: map[string]int{}, again: map[string]int{}}
		return h.run()
	})
}
