# Calendars and feeds, each through several readers.
step 'feeds'
fetch "$base/feeds/events.ics" >events.ics
out=$(script ics.mjs events.ics) || bad "calendar: $out"
n=$(sed -n 's/^ical.js \([0-9]*\) events.*/\1/p' <<<"$out")
[ "${n:-0}" -gt 50 ] || bad "calendar: too few events: $out"
for want in "node-ical $n;" "unique uids $n;" 'lines >75 octets 0;' 'bare LF 0;' 'missing UID/DTSTAMP/DTSTART 0;'; do
	grep -qF -- "$want" <<<"$out" || bad "calendar: want \"$want\" in: $out"
done
said "$out"
out=$(/usr/bin/python3 "$here/ical.py" "$n" <events.ics 2>&1) || bad "calendar: $out"
said "$out"

fetch "$base/api/v1/events?from=today&limit=1" >one.json
total=$(node -p 'JSON.parse(require("fs").readFileSync("one.json")).total')
[ "$total" -gt 100 ] && total=100
for lang in fr de lb en; do
	out=$(script feed.mjs "$base/feeds/events.rss?lang=$lang") || bad "RSS in $lang: $out"
	for want in 'format=rss' "items=$total;" "rss-parser items=$total;" 'without guid/id 0,' 'without date 0'; do
		grep -qF -- "$want" <<<"$out" || bad "RSS in $lang: want \"$want\" in: $out"
	done
done
said "$out"
