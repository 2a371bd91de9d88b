"""Compares the dates of recurring events, as .ci/clients/dates prints them, with
those that recurring-ical-events finds in the same files. A difference that is
not listed below with its reason is an error.

    go run ./.ci/clients/dates FOLDER | python3 .ci/clients/dates.py FOLDER
"""

import collections
import datetime
import os
import sys
import warnings

import icalendar
import recurring_ical_events

warnings.simplefilter("ignore")
MOST = 400  # dates of one event, as there
LAST = "2031"  # dates from here on are left out on both sides
FROM, TO = datetime.datetime(1990, 1, 1), datetime.datetime(2031, 1, 3)

DAYS = "a day with a TZID is a day here, midnight in that zone there"
# The files in which some event has other dates, and why.
OTHERWISE = {
    "google_aus_holidays.ics": DAYS,
    "sabredav-school-holidays.ics": DAYS,
    "yearly-recurring-unicode.ics": DAYS,
    "blalor.ics": "dates that are both excepted and described anew are kept here",
    "badRRULE.ics": "a rule with a part that means nothing is left out here, with a warning",
    "biweekly-exdate-until.ics": "a rule on a time in UTC counts in UTC here",
    "daily-count-exdate-recurrence-id.ics": "a moved date that ends before it starts begins when it says here",
    "exchange_whole_day_moved_recurrence.ics": "the last day of whole days is where UNTIL falls in their zone here",
    "exchange_whole_day_moved_recurrence_offset_tz.ics": "the last day of whole days is where UNTIL falls in their zone here",
    "non-utc-until-ny.ics": "an UNTIL without zone is in that of the start here",
    "windows-quoted-tz-rrule.ics": "the display name of Windows for a zone is known here",
}


def theirs(path):
    """The starts of each UID, in order: a day, a UTC time, or a time without zone."""
    with open(path, "rb") as f:
        data = f.read()
    found = collections.defaultdict(list)
    for cal in icalendar.Calendar.from_ical(data, multiple=True):
        for e in recurring_ical_events.of(cal, skip_bad_series=True).between(FROM, TO):
            start = e["DTSTART"].dt
            if not isinstance(start, datetime.datetime):
                text = start.isoformat()
            elif start.tzinfo:
                text = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            else:
                text = start.strftime("%Y-%m-%dT%H:%M:%S")
            found[str(e.get("UID", ""))].append(text)
    return {uid: sorted(dates) for uid, dates in found.items()}


def compare(events, uid, want):
    """None when the dates of one UID are those wanted, "" when it is refused
    here, else what differs."""
    got = [p for key, starts in events.items() if key == uid or key.startswith(uid + "#") for p in starts]
    if any(utc == "refused" for utc, _ in got):
        return ""
    more = any(utc == "+" for utc, _ in got)
    got = [(utc, wall) for utc, wall in got if utc != "+" and wall < LAST]
    naive = any("T" in t and not t.endswith("Z") for t in want)
    mine = sorted(wall if naive else utc + "Z" * ("T" in utc) for utc, wall in got)
    want = [t for t in want if t < LAST]
    if more:
        mine, want = mine[:MOST], want[:MOST]
    if mine == want:
        return None
    return f"{len(mine)} dates, {len(want)} there; only here {[x for x in mine if x not in want][:3]}, only there {[x for x in want if x not in mine][:3]}"


def main(root):
    ours = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in sys.stdin:
        path, key, utc, wall = line.rstrip("\n").split("\t")
        ours[path][key].append((utc, wall))
    unread, refused, nameless, equal, dates, explained, faults = 0, 0, 0, 0, 0, collections.Counter(), []
    for path, events in sorted(ours.items()):
        name = os.path.basename(path)
        try:
            found = theirs(path)
        except Exception:  # whatever the other cannot read
            unread += 1
            continue
        for uid, want in sorted(found.items()):
            if not uid:
                nameless += 1  # it has a key of our own here
                continue
            difference = compare(events, uid, want)
            if difference is None:
                equal, dates = equal + 1, dates + min(len(want), MOST)
            elif not difference:
                refused += 1
            elif name in OTHERWISE:
                explained[name] += 1
            else:
                faults.append(f"{os.path.relpath(path, root)}: {uid}: {difference}")
    faults += [f"{name}: is the same, although {OTHERWISE[name]}" for name in OTHERWISE if not explained[name]]
    print(f"recurring-ical-events {len(ours)} files, {equal} events with {dates} dates equal, {explained.total()} explained, "
          f"{refused} refused here, {nameless} without UID, {unread} files not read there")
    if faults or not equal:
        sys.exit("\n".join(faults[:20]) or "nothing was compared")


main(sys.argv[1])
