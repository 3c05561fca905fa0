#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives, markup and text made to hurt: each is read, or refused in one sentence, within ten seconds and 500 MB, as the
PDFs of import-hostile are. The time is that of the processor; each file is read by a process of its own."""
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

MOST_SECONDS, MOST_BYTES = 10, 500 * 1000 * 1000
SANITIZED = b"__asan_init" in pathlib.Path(os.environ["AGREED"]).read_bytes()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = "<p>The General Assembly,</p><p>Recalling its resolution 46/212,</p><p>1. Decides as follows:</p>"
# Runs a program and says, behind what it printed, how much it took: a process's children add up.
MEASURE = ("import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
           "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
           "print('\\n%d %f %d' % (code, used.ru_utime + used.ru_stime, used.ru_maxrss), flush=True)")


def archive(members, mimetype=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        if mimetype:
            packed.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, pieces in members.items():
            with packed.open(name, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece.encode())
    return out.getvalue()


def docx(*pieces, before=""):
    return archive({"[Content_Types].xml": ["<Types/>"],
                    "word/document.xml": [f"{before}<w:document {W}><w:body>", *pieces, "</w:body></w:document>"]})


def odt(*pieces):
    return archive({"content.xml": [f'<office:document-content xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" '
                                    f'xmlns:table="{ODF}table:1.0"><office:body><office:text>', *pieces,
                                    "</office:text></office:body></office:document-content>"]},
                   "application/vnd.oasis.opendocument.text")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


class Heavy(unittest.TestCase):
    def read(self, data, name):
        """What is printed, or the sentence that refuses the file."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
            run = subprocess.run([sys.executable, "-c", MEASURE, os.environ["AGREED"], "show", str(path)], capture_output=True,
                                 encoding="utf-8", timeout=200, check=True)
        printed, _, numbers = run.stdout.rstrip("\n").rpartition("\n")
        code, seconds, kilobytes = (float(number) for number in numbers.split())
        if not SANITIZED:
            self.assertLess(seconds, MOST_SECONDS)
            self.assertLess(kilobytes * 1024, MOST_BYTES)
        if code == 0:
            self.assertEqual(run.stderr, "")
            return printed
        self.assertEqual((code, printed.strip()), (1, ""), run.stderr)
        self.assertRegex(run.stderr, rf"\Aagreed: {name}: [^\n]+\n\Z")
        return run.stderr

    def test_what_unpacks_to_far_more(self):
        million = "<w:p/>" * 170000
        for name, data in {"a.docx": docx(*[million] * 60), "b.docx": docx(paragraph("a" * 1000000), *[" " * 1000000] * 300),
                           "a.odt": odt(*["<text:p/>" * 100000] * 60)}.items():
            with self.subTest(name=name):
                self.assertIn("agreed: ", self.read(data, name))

    def test_entities(self):
        laughs = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
        doctype = f"<!DOCTYPE x [{laughs}]>"
        outside = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
        for before in doctype, outside:
            self.assertIn("agreed: ", self.read(docx(paragraph("&a11;"), before=before), "a.docx"))
            self.assertNotIn("root:", self.read(f"{before}<html><body>{HEAD}<p>&a11;</p></body></html>", "a.html"))

    def test_deep_nesting(self):
        for n in 1000, 200000:
            with self.subTest(n=n):
                self.read(docx("<w:tbl><w:tr><w:tc>" * n, paragraph("a"), "</w:tc></w:tr></w:tbl>" * n), "a.docx")
                self.read(odt("<text:section>" * n, "<text:p>a</text:p>", "</text:section>" * n), "a.odt")
                self.read(f"<html><body>{HEAD}" + "<table><tr><td>" * n + "a", "a.html")
                self.read(f"<html><body>{HEAD}" + "<ol><li>" * n + "a" + "<b><i><p>" * n, "b.html")

    def test_absurd_tables(self):
        rows = "".join(f"<tr><td colspan=999999999>{i}<td rowspan=-3>b<td colspan=-1>c</tr>" for i in range(20000))
        self.assertIn("OP1", self.read(f"<html><body>{HEAD}<table>{rows}</table><p>2. Urges.</p></body></html>", "a.html"))
        row = "<td>x" * 3000
        self.assertIn("OP2", self.read(f"<html><body>{HEAD}<table><tr>{row}<tr>{row}</table><p>2. Urges.</p>", "b.html"))
        cells = '<table:table-cell table:number-columns-repeated="100000000"><text:p>a</text:p></table:table-cell>' * 3
        self.read(odt("<text:p>The General Assembly,</text:p><text:p>Recalling its resolution,</text:p><text:p>1. Decides:</text:p>",
                      f"<table:table><table:table-row>{cells}</table:table-row>" * 2, "</table:table>" * 2), "a.odt")

    def test_large_pages(self):
        self.read(f"<html><body>{HEAD}" + f"<p {'a=b ' * 100}>Urges</p>" * 40000, "a.html")
        self.read(f"<html><body>{HEAD}<p>" + "word " * 6000000, "b.html")
        self.read("<html><body><p>" + "<" * 10000000, "c.html")

    def test_large_texts(self):
        head = "The General Assembly,\n\nRecalling its resolution 46/212,\n\n1. Decides:\n\n"
        self.read(head + "a" * 30000000, "a.txt")
        self.read(head + "a  |  b\n" * 500000, "b.txt")
        self.read(head + "1 A/1.\n\n" * 300000, "c.txt")
        self.read(head + "[1] a.[1]\n" * 300000, "d.txt")


if __name__ == "__main__":
    unittest.main()
