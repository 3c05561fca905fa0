#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence is there in all languages of the United Nations: none missing, none unsure, none whose placeholders or
plural forms are wrong; and no sentence in a template is left out of translation."""

import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(os.environ["AGREED_TOP"])
# The forms of a number, as the Unicode CLDR counts them.
PLURALS = {"ar": 6, "es": 2, "fr": 2, "ru": 3, "zh_CN": 1}
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
# Properties that a reader sees or hears.
WORDS = {"label", "title", "subtitle", "tooltip-text", "description", "placeholder-text", "text", "heading", "body",
         "secondary-text", "menu-button-tooltip", "suffix"}


def messages(catalogue: str) -> dict:
    """(context, sentence) → its translations, of what msgcat has written."""
    found = {}
    for block in catalogue.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        parts, last = {}, None
        for line in lines:
            keyword, text = re.match(r'(\w+(?:\[\d\])?)? ?"(.*)"$', line).groups()
            last = keyword or last
            parts[last] = parts.get(last, "") + text
        if "msgid" in parts and parts["msgid"]:
            found[parts.get("msgctxt"), parts["msgid"]] = [text for keyword, text in parts.items() if keyword.startswith("msgstr")]
    return found


def run(*command) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=TOP)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout


def source_messages() -> dict:
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "all.pot")
        run("xgettext", "--from-code=UTF-8", *(f"-k{word}" for word in KEYWORDS), "-f", "po/POTFILES.in", "-o", str(template))
        return messages(run("msgcat", "--no-wrap", "--no-location", str(template)))


class Translations(unittest.TestCase):
    def test_languages(self):
        lines = (TOP / "po/LINGUAS").read_text(encoding="utf-8").split("\n")
        self.assertEqual([line for line in lines if line and not line.startswith("#")], sorted(PLURALS))

    def test_complete(self):
        wanted = source_messages()
        self.assertGreater(len(wanted), 300)
        for language, plurals in PLURALS.items():
            with self.subTest(language):
                path = f"po/{language}.po"
                run("msgfmt", "--check", "--check-accelerators=_", "-o", os.devnull, path)
                text = run("msgcat", "--no-wrap", "--no-location", path)
                self.assertIn(f"nplurals={plurals};", text)
                self.assertNotRegex(text, "(?m)^#,.*fuzzy")
                self.assertNotRegex(text, "(?m)^#~", "sentences that are used no more")
                have = messages(text)
                self.assertEqual(sorted(map(str, wanted.keys() - have.keys())), [], "sentences that are not in the file")
                self.assertEqual([key for key, texts in have.items() if key in wanted and not all(texts)], [], "not translated")

    def test_placeholders_in_braces(self):
        """msgfmt knows those of printf(), not {}."""
        for language in PLURALS:
            for (_, source), texts in messages(run("msgcat", "--no-wrap", "--no-location", f"po/{language}.po")).items():
                for text in texts:
                    self.assertEqual(text.count("{}"), source.count("{}"), f"{language}: {source}")

    def test_every_string_of_a_template_is_marked(self):
        for path in sorted((TOP / "ui").glob("*.ui")):
            for element in ElementTree.parse(path).iter():
                text = (element.text or "").strip()
                if element.tag in ("property", "attribute") and element.get("name", "").replace("_", "-") in WORDS \
                        and re.search(r"[^\W\d_]{2}", text):
                    self.assertIn(element.get("translatable"), ("yes", "no"), f"{path.name}: {text}")


if __name__ == "__main__":
    unittest.main()
