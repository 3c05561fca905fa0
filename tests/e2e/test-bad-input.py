#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line told wrong things: one sentence that names the file, and the exit status that says whose fault it is."""

import json
import os
import random
import subprocess
import tempfile
import unittest
from pathlib import Path

SAMPLES = Path(os.environ["AGREED_TOP"], "data/samples")
SAMPLE = SAMPLES / "A_RES_66_184.zh.txt"
OLDER_SAMPLE = SAMPLES / "A_65_433.zh.txt"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
                    "000000020001e221bc330000000049454e44ae426082")


def agreed(*arguments, **options) -> subprocess.CompletedProcess:
    return subprocess.run([os.environ["AGREED"], *map(str, arguments)], stdin=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, timeout=60, check=False,
                          **{"stdout": subprocess.PIPE, **options})


class BadInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name: str, contents: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(contents)
        return path

    def assert_refused(self, result: subprocess.CompletedProcess, status: int, name: str = "") -> None:
        """One line; for a wrong call another that leads to the help."""
        said = result.stderr.decode("utf-8")
        self.assertEqual((result.returncode, result.stdout or b""), (status, b""), said)
        self.assertRegex(said, r"\Aagreed: [^\n]+\n" + (r"[^\n]+--help[^\n]+\n\Z" if status == 2 else r"\Z"))
        self.assertIn(name, said)

    def bad_files(self):
        noise = random.Random(1)
        yield "missing.txt", None
        yield "empty.txt", b""
        yield "blank.txt", b" \n\t\r\n \n"
        yield "prose.txt", b"Dear colleague,\n\nthe meeting is at ten.\n\nYours\n"
        yield "noise.txt", noise.randbytes(20000)
        yield "zeros.txt", bytes(4000)
        yield "picture.agreed", PNG
        yield "picture.txt", PNG
        yield "broken.agreed", b'{"format": 1, "texts": ['
        yield "number.agreed", b"17"
        yield "newer.agreed", b'{"format": 999}'
        yield "two\nlines.txt", b""

    def test_files(self):
        for name, contents in self.bad_files():
            path = self.folder / name if contents is None else self.write(name, contents)
            for arguments in (["show", path], ["topics", path], ["compare", path, SAMPLE], ["compare", SAMPLE, path]):
                with self.subTest(name=name, command=arguments[0]):
                    self.assert_refused(agreed(*arguments), 1, name.replace("\n", " "))

    def test_folder(self):
        self.assert_refused(agreed("show", self.folder), 1, self.folder.name)

    def test_one_of_several(self):
        """Nothing is written of the good ones, so that nobody takes a part for the whole."""
        self.assert_refused(agreed("show", SAMPLE, self.folder / "missing.txt"), 1, "missing.txt")

    def test_no_permission(self):
        if os.geteuid() == 0:
            self.skipTest("root may read everything")
        path = self.write("closed.txt", SAMPLE.read_bytes())
        path.chmod(0)
        self.assert_refused(agreed("show", path), 1, path.name)

    def test_cut(self):
        """A text that breaks off is read as far as it goes or refused, whatever the byte it breaks off at."""
        whole = SAMPLE.read_bytes()
        cuts = random.Random(2)
        for end in [1, 2, 3, 100, 700] + [cuts.randrange(len(whole)) for _ in range(25)]:
            with self.subTest(end=end):
                path = self.write("cut.txt", whole[:end])
                result = agreed("show", path, "--format", "json")
                if result.returncode == 0:
                    self.assertEqual(result.stderr, b"")
                    self.assertTrue(json.loads(result.stdout)["texts"][0]["paragraphs"])
                else:
                    self.assert_refused(result, 1, "cut.txt")

    def test_unwritable(self):
        for output in (self.folder / "missing/page.html", self.folder):
            with self.subTest(output=output.name):
                self.assert_refused(agreed("compare", OLDER_SAMPLE, SAMPLE, "--format", "html", "--output", output), 1,
                                    output.name)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            self.assert_refused(agreed("compare", OLDER_SAMPLE, SAMPLE, stdout=full), 1)

    def test_no_such_text(self):
        for option in ("--older-text", "--newer-text"):
            with self.subTest(option=option):
                self.assert_refused(agreed("compare", OLDER_SAMPLE, SAMPLE, option, "A/RES/1/1"), 1, "A/RES/1/1")

    def test_wrong_calls(self):
        for call in ([], ["sing"], ["show"], ["show", SAMPLE, "--format", "html"], ["show", SAMPLE, "--loud"],
                     ["compare"], ["compare", SAMPLE], ["compare", SAMPLE, SAMPLE, SAMPLE],
                     ["compare", OLDER_SAMPLE, SAMPLE, "--format", "docx"],
                     ["compare", OLDER_SAMPLE, SAMPLE, "--output"], ["topics"], ["topics", SAMPLE, OLDER_SAMPLE]):
            with self.subTest(call=[getattr(word, "name", word) for word in call]):
                self.assert_refused(agreed(*call), 2)

    def test_good_calls(self):
        """What the refusals above are held against: the same program on files that it reads."""
        for call in (["show", SAMPLE, OLDER_SAMPLE], ["compare", OLDER_SAMPLE, SAMPLE], ["topics", SAMPLE]):
            with self.subTest(command=call[0]):
                result = agreed(*call)
                self.assertEqual((result.returncode, result.stderr), (0, b""))
                self.assertTrue(result.stdout)


if __name__ == "__main__":
    unittest.main()
