#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A redline for Word: all its changes refused it is the older text, all accepted the newer one. And the table."""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

AGREED = os.environ["AGREED"]
TOP = pathlib.Path(os.environ["AGREED_TOP"])
SAMPLES = [str(TOP / "data/samples" / name) for name in ("A_65_433.zh.txt", "A_RES_66_184.zh.txt")]
PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
# Inside a paragraph, with some of it on either side.
COMMA = re.compile(r"(?<=[^<>]{20})([,،，、])(?=[^<>]{20})")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(*arguments):
    ran = subprocess.run([AGREED, *arguments], capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def compare(*arguments):
    return json.loads(run("compare", "--format", "json", *arguments))


def wordings(comparison, side):
    """The rows of one side as they were read, without what only is set otherwise: white space, punctuation."""
    gone = "inserted" if side == "older" else "deleted"
    rows = []
    for row in comparison["rows"]:
        parts = [part["text"] for part in row["difference"] if part["kind"] != gone]
        if row[side]:
            rows.append((row[side], re.sub(r"\s", "", "".join(parts))))
    return rows


def change(page):
    """Another text: two preambular paragraphs change places, one is left out, one is cut in two, one reworded."""
    blocks = [block for block in PARAGRAPH.findall(page)
              if re.search(r"[,،，]\s*</p>$", block) and "sdfootnote" not in block and len(re.sub("<.*?>", "", block)) > 40]
    cut = next(block for block in blocks[1:] if COMMA.search(block))
    moved, left, reworded, *_, other = [block for block in blocks if block != cut]
    page = page.replace(moved, "\0").replace(other, moved).replace("\0", other).replace(left, "")
    page = page.replace(cut, COMMA.sub(r"\1</p>" + cut[:cut.index(">") + 1], cut, count=1))
    return page.replace(reworded, re.sub(r"([,،，])\s*</p>$", r" 2035\1</p>", reworded))


class Redline(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = str(self.folder / "redline.docx")

    def check(self, older, newer):
        run("compare", older, newer, "--output", self.file)
        direct, back = compare(older, newer), compare("--tracked", self.file)
        for side in ("older", "newer"):
            self.assertEqual(wordings(back, side), wordings(direct, side))
            for key in ("symbol", "title", "language"):
                self.assertEqual(back[side][key], direct[side][key])
        links = [[(link["older"], link["newer"]) for link in found["links"]] for found in (direct, back)]
        self.assertEqual(links[1], links[0])
        self.assertEqual(back["summary"], direct["summary"])
        self.check_accepted(newer)

    def check_accepted(self, newer):
        """Headings, footnotes and where they are called are the newer text's too."""
        texts = [json.loads(run("show", "--format", "json", name))["texts"][-1] for name in (self.file, newer)]
        for text in texts:
            for paragraph in text["paragraphs"]:
                paragraph["calls"] = [re.sub(r"\s", "", paragraph["text"][:mark["offset"]]) for mark in paragraph["notes"]]
        for key in ("label", "kind", "calls"):
            self.assertEqual(*[[paragraph[key] for paragraph in text["paragraphs"]] for text in texts])
        self.assertEqual(*[[note["text"] for note in text["notes"]] for text in texts])

    def test_sample(self):
        self.check(*SAMPLES)

    def test_sample_backwards(self):
        self.check(*reversed(SAMPLES))

    def test_languages(self):
        for language in ("ar", "en", "es", "fr", "ru", "zh"):
            with self.subTest(language):
                older = TOP / f"tests/data/languages/{language}.html"
                newer = self.folder / f"{language}.html"
                newer.write_text(change(older.read_text(encoding="utf-8")), encoding="utf-8")
                summary = compare(str(older), str(newer))["summary"]
                self.assertGreaterEqual(min(summary[key] for key in ("moved", "removed", "split", "reworded")), 1)
                self.check(str(older), str(newer))
                self.check(str(newer), str(older))

    def test_tracks(self):
        run("compare", *SAMPLES, "--output", self.file)
        archive = zipfile.ZipFile(self.file)
        self.assertIsNone(archive.testzip())
        parts = {name: xml.etree.ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
        text, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
        for element in ("ins", "del", "moveFrom", "moveTo"):
            authors = {node.get(W + "author") for node in text.iter(W + element)}
            self.assertEqual(authors, {"A/RES/66/184"})
        # Each move has two ends of one name, and each range is closed.
        names = [[node.get(W + "name") for node in text.iter(f"{W}{end}RangeStart")] for end in ("moveFrom", "moveTo")]
        self.assertEqual(sorted(names[0]), sorted(names[1]))
        self.assertEqual(len(names[0]), len(set(names[0])))
        for end in ("moveFrom", "moveTo"):
            starts, ends = ([node.get(W + "id") for node in text.iter(f"{W}{end}Range{which}")] for which in ("Start", "End"))
            self.assertEqual(starts, ends)
        # Every call has a note, and every note is called once.
        calls = [node.get(W + "id") for node in text.iter(W + "footnoteReference")]
        self.assertEqual(calls, [note.get(W + "id") for note in notes if note.get(W + "type") is None])
        ids = [node.get(W + "id") for part in (text, notes) for node in part.iter()
               if node.tag in (W + "ins", W + "del", W + "moveFrom", W + "moveTo")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_same_bytes(self):
        run("compare", *SAMPLES, "--output", self.file)
        first = pathlib.Path(self.file).read_bytes()
        run("compare", *SAMPLES, "--format", "docx", "--output", self.file)
        self.assertEqual(pathlib.Path(self.file).read_bytes(), first)

    def test_not_into_a_terminal(self):
        ran = subprocess.run([AGREED, "compare", *SAMPLES, "--format", "docx"], capture_output=True, encoding="utf-8")
        self.assertEqual((ran.returncode, ran.stdout), (2, ""))
        self.assertIn("--output", ran.stderr)


class Table(unittest.TestCase):
    def test_sample(self):
        table = run("compare", *SAMPLES, "--format", "csv")
        comparison = compare(*SAMPLES)
        self.assertEqual(table[0], "\ufeff")
        lines = list(csv.reader(io.StringIO(table[1:], newline=""), strict=True))
        self.assertEqual(lines[0][3:5], ["A/C.2/65/L.56", "A/RES/66/184"])
        self.assertEqual({len(line) for line in lines}, {7})
        self.assertEqual(len(lines) - 1, len(comparison["rows"]))
        for line, row in zip(lines[1:], comparison["rows"]):
            self.assertEqual(line[:2], [", ".join(row["older"]), ", ".join(row["newer"])])
            self.assertTrue(line[2].startswith(row["change"]))
            self.assertEqual("moved" in line[2].split(", "), row["moved"])
            newer = "".join(part["text"] for part in row["difference"] if part["kind"] != "deleted")
            self.assertEqual(line[4], newer)


if __name__ == "__main__":
    unittest.main()
