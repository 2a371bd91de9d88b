// Package push reads what institutions send to the hub instead of being read:
// records under keys of their own, one or thousands at a time, in the hub's own
// JSON or in JSON-LD. The same documents can be looked at as files. Who may send
// is said by tokens, of which the settings hold the digests.
package push

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"

	"moselle/connectors"
	"moselle/schema/tree"
)

// Name is the kind's name. Sources of this kind have no location.
const Name = "push"

// Settings are a source's settings.
type Settings struct {
	Tokens    []string `yaml:"tokens" doc:"SHA-256 of each token that may send, in hexadecimal digits; hub token makes a token and prints it. Several, while one takes the place of another."`
	TokenEnv  string   `yaml:"token_env" doc:"Name of an environment variable that holds a token itself, for who keeps secrets there."`
	Key       string   `yaml:"key" doc:"Member of a record that holds its key, such as identifier or @id, where records are sent as they are; empty where each is sent as {\"key\": …, \"record\": …}."`
	MaxItems  int      `yaml:"max_items" doc:"Most records in one request."`
	MaxBytes  int      `yaml:"max_bytes" doc:"Most bytes in one request, unpacked."`
	PerMinute int      `yaml:"per_minute" doc:"Most requests a minute."`
}

// Check says what is wrong with the settings.
func (s *Settings) Check() error {
	for i, t := range s.Tokens {
		if _, err := digestOf(t); err != nil {
			return fmt.Errorf("tokens: entry %d is %w", i+1, err)
		}
	}
	for _, n := range []struct {
		key   string
		value int
		most  int
	}{{"max_items", s.MaxItems, 1_000_000}, {"max_bytes", s.MaxBytes, 1 << 30}, {"per_minute", s.PerMinute, 100_000}} {
		if n.value < 1 || n.value > n.most {
			return fmt.Errorf("%s: %d is not between 1 and %d", n.key, n.value, n.most)
		}
	}
	return nil
}

func defaults() Settings { return Settings{MaxItems: 50_000, MaxBytes: 64 << 20, PerMinute: 600} }

// Kind returns the kind "push". JSON-LD whose context is not the hub's own is
// read in these vocabularies.
func Kind(vocabularies ...connectors.Vocabulary) connectors.Kind {
	return connectors.NewKind(Name, "Records that an institution sends to the hub, as JSON or JSON-LD.", 1, defaults(), sniff,
		func(s Settings, env connectors.Env) (connectors.Connector, error) {
			return &connector{s, env, vocabularies}, nil
		})
}

var entryHead = regexp.MustCompile(`^\s*(?:\[\s*)?\{\s*"key"\s*:\s*(?:"[^"\n]*"|\d+)\s*,\s*"(?:record|delete)"\s*:`)

// sniff takes JSON that begins with a key and its record.
func sniff(_, _ string, head []byte) int {
	if entryHead.Match(head) {
		return 95
	}
	return 0
}

type connector struct {
	Settings
	env          connectors.Env
	vocabularies []connectors.Vocabulary
}

// Harvest reads one delivery and yields what it says of each record, in its
// order: whoever sent it is answered in that order. What it does not name stays;
// a key that comes again is a later version of its record.
func (c *connector) Harvest(ctx context.Context, _ connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		if err := c.read(ctx, yield); err != nil {
			yield(connectors.Item{}, connectors.At(c.env.Location, err))
		}
	}
}

func (c *connector) read(ctx context.Context, yield func(connectors.Item, error) bool) error {
	body, err := c.env.Open(ctx, c.env.Location, nil)
	if err != nil {
		return err
	}
	defer body.Close()
	c.env.ChangesOnly()
	in := bufio.NewReaderSize(body, 64<<10)
	head, err := in.Peek(512)
	if err != nil && err != io.EOF {
		return err
	}
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return errors.New(notUTF8)
	}
	if form := connectors.FormOf(head); form != connectors.JSON && form != connectors.Text {
		return connectors.Instead(head, expected)
	}
	r := &reader{Settings: c.Settings, mapping: mapping{env: c.env, skip: c.Key}, vocabularies: c.vocabularies}
	return r.all(ctx, in, yield)
}

// reader reads one delivery.
type reader struct {
	Settings
	mapping
	vocabularies []connectors.Vocabulary
	tree         tree.Tree
	items        int
}

// all hands on every entry. It returns what ended the delivery early.
func (r *reader) all(ctx context.Context, in *bufio.Reader, yield func(connectors.Item, error) bool) error {
	for text, err := range entries(in) {
		var refusal *connectors.Refusal
		if err != nil && !errors.As(err, &refusal) {
			return err
		}
		if r.items++; r.items > r.MaxItems {
			return fmt.Errorf("more than %d records in one request; those before %s were taken: send the rest in another", r.MaxItems, text.where)
		}
		var it connectors.Item
		if err == nil {
			it, err = r.entry(text)
		}
		if err != nil && !errors.As(err, &refusal) {
			return err
		}
		if !yield(it, err) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	if r.items == 0 {
		yield(connectors.Item{}, connectors.Refuse("", connectors.Name(r.env.Location), "", "", "the list is empty; nothing was changed"))
	}
	return nil
}
