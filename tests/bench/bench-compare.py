#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast `agreed compare` is, in ratios to other programs' times in the same run.

    tests/bench/bench-compare.py BUILD-FOLDER [--sizes 1000,2000,5000,16000,32000] [--rounds N]

Pairs of texts come from shared/bench/make_pair.py beside the checkout, written out as resolutions of preambular
paragraphs, as anybody would open them. Each number is the best of several rounds, and the programs take turns, so that
a busy machine slows them alike. Two times of ours are held against the others': that of the whole process, reading and
writing included, and that of links and differences alone (bench-comparison, which reads both texts first). A machine
that is busy with other things holds up two threads more than one: so the time that all processors together worked is
said, too, and growth is judged by that. What is not installed is left out and named: wdiff, git, php with the wikidiff2
extension.

Exit status 1 where a target is missed, unless --look."""
import argparse
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

WIKIDIFF2_LONGEST = 60  # seconds

top = pathlib.Path(__file__).resolve().parents[2]
make_pair = top.parent / "shared/bench/make_pair.py"
texts = top.parent / "shared/texts"

HEADS = {
    "en": "United Nations A/RES/99/1\n\nGeneral Assembly\n\nResolution adopted by the General Assembly on 1 December 2044\n\n"
          "99/1. Information\n\nThe General Assembly,\n\n",
    "zh": "联合国 A/RES/99/1\n\n大会\n\n大会决议\n\n99/1. 信息\n\n大会，\n\n",
}
OPENINGS = {"en": ("Noting that ", ","), "zh": ("注意到", "，")}


def write_text(path, language, paragraphs):
    opening, stop = OPENINGS[language]
    body = "\n\n".join("        " + opening + p.rstrip(";；,， ") + stop for p in paragraphs)
    path.write_text(HEADS[language] + body + "\n", encoding="utf-8")


def make(folder, language, size):
    prefix = folder / f"{language}-{size}"
    subprocess.run([sys.executable, make_pair, language, str(size), prefix], check=True)
    pair = []
    for side in ("older", "newer"):
        raw = pathlib.Path(f"{prefix}.{side}.txt")
        write_text(raw, language, raw.read_text(encoding="utf-8").strip().split("\n\n"))
        pair.append(raw)
    return pair


def run(command, longest=None):
    """Seconds, the most memory in MB, and the seconds that processors worked. What takes longer than @longest seconds is
    stopped: it took that at least."""
    start = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    timer = threading.Timer(longest or 3600, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    stopped = not timer.is_alive()
    timer.cancel()
    if os.waitstatus_to_exitcode(status) not in (0, 1) and not stopped:
        raise RuntimeError(f"{command[0]} ended with status {status}")
    return seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def best(rounds, commands):
    """The best time of each command, and the least work; they take turns. wikidiff2 takes minutes: once is enough, and
    not to the end."""
    times, work = ({name: [] for name in commands} for _ in range(2))
    for i in range(rounds):
        for name, command in commands.items():
            if name == "wikidiff2" and i > 0:
                continue
            seconds, _, worked = run(command, WIKIDIFF2_LONGEST if name == "wikidiff2" else None)
            times[name].append(seconds)
            work[name].append(worked)
    return tuple({name: min(values) for name, values in each.items()} for each in (times, work))


def alone(program, pair, rounds):
    """The best time in seconds of links and differences alone, how many paragraphs there are, the best time of a decision
    made by hand, and the least that processors worked on either."""
    lines = [subprocess.run([program, *map(str, pair)], capture_output=True, check=True, text=True).stdout.split()
             for _ in range(rounds)]
    ours, n, decision, work, decision_work = (min(float(line[i]) for line in lines) for i in range(5))
    return ours, int(n), decision, work, decision_work


def php_command(folder, pair):
    php = shutil.which("php")
    if not php or "wikidiff2" not in subprocess.run([php, "-m"], capture_output=True, text=True).stdout:
        return None
    script = folder / "wikidiff2.php"
    script.write_text("<?php ini_set('memory_limit', '-1'); echo strlen(wikidiff2_do_diff(file_get_contents($argv[1]), "
                      "file_get_contents($argv[2]), 2));\n")
    return [php, "-d", "wikidiff2.moved_line_threshold=0.4", "-d", "wikidiff2.moved_paragraph_detection_cutoff=100000",
            script, *pair]


missed = []


def say(what, ratio, target, at_most=False):
    good = ratio <= target if at_most else ratio >= target
    print(f"  {what}: {ratio:.2f} ({'at most' if at_most else 'at least'} {target:g}{'' if good else '; MISSED'})", flush=True)
    if not good:
        missed.append(what)


def compare_with_others(folder, agreed, bench, rounds):
    for language in ("en", "zh"):
        pair = make(folder, language, 4000)
        git = ["git", "diff", "--no-index", "--word-diff", "--word-diff-regex=.", *pair]
        commands = {"agreed": [agreed, "compare", *pair, "--output", folder / "out.txt"], "git": git}
        if language == "en":
            commands["wdiff"] = ["wdiff", *pair]
        commands["wikidiff2"] = php_command(folder, pair)
        for name in list(commands):
            if not commands[name] or not shutil.which(commands[name][0]):
                print(f"  skipped: {name} is not installed")
                del commands[name]
        times, work = best(rounds, commands)
        ours, n, _, our_work, _ = alone(bench, pair, rounds)
        print(f"{language}, {n} paragraphs: links and differences {ours:.2f} s ({our_work:.2f} s of work),",
              ", ".join(f"{name} {seconds:.2f} s ({work[name]:.2f})" for name, seconds in times.items()))
        for name, target in (("wdiff", 2), ("git", 1), ("wikidiff2", 20)):
            if name in times and (name, language) != ("git", "en"):
                say(f"{language}, times as fast as {name}", times[name] / ours, target)
                print(f"    (the whole process: {times[name] / times['agreed']:.2f}; by work, all processors together: "
                      f"{work[name] / our_work:.2f})")


def grow(folder, agreed, bench, sizes, rounds):
    points = []
    for size in sizes:
        pair = make(folder, "en", size)
        seconds, n, decision, work, decision_work = alone(bench, pair, rounds)
        points.append((math.log(n), math.log(work)))
        whole, memory, _ = run([agreed, "compare", *pair, "--output", folder / "out.txt"])
        print(f"  {n} paragraphs: links and differences {seconds:.2f} s ({work:.2f} s of work); a decision "
              f"{1000 * decision:.0f} ms ({1000 * decision_work:.0f}); the whole process {whole:.2f} s, {memory:.0f} MB")
        if size == 5000:
            say("ms for a decision by hand among 5,000 paragraphs", 1000 * decision, 50, at_most=True)
        if size == 32000:
            say("MB at 32,000 paragraphs a side", memory, 600, at_most=True)
    mean_x, mean_y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    say("exponent of growth of the work", slope, 1.15, at_most=True)


def check_sample(agreed, rounds):
    pair = [texts / "zh/A_65_433.zh.txt", texts / "zh/A_RES_66_184.zh.txt"]
    git = ["git", "diff", "--no-index", "--word-diff", "--word-diff-regex=.", *pair]
    times, _ = best(3 * rounds, {"agreed": [agreed, "compare", *pair], "git": git})
    say("the sample, times as long as git", times["agreed"] / times["git"], 3, at_most=True)


def adversaries():
    words = "that the use of information and communications technologies for development is a matter of concern to all".split()
    long = " ".join(f"{word} {i % 977}" for i in range(80000) for word in words)
    yield "10,000 identical paragraphs", [" ".join(words)] * 10000, [" ".join(words)] * 9999
    yield "one paragraph of 10 MB", [long], [long.replace("concern", "interest")]
    yield ("all alike but for a number", [f"resolution {i} {' '.join(words)}" for i in range(10000)],
           [f"resolution {i + 5} {' '.join(words)}" for i in range(10000)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--sizes", default="1000,2000,5000,16000,32000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--look", action="store_true", help="end well even where a target is missed")
    arguments = parser.parse_args()
    agreed = pathlib.Path(arguments.build).resolve() / "src/cli/agreed"
    bench = pathlib.Path(arguments.build).resolve() / "tests/bench/bench-comparison"
    if not make_pair.exists():
        print("skipped, not there:", make_pair)
        sys.exit(77)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print("Beside other programs")
        compare_with_others(folder, agreed, bench, arguments.rounds)
        check_sample(agreed, arguments.rounds)
        print("Growth")
        grow(folder, agreed, bench, [int(size) for size in arguments.sizes.split(",")], arguments.rounds)
        print("Hostile texts, whole process")
        for what, older, newer in adversaries():
            pair = [folder / "a.txt", folder / "b.txt"]
            for path, paragraphs in zip(pair, (older, newer)):
                write_text(path, "en", paragraphs)
            seconds, memory, _ = run([agreed, "compare", *pair, "--output", folder / "out.txt"])
            print(f"    {memory:.0f} MB")
            say(f"{what}, seconds", seconds, 10, at_most=True)
    print("missed: " + "; ".join(missed) if missed else "every target is met")
    sys.exit(1 if missed and not arguments.look else 0)


main()
