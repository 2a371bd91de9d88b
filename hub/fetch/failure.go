package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"moselle/hub/fault"
)

// maxWait bounds how long a server may put the hub off within one opening.
const maxWait = time.Minute

// transient is a failure that may be gone at the next try.
type transient struct {
	error
	after time.Duration // what the server asked for; 0 when it did not
}

// Unwrap gives the failure itself.
func (t *transient) Unwrap() error { return t.error }

// backoff is the pause before another try: about 1, 2, 4 … seconds, never the
// same for two clients that failed together.
func backoff(tries int) time.Duration {
	d := min(time.Second<<min(tries, 5), 30*time.Second)
	return d*3/4 + rand.N(d/2)
}

// refusal says what a status other than 200 means for the source.
func (c *Client) refusal(u *url.URL, res *http.Response) error {
	where, status := show(u), res.StatusCode
	switch status {
	case http.StatusUnauthorized, http.StatusProxyAuthRequired:
		return fault.New(fault.Denied, "%s: asks for a login (status %d); the hub reads only what is public", where, status)
	case http.StatusForbidden:
		return fault.New(fault.Denied, "%s: refuses the hub (status 403); ask whoever runs the site to let the user agent %q in", where, c.agent)
	case http.StatusNotFound:
		return fault.New(fault.NotFound, "%s: there is nothing at this address (status 404); check the spelling, or whether it has moved", where)
	case http.StatusGone:
		return fault.New(fault.Gone, "%s: was removed for good (status 410); ask for the new address", where)
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return c.later(where, res)
	case http.StatusNoContent, http.StatusResetContent:
		return fault.New(fault.Invalid, "%s: answers without a document (status %d)", where, status)
	}
	switch {
	case status >= 500:
		return fault.New(fault.Unavailable, "%s: the server failed (status %d); whoever runs it must look into it", where, status)
	case status >= 400:
		return fault.New(fault.Invalid, "%s: the server does not accept the request (status %d); check the address", where, status)
	default:
		return fault.New(fault.Invalid, "%s: the server gives an answer of status %d, where the document was expected", where, status)
	}
}

// later is the refusal of a busy server.
func (c *Client) later(where string, res *http.Response) error {
	after := retryAfter(res.Header.Get("Retry-After"), c.Now())
	why := "is not available"
	if res.StatusCode == http.StatusTooManyRequests {
		why = "receives too many requests"
	}
	hint := "it is tried again at the next harvest"
	if after > maxWait {
		hint = "it asks to come back in " + after.Round(time.Second).String()
	}
	return &transient{fault.New(fault.Unavailable, "%s: the server %s (status %d); %s", where, why, res.StatusCode, hint), after}
}

// retryAfter reads seconds or a date (RFC 9110, section 10.2.3); 0 for neither.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if n, err := strconv.ParseUint(header, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}

// explain says why no answer came.
func (c *Client) explain(ctx context.Context, u *url.URL, err error) error {
	var (
		known  *fault.Error
		dns    *net.DNSError
		cert   *tls.CertificateVerificationError
		record tls.RecordHeaderError
		wrap   *url.Error
		disk   *fs.PathError
	)
	if errors.As(err, &wrap) {
		err = wrap.Err // its own text holds the address as it is
	}
	where := show(u)
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, errTimeout):
		return fault.New(fault.Unavailable, "%s: not read to its end within %s, the limit set by fetch.timeout", where, c.Limits.Timeout)
	case errors.Is(cause, errIdle):
		return fault.New(fault.Unavailable, "%s: the server sent nothing for %s, the limit set by fetch.idle", where, c.Limits.Idle)
	case cause != nil:
		return cause // the caller's own
	case errors.As(err, &known):
		return fault.New(known.Kind, "%s: %w", where, known)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fault.New(fault.NotFound, "%s: the name %s does not exist; check its spelling", where, u.Hostname())
	case errors.As(err, &dns):
		return &transient{because(err, fault.Unavailable, "%s: the name %s cannot be looked up now", where, u.Hostname()), 0}
	case errors.As(err, &cert):
		return because(err, fault.Denied, "%s: the site's certificate cannot be trusted%s; whoever runs it must mend it", where, certificate(cert))
	case errors.As(err, &record):
		return fault.New(fault.Invalid, "%s: the server does not speak https; try the address with http://", where)
	case errors.Is(err, syscall.ECONNREFUSED):
		return &transient{because(err, fault.Unavailable, "%s: nothing answers at this address and port", where), 0}
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &transient{because(err, fault.Unavailable, "%s: the server broke off in the middle", where), 0}
	case errors.As(err, &disk):
		return fault.New(fault.Unavailable, "%s: the hub has no room to keep it while it is read: %w", where, err)
	default:
		return fault.New(fault.Unavailable, "%s: cannot be reached: %w", where, err)
	}
}

// because returns a failure whose cause is for the log alone: it would tell
// whoever keeps the source nothing that the sentence does not.
func because(cause error, k fault.Kind, format string, args ...any) error {
	return &fault.Error{Kind: k, Message: fmt.Sprintf(format, args...), Err: cause}
}

// certificate says what is wrong with a certificate, in words.
func certificate(err error) string {
	var (
		invalid x509.CertificateInvalidError
		host    x509.HostnameError
	)
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return " (it has expired)"
	case errors.As(err, &host):
		return " (it is made out to another name)"
	}
	return ""
}
