// node schema.mjs BASE: documents of every class by the hub's JSON Schema, in
// ajv. The first that does not keep to it ends it.
import Ajv from "ajv/dist/2020.js";

const [base] = process.argv.slice(2);
const json = async (url) => (await fetch(url)).json();
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, validateFormats: false, allErrors: true });
const validate = ajv.compile(await json(`${base}/profile/1/schema.json`));

let checked = 0;
for (const list of ["events", "eventseries", "places", "organizations", "persons", "works", "media", "collections", "concepts", "conceptschemes", "datasets"]) {
  const { data = [] } = await json(`${base}/api/v1/${list}?limit=40`);
  for (const { id } of data) {
    const address = `${id.replace("/id/", "/doc/")}.jsonld`;
    const document = await json(address);
    if (!validate(document)) {
      console.log(`${address}: ${ajv.errorsText(validate.errors)}`);
      process.exit(1);
    }
    checked++;
    delete document.type;
    if (validate(document)) {
      console.log(`${address}: taken without its type`);
      process.exit(1);
    }
  }
}
console.log(`ajv: ${checked} documents keep to the JSON Schema`);
