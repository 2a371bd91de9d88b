# Shapes: another SHACL processor finds in the corpus just what ours does.
step 'shapes'
out=$(script shapes.mjs "$here/../../schema/derive/testdata") || bad "$out"
said "$out"
