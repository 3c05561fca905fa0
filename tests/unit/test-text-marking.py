#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Differences against the marking that a person would make: tests/data/differences, made by reading the two wordings.

A row passes when the marked characters agree at F1 ≥ .90, the number of edits is within 2/3 to 1.5 of the hand marking's
or off by one, and no word or number is cut. White space and punctuation do not count. Neither way count
  - words that both sides of one replacement share, in either marking;
  - an unchanged gap of one word between two edits, in either marking.
An insertion or deletion may slide where the text repeats. In each language at least 85 % of the rows must pass.

usage: test-text-marking.py MARK-ROWS [--all] [FILE…]; --all also scores the rows kept back and Python's difflib, and says
of each row that fails why."""
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

LEAST_F1 = 0.90
LEAST_PASSED = 0.85

HAN = re.compile(r"[\u3400-\u9fff]")

# What is never cut, whatever a dictionary says.
WHOLE = [re.compile(pattern) for pattern in (
    # A word with its hyphens; Han is looked at apart.
    r"(?:(?!%s)[^\W\d_])+(?:[-\u2010\u2011](?:(?!%s)[^\W\d_])+)*" % (HAN.pattern, HAN.pattern),
    r"\d[\d.,/]*\d|\d+",
    r"\d+(?:[.,]\d+)? ?(?:%|per cent)",
    r"\d+年(?:\d+月(?:\d+日)?)?|\d+月\d+日",
    r"第[一二三四五六七八九十百千\d/]+[届号段次]?",
    r"(?:A|E|ST)(?:/[A-Z\d.]+)+",
)]


def counts(character):
    return character.isalnum() or character in "%$€+=<>"


class Marking:
    """Edits over the characters that count. Each edit is [older start, older end, newer start, newer end] in them."""

    def __init__(self, runs):
        """@runs: (kind, older, newer)"""
        self.texts = ["".join(run[1 + side] for run in runs) for side in (0, 1)]
        self.bounds = [set(), set()]  # code points where a run begins or ends
        self.characters = [[c for c in text if counts(c)] for text in self.texts]
        self.edits = []
        at, places = [0, 0], [0, 0]
        after_equal = True
        for kind, *both in runs:
            ends = [at[side] + sum(map(counts, both[side])) for side in (0, 1)]
            for side in (0, 1):
                self.bounds[side].add(places[side])
                places[side] += len(both[side])
            if kind == "equal":
                after_equal = True
            elif after_equal:
                self.edits.append([at[0], ends[0], at[1], ends[1]])
                after_equal = False
            else:
                self.edits[-1][1], self.edits[-1][3] = ends
            at = ends

    def marked(self):
        return {(side, i) for edit in self.edits for side in (0, 1) for i in range(edit[2 * side], edit[2 * side + 1])}

    def words(self, side, starts):
        """For each character that counts, the number of its word."""
        numbers, word = [], 0
        for i, character in enumerate(self.texts[side]):
            if i in starts:
                word += 1
            if counts(character):
                numbers.append(word)
        return numbers

    def slid_to(self, other):
        """The same with insertions and deletions slid to where they meet the other marking best."""
        theirs = other.marked()
        for n, edit in enumerate(self.edits):
            deleted, inserted = edit[1] > edit[0], edit[3] > edit[2]
            if deleted == inserted:
                continue
            side = 0 if deleted else 1
            start, end = edit[2 * side], edit[2 * side + 1]
            low = self.edits[n - 1][2 * side + 1] if n > 0 else 0
            high = self.edits[n + 1][2 * side] if n + 1 < len(self.edits) else len(self.characters[side])
            letters = self.characters[side]
            ways = [0]
            while start + ways[0] > low and letters[start + ways[0] - 1] == letters[end + ways[0] - 1]:
                ways.insert(0, ways[0] - 1)
            while end + ways[-1] < high and letters[start + ways[-1]] == letters[end + ways[-1]]:
                ways.append(ways[-1] + 1)
            best = max(ways, key=lambda way: (sum((side, i) in theirs for i in range(start + way, end + way)), -abs(way)))
            for k in range(4):
                edit[k] += best
        return self

    def neutral(self, starts):
        """What counts neither way."""
        found = set()
        words = [self.words(side, starts[side]) for side in (0, 1)]

        def spell(side, start, end):
            """The words wholly inside, each with its characters."""
            inside = {}
            for i in range(start, end):
                inside.setdefault(words[side][i], []).append(i)
            return [indices for word, indices in inside.items() if words[side].count(word) == len(indices)]

        for edit in self.edits:
            both = [spell(side, edit[2 * side], edit[2 * side + 1]) for side in (0, 1)]
            spelled = [["".join(self.characters[side][i] for i in w) for w in both[side]] for side in (0, 1)]
            matcher = difflib.SequenceMatcher(None, *spelled, autojunk=False)
            for a, b, size in matcher.get_matching_blocks():
                for k in range(size):
                    found.update((0, i) for i in both[0][a + k])
                    found.update((1, i) for i in both[1][b + k])
        for before, after in zip(self.edits, self.edits[1:]):
            for side in (0, 1):
                start, end = before[2 * side + 1], after[2 * side]
                if start < end and len({words[side][i] for i in range(start, end)}) == 1:
                    found.update((side, i) for i in range(start, end))
        return found

    def cuts(self, hand, starts):
        """Words and numbers that a run of this marking cuts and the hand's does not."""
        found = []
        for side, text in enumerate(self.texts):
            inside = {}
            for pattern in WHOLE:
                for match in pattern.finditer(text):
                    inside.update((i, match[0]) for i in range(match.start() + 1, match.end()))
            for i in self.bounds[side] - hand.bounds[side] - {0, len(text)}:
                if i in inside:
                    found.append(inside[i])
                elif i not in starts[side] and HAN.match(text[i - 1]) and HAN.match(text[i]):
                    found.append(text[i - 1:i + 1])
        return found


