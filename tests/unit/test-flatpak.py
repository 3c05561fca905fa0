#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""flatpak/check takes too long for every run. Here is told when it last passed on Debian 13's libraries and on the newest,
with the ui suite on the newest GTK, and it has to be run again once what it checked has changed."""

import hashlib
import json
import os
import unittest
from pathlib import Path

FOLDER = Path(os.environ["AGREED_TOP"], "flatpak")
MANIFEST = "io.github.agreedlanguage.AgreedLanguage.json"


class Flatpak(unittest.TestCase):
    def test_passed(self):
        record = json.loads((FOLDER / "passed.json").read_text(encoding="utf-8"))
        self.assertEqual(set(record), {"trixie", "forky"})
        for suite, passed in record.items():
            print(f"flatpak/check last passed on {suite} on {passed['date']}, at {passed['commit']}, in {passed['seconds']} s")
            if suite == "forky":
                self.assertGreater(passed["ui"]["passed"], 0)
                print(f"the ui suite with it, on GTK {passed['ui']['GTK']}: {passed['ui']['passed']} passed")
            for name, digest in passed["of"].items():
                self.assertEqual(hashlib.sha256((FOLDER / name).read_bytes()).hexdigest(), digest,
                                 f"flatpak/{name} has changed since flatpak/check passed on {suite}: run it again")

    def test_sources(self):
        """Everything that is built comes from an address with a sum, or from the checkout."""
        for module in json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))["modules"]:
            for source in module["sources"]:
                if "path" not in source:
                    self.assertRegex(source["url"], "^https://")
                    self.assertRegex(source["sha256"], "^[0-9a-f]{64}$")

    def test_permissions(self):
        manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
        self.assertEqual(set(manifest["finish-args"]), {"--device=dri", "--share=ipc", "--socket=fallback-x11", "--socket=wayland"})


if __name__ == "__main__":
    unittest.main()
