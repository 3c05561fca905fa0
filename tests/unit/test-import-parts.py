#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions of many parts, each set as the General Assembly sets them today: lettered parts, sections whose numbers begin
anew, appropriations in tables, declarations and statutes in annexes. The texts are made up."""
import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

SPEC = importlib.util.spec_from_file_location("organs", pathlib.Path(__file__).with_name("test-import-organs.py"))
organs = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(organs)
LEFT, MEASURE = organs.LEFT, organs.MEASURE

PREAMBLE = ["*Recalling* its resolution 77/120 of 12 December 2022 on the keeping of lights, and all its earlier resolutions on "
            "the matter, which it reaffirms,",
            "*Noting* the report of the Secretary-General on the state of the lights along the coasts of developing countries "
            "and on the islands before them,"]
OPERATIVE = ["*Takes note* of the report of the Secretary-General and of the observations that are contained therein on the "
             "keepers;",
             "*Decides* to establish a fund for the keepers of remote lights, to be paid for by voluntary contributions of all "
             "Member States;",
             "*Requests* the Secretary-General to report to the General Assembly at its eighty-second session."]
LABELS = ["PP1", "PP2", "OP1", "OP2", "OP3"]


class Resolution(organs.Setter):
    def __init__(self, number, title):
        super().__init__(f"A/RES/{number}")
        self.line("General Assembly", 72, 14, "Bold", 20)
        self.line("Distr.: General", 430, gap=0)
        self.line("2 January 2026", 430)
        self.line("Eightieth session", 72, 10, "Bold", gap=40)
        self.line("Resolution adopted by the General Assembly on 30 December 2025", LEFT, 12, "Bold", 40)
        self.line("[on the report of the Fifth Committee (A/80/655, para. 9)]", LEFT, 10, "Italic", 20)
        self.line(f"{number}.", 72, 12, "Bold", 30)
        self.page.text(title, LEFT, self.y, 12, "Bold")
        self.y += 8

    def heading(self, *lines):
        for n, text in enumerate(lines):
            self.line(text, 300 - 3 * len(text), 10, "Bold", 24 if n == 0 else 18)
        self.y += 8

    def numbered(self, texts=OPERATIVE):
        for n, text in enumerate(texts, 1):
            self.paragraph(f"{n}.   {text}")

    def whole(self):
        for text in ["*The General Assembly,*", *PREAMBLE]:
            self.paragraph(text)
        self.numbered()

    def adopted(self):
        self.line("53rd (resumed) plenary meeting", 380, 10, "Italic", 30)
        self.line("30 December 2025", 400, 10, "Italic")

    def row(self, *places, gap=12):
        if self.y + gap > self.bottom:
            self.turn()
        self.y += gap
        for x, text, *right in places:
            self.page.text(text, x - self.page.measure(text, 9) if right else x, self.y, 9)

    def show(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "resolution.pdf"
            self.save(path)
            run = subprocess.run([os.environ["AGREED"], "show", "--format", "json", path], capture_output=True, encoding="utf-8")
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)


def labels(text):
    return [paragraph["label"] for paragraph in text["paragraphs"]]


class Parts(unittest.TestCase):
    maxDiff = None

    def test_lettered(self):
        setter = Resolution("80/240", "Financing of the lights of the ocean")
        for letter, title in ("A", "Lamps of the northern seas"), ("B", "Keepers of the southern seas"):
            setter.heading(letter, title)
            setter.whole()
            setter.adopted()
        found = setter.show()["texts"]
        self.assertEqual([(text["symbol"], text["title"], labels(text)) for text in found],
                         [("A/RES/80/240 A", "Lamps of the northern seas", LABELS),
                          ("A/RES/80/240 B", "Keepers of the southern seas", LABELS)])

    def test_sections_with_numbers_of_their_own(self):
        setter = Resolution("80/253", "Questions relating to the lights of the ocean")
        setter.paragraph("*The General Assembly,*")
        for number, title in ("I", "Lamps of the northern seas"), ("II", "Keepers of the southern seas"), ("III", "Oil"):
            setter.heading(number, title)
            setter.paragraph("*Having considered* the report of the Secretary-General on the subject and the related report of the "
                             "Advisory Committee,")
            setter.numbered()
        setter.adopted()
        text, = setter.show()["texts"]
        self.assertEqual(labels(text), ["PP1", "OP1", "OP2", "OP3", "PP2", "OP2.1", "OP2.2", "OP2.3", "PP3", "OP3.1", "OP3.2",
                                        "OP3.3"])
        self.assertEqual([(heading["before"], heading["text"]) for heading in text["headings"]],
                         [("PP1", "I"), ("PP1", "Lamps of the northern seas"), ("PP2", "II"),
                          ("PP2", "Keepers of the southern seas"), ("PP3", "III"), ("PP3", "Oil")])
        self.assertEqual([p["kind"] for p in text["paragraphs"] if p["label"].startswith("PP")], ["preambular"] * 3)

    def test_appropriations(self):
        setter = Resolution("80/254", "Budget of the lights for 2026")
        setter.paragraph("*The General Assembly,*")
        setter.paragraph("*Resolves* that, for the year 2026:")
        setter.paragraph("1.   Appropriations totalling 1,175,801,600 United States dollars are hereby approved for the following "
                         "purposes:")
        setter.y += 8
        setter.row((LEFT, "*Section*"), (480, "*United States dollars*", "right"))
        setter.row((LEFT, "Part I.   Overall direction"), gap=16)
        setter.row((LEFT + 8, "1."), (LEFT + 28, "Overall policymaking, direction and"), gap=14)
        setter.row((LEFT + 28, "coordination"), (480, "114 346 500", "right"))
        setter.row((LEFT + 8, "2."), (LEFT + 28, "General Assembly affairs"), (480, "343 455 100", "right"))
        setter.row((LEFT + 28, "Subtotal"), (480, "457 801 600", "right"), gap=14)
        setter.row((LEFT + 8, "3."), (LEFT + 28, "Political affairs"), (480, "702 000 000", "right"), gap=14)
        setter.row((LEFT + 8, "4."), (LEFT + 28, "Disarmament"), (480, "16 000 000", "right"))
        setter.row((LEFT + 28, "*Total*"), (480, "1 175 801 600", "right"), gap=14)
        setter.y += 10
        setter.paragraph("2.   The Secretary-General shall be authorized to transfer credits between sections of the budget with "
                         "the concurrence of the Advisory Committee;")
        setter.paragraph("3.   In addition to the appropriations approved under paragraph 1 above, an amount of 75,000 dollars is "
                         "appropriated for each year.")
        text, = setter.show()["texts"]
        self.assertEqual(labels(text), ["PP1", "OP1", "OP2", "OP3"])
        self.assertEqual(text["paragraphs"][1]["text"].split("\n")[1:],
                         ["Section\tUnited States dollars", "Part I. Overall direction",
                          "1. Overall policymaking, direction and coordination\t114 346 500",
                          "2. General Assembly affairs\t343 455 100", "Subtotal\t457 801 600", "3. Political affairs\t702 000 000",
                          "4. Disarmament\t16 000 000", "Total\t1 175 801 600"])

    def test_declaration_and_appendix(self):
        setter = Resolution("80/260", "Declaration on the lights of the ocean")
        setter.whole()
        setter.adopted()
        setter.turn()
        setter.line("Annex", LEFT, 12, "Bold", 10)
        setter.line("Declaration on the Lights of the Ocean", LEFT, 12, "Bold", 20)
        setter.y += 6
        setter.paragraph("We, the Heads of State and Government, having met at the foot of the light of the northern cape from 3 to "
                         "5 June 2025, have agreed as follows:")
        setter.line("I.   Our common light", LEFT, 11, "Bold", 24)
        setter.paragraph("1.   We reaffirm that the light of one coast serves the ships of all nations, and that nobody may put it out.")
        setter.paragraph("2.   We commit ourselves to:")
        setter.paragraph("(*a*)   Keep the lamps burning in every season and in all weathers;")
        setter.line("II.   Means of implementation", LEFT, 11, "Bold", 24)
        setter.line("A.   Oil", LEFT, 10, "Bold", 18)
        setter.paragraph("3.   We stress the importance of oil, and note that it is sold at prices that poor harbours cannot pay.")
        setter.line("Appendix", LEFT, 12, "Bold", 30)
        setter.line("List of lights", LEFT, 12, "Bold", 20)
        setter.y += 4
        for name in "Northern cape", "Southern cape", "Harbour of the isles":
            setter.paragraph(name)
        annexes = setter.show()["annexes"]
        self.assertEqual([(text["annex"], text["title"], labels(text)) for text in annexes],
                         [("Annex", "Declaration on the Lights of the Ocean", ["AN§1", "AN1", "AN2", "AN2(a)", "AN3"]),
                          ("Appendix", "List of lights", ["AN1", "AN2", "AN3"])])


if __name__ == "__main__":
    unittest.main()
