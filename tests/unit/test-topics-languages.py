#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One text said in the four languages that no gold reads: each paragraph of it has the same topics in all of them."""
import json
import os
import pathlib
import subprocess
import sys

texts = pathlib.Path(os.environ["AGREED_TOP"]) / "tests/data/topics/languages"
expected = {
    "PP1": {"igf"},
    "PP2": {"enhanced-cooperation"},
    "PP3": {"digital-divide", "broadband"},
    "PP4": {"cybercrime"},
    "OP1": {"digital-divide", "gender"},
    "OP2": {"south-south"},
    "OP3": {"capacity-building", "financing", "technology-transfer"},
    "OP4": {"reporting"},
}

good = True
for language in ("ar", "es", "fr", "ru"):
    out = subprocess.run([os.environ["AGREED"], "topics", "--format", "json", str(texts / f"{language}.txt")],
                         capture_output=True, check=True).stdout
    found = {p["label"]: {t["topic"] for t in p["topics"]} for p in json.loads(out)["paragraphs"]}
    assert list(found) == list(expected), (language, list(found))
    for label, topics in expected.items():
        if found[label] != topics:
            good = False
            print(language, label, "missed", sorted(topics - found[label]), "and found", sorted(found[label] - topics))
sys.exit(0 if good else 1)
