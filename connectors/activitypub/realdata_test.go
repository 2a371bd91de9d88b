package activitypub_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// TestRealFiles reads the recorded documents of several servers one by one: six
// events, one of them addressed to the members of a group, one deletion; all
// others say what they are.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	const (
		event     = "read"
		finger    = "this is a document that only leads to accounts"
		describes = "this describes the account"
		hostMeta  = "this is a host-meta document"
		node      = "this only describes a server"
	)
	want := map[string]string{
		"gancio-actor.json":                    describes,
		"gancio-event-activity.json":           event,
		"mastodon-actor.json":                  describes,
		"mastodon-announce.json":               "object: the event is given by its address alone",
		"mastodon-delete-user.json":            "the account ",
		"mastodon-delete.json":                 "gone",
		"mastodon-undo-announce.json":          "there is no event in it; there are: Undo (1)",
		"mastodon-update.json":                 "there is no event in it; there are: Update of Person (1)",
		"mobilizon-invite-activity.json":       "there is no event in it; there are: Invite (1)",
		"mobilizon-join-activity.json":         "there is no event in it; there are: Join (1)",
		"mobilizon-leave-activity.json":        "there is no event in it; there are: Leave (1)",
		"mobilizon-members-collection.json":    "there is no event in it; there are: Member (2)",
		"mobilizon-post-activity-group.json":   "gone it is not addressed to the public (restricted)",
		"mobilizon-post-activity-media-1.json": event,
		"mobilizon-post-activity-media-2.json": event,
		"mobilizon-post-activity-media.json":   event,
		"mobilizon-post-activity.json":         event,
		"nodeinfo/both_versions.json":          finger,
		"nodeinfo/data.json":                   node,
		"nodeinfo/older_versions.json":         finger,
		"nodeinfo/regular.json":                finger,
		"nodeinfo/wp-data.json":                node,
		"nodeinfo/wp-event-federation.json":    finger,
		"webfinger/friendica-host-meta.xml":    hostMeta,
		"webfinger/friendica-webfinger.json":   finger,
		"webfinger/gancio-host-meta.xml":       hostMeta,
		"webfinger/gancio-webfinger.json":      finger,
		"webfinger/mastodon-host-meta.xml":     hostMeta,
		"webfinger/mastodon-webfinger.json":    finger,
		"webfinger/peertube-host-meta.xml":     hostMeta,
		"webfinger/peertube-webfinger.json":    finger,
		"webfinger/pleroma-host-meta.xml":      hostMeta,
		"webfinger/pleroma-webfinger.json":     finger,
	}
	root := filepath.Join(rdftest.Data(t, "activitypub"), "framasoft__mobilizon")
	got, restricted := map[string]string{}, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if activitypub.Kind().Sniff(path, "", data) < 80 {
			t.Errorf("%s is not taken for the kind's own", name)
		}
		for _, settings := range []string{"visibility: [public, unlisted, restricted]", ""} {
			c, err := activitypub.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, path))
			if err != nil {
				return err
			}
			r := conntest.Harvest(t.Context(), c, nil)
			outcome := ""
			for _, it := range r.Items {
				switch outcome = "read"; {
				case it.Deleted && len(it.Faults) > 0:
					outcome = "gone " + it.Faults[0].Message
				case it.Deleted:
					outcome = "gone"
				case settings != "":
					restricted++
				}
			}
			for _, refusal := range r.Refusals {
				outcome += refusal.Faults[0].String()
			}
			if r.Err != nil {
				outcome += strings.TrimPrefix(r.Err.Error(), filepath.Base(path)+": ")
			}
			if len(r.Items)+len(r.Refusals) > 1 {
				t.Errorf("%s gives %d items and %d refusals, want one", name, len(r.Items), len(r.Refusals))
			}
			if w := want[name]; w != "" && strings.HasPrefix(outcome, w) {
				outcome = w
			}
			got[name] = outcome
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	if restricted != 6 {
		t.Errorf("%d events with those for members, want 6", restricted)
	}
}