def read_marking(row):
    """The hand's, as runs. Equal wording is written as the newer has it, which may set its punctuation another way."""
    runs = [["equal", part, part] if kind == 0 else ["deleted", part, ""] if kind == 1 else ["inserted", "", part]
            for part, kind in split_marking(row["marking"])]
    newer = "".join(run[2] for run in runs)
    older = "".join(run[1] for run in runs)
    assert newer == row["newer"], (newer, row["newer"])
    assert [c for c in older if counts(c)] == [c for c in row["older"] if counts(c)], (older, row["older"])
    return runs


def split_marking(marking):
    for match in re.finditer(r"\[-(.*?)-\]|\{\+(.*?)\+\}|((?:(?!\[-|\{\+).)+)", marking, re.S):
        if match[1] is not None:
            yield match[1], 1
        elif match[2] is not None:
            yield match[2], 2
        else:
            yield match[3], 0


def score(hand_runs, runs, starts):
    """(passes, F1, hand's edits, edits, cuts)"""
    hand, ours = Marking(hand_runs), Marking(runs)
    # The hand's older text may differ from the real one in punctuation, so its bounds are set over the real one.
    hand.bounds[0] = shift(hand, ours)
    hand.texts = ours.texts
    ours.slid_to(hand)
    neutral = hand.neutral(starts) | ours.neutral(starts)
    wanted, got = hand.marked() - neutral, ours.marked() - neutral
    f1 = 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0
    n_hand, n_ours = len(hand.edits), len(ours.edits)
    cuts = ours.cuts(hand, starts)
    near = abs(n_ours - n_hand) <= 1 or 2 * n_hand <= 3 * n_ours and 2 * n_ours <= 3 * n_hand
    return f1 >= LEAST_F1 and near and not cuts, f1, n_hand, n_ours, cuts


def shift(hand, ours):
    """The bounds of the hand's older side in the real older text: before the same character that counts."""
    places = [i for i, c in enumerate(ours.texts[0]) if counts(c)] + [len(ours.texts[0])]
    found = set()
    for bound in hand.bounds[0]:
        n = sum(map(counts, hand.texts[0][:bound]))
        found |= {places[n], places[n - 1] + 1 if n else 0}
    return found


def by_difflib(row, starts):
    """Word by word, as Python's difflib tells two lists apart."""
    parts = []
    for side, name in enumerate(("older", "newer")):
        bounds = sorted(starts[side] | {0, len(row[name])})
        parts.append([row[name][a:b] for a, b in zip(bounds, bounds[1:])])
    return run_difflib(*parts)


def run_difflib(older, newer):
    runs = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        both = "".join(older[a:b]), "".join(newer[c:d])
        if kind == "equal":
            runs.append(["equal", *both])
        else:
            runs += [["deleted", both[0], ""]] * bool(both[0]) + [["inserted", "", both[1]]] * bool(both[1])
    return runs


def main():
    program, *arguments = sys.argv[1:]
    everything = "--all" in arguments
    folder = pathlib.Path(os.environ.get("AGREED_TOP", ".")) / "tests/data/differences"
    names = [a for a in arguments if not a.startswith("--")] or ["zh", "en", "fr", "es", "ru", "ar"] + ["kept-back"] * everything
    failed = False
    for name in names:
        file = folder / f"{name}.json"
        rows = json.loads(file.read_text())["rows"]
        marked = json.loads(subprocess.run([program, file], capture_output=True, check=True).stdout)
        tally = {}
        for row, ours in zip(rows, marked, strict=True):
            starts = [set(ours["older_words"]), set(ours["newer_words"])]
            hand = read_marking(row)
            assert "".join(run[1] for run in ours["runs"]) == row["older"]
            assert "".join(run[2] for run in ours["runs"]) == row["newer"]
            results = {"ours": score(hand, ours["runs"], starts)}
            results["difflib, words"] = score(hand, by_difflib(row, starts), starts)
            results["difflib, characters"] = score(hand, run_difflib(list(row["older"]), list(row["newer"])), starts)
            for who, result in results.items():
                passed, of = tally.get((row["language"], who), (0, 0))
                tally[row["language"], who] = passed + result[0], of + 1
            if not results["ours"][0] or "--unlike" in arguments and results["ours"][1:3] != (1.0, results["ours"][3]):
                _, f1, n_hand, n_ours, cuts = results["ours"]
                print(f"  {row['source']}: F1 {f1:.3f}, {n_ours} edits for {n_hand}, cut {cuts}")
                if everything and name != "kept-back":
                    print("   hand", row["marking"])
                    print("   ours", "".join(
                        run[2] if run[0] == "equal" else f"[-{run[1]}-]" if run[0] == "deleted" else f"{{+{run[2]}+}}"
                        for run in ours["runs"]))
        for (language, who), (passed, of) in tally.items():
            print(f"{name} {language} {who}: {passed} of {of} rows as a person would mark them ({passed / of:.0%})")
            failed |= who == "ours" and passed < LEAST_PASSED * of
    return 1 if failed else 0


sys.exit(main())
