#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the window is: its comparison on synthetic texts, and its start beside other windows' in the same run.

    tests/bench/bench-view.py BUILD-FOLDER [--sizes 100,2000,20000] [--rounds N] [--look]

It looks for a display of its own through tests/with-display. The comparison is measured by bench-view in CPU time of
its process, which a busy machine hardly changes; the best of several rounds counts. Starts are measured up to the first
frame, by the clock and in CPU time: Agreed Language with both texts of the sample compared, an empty libadwaita window
of the same size, gnome-text-editor with one of the texts and Meld with both, each where it is installed (their first
frame may be one that shows no text yet). The programs take turns, so that a busy machine slows them alike.

Exit status 1 where a target is missed, unless --look."""
import argparse
import ctypes
import os
import pathlib
import re
import selectors
import shutil
import subprocess
import sys
import tempfile
import time

top = pathlib.Path(__file__).resolve().parents[2]
SIZE = "1280x800"
PATIENCE = 60  # seconds that a start may take before something is wrong
WORDS = {  # what is measured, its unit, the most it may be (None: for a person to look at), and among how many rows
    "first-frame": ("first frame once the rows are there", "ms", 150, 0),
    "first-frame-clock": ("the same by the clock", "ms", None, 0),
    "scroll": ("a frame of scrolling by 400 pixels", "ms", 6, 0),
    "scroll-longest": ("the longest of them", "ms", None, 0),
    "scroll-moved": ("the same with a moved row at hand", "ms", 6, 0),
    "scroll-moved-longest": ("the longest of them", "ms", None, 0),
    "scroll-found": ("the same with every letter e marked as found", "ms", None, 0),
    "scroll-found-longest": ("the longest of them", "ms", None, 0),
    "jump-error": ("the row jumped to, away from its place", "pixels", 1, 0),
    "jump-longest": ("the longest frame of a jump", "ms", None, 0),
    "resize-longest": ("the longest frame of resizing", "ms", 60, 0),
    "zoom-longest": ("the longest frame of zooming", "ms", 60, 0),
    "peak-memory": ("the most memory", "MB", 250, 20000),
}
missed = []


def say(what, value, unit, target):
    bad = target is not None and value > target
    limit = "" if target is None else f" (at most {target:g}{'; MISSED' if bad else ''})"
    print(f"  {what}: {value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}{limit}", flush=True)
    if bad:
        missed.append(what)


def surroundings(build):
    return os.environ | {
        "GSK_RENDERER": "cairo", "GDK_BACKEND": "x11", "GTK_A11Y": "none", "GDK_DEBUG": "no-portals",
        "GSETTINGS_BACKEND": "memory", "GSETTINGS_SCHEMA_DIR": str(build / "data"), "LC_ALL": "C.UTF-8"}


def measure_view(build, n_rows, rounds):
    """Name → the least value of several rounds."""
    best = {}
    for _ in range(rounds):
        done = subprocess.run([build / "tests/bench/bench-view", str(n_rows)], env=surroundings(build), check=True,
                              stdout=subprocess.PIPE, text=True)
        for name, value in (line.split() for line in done.stdout.splitlines()):
            best[name] = min(float(value), best.get(name, float("inf")))
    return best


def compare_sizes(build, sizes, rounds):
    for n_rows in sizes:
        print(f"{n_rows:,} rows", flush=True)
        best = measure_view(build, n_rows, rounds)
        for name, (what, unit, target, least) in WORDS.items():
            if name in best:
                say(what, best[name], unit, target if n_rows >= least else None)


def read_cpu(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_for_line(process, pattern):
    text, deadline = "", time.monotonic() + PATIENCE
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0 and selector.select(left):
            piece = os.read(process.stdout.fileno(), 65536)
            text += piece.decode(errors="replace")
            if match := re.search(pattern, text):
                return match
            if not piece:
                break
    raise RuntimeError(f"{process.args[0]} draws no frame: {text.strip()[-500:]}")


class Screen:
    """Tells whether anything is drawn: a line across the screen, which is black as long as nothing is."""

    def __init__(self):
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        self.x11 = ctypes.CDLL("libX11.so.6")
        for name, result, *types in (("XOpenDisplay", pointer, ctypes.c_char_p), ("XDefaultRootWindow", number, pointer),
                                     ("XDestroyImage", ctypes.c_int, pointer),
                                     ("XGetPixel", number, pointer, ctypes.c_int, ctypes.c_int),
                                     ("XGetImage", pointer, pointer, number, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                      ctypes.c_uint, number, ctypes.c_int)):
            function = getattr(self.x11, name)
            function.restype, function.argtypes = result, types
        self.display = self.x11.XOpenDisplay(None)
        self.root = self.x11.XDefaultRootWindow(self.display)

    def is_drawn(self):
        image = self.x11.XGetImage(self.display, self.root, 0, 300, 400, 1, 0xFFFFFF, 2)
        drawn = any(self.x11.XGetPixel(image, x, 0) for x in range(0, 400, 8))
        self.x11.XDestroyImage(image)
        return drawn


def wait_for_picture(process):
    screen, deadline = Screen(), time.monotonic() + PATIENCE
    while not screen.is_drawn():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args[0]} draws no frame")
        time.sleep(.004)


def start(command, env, says_so):
    """Seconds by the clock and of CPU up to the first frame: when the program says so, or when something is drawn."""
    begin = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], env=env, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE if says_so else subprocess.DEVNULL, stderr=subprocess.STDOUT)
    try:
        if says_so:
            match = wait_for_line(process, r"first frame after \S+ s, (\S+) s of CPU\n")
            return time.perf_counter() - begin, float(match[1])
        wait_for_picture(process)
        return time.perf_counter() - begin, read_cpu(process.pid)
    finally:
        process.kill()
        process.communicate()


def compare_starts(build, rounds):
    print("From start to first frame, by the clock and in CPU time", flush=True)
    env = surroundings(build)
    pair = [top / "data/samples" / name for name in ("A_65_433.zh.txt", "A_RES_66_184.zh.txt")]
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder) / "picture.png"
        programs = {
            "an empty window": ([build / "tests/bench/bench-empty", SIZE], True),
            "Agreed Language": ([build / "src/window/agreed-language", "--picture", picture, "--size", SIZE, *pair], True),
            "gnome-text-editor": (["gnome-text-editor", "--standalone", pair[0]], False),
            "Meld": (["meld", *pair], False),
        }
        times = {}
        for _ in range(rounds):
            for name, (command, says_so) in programs.items():
                if shutil.which(command[0]):
                    times.setdefault(name, []).append(start(command, env, says_so))
    best = {name: [min(each) for each in zip(*values)] for name, values in times.items()}
    for name in programs:
        print(f"  {name}: " + (f"{best[name][0]:.3f} s, {best[name][1]:.3f} s of CPU" if name in best else "not installed"))
    for name, target in (("an empty window", 1.6), ("gnome-text-editor", 1), ("Meld", 1)):
        if name in best:
            for kind, which in (("by the clock", 0), ("in CPU time", 1)):
                say(f"times as long as {name}, {kind}", best["Agreed Language"][which] / best[name][which], "times", target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--sizes", default="100,2000,20000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--look", action="store_true", help="end well even where a target is missed")
    arguments = parser.parse_args()
    build = pathlib.Path(arguments.build).resolve()
    if os.environ.get("AGREED_BENCH_DISPLAY") != "own":
        os.environ["AGREED_BENCH_DISPLAY"] = "own"
        os.execv(top / "tests/with-display", ["with-display", sys.executable, *sys.argv])
    compare_sizes(build, [int(size) for size in arguments.sizes.split(",") if size], arguments.rounds)
    compare_starts(build, 2 * arguments.rounds)
    print("missed: " + "; ".join(missed) if missed else "every target is met")
    sys.exit(1 if missed and not arguments.look else 0)


main()
