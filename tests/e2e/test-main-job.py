#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job through the real window, by what a screen reader has: two documents are opened, a row is read, the next
change gone to, a suggested topic accepted, the project saved; and what was saved is right and opens again."""

import json
import os
import tempfile
import unittest
from pathlib import Path

from window import Window, text_of

SAMPLES = Path(os.environ["AGREED_TOP"], "data/samples")
OLDER = SAMPLES / "A_65_433.zh.txt"
NEWER = SAMPLES / "A_RES_66_184.zh.txt"


def tags_in(project: dict) -> list[tuple]:
    """Every tag in a project file, wherever the format keeps them, as (topic, state)."""
    found = []

    def look(value):
        if isinstance(value, dict):
            if "topic" in value and "state" in value:
                found.append((value["topic"], value["state"]))
            value = list(value.values())
        if isinstance(value, list):
            for part in value:
                look(part)

    look(project)
    return found


class MainJob(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def save(self, window: Window) -> Path:
        """Through the file chooser that GTK shows where there is no portal, under the name that it proposes, in the
        folder that the program was started in."""
        window.press("Save")
        window.press("Save", window.find("dialog", "Save Project"))
        return window.wait("the saved project", lambda: next(self.folder.glob("*.agreed"), None))

    def test_main_job(self):
        with Window(OLDER, NEWER, folder=self.folder) as window:
            rows = window.find("list", "Comparison")
            first = window.find("list item", lambda name: name.startswith("PP1"), rows)
            older, newer = (text_of(node) for node in window.walk(first))
            self.assertTrue(older.startswith("回顾其2001年12月21日第56/183号、"), older)
            self.assertIn("决议和2009年12月21日第64/187号决议", older)
            self.assertIn("又回顾经济及社会理事会2006年7月28日第2006/46号", newer)

            before = window.find("heading", lambda name: name.startswith("PP")).get_name()
            window.press("Next Change")
            here = window.find("heading", lambda name: name.startswith("PP") and name != before).get_name()
            window.press("Previous Change")
            window.find("heading", before)
            self.assertNotEqual(here, before)

            accept = window.find("button", lambda name: name.startswith("Accept "))
            topic = accept.get_name().removeprefix("Accept ")
            window.press(accept.get_name())
            window.wait("that it is undone with the same words", lambda: window.look("button", lambda name: topic in name
                                                                                   and not name.startswith("Accept ")))
            project_file = self.save(window)
            window.wait("a title without the sign of changes", lambda: window.look("frame", lambda name: "•" not in name))

        project = json.loads(project_file.read_text(encoding="utf-8"))
        self.assertEqual(project["format"], 1)
        self.assertEqual([state for _, state in tags_in(project)], ["accepted"])
        self.assertIn("又回顾经济及社会理事会2006年7月28日第2006/46号", project_file.read_text(encoding="utf-8"))
        self.assertIn("A_65_433.zh.txt", project_file.read_text(encoding="utf-8"))

        saved = project_file.read_bytes()
        with Window(project_file) as window:
            rows = window.find("list", "Comparison")
            window.find("list item", lambda name: name.startswith("PP1"), rows)
        self.assertEqual(project_file.read_bytes(), saved)

    def test_bad_files(self):
        """A file that cannot be read is told beside what is open, which stays."""
        bad = self.folder / "letter.txt"
        bad.write_text("Dear colleague,\n\nthe meeting is at ten.\n", encoding="utf-8")
        picture = self.folder / "picture.agreed"
        picture.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452"))
        for path in (bad, picture, self.folder / "missing.txt"):
            with self.subTest(name=path.name), Window(path) as window:
                said = window.wait(f"a sentence about {path.name}", lambda: next(
                    (node.get_name() for node in window.walk() if node.get_name().startswith(f"{path.name}: ")), None))
                self.assertNotIn("\n", said)
                self.assertIsNone(window.program.poll())


if __name__ == "__main__":
    unittest.main()
