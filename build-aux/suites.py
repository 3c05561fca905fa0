#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds twice and tests twice, and counts what Meson says of it: every suite in an ordinary build, in which warnings
are errors; then unit and ui under the address and the undefined behaviour sanitizer. Called by build-aux/test."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
# With the sanitizers' additions gcc warns of things that are not there, so only the first build takes it at its word.
BUILDS = [
    ("every suite", "_build", ["-Dwerror=true"], []),
    ("unit and ui under sanitizers", "_build-sanitize",
     ["-Dwerror=false", "-Db_sanitize=address,undefined", "-Db_lundef=false"],
     ["--suite", "unit", "--suite", "ui", "--timeout-multiplier", "5"]),
]
ROOM = 10**9
POINT = re.compile(r"^(not ok|ok)\b([^#\n]*)(?:#\s*(\w+)\s*(.*))?$", re.MULTILINE | re.IGNORECASE)


def say(sentence: str) -> None:
    print(f"test: {sentence}", flush=True)


class Broken(Exception):
    """A step before the tests failed."""


def step(sentence: str, log: Path, *command: str) -> None:
    """Runs a command whose output nobody wants to see unless it fails."""
    say(sentence)
    with open(log, "wb") as output:
        status = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, cwd=TOP, check=False,
                                env={**os.environ, "LC_ALL": "C.UTF-8"}).returncode
    if status != 0:
        lines = log.read_text(errors="replace").splitlines()
        wrong = [line for line in lines if re.search(r"\berror\b|FAILED|undefined reference", line, re.IGNORECASE)]
        print("\n".join((wrong or lines)[-20:]))
        raise Broken(f"{' '.join(command[:2])} failed, all of its output is in {log}")


def build_folder(name: str) -> Path:
    """In the checkout, or where that cannot be written to, in the temporary folder."""
    if os.access(TOP, os.W_OK):
        return TOP / name
    return Path(tempfile.gettempdir()) / f"agreed-language-{os.getuid()}" / name


def build(folder: Path, options: list[str]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists() and shutil.disk_usage(folder.parent).free < ROOM:
        raise Broken(f"{folder.parent} has less than {ROOM // 10**9} GB free, and {folder.name} takes that much there")
    logs = folder.parent / f"{folder.name}.logs"
    logs.mkdir(exist_ok=True)
    setup = ["meson", "setup", *options, str(folder), str(TOP)]
    if (folder / "meson-private/coredata.dat").exists():
        try:
            step(f"configuring {folder.name} anew", logs / "setup.txt", *setup[:2], "--reconfigure", *setup[2:])
        except Broken:
            say("it was made by another Meson or compiler, so it is made again")
            shutil.rmtree(folder)
    if not folder.exists():
        step(f"configuring {folder.name}", logs / "setup.txt", *setup)
    step("compiling", logs / "compile.txt", "ninja", "-C", str(folder))


def count(entry: dict) -> tuple[Counter, list[str]]:
    """What one test of Meson's log adds up to, and why its parts were skipped. A program that says of each of its parts
    how it went counts as that many; one that then still fails (a crash, a time-out) has failed once more."""
    name, result, output = entry["name"], entry["result"], entry.get("stdout") or ""
    counts, skipped = Counter(), []
    points = POINT.findall(output) if re.search(r"^(TAP version|\d+\.\.\d+)", output, re.MULTILINE) else []
    for word, part, directive, reason in points:
        if directive.upper() == "SKIP":
            counts["skipped"] += 1
            skipped.append(f"{name} {part.strip()}: {reason.strip() or 'no reason given'}")
        else:
            counts["passed" if word.lower() == "ok" or directive.upper() == "TODO" else "failed"] += 1
    if result == "SKIP" and not points:
        counts["skipped"] += 1
        lines = output.strip().splitlines() or ["no reason given"]
        skipped.append(f"{name}: {lines[-1]}")
    elif result not in ("OK", "SKIP", "EXPECTEDFAIL"):
        counts["failed"] += 0 if counts["failed"] else 1
    elif not points:
        counts["passed"] += 1
    return counts, skipped


def run(folder: Path, arguments: list[str]) -> tuple[Counter, list[str]]:
    log = folder / "meson-logs/testlog.json"
    log.unlink(missing_ok=True)
    status = subprocess.run(["meson", "test", "--no-rebuild", "--print-errorlogs", "-C", str(folder), *arguments],
                            cwd=TOP, check=False).returncode
    if not log.exists():
        raise Broken("meson test ran nothing")
    total, skipped = Counter(), []
    for line in log.read_text(encoding="utf-8").splitlines():
        counts, reasons = count(json.loads(line))
        total += counts
        skipped += reasons
    if status != 0 and not total["failed"]:
        raise Broken("meson test failed, though no test did")
    return total, skipped


def main() -> int:
    total, skipped = Counter(), []
    for what, name, options, arguments in BUILDS:
        folder = build_folder(name)
        try:
            build(folder, options)
            say(f"running {what}")
            counts, reasons = run(folder, arguments)
            total += counts
            skipped += [reason for reason in reasons if reason not in skipped]
        except Broken as problem:
            say(str(problem))
            total["failed"] += 1
    for reason in skipped:
        say(f"skipped {reason}")
    tail = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{tail}", flush=True)
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
