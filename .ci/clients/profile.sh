# The profile: its RDF reads alike for tools of others, and documents keep to its
# JSON Schema.
step 'profile'
for ext in ttl nt jsonld rdf; do fetch "$base/profile.$ext" >"profile.$ext"; done
plain ntriples <profile.nt >want.nt || bad 'rapper refuses /profile.nt'
plain turtle <profile.ttl >rapper.nt || bad 'rapper refuses /profile.ttl'
plain rdfxml <profile.rdf >rdfxml.nt || bad 'rapper refuses /profile.rdf'
serdi -q -i turtle -o ntriples profile.ttl | plain ntriples >serdi.nt || bad 'serdi refuses /profile.ttl'
script jsonld.mjs profile.jsonld | plain ntriples >jsonld.nt || bad 'jsonld.js (safe mode) refuses /profile.jsonld'
for other in rapper rdfxml serdi jsonld; do
	diff want.nt "$other.nt" >differs || bad "/profile: $other reads another graph: $(head -5 differs)"
done
said "rapper, serdi and jsonld.js: the same $(wc -l <want.nt) triples from /profile in four formats"
out=$(script schema.mjs "$base") || bad "ajv: $out"
said "$out"
