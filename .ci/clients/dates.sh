#!/usr/bin/env bash
# Compares the dates of all recurring events of the real calendars with those of
# recurring-ical-events, which goes to a temporary folder. It needs python3-venv.
set -euo pipefail
cd "$(dirname "$0")/../.."
calendars=${HUB_REALDATA:-../shared/data}/ics
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install -q recurring-ical-events==3.8.2 icalendar==7.3.0
go run ./.ci/clients/dates "$calendars" | "$work/bin/python" .ci/clients/dates.py "$calendars"
