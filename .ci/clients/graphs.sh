# Records as RDF: every format, read by tools of others, gives the same graph.
step 'graphs'
fetch "$base/profile/1/context.jsonld" >context.jsonld
node -e 'const fs=require("fs");fs.writeFileSync("ctx.json",JSON.stringify({[process.argv[1]]:JSON.parse(fs.readFileSync("context.jsonld"))}))' "$base/profile/1/context.jsonld"
plain() { rapper -q -i "$1" -o ntriples - "$base/" | LC_ALL=C sort -u; }
count=0
for list in 'events?limit=1' 'events?limit=1&group=occurrence&sort=newest' 'events?limit=1&q=exposition' 'places?limit=1' \
	'works?limit=1&licence=open' 'works?limit=1&licence=permission' 'organizations?limit=1' 'persons?limit=1' 'datasets?limit=1' 'eventseries?limit=1' 'concepts?limit=1' 'conceptschemes?limit=1'; do
	id=$(fetch "$base/api/v1/$list" | field id)
	[ -n "$id" ] || bad "nothing under /api/v1/$list"
	doc=${id/\/id\//\/doc\/}
	for ext in ttl nt nq jsonld; do fetch "$doc.$ext" >"r.$ext"; done
	plain ntriples <r.nt >want.nt || bad "rapper refuses $doc.nt"
	[ -s want.nt ] || bad "$doc.nt is empty"
	plain turtle <r.ttl >rapper.nt || bad "rapper refuses $doc.ttl"
	plain nquads <r.nq >quads.nt || bad "rapper refuses $doc.nq"
	serdi -q -i turtle -o ntriples r.ttl | plain ntriples >serdi.nt || bad "serdi refuses $doc.ttl"
	serdi -q -i nquads -o ntriples r.nq | plain ntriples >serdiquads.nt || bad "serdi refuses $doc.nq"
	script jsonld.mjs r.jsonld >jsonld.raw || bad "jsonld.js (safe mode) refuses $doc.jsonld"
	plain ntriples <jsonld.raw >jsonld.nt
	for other in rapper quads serdi serdiquads jsonld; do
		diff want.nt "$other.nt" >differs || bad "$doc: $other reads another graph: $(head -5 differs)"
	done
	count=$((count + 1))
done
said "rapper, serdi and jsonld.js (safe mode): the same graph from .ttl .nt .nq .jsonld of $count records"
