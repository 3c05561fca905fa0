#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables stay tables, in the paragraph or annex that they stand in. tests/data/make-tables.py says where the files come
from that hold the same resolution in five formats; the pages of other PDFs are set glyph by glyph (pages.py)."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from pages import Book  # noqa: E402  (after the path it needs)

FOLDER = pathlib.Path(os.environ["AGREED_TOP"]) / "tests/data/tables"
AGREED = os.environ["AGREED"]
LEFT, MEASURE = 130, 360


def texts(path):
    run = subprocess.run([AGREED, "show", "--format", "json", path], capture_output=True, encoding="utf-8", timeout=60)
    assert run.returncode == 0, run.stderr
    document = json.loads(run.stdout)
    return document["texts"] + document["annexes"]


def of_bytes(contents, name):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_text(contents, encoding="utf-8")
        return texts(path)


def plain(text):
    return text.replace("\u2011", "-").replace("\u00a0", " ")


class Formats(unittest.TestCase):
    maxDiff = None

    def check(self, language, kind):
        known = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
        found = texts(FOLDER / f"{language}.{kind}")
        self.assertEqual([text.get("annex") for text in found], [text["annex"] for text in known["texts"]])
        for one, other in zip(found, known["texts"]):
            self.assertEqual([(p["label"], plain(p["text"]), p["notes"]) for p in one["paragraphs"]],
                             [(p["label"], p["text"], p["notes"]) for p in other["paragraphs"]])
            self.assertEqual([p["label"] for p in one["paragraphs"] if p.get("table")],
                             [p["label"] for p in other["paragraphs"] if p.get("table")])
        self.assertEqual([plain(note["text"]) for note in found[0]["notes"]], [note["text"] for note in known["notes"]])


def add(language, kind):
    setattr(Formats, f"test_{language}_{kind}", lambda self: self.check(language, kind))


for source in sorted(FOLDER.glob("*.source")):
    for one in ("docx", "fodt", "html", "odt", "pdf"):
        add(source.stem, one)


class Setter:
    """Sets a resolution with tables the way the General Assembly's are set."""

    def __init__(self):
        self.book = Book(612, 792)
        self.turn()

    def turn(self):
        self.page = self.book.page()
        n = len(self.book.pages)
        if n == 1:
            self.page.text("United Nations", 72, 60, 12, "Bold")
            self.page.text("A/RES/91/5", 430, 60, 12)
            self.page.text("General Assembly", 72, 110, 16, "Bold")
            self.page.text("Distr.: General", 430, 110)
            self.page.text("12 March 2037", 430, 122)
            self.page.text("Ninety-first session", 72, 190, 10, "Bold")
            self.page.text("Agenda item 12", 72, 202, 10, "Bold")
            self.page.text("91/5.", 72, 262, 12, "Bold")
            self.page.text("Scale of the shares in the costs of the tower", LEFT, 262, 12, "Bold")
        else:
            self.page.text("A/RES/91/5", 72, 50, 8, "Bold")
        self.page.text(f"{n}/3", 520, 750, 8)
        self.y = 270 if n == 1 else 70

    def paragraph(self, text, indent=30):
        left, rest = self.page.paragraph(text, LEFT, self.y + 6, MEASURE, 10, 12, indent, bottom=700)
        self.y = left
        if rest:
            self.turn()
            self.y, _ = self.page.paragraph(rest, LEFT, self.y, MEASURE, 10, 12)

    def row(self, *places, gap=12.0, size=10):
        """places: (x, text) from the left, (x, text, "right") to end there"""
        if self.y + gap > 700:
            self.turn()
        self.y += gap
        for x, text, *side in places:
            self.page.text(text, x - self.page.measure(text, size) if side else x, self.y, size)


def show(setter):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "tables.pdf"
        setter.book.save(path)
        return [{p["label"]: p["text"] for p in text["paragraphs"]} for text in texts(path)]


OPENING = ["*The General Assembly*,",
           "*Recalling* its resolutions 85/14 and 88/3 on the shares in the costs of the tower, and the reports that were made "
           "on it by the Committee since then,",
           "*Having considered* the views that Member States have given on the height of the tower and on the stone of which it "
           "is to be built,",
           "*Recalling also* the decision of the Committee to ask masons, carpenters and those who live beside the tower what "
           "they think of it,"]
NAMES = ["Ruritania", "Graustark", "Syldavia", "Borduria", "Evallonia", "Freedonia", "Strelsau", "Zenda"] * 9


