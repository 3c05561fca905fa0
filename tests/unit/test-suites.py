#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/test counts, above all that nothing that failed is counted as passed or not at all."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.environ["AGREED_TOP"], "build-aux"))
import suites  # noqa: E402


class Count(unittest.TestCase):
    def check(self, result: str, output: str, expected: dict, reasons=()) -> None:
        counts, skipped = suites.count({"name": "thing", "result": result, "stdout": output})
        self.assertEqual((dict(+counts), skipped), (expected, list(reasons)))

    def test_parts(self):
        self.check("OK", "TAP version 14\n1..2\nok 1 /a\nok 2 /b\n", {"passed": 2})

    def test_failed_part(self):
        self.check("FAIL", "TAP version 14\n1..2\nok 1 /a\nnot ok 2 /b\n", {"passed": 1, "failed": 1})

    def test_skipped_part(self):
        self.check("OK", "TAP version 14\n1..2\nok 1 /a # SKIP no file\nok 2 /b\n", {"passed": 1, "skipped": 1},
                   ["thing 1 /a: no file"])

    def test_crash_between_parts(self):
        self.check("ERROR", "TAP version 14\n1..2\nok 1 /a\n", {"passed": 1, "failed": 1})

    def test_leak_after_all_parts(self):
        self.check("ERROR", "TAP version 14\n1..1\nok 1 /a\nSUMMARY: AddressSanitizer\n", {"passed": 1, "failed": 1})

    def test_script(self):
        self.check("OK", "ok for now\n", {"passed": 1})
        self.check("OK", "", {"passed": 1})
        self.check("FAIL", "", {"failed": 1})
        self.check("TIMEOUT", "", {"failed": 1})
        self.check("SKIP", "looking\nno file here\n", {"skipped": 1}, ["thing: no file here"])


if __name__ == "__main__":
    unittest.main()
