#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One resolution in six languages, as PDF, DOCX, ODT, Flat ODT, HTML and text: the same paragraphs out of each.

tests/data/make-languages.py says where the files and what is expected of them come from. White space counts in PDFs,
where it is made out from gaps, and else in the middle of a number only; which hyphen it is never does. The text files
have their footnotes at the end, typed: LibreOffice leaves real ones out of text."""
import json
import os
import pathlib
import re
import subprocess
import unittest

FOLDER = pathlib.Path(os.environ["AGREED_TOP"]) / "tests/data/languages"
AGREED = os.environ["AGREED"]
LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
FORMATS = ["docx", "fodt", "html", "odt", "pdf", "txt"]


def plain(text):
    return re.sub(r"[\s\u200e\u200f]+", "", text).replace("\u2011", "-")


def spaced(text):
    """With every space as it is, no-break ones too, but at the ends of the paragraph."""
    return re.sub(r"[\u200e\u200f]+", "", text).replace("\u2011", "-").strip()


def numbers(text):
    return re.findall(r"\d+", text)


def label(paragraph):
    """Word prints the first letter of the abjad with a hamza, LibreOffice without."""
    return paragraph["label"].replace("(ا)", "(أ)")


def marks(paragraph):
    """Each with the characters that stand before it, white space left out."""
    return [(note["marker"], len(plain(paragraph["text"][:note["offset"]]))) for note in paragraph["notes"]]


class Languages(unittest.TestCase):
    maxDiff = None

    def check(self, language, kind, suffix=""):
        known = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
        run = subprocess.run([AGREED, "show", "--format", "json", FOLDER / f"{language}{suffix}.{kind}"], capture_output=True,
                             encoding="utf-8")
        self.assertEqual(run.stderr, "")
        texts = json.loads(run.stdout)["texts"]
        self.assertEqual(len(texts), 1)
        text = texts[0]
        self.assertEqual(text["language"], language)
        self.assertEqual(plain(text["title"] or ""), plain(known["title"]))
        self.assertEqual([(label(p), plain(p["text"])) for p in text["paragraphs"]],
                         [(label(p), plain(p["text"])) for p in known["paragraphs"]])
        self.assertEqual([(label(p), numbers(p["text"])) for p in text["paragraphs"]],
                         [(label(p), numbers(p["text"])) for p in known["paragraphs"]])
        self.assertEqual([p["kind"] for p in text["paragraphs"]],
                         ["preambular" if p["label"].startswith("PP") else "operative" for p in known["paragraphs"]])
        self.assertEqual([(label(p), marks(p)) for p in text["paragraphs"] if p["notes"]],
                         [(label(p), marks(p)) for p in known["paragraphs"] if p["notes"]])
        self.assertEqual([(n["marker"], plain(n["text"])) for n in text["notes"]],
                         [(n["marker"], plain(n["text"])) for n in known["notes"]])

        if kind == "pdf":
            self.check_spaces(text, known)

    def check_spaces(self, text, known):
        self.assertEqual(spaced(text["title"]), spaced(known["title"]))
        self.assertEqual([(label(p), spaced(p["text"])) for p in text["paragraphs"]],
                         [(label(p), spaced(p["text"])) for p in known["paragraphs"]])
        self.assertEqual([(n["marker"], spaced(n["text"])) for n in text["notes"]],
                         [(n["marker"], spaced(n["text"])) for n in known["notes"]])


class Ligatures(unittest.TestCase):
    maxDiff = None

    def test_lam_alef(self):
        """One glyph stands for two letters, justified lines tear its halves apart, and the article looks much alike."""
        wordings = []
        for kind in ("pdf", "txt"):
            run = subprocess.run([AGREED, "show", "--format", "json", FOLDER.parent / f"texts/ar-ligatures.{kind}"],
                                 capture_output=True, encoding="utf-8", check=True)
            wordings.append([plain(p["text"]) for p in json.loads(run.stdout)["texts"][0]["paragraphs"]])
        self.assertEqual(*wordings)


def add(language, kind, suffix=""):
    def test(self):
        self.check(language, kind, suffix)

    setattr(Languages, f"test_{language}_{kind}{suffix.replace('-', '_')}", test)


for one in LANGUAGES:
    for other in FORMATS:
        add(one, other)
    add(one, "pdf", "-wide")

if __name__ == "__main__":
    unittest.main()
