"""Compares what a hub answers with what the files hold that .ci/harvest gave it.

    harvest.py BASE_URL FOLDER_OF_REAL_DATA

Files are read by the standard library alone.
"""
import collections
import csv
import gzip
import io
import json
import sys
import unicodedata
import urllib.request
import zipfile
from pathlib import Path

base, data = sys.argv[1], Path(sys.argv[2])


def ask(url, body=None):
    request = urllib.request.Request(url, body and json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def listed(path):
    """All records of a search by REST, page by page."""
    page = {"next": f"{base}/api/v1/{path}&limit=100"}
    while "next" in page:
        page = ask(page["next"])
        yield from page["data"]


def queried(field, source, selection):
    """All records of a source by GraphQL, page by page."""
    after = None
    while True:
        answer = ask(f"{base}/graphql", {
            "query": f"query($after: String) {{ list: {field}(filter: {{source: \"{source}\"}}, first: 100, after: $after) "
                     f"{{ nodes {{ {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}",
            "variables": {"after": after}})
        yield from answer["data"]["list"]["nodes"]
        if not answer["data"]["list"]["pageInfo"]["hasNextPage"]:
            return
        after = answer["data"]["list"]["pageInfo"]["endCursor"]


def text(name):
    raw = next(data.glob(name)).read_bytes()
    return (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")


def flat(s):
    """A text as records hold it: in NFC, blanks as one."""
    return " ".join(unicodedata.normalize("NFC", s).split())


def same(what, want, got):
    want, got = collections.Counter(want), collections.Counter(got)
    if want != got:
        sys.exit(f"{what}: only in the file {list((want - got).items())[:3]}, only in the hub {list((got - want).items())[:3]}")
    print(f"  {what}: {want.total()} the same")


# How many of each source, counted in the files.
agenda = json.loads(text("ics/Coerde*/data/events.json"))["events"]
museums = list(csv.DictReader(io.StringIO(text("museums/*/data/museofile*")), delimiter="|"))
public = [json.loads(line) for line in text("collections/NYPL*/collections/*.ndjson.gz").splitlines()]
heritage = text("lido/k-int*/src/main/resources/files/lido-schema/inp-*")
words = text("skos/italia*/VocabolariControllati/classifications*/*/*.rdf")
with zipfile.ZipFile(next(data.glob("edm/*/metis-validation/metis-validation-service/src/test/resources/test_batch.zip"))) as z:
    objects = sum(z.read(n).count(b"<edm:ProvidedCHO ") for n in z.namelist() if n.endswith(".xml"))
want = {
    "calendar": ("Event", len(agenda)), "agenda-csv": ("Event", len(agenda)), "agenda-json": ("Event", len(agenda)),
    "own": ("Event", len(agenda)), "museums": ("Place", len(museums)), "collections": ("Collection", len(public)),
    "heritage": ("Work", heritage.count("<lido:lido>")), "words": ("Concept", words.count('rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"')), "archive": ("Work", objects),
}
got = {s["id"]: s["classes"] for s in ask(f"{base}/api/v1/sources")["data"]}
for source, (class_, n) in want.items():
    if got[source].get(class_) != n:
        sys.exit(f"source {source}: {got[source]}, want {n} of {class_}")
print(f"  counted in {len(want)} files and in the hub: {sum(n for _, n in want.values())} the same")

# The same agenda in three forms, over REST: titles and local starts.
starts = [(flat(e["title"]), e["start_date"], e["start_time"] or "") for e in agenda]
for source in ("calendar", "agenda-csv", "agenda-json"):
    same(f"titles and starts of {source}, by REST", starts,
         [(flat(e["name"]), e["start"][:10], e["start"][11:16]) for e in listed(f"events?source={source}")])

# Names and towns, sizes of collections, over GraphQL.
same("museums and their towns, by GraphQL", [(flat(m["Nom_officiel"]), flat(m["Ville"])) for m in museums],
     [(flat(p["name"]), flat(p["address"]["addressLocality"])) for p in queried("places", "museums", "name address { addressLocality }")])
same("collections and their sizes, by GraphQL", [(flat(c["title"]), c["numberOfItems"]) for c in public],
     [(flat(c["name"]), c["collectionSize"]) for c in queried("collections", "collections", "name collectionSize")])

# A record of one, in RDF.
event = next(listed("events?source=own&q=New"))
graph = urllib.request.urlopen(urllib.request.Request(event["id"], headers={"Accept": "application/n-triples"}), timeout=30).read().decode()
if "\"New! " not in graph:
    sys.exit(f"{event['id']} has not changed: {graph[:500]}")
print("  the changed event: found by its new title, and in its RDF")
