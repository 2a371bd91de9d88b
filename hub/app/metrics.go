package app

import (
	"context"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
)

// middleware measures each request by its route, never by its address: what
// people ask for is not kept.
func (m *metrics) middleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		err := next(c)
		if err != nil {
			c.Error(err)
		}
		route := c.Path()
		if route == "" {
			route = "none"
		}
		m.requests.WithLabelValues(route, c.Request().Method, strconv.Itoa(c.Response().Status)).Observe(time.Since(start).Seconds())
		return nil
	}
}

var (
	recordsDesc = prometheus.NewDesc("moselle_records", "Live records.", []string{"class", "source"}, nil)
	lagDesc     = prometheus.NewDesc("moselle_follower_lag", "Entries of the change log that a follower has not handled yet.", []string{"follower"}, nil)
	logDesc     = prometheus.NewDesc("moselle_log_position", "Newest position of the change log.", nil, nil)
)

// recordGauge reads the state of the store when it is asked.
type recordGauge struct{ *App }

// Describe names what Collect gives.
func (g recordGauge) Describe(ch chan<- *prometheus.Desc) {
	ch <- recordsDesc
	ch <- lagDesc
	ch <- logDesc
}

// Collect gives the current numbers; what cannot be read is left out.
func (g recordGauge) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	counts, err := g.Store.Count(ctx)
	if err != nil {
		return
	}
	for _, c := range counts {
		ch <- prometheus.MustNewConstMetric(recordsDesc, prometheus.GaugeValue, float64(c.Records), c.Class, string(c.Source))
	}
	if last, err := g.Store.Last(ctx); err == nil {
		ch <- prometheus.MustNewConstMetric(logDesc, prometheus.GaugeValue, float64(last))
	}
	lag, err := g.Follow.Lag(ctx)
	if err != nil {
		return
	}
	for name, n := range lag {
		ch <- prometheus.MustNewConstMetric(lagDesc, prometheus.GaugeValue, float64(n), name)
	}
}
