package push

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
	"moselle/hub/negotiate"
	"moselle/schema"
)

// enter finds the source that a request is for, and lets in who may send to it.
// Whoever answers goes on without what browsers need to write from other sites.
func (s *Surface) enter(c echo.Context) (schema.SourceID, Limits, error) {
	h := c.Response().Header()
	h.Del("Access-Control-Allow-Origin")
	h.Del("Access-Control-Expose-Headers")
	h.Set("Cache-Control", "no-store")
	source := schema.SourceID(c.Param("id"))
	limits, ok := s.inbox.Limits(source)
	if !ok {
		return "", limits, fault.New(fault.NotFound, "there is no source %q to which records are sent", schema.Excerpt(string(source)))
	}
	v, err := negotiate.Params(c.Request().URL)
	if err == nil {
		err = negotiate.Unknown(v, []string{"lang"})
	}
	if err != nil {
		return "", limits, err
	}
	token, ok := bearer(c.Request().Header)
	switch {
	case ok && s.inbox.Opens(source, token):
	case ok && s.inbox.Opens("", token):
		return "", limits, fault.New(fault.Denied, "the token is that of another source")
	default:
		challenge, detail := fmt.Sprintf("Bearer realm=%q", source), "send the source's token: Authorization: Bearer …"
		if ok {
			challenge, detail = challenge+`, error="invalid_token"`, "the token is not known here; it may have been replaced"
		}
		h.Set("WWW-Authenticate", challenge)
		return "", limits, echo.NewHTTPError(http.StatusUnauthorized, detail)
	}
	if wait := s.pace.wait(source, limits.PerMinute); wait > 0 {
		h.Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		return "", limits, echo.NewHTTPError(http.StatusTooManyRequests,
			fmt.Sprintf("more than %d requests a minute; send many records in one request by POST", limits.PerMinute))
	}
	return source, limits, nil
}

// bearer returns the token of a request (RFC 6750, section 2.1).
func bearer(h http.Header) (string, bool) {
	scheme, token, _ := strings.Cut(strings.TrimSpace(h.Get("Authorization")), " ")
	token = strings.TrimSpace(token)
	return token, strings.EqualFold(scheme, "Bearer") && token != ""
}

// pace counts the requests to each source: as many at once as may come in a
// minute, and then one each time that one more may.
type pace struct {
	now  func() time.Time
	mu   sync.Mutex
	left map[schema.SourceID]*bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

// wait returns how long a request has to wait; zero for one that may go on.
func (p *pace) wait(source schema.SourceID, perMinute int) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, most := p.now(), float64(perMinute)
	b := p.left[source]
	if b == nil {
		b = &bucket{most, now}
		p.left[source] = b
	}
	b.tokens = min(most, b.tokens+max(0, now.Sub(b.at).Minutes())*most)
	b.at = now
	if b.tokens < 1 {
		return time.Duration((1 - b.tokens) / most * float64(time.Minute))
	}
	b.tokens--
	return 0
}
