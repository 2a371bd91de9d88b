# make run    the hub with the demo region, nothing else needed
# make test   all tests; suites that need more than Go say so when they skip
# make bench  the measured bars, as ratios and percentiles

GO ?= go

.PHONY: run test bench check

run:
	$(GO) run ./hub serve --demo

test:
	@GO="$(GO)" sh .ci/test

bench:
	@sh .ci/bench

check:
	@test -z "$$(gofmt -l connectors hub public schema)" || { gofmt -l connectors hub public schema; exit 1; }
	$(GO) vet ./...
