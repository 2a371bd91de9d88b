// node pages.mjs BASE CONFIG: each kind of page of the hub, in Debian's chromium
// at two widths: axe-core (WCAG 2.2 AA) without a violation, no horizontal
// scrolling; and its source through html-validate. The first bad page ends it.
import fs from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { chromium } from "playwright-core";

const [base, config] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const html = new HtmlValidate(new StaticConfigLoader(JSON.parse(fs.readFileSync(config))));

const first = async (list, choose = () => true) => {
  const { data } = await (await fetch(`${base}/api/v1/${list}`)).json();
  const found = data.find(choose);
  if (!found) fail(`nothing fits under /api/v1/${list}`);
  return new URL(found.page).pathname.slice(3); // without the language
};

const fail = (message) => {
  console.log(message);
  process.exit(1);
};

const event = "events?from=today&limit=100";
const pages = [
  "/fr/", "/de/?country=FR&from=today", "/lb/?q=zzzzzz", "/en/?free=true",
  "/fr/works", "/de/works?licence=open", "/lb/places", "/en/organizations", "/fr/persons",
  "/de" + (await first(event, (e) => e.dates > 8)),
  "/fr" + (await first(event, (e) => e.status === "EventCancelled" || e.status === "EventPostponed")),
  "/lb" + (await first(event, (e) => e.type === "ExhibitionEvent")),
  "/en" + (await first("works?limit=100&licence=open", (w) => w.camera)),
  "/fr" + (await first("works?limit=100&licence=permission")),
  "/de" + (await first("places?limit=100&q=theater", (p) => p.places?.[0]?.latitude)),
  "/en" + (await first("organizations?limit=1")),
  "/fr" + (await first("persons?limit=1")),
  "/lb" + (await first("datasets?limit=1")),
  "/fr/profile", "/lb/profile",
  "/de/sources/mirabelle-saison", "/fr/concepts/event.music", "/lb/?category=event.music&weekday=sat",
  "/en" + (await first("eventseries?limit=1")),
  "/fr/nowhere", "/de/?from=31.02.", "/problems/invalid",
];

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let checks = 0, passes = 0;
for (const width of [1200, 360]) {
  const context = await browser.newContext({ bypassCSP: true, javaScriptEnabled: true, colorScheme: "light", viewport: { width, height: 800 } });
  await context.route("**", (r) => (r.request().url().startsWith(base + "/") ? r.continue() : r.abort()));
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(base + path, { waitUntil: "load" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) fail(`${path} at ${width} px is ${wide} px wide`);
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), rules);
    for (const v of found.violations) fail(`axe: ${path} at ${width} px: ${v.id}: ${v.help}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" ")}`);
    checks++;
    passes += found.passes.length;
  }
}
await browser.close();

for (const path of pages) {
  const text = await (await fetch(base + path, { headers: { accept: "text/html" } })).text();
  const report = await html.validateString(text, path);
  for (const m of report.results.flatMap((r) => r.messages)) fail(`html-validate: ${path}: line ${m.line}: ${m.message} (${m.ruleId})`);
}
console.log(`axe 0 violations of WCAG 2.2 AA, ${passes} rules passed on ${pages.length} pages at 1200 and 360 px (${checks} checks), none wider than the screen`);
console.log(`html-validate: ${pages.length} pages valid`);
