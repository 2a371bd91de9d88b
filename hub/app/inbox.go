package app

import (
	"context"
	"io"
	"os"

	"moselle/connectors"
	send "moselle/connectors/push"
	"moselle/hub/api/push"
	"moselle/hub/harvest"
	"moselle/schema"
)

// inbox gives what institutions send to the runner that reads the other sources.
type inbox struct {
	runner  *harvest.Runner
	sources map[schema.SourceID]door
}

// door is a source that is sent, with who may send.
type door struct {
	*send.Door
	source harvest.Source
}

func newInbox(a *App) (*inbox, error) {
	in := &inbox{runner: a.Harvest, sources: map[schema.SourceID]door{}}
	for _, s := range a.Sources {
		if !isSent(s) {
			continue
		}
		d, err := send.OpenDoor(s.Settings, os.Getenv)
		if err != nil {
			return nil, err
		}
		in.sources[s.ID] = door{d, s}
	}
	return in, nil
}

// Limits returns the bounds of a source.
func (in *inbox) Limits(source schema.SourceID) (push.Limits, bool) {
	d, ok := in.sources[source]
	if !ok {
		return push.Limits{}, false
	}
	return push.Limits{Bytes: d.Limits.Bytes, PerMinute: d.PerMinute}, true
}

// Opens reports whether a token may send to a source, or to any for "".
func (in *inbox) Opens(source schema.SourceID, token string) bool {
	opens := false
	for id, d := range in.sources {
		if id == source || source == "" {
			opens = d.Opens(token) || opens
		}
	}
	return opens
}

// Take hands a delivery to the runner.
func (in *inbox) Take(ctx context.Context, source schema.SourceID, s push.Sent) (string, error) {
	run, err := in.runner.Take(ctx, in.sources[source].source, harvest.Delivery{
		Body: &connectors.Body{ReadCloser: io.NopCloser(s.Body)}, Single: s.Single,
		Told: func(told []harvest.Told) error {
			answers := make([]push.Answer, len(told))
			for i, t := range told {
				answers[i] = push.Answer{Key: t.Key, Where: t.Where, Status: string(t.Became), IRI: t.IRI, Faults: t.Faults}
			}
			return s.Told(answers)
		},
	})
	return run.Error, err
}
