# GraphQL over HTTP: the reference audits, without an error or a warning.
step 'GraphQL'
out=$(script audit.mjs "$base/graphql") || bad "GraphQL audits: $out"
[ "$out" = '{"ok":61}' ] || bad "GraphQL audits: $out"
said "graphql-http: $out"
