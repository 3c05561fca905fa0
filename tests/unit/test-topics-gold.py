#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`agreed topics` on the three Chinese texts, against topics read out of them by hand, and its evidence."""
import json
import os
import pathlib
import subprocess
import sys

shared = pathlib.Path(os.environ["AGREED_SHARED"])
agreed = os.environ["AGREED"]
score = shared / "gold/score.py"
texts = [
    ("A_RES_66_184.zh.txt", "A/RES/66/184"),
    ("A_65_433.zh.txt", "A/C.2/65/L.56"),
    ("A_65_433.zh.txt", "A/C.2/65/L.22"),
]


def run(*arguments):
    return subprocess.run([agreed, *arguments], capture_output=True, check=True).stdout


def evidence_is_in_place(file, symbol, found):
    """Each offset and length, in code points, cut something out of the wording that `agreed show` has for the label."""
    shown = json.loads(run("show", "--format", "json", str(file)))
    text = next(t for t in shown["texts"] if t["symbol"] == symbol)
    wordings = {p["label"]: p["text"] for p in text["paragraphs"]}
    assert [p["label"] for p in found["paragraphs"]] == list(wordings), "not the paragraphs that are shown"
    for paragraph in found["paragraphs"]:
        wording = wordings[paragraph["label"]]
        for topic in paragraph["topics"]:
            assert topic["evidence"], (paragraph["label"], topic["topic"], "no evidence")
            for piece in topic["evidence"]:
                cut = wording[piece["offset"]:piece["offset"] + piece["length"]]
                assert len(cut) == piece["length"] > 0, (paragraph["label"], piece)
                if topic["topic"] == "broadband":
                    assert cut == "宽带", (paragraph["label"], cut)


missing = [str(p) for p in [score, *(shared / "texts/zh" / name for name, _ in texts)] if not p.exists()]
if missing:
    print("skipped, not there:", ", ".join(missing))
    sys.exit(77)

good = True
for name, symbol in texts:
    file = shared / "texts/zh" / name
    out = run("topics", "--format", "json", "--text", symbol, str(file))
    print(symbol, flush=True)
    good &= subprocess.run([sys.executable, score, "--topics", shared / "gold/topics.json", symbol], input=out).returncode == 0
    evidence_is_in_place(file, symbol, json.loads(out))
sys.exit(0 if good else 1)
