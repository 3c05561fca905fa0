#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of src/ keep their order: none includes a header of a room to its left, the core knows no GTK, and the
command line links none."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

# What each room may use, beside itself and what C libraries it likes.
MIDDLE = {"model", "text"}
PROJECT = {"project", "compare", "topics", "import"} | MIDDLE
ALLOWED = {
    "text": set(),
    "model": {"text"},
    "import": MIDDLE,
    "compare": MIDDLE,
    "topics": MIDDLE,
    "project": PROJECT,
    "export": PROJECT,
    "cli": PROJECT | {"export"},
    "view": MIDDLE,
    "window": PROJECT | {"export", "view"},
}
WITH_GTK = {"view", "window"}
GTK = re.compile(r"(gtk|gdk|gsk|adw)(/|aita\.h|\.h)")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def problems(src: Path) -> list[str]:
    """Every include below @src that breaks the order, each as one line."""
    files = sorted(path for path in src.rglob("*") if path.suffix in {".c", ".h"})
    home = {}
    found = []
    for path in files:
        room = path.relative_to(src).parts[0]
        if path.suffix == ".h" and home.setdefault(path.name, room) != room:
            found.append(f"{path.name} is in {home[path.name]} and in {room}, but headers are included by name alone")
    for path in files:
        room = path.relative_to(src).parts[0]
        if room not in ALLOWED:
            found.append(f"{path.relative_to(src)}: {room} is no room")
            continue
        for mark, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            place = f"{path.relative_to(src)}: includes {header}"
            other = home.get(Path(header).name) if mark == '"' else None
            if GTK.match(header) and room not in WITH_GTK:
                found.append(f"{place}, and {room} is a room without GTK")
            if mark == '"' and "/" in header:
                found.append(f"{place} by a path")
            if other is not None and other != room and other not in ALLOWED[room]:
                found.append(f"{place}, and {room} must not know {other}")
    return found


def libraries(program: str, names: str) -> list[str]:
    """The libraries of these names that @program loads, itself or through others."""
    lines = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout.splitlines()
    return [line.split()[0] for line in lines if re.match(rf"\s*lib({names})[-.]", line)]


def gtk_libraries(program: str) -> list[str]:
    return libraries(program, "gtk|gdk|gsk|adwaita")


class Rooms(unittest.TestCase):
    def check(self, files: dict[str, str], expected: list[str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, contents in files.items():
                path = Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(contents, encoding="utf-8")
            self.assertEqual(problems(Path(folder)), expected)

    def test_source_tree(self):
        src = Path(os.environ["AGREED_TOP"], "src")
        self.assertTrue(list(src.glob("text/*.c")))
        self.assertEqual(problems(src), [])

    def test_command_line_links_no_gtk(self):
        self.assertEqual(gtk_libraries(os.environ["AGREED"]), [])

    def test_linked_gtk_is_seen(self):
        self.assertIn("libgtk-4.so.1", gtk_libraries(os.environ["AGREED_LANGUAGE"]))

    def test_poppler_stays_in_its_process(self):
        for name in "AGREED", "AGREED_LANGUAGE":
            self.assertEqual(libraries(os.environ[name], "poppler|poppler-glib"), [], name)
        reader = Path(os.environ["AGREED"]).parent.parent / "agreed-read-pdf"
        self.assertIn("libpoppler-glib.so.8", libraries(str(reader), "poppler-glib"))
        self.assertEqual(gtk_libraries(str(reader)), [])

    def test_to_the_right(self):
        self.check({"text/words.h": "", "model/row.h": '#include "words.h"\n', "view/view.c": '#include "row.h"\n#include <gtk/gtk.h>\n'}, [])

    def test_to_the_left(self):
        self.check({"model/row.h": "", "text/words.c": '#include "row.h"\n'},
                   ["text/words.c: includes row.h, and text must not know model"])

    def test_middle_rooms_apart(self):
        self.check({"topics/topic-set.h": "", "compare/align.c": '#  include "topic-set.h"\n'},
                   ["compare/align.c: includes topic-set.h, and compare must not know topics"])

    def test_view_knows_no_project(self):
        self.check({"project/project.h": "", "view/view.c": '#include "project.h"\n'},
                   ["view/view.c: includes project.h, and view must not know project"])

    def test_gtk_in_the_core(self):
        self.check({"model/row.c": "#include <gtk/gtk.h>\n", "cli/main.c": "#include <adwaita.h>\n"},
                   ["cli/main.c: includes adwaita.h, and cli is a room without GTK",
                    "model/row.c: includes gtk/gtk.h, and model is a room without GTK"])

    def test_by_a_path(self):
        self.check({"model/row.h": "", "text/words.c": '#include "../model/row.h"\n'},
                   ["text/words.c: includes ../model/row.h by a path",
                    "text/words.c: includes ../model/row.h, and text must not know model"])

    def test_one_name_twice(self):
        self.check({"model/row.h": "", "view/row.h": ""},
                   ["row.h is in model and in view, but headers are included by name alone"])

    def test_unknown_room(self):
        self.check({"misc/thing.c": ""}, ["misc/thing.c: misc is no room"])


if __name__ == "__main__":
    unittest.main()
