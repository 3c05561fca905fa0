#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real files beside the checkout are read as they were read by hand."""

import json
import os
import subprocess
import sys
from pathlib import Path

SHARED = Path(os.environ["AGREED_SHARED"])
GOLD = [("A_RES_66_184", "A_RES_66_184.zh.txt"), ("A_C.2_65_L.22", "A_65_433.zh.txt"), ("A_C.2_65_L.56", "A_65_433.zh.txt")]
# The English originals: preambular and operative paragraphs, footnotes.
ENGLISH = {"A_RES_66_184-EN": ("A/RES/66/184", 30, 21, 10), "A_RES_65_141-EN": ("A/RES/65/141", 25, 24, 11)}


def show(path: Path) -> bytes:
    return subprocess.run([os.environ["AGREED"], "show", "--format", "json", path], check=True, stdout=subprocess.PIPE).stdout


def check_gold() -> bool:
    good = True
    for gold, name in GOLD:
        score = [sys.executable, SHARED / "gold/score.py", "--text", SHARED / f"gold/{gold}.json"]
        good &= subprocess.run(score, input=show(SHARED / "texts/zh" / name), check=False).returncode == 0
    return good


def check_english() -> bool:
    good = True
    for name, wanted in ENGLISH.items():
        (text,) = json.loads(show(SHARED / f"texts/en/{name}.pdftotext.txt"))["texts"]
        kinds = [paragraph["kind"] for paragraph in text["paragraphs"]]
        marks = [mark["marker"] for paragraph in text["paragraphs"] for mark in paragraph["notes"]]
        found = (text["symbol"], kinds.count("preambular"), kinds.count("operative"), len(text["notes"]))
        if found != wanted or set(marks) != {str(n + 1) for n in range(wanted[3])}:
            print(f"{name}: wanted {wanted}, got {found}, markers {marks}")
            good = False
        for paragraph in text["paragraphs"]:
            if paragraph["text"][-1] not in ",;." or "F " in paragraph["text"][-5:] or "___" in paragraph["text"]:
                print(f"{name}: {paragraph['label']} ends in {paragraph['text'][-40:]!r}")
                good = False
    return good


def main() -> int:
    missing = [str(path) for path in (SHARED / "gold", SHARED / "texts") if not path.is_dir()]
    if missing:
        print("skipped, for these are missing:", ", ".join(missing))
        return 77
    return 0 if check_gold() & check_english() else 1


sys.exit(main())
