package negotiate

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/labstack/echo/v4"
)

// RequestID gives each request an id of its own, a random UUID, in X-Request-Id.
// An id that the client sends is not taken over: it could be anything.
func RequestID() echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			var b [16]byte
			rand.Read(b[:]) // never fails (crypto/rand)
			b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
			c.Response().Header().Set(echo.HeaderXRequestID, fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]))
			return next(c)
		}
	}
}

// Recover turns a panic into an internal error with its stack, for the log.
func Recover() echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) (err error) {
			defer func() {
				switch cause := recover(); cause {
				case nil:
				case http.ErrAbortHandler: // how net/http asks for a broken connection
					panic(cause)
				default:
					err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
				}
			}()
			return next(c)
		}
	}
}

// Head serves HEAD by the route of GET; the server leaves the body out. It goes
// around the whole of echo, which routes by the method that came in.
func Head(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context()) // net/http goes by the method of its own
			r.Method = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}

// contentPolicy lets pages load only what the hub serves itself, and images of
// institutions by https. Blocks of data (JSON-LD) are no scripts to it.
const contentPolicy = "default-src 'self'; img-src 'self' https: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

// Secure sets the headers that keep a browser from doing what no page of the
// hub needs. A handler that needs more sets its own.
func Secure() echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			h := c.Response().Header()
			h.Set("Content-Security-Policy", contentPolicy)
			h.Set("X-Content-Type-Options", "nosniff")
			h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
			h.Set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)")
			return next(c)
		}
	}
}

// CORS lets scripts of any site read what is public, without credentials, and
// answers their preflight requests.
func CORS() echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			h, r := c.Response().Header(), c.Request()
			h.Set("Access-Control-Allow-Origin", "*")
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				h.Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
				h.Set("Access-Control-Allow-Headers", "Accept, Accept-Language, Accept-Profile, Content-Type, If-Modified-Since, If-None-Match")
				h.Set("Access-Control-Max-Age", "86400")
				return c.NoContent(http.StatusNoContent)
			}
			h.Set("Access-Control-Expose-Headers", "Content-Location, ETag, Last-Modified, Link, Location, Retry-After, X-Request-Id")
			return next(c)
		}
	}
}
