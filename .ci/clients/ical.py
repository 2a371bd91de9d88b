"""Reads a calendar from standard input with python3-icalendar: as many events
as the argument says, each with what it must have, none ending before it starts."""

import sys
from datetime import date, datetime

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk("VEVENT")
zones = {str(z["TZID"]) for z in calendar.walk("VTIMEZONE")}
faults = []
for e in events:
    name = e.get("UID", "an event without UID")
    faults += [f"{name}: {p} is missing" for p in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if p not in e]
    faults += [f"{name}: {p}: {m}" for p, m in e.errors]
    start, end = e.decoded("DTSTART"), e.decoded("DTEND") if "DTEND" in e else None
    zone = e["DTSTART"].params.get("TZID")
    if zone and zone not in zones:
        faults.append(f"{name}: zone {zone} is not defined")
    if end is not None and (type(end) is not type(start) or end < start):
        faults.append(f"{name}: ends {end}, starts {start}")
if len(events) != int(sys.argv[1]):
    faults.append(f"{len(events)} events, want {sys.argv[1]}")
if faults:
    sys.exit("\n".join(faults[:10]))
days = sum(isinstance(e.decoded("DTSTART"), date) and not isinstance(e.decoded("DTSTART"), datetime) for e in events)
print(f"python3-icalendar {len(events)} events, {days} of whole days, zones {', '.join(sorted(zones))}")
