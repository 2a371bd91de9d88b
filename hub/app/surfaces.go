package app

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"moselle/hub/api/feeds"
	"moselle/hub/api/graphql"
	"moselle/hub/api/linked"
	"moselle/hub/api/profile"
	"moselle/hub/api/push"
	"moselle/hub/api/rest"
	"moselle/hub/demo"
	"moselle/hub/negotiate"
	"moselle/hub/web"
	"moselle/public"
)

// Surface is a part of the hub that answers requests.
type Surface interface {
	Routes(g *echo.Group)
}

// Handler puts every surface together: what Serve answers with. The App must be
// opened with Search.
func (a *App) Handler() (http.Handler, error) {
	portal, err := web.New(a.Catalog, public.Files)
	if err != nil {
		return nil, err
	}
	query, err := graphql.New(a.Catalog, a.Log)
	if err != nil {
		return nil, err
	}
	vocabulary, err := profile.New(a.Catalog)
	if err != nil {
		return nil, err
	}
	inbox, err := newInbox(a)
	if err != nil {
		return nil, err
	}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = negotiate.ErrorHandler(negotiate.Errors{Log: a.Log, Base: a.Config.Base, Page: portal.Fault, Data: isData})
	metrics := newMetrics(a)
	e.Use(negotiate.RequestID(), negotiate.Compress(), negotiate.Secure(), negotiate.CORS(), metrics.middleware, negotiate.Recover())
	surfaces := []Surface{
		linked.New(a.Catalog, portal.Document),
		vocabulary,
		rest.New(a.Catalog),
		query,
		feeds.New(a.Catalog, portal.Title),
		push.New(a.Catalog, inbox),
		portal,
	}
	if a.Demo {
		surfaces = append(surfaces, demo.Pictures{})
	}
	root := e.Group("")
	for _, s := range surfaces {
		s.Routes(root)
	}
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", a.ready)
	e.GET("/metrics", echo.WrapHandler(promhttp.HandlerFor(metrics.registry, promhttp.HandlerOpts{})))
	return negotiate.Head(e), nil
}

// isData reports whether a path is for programs only.
func isData(path string) bool {
	for _, p := range []string{"/api/", "/graphql", "/feeds/", "/healthz", "/readyz", "/metrics"} {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}

// ready answers whether the hub can serve what its store holds.
func (a *App) ready(c echo.Context) error {
	ctx := c.Request().Context()
	if err := a.Store.Ping(ctx); err != nil {
		return c.String(http.StatusServiceUnavailable, "store: not available\n")
	}
	lag, err := a.Follow.Lag(ctx)
	if err != nil {
		return c.String(http.StatusServiceUnavailable, "change log: not available\n")
	}
	return c.JSON(http.StatusOK, map[string]any{"behind": lag})
}

// metrics are the hub's counters for Prometheus.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

func newMetrics(a *App) *metrics {
	m := &metrics{registry: prometheus.NewRegistry(), requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "moselle_request_seconds", Help: "Time to answer a request, by route, method and status.",
		Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5},
	}, []string{"route", "method", "status"})}
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), m.requests, recordGauge{a})
	return m
}
