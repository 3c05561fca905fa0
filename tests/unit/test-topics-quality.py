#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Precision and recall of the delivered topics' suggestions, by topic, on readings of real texts by hand
(tests/data/topics/gold.json). Each topic that ten paragraphs or more touch has an F1 of .95 at least, in each language."""
import collections
import json
import os
import pathlib
import subprocess
import sys

LEAST = .95
ENOUGH = 10

top = pathlib.Path(os.environ["AGREED_TOP"])
texts = pathlib.Path(os.environ["AGREED_SHARED"]) / "texts"
gold = json.loads((top / "tests/data/topics/gold.json").read_text("utf-8"))
delivered = [topic["id"] for topic in json.loads((top / "data/topics/ict.json").read_text("utf-8"))["topics"]]


def suggest(file, text):
    out = subprocess.run([os.environ["AGREED"], "topics", "--format", "json", "--text", str(text), str(file)],
                         capture_output=True, check=True).stdout
    found = collections.defaultdict(set)
    labels = set()
    for paragraph in json.loads(out)["paragraphs"]:
        labels.add(paragraph["label"])
        for topic in paragraph["topics"]:
            found[topic["topic"]].add(paragraph["label"])
    return found, labels


def share(part, whole):
    return part / whole if whole else 1.


missing = [text["file"] for text in gold["texts"] if not (texts / text["file"]).exists()]
if missing:
    print("skipped, not there:", ", ".join(sorted(set(missing))))
    sys.exit(77)

counts = collections.defaultdict(lambda: [0, 0, 0])  # (language, topic) → right, suggested, read
for text in gold["texts"]:
    language = text["file"].split("/")[0]
    found, labels = suggest(texts / text["file"], text["text"])
    for topic in delivered:
        read = set(text["topics"].get(topic, []))
        doubtful = set(text["doubtful"].get(topic, []))
        assert read <= labels and doubtful <= labels, (text["symbol"], topic, (read | doubtful) - labels)
        assert not read & doubtful, (text["symbol"], topic)
        suggested = found[topic] - doubtful
        for part, number in enumerate((read & suggested, suggested, read)):
            counts[language, topic][part] += len(number)
        for label in sorted(read ^ suggested):
            print(f'{text["symbol"]} {label} {topic}: {"missed" if label in read else "suggested, and should not be"}')

good = True
print(f'{"":8}{"topic":30}{"read":>6}{"precision":>11}{"recall":>8}{"F1":>7}')
for language in sorted({key[0] for key in counts}):
    for topic in delivered:
        right, suggested, read = counts[language, topic]
        f1 = share(2 * right, suggested + read)
        low = read >= ENOUGH and f1 < LEAST
        good &= not low
        print(f'{language:8}{topic:30}{read:6}{share(right, suggested):11.3f}{share(right, read):8.3f}{f1:7.3f}'
              f'{"  below " + str(LEAST) if low else ""}')
sys.exit(0 if good else 1)
