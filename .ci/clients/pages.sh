# Pages in a browser: WCAG 2.2 AA by axe, no scrolling sideways at 360 pixels,
# valid HTML.
step 'pages'
out=$(script axe.mjs "$base/fr/") || bad "axe: $out"
out=$(script pages.mjs "$base" "$here/htmlvalidate.json") || bad "$out"
while read -r line; do said "$line"; done <<<"$out"
