package harvest

import (
	"context"
	"io"
	"sync/atomic"

	"moselle/connectors"
)

// meter counts what a run asks for and reads.
type meter struct {
	requests, bytes atomic.Int64
}

// open counts what an opener is asked for and what is read of it.
func (m *meter) open(open func(context.Context, string, []byte) (*connectors.Body, error)) func(context.Context, string, []byte) (*connectors.Body, error) {
	return func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
		m.requests.Add(1)
		body, err := open(ctx, location, since)
		if err == nil {
			body.ReadCloser = &metered{body.ReadCloser, &m.bytes}
		}
		return body, err
	}
}

// metered counts what is read.
type metered struct {
	io.ReadCloser
	bytes *atomic.Int64
}

// Read reads on.
func (r *metered) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.bytes.Add(int64(n))
	return n, err
}
