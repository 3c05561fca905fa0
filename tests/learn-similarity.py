#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each number of the comparison does to the links, on the gold.

    tests/learn-similarity.py BUILD-FOLDER [--steps 0.6,0.8,0.9,1.1,1.25,1.6] [NUMBER…]

Where a number in src/compare is not derived, it was learned from the links that were read by hand: those beside the
checkout and those in tests/data/links. Here each is made smaller and larger in turn, the others left as they are;
`agreed` is built with it, beside the build folder's own, and tests/unit/test-compare-gold.py counts its errors. A number
is well chosen where it stands in the middle of a stretch without any more errors. NUMBER is file:NAME as printed.

How much of that is learned by heart is told by leaving out one pair of texts at a time: the number is chosen anew by the
errors on the others alone (of several as good the middle one), and F1 is what it then comes to on the pair left out.

A sweep takes some ten seconds for each number and step."""
import argparse
import ast
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parents[1]
numbers = ["profiles:HALF", "profiles:COMMON", "candidates:CANDIDATES", "candidates:NEAR", "linking:RELATED",
           "linking:SOME", "best:ENOUGH", "best:CONTEXT", "parts:PART", "parts:MOST", "parts:CONTEXT", "parts:LEAST",
           "parts:HINT"]
totals = re.compile(r"^(links|splits and merges|moves): .*\((\d+) right, (\d+) missed, (\d+) wrong\)$", re.MULTILINE)

each = re.compile(r"^(\S+ .*→ .*)\n  F1 (\S+) missed (\[.*?\]) wrong (\[.*?\])$", re.MULTILINE)


def value_of(number):
    file, name = number.split(":")
    source = (top / f"src/compare/{file}.c").read_text(encoding="utf-8")
    return re.search(rf"^#define {name} (\S+)$", source, re.MULTILINE)[1]


def build(build_folder, folder, number, value):
    """`agreed` with another value of one number. Returns its path."""
    file, name = number.split(":")
    source = top / f"src/compare/{file}.c"
    changed = folder / source.name
    changed.write_text(re.sub(rf"^#define {name} \S+$", f"#define {name} {value}", source.read_text(encoding="utf-8"),
                              flags=re.MULTILINE), encoding="utf-8")
    entry = next(e for e in json.loads((build_folder / "compile_commands.json").read_text())
                 if pathlib.Path(e["directory"], e["file"]).resolve() == source)
    compile_it = [changed if part == entry["file"] else part for part in shlex.split(entry["command"])]
    compile_it[compile_it.index("-o") + 1] = folder / "changed.o"
    compile_it[compile_it.index("-MF") + 1] = folder / "changed.d"
    subprocess.run(compile_it, cwd=build_folder, check=True)

    commands = subprocess.run(["ninja", "-C", build_folder, "-t", "commands", "src/cli/agreed"], check=True, text=True,
                              capture_output=True).stdout.splitlines()
    link_it = shlex.split(next(line for line in reversed(commands) if " -o src/cli/agreed " in line))
    # Where it finds the program that reads PDFs, as in the build folder.
    agreed = folder / "src/cli/agreed"
    agreed.parent.mkdir(parents=True)
    (folder / "src/agreed-read-pdf").symlink_to(build_folder / "src/agreed-read-pdf")
    link_it[link_it.index("-o") + 1] = agreed
    # The library's objects one by one, the changed one in place of its own.
    library = link_it.index("src/libagreed-core.a")
    members = subprocess.run(["ar", "t", "src/libagreed-core.a"], cwd=build_folder, check=True, text=True,
                             capture_output=True).stdout.split()
    link_it[library:library + 1] = [folder / "changed.o" if member.endswith(f"compare_{file}.c.o")
                                    else pathlib.Path("src/libagreed-core.a.p") / pathlib.Path(member).name
                                    for member in members]
    subprocess.run(link_it, cwd=build_folder, check=True)
    return agreed


def count_errors(agreed):
    environment = dict(os.environ, AGREED=str(agreed), AGREED_TOP=str(top), AGREED_SHARED=str(top.parent / "shared"),
                       LC_ALL="C.UTF-8")
    done = subprocess.run([sys.executable, top / "tests/unit/test-compare-gold.py"], env=environment, text=True,
                          capture_output=True)
    if done.returncode == 77:
        sys.exit(done.stdout)
    if not totals.search(done.stdout):
        sys.exit(done.stdout + done.stderr)
    pairs = {pair: (float(f1), len(ast.literal_eval(missed)) + len(ast.literal_eval(wrong)))
             for pair, f1, missed, wrong in each.findall(done.stdout)}
    return {kind: (int(missed), int(wrong)) for kind, _, missed, wrong in totals.findall(done.stdout)}, pairs


def leave_one_out(results):
    """@results: (value, what each pair comes to) in ascending order of values. Returns F1 of each pair by the value that
    the others would choose."""
    found = {}
    for pair in results[0][1]:
        errors = [sum(n for other, (_, n) in pairs.items() if other != pair) for _, pairs in results]
        best = [i for i, n in enumerate(errors) if n == min(errors)]
        found[pair] = results[best[len(best) // 2]][1][pair][0]
    return found


def say(value, errors, mark=""):
    print(f"  {value:>8}  " + "; ".join(f"{kind}: {missed} missed, {wrong} wrong"
                                       for kind, (missed, wrong) in errors.items()) + mark, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("numbers", nargs="*", default=numbers)
    parser.add_argument("--steps", default="0.6,0.8,0.9,1.1,1.25,1.6")
    arguments = parser.parse_args()
    build_folder = pathlib.Path(arguments.build).resolve()
    steps = sorted([1.0, *map(float, arguments.steps.split(","))])
    as_it_is, pairs_as_it_is = count_errors(build_folder / "src/cli/agreed")
    f1s = [f1 for f1, _ in pairs_as_it_is.values()]
    print(f"as it is: mean F1 {sum(f1s) / len(f1s):.4f} of {len(f1s)} pairs, least {min(f1s):.3f}", flush=True)

    for number in arguments.numbers:
        now = value_of(number)
        print(number, flush=True)
        flat, results = [], []
        for step in steps:
            value = now if step == 1 else f"{float(now) * step:.3g}" if "." in now else str(round(int(now) * step))
            if step == 1:
                errors, pairs = as_it_is, pairs_as_it_is
            else:
                with tempfile.TemporaryDirectory() as folder:
                    errors, pairs = count_errors(build(build_folder, pathlib.Path(folder), number, value))
            results.append((value, pairs))
            if sum(errors["links"]) <= sum(as_it_is["links"]):
                flat.append(float(value))
            say(value, errors, "  (as it is)" if step == 1 else "")
        left_out = leave_one_out(results)
        print(f"  no more errors from {min(flat):g} to {max(flat):g}; each pair left out in turn: mean F1 "
              f"{sum(left_out.values()) / len(left_out):.4f}, least {min(left_out.values()):.3f}")


main()
