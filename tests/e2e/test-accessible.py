#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a delegate who reads with a screen reader: everything by AT-SPI, nothing by eye, mouse or files."""

import json
import os
import tempfile
import unittest
from pathlib import Path

from window import Atspi, Window, text_of

SAMPLES = Path(os.environ["AGREED_TOP"], "data/samples")
OLDER = SAMPLES / "A_65_433.zh.txt"
NEWER = SAMPLES / "A_RES_66_184.zh.txt"
CHANGES = ("unchanged", "reworded", "added", "removed")


def marked(label, attribute: str) -> list[str]:
    """The parts of a text that are set with an attribute: what a screen reader tells apart."""
    parts, place, text = [], 0, text_of(label)
    while place < len(text):
        attributes, start, end = Atspi.Text.get_attribute_run(label, place, False)
        if attributes.get(attribute, "false") not in ("false", "none"):
            parts.append(text[max(start, place):end])
        place = max(end, place + 1)
    return parts


def is_toggled(node) -> bool:
    states = node.get_state_set()
    return states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED)


class Accessible(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def toggle(self, window: Window, name):
        button = window.find("toggle button", name)
        assert button.get_action_iface().do_action(0), name
        return button

    def step(self, window: Window, before: str) -> str:
        """The next row with a change."""
        window.press("Next Change")
        return window.find("heading", lambda name: name.startswith("PP") and name != before).get_name()

    def check_rows(self, window: Window):
        """Each row has a name of label and change, and in it the words of each side that it has."""
        rows = window.find("list", "Comparison")

        def items_in_view():
            """They come a moment after the rows were drawn."""
            found = [node for node in window.walk(rows) if node.get_role_name() == "list item"]
            return found if len(found) > 2 else None

        items = window.wait("rows", items_in_view)
        deleted, inserted = [], []
        for item in items:
            label, *told = item.get_name().split(", ")
            self.assertRegex(label, r"^(PP|OP)\d+")
            self.assertTrue(set(told) & set(CHANGES), item.get_name())
            sides = [node for node in window.walk(item) if node.get_role_name() == "label"]
            self.assertEqual(len(sides), 1 if {"added", "removed"} & set(told) else 2, item.get_name())
            for side in sides:
                self.assertTrue(text_of(side).strip())
            if "reworded" in told:
                deleted += marked(sides[0], "strikethrough")
                inserted += marked(sides[1], "underline")
                self.assertEqual(marked(sides[0], "underline"), [])
                self.assertEqual(marked(sides[1], "strikethrough"), [])
            if "unchanged" in told:
                self.assertEqual(marked(sides[0], "strikethrough") + marked(sides[1], "underline"), [])
        self.assertTrue(deleted and inserted)
        self.assertTrue(any("2010" in part for part in deleted + inserted), (deleted, inserted))

    def check_names(self, window: Window):
        """Whatever can be pressed, switched or written in says what it is."""
        for node in window.walk():
            states = node.get_state_set()
            if node.get_role_name() in ("button", "push button", "toggle button", "text", "entry", "check box", "switch") \
                    and states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.FOCUSABLE):
                self.assertTrue(node.get_name(), f"a {node.get_role_name()} in {node.get_parent().get_role_name()} "
                                                 f"{node.get_parent().get_name()!r} has no name")

    def link(self, window: Window):
        """The paragraph at hand is linked with the older text's PP2."""
        link = window.find("toggle button", lambda name: name.startswith("Link ") and "with an older paragraph" in name)
        self.assertTrue(link.get_action_iface().do_action(0))
        others = window.find("list", "Paragraphs to link with")
        choice = window.find(("button", "push button"), lambda name: name.startswith("PP2  "), others)
        label = link.get_name().removeprefix("Link ").split(" ")[0]
        self.assertTrue(choice.get_action_iface().do_action(0))
        window.find(("button", "push button"), f"Unlink PP2 and {label}")
        return label

    def test_whole_job(self):
        with Window(OLDER, NEWER, folder=self.folder) as window:
            self.check_rows(window)
            self.check_names(window)

            accept = window.find("button", lambda name: name.startswith("Accept ")).get_name()
            window.press(accept)
            window.wait("a tag that is accepted", lambda: not window.look("button", accept) or window.look(
                "button", lambda name: accept.removeprefix("Accept ") in name and name != accept))

            before = window.find("heading", lambda name: name.startswith("PP")).get_name()
            self.step(window, before)

            inspector = window.find("toggle button", "Inspector")
            if is_toggled(inspector):
                self.toggle(window, "Inspector")
                window.wait("an inspector that is closed", lambda: not is_toggled(inspector))
            self.toggle(window, "Inspector")
            window.wait("an inspector that is open", lambda: is_toggled(inspector))
            window.find("heading", lambda name: name.startswith("PP") and name != before)

            label = self.link(window)

            window.press("Save")
            window.press("Save", window.find("dialog", "Save Project"))
            saved = window.wait("the saved project", lambda: next(self.folder.glob("*.agreed"), None))
            window.wait("a title without the sign of changes", lambda: window.look("frame", lambda name: "•" not in name))
            self.check_names(window)
        words = saved.read_text(encoding="utf-8")
        self.assertIn("accepted", words)
        links = [each for each in json.loads(words).get("links", []) if "PP2" in json.dumps(each)]
        self.assertTrue(any(label in json.dumps(each) for each in links), links)


if __name__ == "__main__":
    unittest.main()
