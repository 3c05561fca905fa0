#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`agreed compare` on real files: its links against links read by hand, and its rows against its links and the texts.

The English pair are the same resolutions as the first Chinese pair (L.56 was adopted as 65/141), so its links are the same.
tests/data/links holds more pairs with the files that they are about. In those of one year and the next, links whose
paragraphs share most of their wording were taken as found, and every other pair that could be thought of as linked was
read; the others were read before the program was asked. "floor" is where a pair is so hard that F1 is under .98: a
resolution of twelve years before, and one that was negotiated apart."""
import collections
import json
import os
import pathlib
import subprocess
import sys

shared = pathlib.Path(os.environ["AGREED_SHARED"])
top = pathlib.Path(os.environ["AGREED_TOP"])
agreed = os.environ["AGREED"]

# Older file, its text, newer file, its text, the gold.
pairs = [
    ("zh/A_65_433.zh.txt", "A/C.2/65/L.56", "zh/A_RES_66_184.zh.txt", None, shared / "gold/links-65-to-66.json"),
    ("zh/A_65_433.zh.txt", "A/C.2/65/L.22", "zh/A_65_433.zh.txt", None, shared / "gold/links-65-draft-to-adopted.json"),
    ("en/A_RES_65_141-EN.pdftotext.txt", None, "en/A_RES_66_184-EN.pdftotext.txt", None,
     shared / "gold/links-65-to-66.json"),
]


def run(*arguments):
    return json.loads(subprocess.run([agreed, *map(str, arguments)], capture_output=True, check=True).stdout)


def show(file, which):
    texts = run("show", "--format", "json", file)["texts"]
    return next(t for t in texts if which in (None, t["symbol"])) if which else texts[-1]


def score(gold, links):
    wanted, tolerated = ({tuple(pair) for pair in gold.get(key, [])} for key in ("links", "either_way"))
    missed = wanted - links
    wrong = links - wanted - tolerated
    right = len(wanted & links)
    # Unrelated texts have no links, and none is to be found.
    f1 = 2 * right / (2 * right + len(missed) + len(wrong)) if wanted else float(not wrong)
    print(f"  F1 {f1:.3f}", "missed", sorted(missed), "wrong", sorted(wrong), flush=True)
    return f1


def count(what, right, missed, wrong):
    """What the whole set comes to, kept for the end."""
    totals.setdefault(what, [0, 0, 0])
    for i, n in enumerate((right, missed, wrong)):
        totals[what][i] += n


def sharing(links):
    """Those that share an end with another one: splits and merges."""
    ends = [collections.Counter(link[side] for link in links) for side in (0, 1)]
    return {link for link in links if ends[0][link[0]] > 1 or ends[1][link[1]] > 1}


def moves(links, order):
    """The links that every longest run which keeps the order leaves out, and those that some such run leaves out."""
    links = sorted(links, key=lambda link: (order[1][link[1]], order[0][link[0]]))
    older = [order[0][link[0]] for link in links]
    before, after = [1] * len(links), [1] * len(links)
    for i in range(len(links)):
        before[i] += max((before[k] for k in range(i) if older[k] <= older[i]), default=0)
    for i in reversed(range(len(links))):
        after[i] += max((after[k] for k in range(i + 1, len(links)) if older[k] >= older[i]), default=0)
    longest = max(before, default=0)
    steps = collections.Counter(b for b, a in zip(before, after) if b + a - 1 == longest)
    in_some = [b + a - 1 == longest for b, a in zip(before, after)]
    must = {link for link, some in zip(links, in_some) if not some}
    may = {link for link, some, b in zip(links, in_some, before) if not some or steps[b] > 1}
    return must, may


def score_kinds(gold, found, moved, texts):
    wanted, tolerated = ({tuple(pair) for pair in gold.get(key, [])} for key in ("links", "either_way"))
    count("links", len(wanted & found), len(wanted - found), len(found - wanted - tolerated))
    ours, theirs = sharing(found), sharing(wanted)
    count("splits and merges", len(theirs & found), len(theirs - found), len(ours - wanted - tolerated))
    order = [{p["label"]: i for i, p in enumerate(text["paragraphs"])} for text in texts]
    must, may = moves(wanted | (tolerated & found), order)
    must &= wanted & found
    count("moves", len(must & moved), len(must - moved), len((moved & wanted) - may))


def check_rows(older, newer, comparison):
    """Every paragraph is in one row, every link within one, and the differences give back both texts."""
    wordings = [{p["label"]: p["text"] for p in text["paragraphs"]} for text in (older, newer)]
    rows = comparison["rows"]
    seen = ([label for row in rows for label in row["older"]], [label for row in rows for label in row["newer"]])
    assert sorted(seen[0]) == sorted(wordings[0]) and sorted(seen[1]) == sorted(wordings[1])
    place = [{label: i for i, row in enumerate(rows) for label in row[side]} for side in ("older", "newer")]
    linked = set()
    for link in comparison["links"]:
        assert place[0][link["older"]] == place[1][link["newer"]], link
        assert 0 <= link["similarity"] <= 1 and 0 <= link["sure"] <= 1 and link["why"], link
        linked.add(place[0][link["older"]])
    for i, row in enumerate(rows):
        assert (i in linked) == bool(row["older"] and row["newer"]), row
        assert row["split"] == (len(row["newer"]) > 1) and row["merged"] == (len(row["older"]) > 1), row
        assert (row["change"] == "added") == (not row["older"]) and (row["change"] == "removed") == (not row["newer"])
        runs = row["difference"]
        back = ("".join(r.get("older_text", r["text"]) for r in runs if r["kind"] != "inserted"),
                "".join(r["text"] for r in runs if r["kind"] != "deleted"))
        for side, name in enumerate(("older", "newer")):
            assert back[side] == "\n".join(wordings[side][label] for label in row[name]), (row[name], back[side])
    for name in ("unchanged", "reworded", "added", "removed"):
        assert comparison["summary"][name] == sum(row["change"] == name for row in rows), name
    for name in ("moved", "split", "merged"):
        assert comparison["summary"][name] == sum(row[name] for row in rows), name
    # Rows follow the newer text; those without a newer paragraph follow the row of the older paragraph before them.
    order = {p["label"]: i for i, p in enumerate(newer["paragraphs"])}
    firsts = [min(order[label] for label in row["newer"]) for row in rows if row["newer"]]
    assert firsts == sorted(firsts)
    before = dict(zip((p["label"] for p in older["paragraphs"][1:]), (p["label"] for p in older["paragraphs"])))
    for i, row in enumerate(rows):
        if not row["newer"] and row["older"][0] in before:
            assert place[0][before[row["older"][0]]] < i, row


def check_same_every_time(older, newer):
    """On one processor and on all of them, and in whatever place, the same comes out, to the byte."""
    command = [agreed, "compare", "--format", "json", str(older), str(newer)]
    one = {min(os.sched_getaffinity(0))}
    outputs = {subprocess.run(command, capture_output=True, check=True, env=dict(os.environ, LC_ALL=locale),
                              preexec_fn=(lambda: os.sched_setaffinity(0, one)) if alone else None).stdout
               for alone, locale in ((False, "C.UTF-8"), (True, "C.UTF-8"), (False, "C"), (True, "tr_TR.UTF-8"))}
    assert len(outputs) == 1, "the same input gave different output"


def check_calls(file):
    """0 done, 1 for a file or text that is not there, 2 for a wrong call; then nothing on standard output."""
    calls = [(1, [file, "no-such-file.txt"]), (1, ["no-such-file.txt", file]), (1, [file, file, "--newer-text", "A/RES/1/1"]),
             (1, [file, file, "--output", "no-such-folder/out.json"]), (2, [file]), (2, [file, file, file]),
             (2, [file, file, "--format", "picture"]), (2, [file, file, "--no-such-option"])]
    for status, arguments in calls:
        done = subprocess.run([agreed, "compare", *map(str, arguments)], capture_output=True)
        assert done.returncode == status and done.stdout == b"", (arguments, done)
        assert done.stderr.startswith(b"agreed: "), (arguments, done.stderr)


for file in sorted((top / "tests/data/links").glob("*.json")):
    gold = json.loads(file.read_text(encoding="utf-8"))
    pairs.append((gold["files"][0], None, gold["files"][1], None, file))
missing = sorted({str(p) for pair in pairs for p in (shared / "texts" / pair[0], shared / "texts" / pair[2], pair[4])
                  if not p.exists()})
if missing:
    print("skipped, not there:", ", ".join(missing))
    sys.exit(77)

good = True
totals = {}
for older_name, older_text, newer_name, newer_text, gold_file in pairs:
    older_file, newer_file = shared / "texts" / older_name, shared / "texts" / newer_name
    choice = ["--older-text", older_text] if older_text else []
    comparison = run("compare", "--format", "json", older_file, newer_file, *choice)
    print(older_name, older_text or "", "→", newer_name)
    links = {(link["older"], link["newer"]) for link in comparison["links"]}
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    good &= score(gold, links) >= gold.get("floor", 0.99)
    texts = show(older_file, older_text), show(newer_file, newer_text)
    check_rows(*texts, comparison)
    moved = {(link["older"], link["newer"]) for link in comparison["links"] if link["moved"]}
    score_kinds(gold, links, moved, texts)
for what, (right, missed, wrong) in totals.items():
    precision, recall = (right / (right + n) if right + n else 1 for n in (wrong, missed))
    print(f"{what}: precision {precision:.3f} recall {recall:.3f} ({right} right, {missed} missed, {wrong} wrong)")
    good &= min(precision, recall) >= 0.97
check_same_every_time(shared / "texts" / pairs[0][0], shared / "texts" / pairs[0][2])
check_calls(shared / "texts" / pairs[0][0])
sys.exit(0 if good else 1)
