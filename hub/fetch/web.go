package fetch

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/hub/fault"
)

// errTimeout and errIdle are why a request was given up.
var (
	errTimeout = errors.New("timeout")
	errIdle    = errors.New("idle")
)

// openWeb asks for a document until it has come, has proved unchanged, or has
// failed for good. own is what needs no leave of a robots.txt; nil for everything.
func (c *Client) openWeb(ctx context.Context, location string, since validator, own *declared) (*connectors.Body, error) {
	u, err := c.parse(location)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.Limits.Timeout, errTimeout)
	defer cancel()
	for tries := 0; ; tries++ {
		body, err := c.once(ctx, u, since, own)
		var t *transient
		if !errors.As(err, &t) {
			return body, err
		}
		if tries >= c.Limits.Retries || t.after > maxWait || ctx.Err() != nil {
			return nil, t.error
		}
		if err := c.Sleep(ctx, max(t.after, backoff(tries))); err != nil {
			return nil, c.explain(ctx, u, err)
		}
	}
}

// once asks for a document, following redirects.
func (c *Client) once(ctx context.Context, u *url.URL, since validator, own *declared) (*connectors.Body, error) {
	ask := c.Limits.Robots && own != nil && !own.holds(u)
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	idle := time.AfterFunc(c.Limits.Idle, func() { stop(errIdle) })
	defer idle.Stop()
	for hops := 0; ; hops++ {
		idle.Stop() // waiting for one's turn is nobody's silence
		if ask {
			if err := c.permit(ctx, u); err != nil {
				return nil, err
			}
		}
		if err := c.pace.wait(ctx, hostport(u)); err != nil {
			return nil, c.explain(ctx, u, err)
		}
		idle.Reset(c.Limits.Idle)
		res, err := c.request(ctx, u, since)
		if err != nil {
			return nil, c.explain(ctx, u, err)
		}
		if !isRedirect(res.StatusCode) {
			defer res.Body.Close()
			if own != nil && !ask {
				own.add(u)
			}
			return c.answer(ctx, u, res, idle, since)
		}
		res.Body.Close()
		if hops >= c.Limits.Redirects {
			return nil, fault.New(fault.Invalid, "%s: redirects again after %d redirects, the limit set by fetch.redirects", show(u), hops)
		}
		if u, err = c.redirect(u, res.Header.Get("Location")); err != nil {
			return nil, err
		}
	}
}

func (c *Client) request(ctx context.Context, u *url.URL, since validator) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept-Encoding", "gzip")
	if types := connectors.Accepted(ctx); types != "" {
		req.Header.Set("Accept", types)
	}
	since.ask(req.Header)
	return c.http.Do(req)
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// redirect returns where a redirect leads, when it may be followed.
func (c *Client) redirect(from *url.URL, to string) (*url.URL, error) {
	u, err := from.Parse(to)
	if err != nil || to == "" {
		return nil, fault.New(fault.Invalid, "%s: redirects to what is no address", show(from))
	}
	u.Fragment, u.RawFragment = "", ""
	if err := c.check(u); err != nil {
		return nil, fault.New(fault.Of(err), "%s redirects to %w", show(from), err)
	}
	if from.Scheme == "https" && u.Scheme == "http" {
		// Followed, because what is read is public and many sites still do it.
		c.Log.Warn("redirect gives up encryption", slog.String("from", show(from)), slog.String("to", show(u)))
	}
	return u, nil
}

// answer takes in what a server sent.
func (c *Client) answer(ctx context.Context, u *url.URL, res *http.Response, idle *time.Timer, since validator) (*connectors.Body, error) {
	if res.StatusCode == http.StatusNotModified && since != (validator{}) {
		return nil, connectors.ErrUnchanged
	}
	if res.StatusCode != http.StatusOK {
		return nil, c.refusal(u, res)
	}
	layers := 1
	switch encoding := strings.ToLower(strings.TrimSpace(res.Header.Get("Content-Encoding"))); encoding {
	case "", "identity":
	case "gzip", "x-gzip":
		layers = 2 // the transfer's, and perhaps the file's own
	default:
		return nil, fault.New(fault.Invalid, "%s: the server sends it compressed as %q without having been asked to", show(u), encoding)
	}
	if res.ContentLength > int64(c.Limits.MaxBytes) {
		return nil, c.tooLarge(show(u))
	}
	began := c.Now()
	doc, err := spool(awake{res.Body, idle, c.Limits.Idle}, int64(c.Limits.MaxBytes), c.Temp)
	switch {
	case errors.Is(err, errTooLarge):
		return nil, c.tooLarge(show(u))
	case err != nil:
		return nil, c.explain(ctx, u, err)
	}
	c.Log.Debug("fetched", slog.String("location", show(u)), slog.Int64("bytes", doc.size), slog.Duration("took", c.Now().Sub(began)))
	if since.matches(doc.sum) {
		doc.Close()
		return nil, connectors.ErrUnchanged
	}
	content, err := unpack(doc, show(u), layers, c.Limits)
	if err != nil {
		return nil, err
	}
	body := &connectors.Body{ReadCloser: content, Location: u.String(), Validator: validatorOf(res.Header, doc.sum).bytes()}
	body.MediaType, body.Charset = contentType(res.Header.Get("Content-Type"))
	body.Immutable = immutable(res.Header)
	return body, nil
}

// immutable reports whether a response will never change (RFC 8246).
func immutable(h http.Header) bool {
	for _, line := range h.Values("Cache-Control") {
		for directive := range strings.SplitSeq(line, ",") {
			if strings.EqualFold(strings.TrimSpace(directive), "immutable") {
				return true
			}
		}
	}
	return false
}

// contentType reads media type and charset, as far as they can be made out.
func contentType(header string) (mediaType, charset string) {
	mediaType, params, err := mime.ParseMediaType(header)
	if err != nil && mediaType == "" {
		mediaType, _, _ = strings.Cut(header, ";")
		mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	}
	return mediaType, strings.ToLower(params["charset"])
}

// awake puts off the idle alarm with each piece that comes.
type awake struct {
	io.Reader
	alarm *time.Timer
	idle  time.Duration
}

// Read reads on.
func (a awake) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if n > 0 {
		a.alarm.Reset(a.idle)
	}
	return n, err
}
