#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names each file with sentences to translate, and no other."""

import os
import re
import unittest
from pathlib import Path

TOP = Path(os.environ["AGREED_TOP"])
MARKED = {
    ".c": re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\("),
    ".ui": re.compile(r'translatable="(yes|true)"'),
    ".gschema.xml": re.compile(r"<(summary|description)>"),
    ".desktop.in": re.compile(r"^Name=", re.MULTILINE),
    ".metainfo.xml.in": re.compile(r"<name>"),
}


def marked_files() -> list[str]:
    found = []
    for folder in ("data", "src", "ui"):
        for path in (TOP / folder).rglob("*"):
            pattern = next((pattern for end, pattern in MARKED.items() if path.name.endswith(end)), None)
            if path.is_file() and pattern and pattern.search(path.read_text(encoding="utf-8")):
                found.append(str(path.relative_to(TOP)))
    return sorted(found)


class Potfiles(unittest.TestCase):
    def test_complete(self):
        lines = (TOP / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
        listed = [line for line in lines if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(listed), "po/POTFILES.in is not sorted")
        self.assertEqual(marked_files(), listed)


if __name__ == "__main__":
    unittest.main()
