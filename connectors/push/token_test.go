package push_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"moselle/connectors/push"
)

// TestDoor holds who may send, and what is said of settings that let nobody in.
func TestDoor(t *testing.T) {
	t.Parallel()
	token, digest := push.NewToken()
	other, _ := push.NewToken()
	if token == other || len(token) < 30 {
		t.Fatalf("NewToken() = %q and then %q", token, other)
	}
	environ := map[string]string{"FORGES": " " + other + "\n", "SHORT": "secret"}
	for _, c := range []struct {
		settings    string
		opens, shut []string // tokens
		err         string
	}{
		{"tokens: [" + digest + "]", []string{token}, []string{other, "", digest, token + "x"}, ""},
		{"tokens: ['sha256:" + strings.ToUpper(digest) + "']", []string{token}, []string{other}, ""},
		{"{tokens: [" + digest + "], token_env: FORGES}", []string{token, other}, []string{""}, ""},
		{"token_env: SHORT", nil, nil, "holds no token"},
		{"token_env: NONE", nil, nil, "holds no token"},
		{"max_items: 5", nil, nil, "nobody may send"},
		{"tokens: [" + token + "]", nil, nil, "a token itself"},
		{"tokens: [abc]", nil, nil, "not a SHA-256"},
		{"tokens: [" + digest + "00]", nil, nil, "not a SHA-256"},
		{"{tokens: [" + digest + "], max_bytes: 0}", nil, nil, "max_bytes: 0 is not between"},
	} {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(c.settings), &doc); err != nil {
			t.Fatal(err)
		}
		err := push.Kind().Check(doc.Content[0])
		door, opened := push.OpenDoor(doc.Content[0], func(name string) string { return environ[name] })
		if err == nil {
			err = opened
		}
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("settings %s: %v, want %q", c.settings, err, c.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("settings %s: %v", c.settings, err)
			continue
		}
		for _, token := range c.opens {
			if !door.Opens(token) {
				t.Errorf("settings %s: Opens(%q) = false, want true", c.settings, token)
			}
		}
		for _, token := range c.shut {
			if door.Opens(token) {
				t.Errorf("settings %s: Opens(%q) = true, want false", c.settings, token)
			}
		}
	}
}