class Pages(unittest.TestCase):
    maxDiff = None

    def begin(self):
        setter = Setter()
        for text in OPENING:
            setter.paragraph(text)
        return setter

    def test_leaders_over_pages(self):
        setter = self.begin()
        setter.paragraph("1. *Resolves* that the scale of the shares for the period from 2037 to 2039 shall be as follows:")
        setter.row((LEFT + 20, "*Member State*"), (440, "*Percentage*", "right"), gap=20, size=8)
        rows = []
        for i, name in enumerate(NAMES):
            figure = f"{i}.{100 + i * 7 % 800}"
            name = f"{name} and the northern isles" if i % 5 == 0 else name
            dots = "." * int((430 - LEFT - 20 - setter.page.measure(name + figure, 10)) / 3.2)
            setter.row((LEFT + 20, f"{name} {dots}"), (440, figure, "right"))
            rows.append(f"{name}\t{figure}")
        setter.row((LEFT + 20, "Total"), (440, "100.000", "right"))
        setter.paragraph("2. *Also resolves* that the shares of States that are not yet members shall be fixed when they "
                         "become such, and that nobody shall be asked to pay twice;")
        setter.paragraph("3. *Decides* to remain seized of the matter.")
        found, = show(setter)
        self.assertEqual(list(found), ["PP1", "PP2", "PP3", "OP1", "OP2", "OP3"])
        self.assertEqual(found["OP1"].split("\n")[1:], ["Member State\tPercentage", *rows, "Total\t100.000"])

    def test_cells_of_several_lines(self):
        setter = self.begin()
        setter.paragraph("1. *Approves* the following indicators of achievement for the tower:")
        columns = (LEFT, 260, 400)
        cells = [(["Objective"], ["Indicator"], ["Target"]),
                 (["The tower is built to", "the height agreed"], ["Percentage of stones that", "were laid by masons"], ["80"]),
                 (["The tower is lit"], ["Number of lamps, and of", "nights in which they", "were all lit"], ["365"]),
                 (["Visitors are satisfied", "with the view"], ["Letters of thanks"], ["1 200"])]
        for n, row in enumerate(cells):
            for i in range(max(map(len, row))):
                setter.row(*((x, lines[i]) for x, lines in zip(columns, row) if i < len(lines)), gap=18 if i == 0 else 12)
        setter.y += 8
        setter.paragraph("2. *Requests* the Committee to report on the matter every year, and whenever a stone has fallen.")
        found, = show(setter)
        self.assertEqual(list(found), ["PP1", "PP2", "PP3", "OP1", "OP2"])
        self.assertEqual(found["OP1"].split("\n")[1:], ["\t".join(" ".join(cell) for cell in row) for row in cells])

    def test_lists_are_none(self):
        setter = self.begin()
        setter.paragraph("1. *Decides* to send to the tower:")
        for letter, text in zip("abcd", ("A mason;", "A carpenter;", "A man who can write;", "Nobody else;")):
            setter.row((LEFT + 30, f"({letter})"), (LEFT + 60, text), gap=18)
        setter.y += 6
        for number, text in (2, "*Thanks* them;"), (3, "*Pays* them;"), (4, "*Requests* their return."):
            setter.row((LEFT + 30, f"{number}."), (LEFT + 60, text), gap=18)
        found, = show(setter)
        self.assertEqual(list(found), ["PP1", "PP2", "PP3", "OP1", "OP1(a)", "OP1(b)", "OP1(c)", "OP1(d)", "OP2", "OP3", "OP4"])
        self.assertFalse([label for label, text in found.items() if "\t" in text or "\n" in text])

    def test_annex_of_a_table(self):
        setter = self.begin()
        setter.paragraph("1. *Adopts* the calendar of the tower that is annexed to the present resolution;")
        setter.paragraph("2. *Decides* to come back to it.")
        setter.row((290, "Annex"), gap=30)
        setter.row((240, "Calendar of the tower"), gap=20)
        setter.y += 8
        for month, work, days in (("Month", "Work", "Days"), ("March", "Digging", "22"), ("April", "Laying of stones", "20"),
                                  ("May", "Feasts", "31")):
            setter.row((LEFT, month), (250, work), (460, days, "right"))
        found, annex = show(setter)
        self.assertEqual(list(found), ["PP1", "PP2", "PP3", "OP1", "OP2"])
        self.assertEqual(annex, {"AN1": "Month\tWork\tDays\nMarch\tDigging\t22\nApril\tLaying of stones\t20\nMay\tFeasts\t31"})


class Web(unittest.TestCase):
    START = "<html><body><p>The General Assembly,</p><p>Recalling its resolution 65/141,</p><p>1. Decides as follows:</p>"

    def test_columns_that_span(self):
        found = of_bytes(self.START + "<table><tr><th>Item<th colspan=2>Years</tr><tr><td>Posts<td>12.<td>(a)</tr>"
                         "<tr><td>Travel<td><p>1.</p><p>Twice</p><td>7<sup><a href='#n1' name='c1'>1</a></sup></tr></table>"
                         "<p>2. Requests a report.</p><p><a href='#c1' name='n1'>1</a> In full.</p></body></html>", "a.html")[0]
        self.assertEqual([p["text"] for p in found["paragraphs"][1:]],
                         ["Decides as follows:\nItem\tYears\nPosts\t12.\t(a)\nTravel\t1. Twice\t7", "Requests a report."])
        self.assertEqual(found["paragraphs"][1]["notes"], [{"marker": "1", "offset": 62}])

    def test_page_set_by_tables(self):
        rows = "".join(f"<tr><td>{n}.</td><td>{verb} that everything be done that can be done for the observatories;</td></tr>"
                       for n, verb in ((1, "Decides"), (2, "Requests"), (3, "Urges")))
        found = of_bytes("<html><body><table><tr><td>Menu</td><td><table><tr><td>United Nations</td><td>A/RES/66/1</td></tr>"
                         "<tr><td>General Assembly</td><td>Distr.: General</td></tr></table><p>The General Assembly,</p>"
                         f"<p>Recalling its resolution 65/141,</p><table>{rows}</table></td></tr></table></body></html>",
                         "a.html")[0]
        self.assertEqual([p["label"] for p in found["paragraphs"]], ["PP1", "OP1", "OP2", "OP3"])
        self.assertFalse([p for p in found["paragraphs"] if p.get("table")])
        self.assertEqual(found["symbol"], "A/RES/66/1")


if __name__ == "__main__":
    unittest.main()
