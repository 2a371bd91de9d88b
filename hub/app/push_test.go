package app_test

import (
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"moselle/connectors/push"
	"moselle/hub/app"
	"moselle/hub/config"
)

// TestSentSources holds what is different for sources that institutions send:
// nothing reads them, and one to which nobody may send is refused.
func TestSentSources(t *testing.T) {
	t.Parallel()
	if push.Name != config.Push {
		t.Errorf("the kind is called %q, and %q in settings", push.Name, config.Push)
	}
	_, digest := push.NewToken()
	open := func(settings string) (*app.App, error) {
		file := filepath.Join(t.TempDir(), "hub.yaml")
		text := "institutions:\n  - {id: house, names: {en: House}}\nsources:\n  - {id: sent, institution: house, kind: push, settings: {" + settings + "}}\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		cfg, err := config.Load("", []string{"HUB_CONFIG=" + file, "HUB_DATA=" + t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		return app.Open(t.Context(), cfg, app.Options{Log: slog.New(slog.DiscardHandler), Now: time.Now})
	}
	if _, err := open("max_items: 5"); err == nil || !strings.Contains(err.Error(), "nobody may send") {
		t.Errorf("Open() without a token = %v, want it refused", err)
	}
	a, err := open("tokens: [" + digest + "]")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	}()
	if a.Sources[0].Next != nil {
		t.Error("a source that is sent has a schedule")
	}
	var out strings.Builder
	if good, err := a.RunHarvest(t.Context(), nil, app.HarvestOptions{}, &out); !good || err != nil || out.Len() > 0 {
		t.Errorf("RunHarvest() = %v, %v and says %q, want nothing", good, err, out.String())
	}
	if _, err := a.RunHarvest(t.Context(), []string{"sent"}, app.HarvestOptions{}, &out); err == nil || !strings.Contains(err.Error(), "nothing to read") {
		t.Errorf("RunHarvest(sent) = %v, want it refused", err)
	}
}

// TestTokenCommand makes a token and its digest.
func TestTokenCommand(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := app.Main(t.Context(), []string{"token"}, nil, &out, &out); err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`token: +(\S+)\nsha-256: ([0-9a-f]{64})\n`).FindStringSubmatch(out.String())
	if m == nil {
		t.Fatalf("token says %q", out.String())
	}
	if sum := sha256.Sum256([]byte(m[1])); hex.EncodeToString(sum[:]) != m[2] {
		t.Errorf("the digest of %s is given as %s", m[1], m[2])
	}
}
