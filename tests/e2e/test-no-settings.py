#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window alone, where the system knows nothing of its settings: it opens all the same."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path


class NoSettings(unittest.TestCase):
    def test_picture(self):
        with tempfile.TemporaryDirectory() as folder:
            program = shutil.copy2(os.environ["AGREED_LANGUAGE"], folder)
            picture = Path(folder) / "picture.png"
            environment = {**os.environ, "GTK_A11Y": "none", "G_DEBUG": "fatal-warnings", "XDG_DATA_HOME": folder}
            del environment["GSETTINGS_SCHEMA_DIR"]
            done = subprocess.run([program, "--picture", picture, "--do", "win.zoom-in", "--do", "win.toggle-sidebar"],
                                  env=environment, capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))


if __name__ == "__main__":
    unittest.main()
