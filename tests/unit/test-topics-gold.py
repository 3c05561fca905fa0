#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`agreed topics` against topics read by hand out of the three Chinese texts, and its evidence.

Two of the texts are at hand in English too: the same paragraphs of the same resolutions touch the same topics."""
import json
import os
import pathlib
import subprocess
import sys

shared = pathlib.Path(os.environ["AGREED_SHARED"])
agreed = os.environ["AGREED"]
score = shared / "gold/score.py"
# The file, the text in it, what the gold calls it, and a word that stands for broadband wherever that is found.
texts = [
    ("zh/A_RES_66_184.zh.txt", "A/RES/66/184", "A/RES/66/184", "宽带"),
    ("zh/A_65_433.zh.txt", "A/C.2/65/L.56", "A/C.2/65/L.56", "宽带"),
    ("zh/A_65_433.zh.txt", "A/C.2/65/L.22", "A/C.2/65/L.22", "宽带"),
    ("en/A_RES_66_184-EN.pdftotext.txt", "A/RES/66/184", "A/RES/66/184", "broadband"),
    ("en/A_RES_65_141-EN.pdftotext.txt", "A/RES/65/141", "A/C.2/65/L.56", "broadband"),
]


def run(*arguments):
    return subprocess.run([agreed, *arguments], capture_output=True, check=True).stdout


def evidence_is_in_place(file, symbol, broadband, found):
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
                    assert cut.lower() == broadband, (paragraph["label"], cut)


missing = [str(p) for p in [score, *(shared / "texts" / text[0] for text in texts)] if not p.exists()]
if missing:
    print("skipped, not there:", ", ".join(missing))
    sys.exit(77)

good = True
for name, symbol, gold, broadband in texts:
    file = shared / "texts" / name
    out = run("topics", "--format", "json", "--text", symbol, str(file))
    print(name, symbol, flush=True)
    good &= subprocess.run([sys.executable, score, "--topics", shared / "gold/topics.json", gold], input=out).returncode == 0
    evidence_is_in_place(file, symbol, broadband, json.loads(out))
sys.exit(0 if good else 1)
