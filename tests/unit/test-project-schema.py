#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Project files as they are saved keep to data/project.schema.json, and the schema refuses what is not a project.

    test-project-schema.py SAVE-PROJECTS    a program that saves projects into a folder
"""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

TOP = pathlib.Path(os.environ["AGREED_TOP"])
SAVE_PROJECTS = sys.argv.pop()

# What is done to a good project, and the path of what is then wrong.
DAMAGES = {
    "format": lambda p: p.update(format=2),
    "": lambda p: p.pop("documents"),
    "documents": lambda p: p.update(documents={}),
    "documents/0": lambda p: p["documents"][0].pop("name"),
    "documents/0/texts/0": lambda p: p["documents"][0]["texts"][0].pop("id"),
    "documents/0/texts/0/session": lambda p: p["documents"][0]["texts"][0].update(session=0),
    "documents/0/texts/0/date": lambda p: p["documents"][0]["texts"][0].update(date="22 December 2011"),
    "documents/0/texts/0/paragraphs/0/kind": lambda p: paragraph(p).update(kind="heading"),
    "documents/0/texts/0/paragraphs/0/opening": lambda p: paragraph(p).update(opening=-1),
    "documents/0/texts/0/paragraphs/0/marks/0": lambda p: paragraph(p)["marks"][0].pop("offset"),
    "documents/0/texts/0/footnotes/0/text": lambda p: p["documents"][0]["texts"][0]["footnotes"][0].update(text=7),
    "compared/older": lambda p: p["compared"].update(older=None),
    "compared/earliest": lambda p: p["compared"].update(earliest=7),
    "links/0/paragraphs": lambda p: p["links"][0]["paragraphs"].pop(),
    "links/0/linked": lambda p: p["links"][0].update(linked="yes"),
    "tags/0/state": lambda p: p["tags"][0].update(state="suggested"),
    "tags/0/nth": lambda p: p["tags"][0].update(nth=0),
    "tags/2/passage": lambda p: p["tags"][2]["passage"].pop("exact"),
    "tags/2/passage/start": lambda p: p["tags"][2]["passage"].update(start=-1),
    "tags/2/passage/exact": lambda p: p["tags"][2]["passage"].update(exact=""),
    "notes/0": lambda p: p["notes"][0].pop("body"),
    "notes/0/text": lambda p: p["notes"][0].update(text=1),
    "notes/1/passage": lambda p: p["notes"][1]["passage"].pop("exact"),
    "notes/1/status": lambda p: p["notes"][1].update(status="none"),
    "notes/1/proposer": lambda p: p["notes"][1].update(proposer=[]),
    "link_notes/0": lambda p: p["link_notes"][0].pop("paragraphs"),
    "link_notes/0/paragraphs": lambda p: p["link_notes"][0]["paragraphs"].pop(),
    "note": lambda p: p["note"].pop("body"),
    "note/status": lambda p: p["note"].update(status="Agreed"),
    "topics/topics/0": lambda p: p["topics"]["topics"][0].pop("id"),
    "topics/topics/0/names": lambda p: p["topics"]["topics"][0].update(names="IGF"),
    "topics/topics/0/terms/en/0": lambda p: p["topics"]["topics"][0].update(terms={"en": [{"with": ["x"]}]}),
    "topics/topics/3/color": lambda p: p["topics"]["topics"][3].update(color=256),
    "topics/topics/3/guid": lambda p: p["topics"]["topics"][3].update(guid="1"),
    "topics/topics/3/rgb": lambda p: p["topics"]["topics"][3].update(rgb="red"),
    "topics/variants/en/0": lambda p: p["topics"]["variants"].update(en=[[]]),
}


def paragraph(project: dict) -> dict:
    return project["documents"][0]["texts"][0]["paragraphs"][0]


def every_object(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from every_object(item)


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads((TOP / "data/project.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([SAVE_PROJECTS, folder], check=True)
            cls.projects = {path.name: json.loads(path.read_text("utf-8")) for path in pathlib.Path(folder).iterdir()}

    def test_saved_files(self):
        self.assertEqual(set(self.projects), {"bare.agreed", "decided.agreed", "empty.agreed", "reread.agreed", "sample.agreed",
                                              "tracked.agreed"})
        for name, project in self.projects.items():
            with self.subTest(name):
                self.validator.validate(project)

    def test_earlier_files(self):
        files = sorted((TOP / "tests/data/projects").glob("*.agreed"))
        self.assertGreaterEqual(len(files), 3)
        for path in files:
            with self.subTest(path.name):
                self.validator.validate(json.loads(path.read_text("utf-8")))

    def test_everything_is_in_a_saved_file(self):
        """The schema speaks of no member that is never written, and of every one that is."""
        project = self.projects["decided.agreed"]
        definitions = self.validator.schema["$defs"]
        named = set(self.validator.schema["properties"]) | {
            member for definition in definitions.values() for member in definition.get("properties", {})}
        # Their members are languages.
        by_language = [object_[member] for object_ in every_object(project["topics"])
                       for member in ("names", "descriptions", "terms", "variants") if member in object_]
        written = {member for object_ in [*every_object(project), *every_object(self.projects["tracked.agreed"]["documents"])]
                   if object_ not in by_language for member in object_}
        written |= set(self.projects["reread.agreed"])
        self.assertEqual(written, named)

    def test_delivered_topics(self):
        project = copy.deepcopy(self.projects["empty.agreed"])
        project["topics"] = json.loads((TOP / "data/topics/ict.json").read_text("utf-8"))
        self.validator.validate(project)

    def test_members_of_later_versions(self):
        project = copy.deepcopy(self.projects["decided.agreed"])
        del project["topics"]
        for object_ in list(every_object(project)):
            object_["x-later"] = [1]
        self.validator.validate(project)

    def test_damages(self):
        for path, damage in DAMAGES.items():
            with self.subTest(path):
                project = copy.deepcopy(self.projects["decided.agreed"])
                damage(project)
                errors = list(self.validator.iter_errors(project))
                self.assertEqual(["/".join(map(str, error.absolute_path)) for error in errors], [path])


if __name__ == "__main__":
    unittest.main()
