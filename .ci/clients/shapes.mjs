// node shapes.mjs FOLDER: the corpus of records in FOLDER/corpus, checked by
// rdf-validate-shacl against FOLDER/shapes.ttl, has for each file the results
// that FOLDER/corpus/results.txt lists for our own engine: severity, component,
// focus node, path and value.
import fs from "node:fs";
import path from "node:path";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const folder = process.argv[2];
const sh = "http://www.w3.org/ns/shacl#";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const read = (file) => new Store(new Parser({ baseIRI: "" }).parse(fs.readFileSync(file, "utf8")));

const show = (term) => {
  if (term.termType === "NamedNode") return `<${term.value}>`;
  if (term.termType === "BlankNode") return `_:${term.value}`;
  const text = JSON.stringify(term.value);
  if (term.language) return `${text}@${term.language}`;
  return term.datatype.value.endsWith("#string") ? text : `${text}^^<${term.datatype.value}>`;
};
const short = (term) => term.value.replace(sh, "sh:");

// A path that is no property is one of alternatives: the shapes have no other.
const showPath = (report, term) => {
  if (term.termType === "NamedNode") return show(term);
  const one = (subject, predicate) => [...report.match(subject, null, null)].find((q) => q.predicate.value === predicate)?.object;
  const steps = [];
  for (let list = one(term, sh + "alternativePath"); list && list.value !== rdf + "nil"; list = one(list, rdf + "rest"))
    steps.push(showPath(report, one(list, rdf + "first")));
  return steps.join("|");
};

const validator = new Validator(read(path.join(folder, "shapes.ttl")));
const found = {};
const corpus = path.join(folder, "corpus");
for (const kind of ["bad", "good"])
  for (const name of fs.readdirSync(path.join(corpus, kind)).sort()) {
    const report = await validator.validate(read(path.join(corpus, kind, name)));
    found[`${kind}/${name}`] = report.results.map((r) =>
      [short(r.severity), short(r.sourceConstraintComponent), show(r.focusNode), r.path && showPath(report.dataset, r.path), r.value && `= ${show(r.value)}`]
        .filter(Boolean).join(" "));
  }

const wanted = {};
let file;
for (const line of fs.readFileSync(path.join(corpus, "results.txt"), "utf8").trimEnd().split("\n"))
  if (line.startsWith("  ")) wanted[file].push(line.trim());
  else wanted[(file = line)] = [];

let differ = 0;
for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
  const want = (wanted[name] ?? ["no such file in the golden"]).sort().join("\n  ");
  const got = (found[name] ?? ["no such file in the corpus"]).sort().join("\n  ");
  if (want === got) continue;
  differ++;
  console.log(`${name}: ours\n  ${want}\nrdf-validate-shacl\n  ${got}`);
}
const files = Object.keys(found).length;
const results = Object.values(found).flat().length;
console.log(`rdf-validate-shacl: ${results} results on ${files} records, ${differ} files differ from ours`);
process.exit(differ || files < 60 ? 1 : 0);
