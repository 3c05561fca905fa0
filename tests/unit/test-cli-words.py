#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man page and the completions of three shells know every command and every option that the program has, and no other."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

AGREED = os.environ["AGREED"]
DATA = Path(os.environ["AGREED_TOP"], "data")


def told(*arguments) -> str:
    return subprocess.run([AGREED, *arguments], capture_output=True, text=True, check=True).stdout


COMMANDS = re.findall(r"^  (\w+) ", told("--help").split("\n\n")[1], re.MULTILINE)
OPTIONS = {command: {f"--{name}" for name in re.findall(r"--([a-z][a-z-]+)", told(command, "--help").split("\n\n", 1)[1])} - {"--help"}
           for command in COMMANDS}


class Words(unittest.TestCase):
    def test_there_are_commands(self):
        self.assertIn("compare", COMMANDS)
        self.assertIn("--format", OPTIONS["compare"])

    def test_manual(self):
        page = (DATA / "agreed.1").read_text(encoding="utf-8").replace("\\-", "-")
        named = set(re.findall(r"--[a-z][a-z-]+", page))
        self.assertEqual(named - {"--help", "--version"}, set.union(*OPTIONS.values()))
        for command in COMMANDS:
            self.assertRegex(page, rf"(?m)^\.B {command}$")

    @unittest.skipUnless(shutil.which("groff") or shutil.which("man"), "groff")
    def test_manual_is_well_formed(self):
        done = subprocess.run(["groff", "-man", "-ww", "-z", "-Tutf8", DATA / "agreed.1"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_fish(self):
        offered = {command: set() for command in COMMANDS}
        for line in (DATA / "completions/agreed.fish").read_text(encoding="utf-8").splitlines():
            if option := re.search(r"from ([\w ]+)' -l ([a-z-]+)", line):
                for command in option[1].split():
                    offered[command].add(f"--{option[2]}")
        self.assertEqual(offered, OPTIONS)

    def test_zsh(self):
        text = (DATA / "completions/_agreed").read_text(encoding="utf-8")
        for command in COMMANDS:
            part = re.search(rf"\n        {command}\)\n(.*?);;", text, re.DOTALL)[1]
            self.assertEqual(set(re.findall(r"'(--[a-z-]+)", part)), OPTIONS[command])

    def complete(self, *words) -> set:
        """What bash offers for the last of @words."""
        script = (f'source "{DATA}/completions/agreed.bash"; COMP_WORDS=(agreed "$@"); COMP_CWORD=$#; _agreed; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, cwd=DATA)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return set(done.stdout.split())

    def test_bash(self):
        self.assertEqual(self.complete(""), {*COMMANDS, "--help", "--version"})
        for command in COMMANDS:
            self.assertEqual(self.complete(command, "-"), OPTIONS[command] | {"--help"})
        self.assertEqual(self.complete("compare", "--format", ""), {"text", "json", "html", "docx", "csv"})
        self.assertEqual(self.complete("show", "--format", "=", "j"), {"json"})
        self.assertEqual(self.complete("show", "agreed."), {"agreed.1"})


if __name__ == "__main__":
    unittest.main()
