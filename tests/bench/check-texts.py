#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads any pile of files and lists what looks misread, for a person to look at.

    AGREED=…/agreed check-texts.py FILE-OR-FOLDER…

A line for each doubt: a paragraph that begins or ends as none does, a gap in the numbering, a mark without its footnote or
a footnote without its mark, wording with a hole in it. Some are as printed; on a good pile nearly all lines are. Ends
with how many files were read, refused (with the sentence) and came to grief; exit status 1 where any came to grief.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ENDS = '.,;:。，；：،؛.—-…!?؟)»”"'
SPLIT_WORD = re.compile(r"(?<![’'])\b[b-hj-zB-HJ-Z] [a-z]{3,}|\b[a-z]+ (?:tion|ment|ing|ly|ity|ed)\b|[a-z]- (?!and|or|to)[a-z]")
LETTERS = {'en': 'abcdefghijklmnopqrstuvwxyz', 'ru': 'абвгдежзиклмнопрстуфхцчшщэюя'}
ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii',
         'xix', 'xx']


def read(path):
    try:
        result = subprocess.run([os.environ.get('AGREED', 'agreed'), 'show', '--format', 'json', str(path)],
                                capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return path, None, 'takes longer than a minute', True
    said = result.stderr.decode('utf-8', 'replace').strip()
    if result.returncode == 0 and not said:
        return path, json.loads(result.stdout), '', False
    grief = result.returncode != 1 or not re.fullmatch(r'agreed: [^\n]+', said)
    return path, None, said or f'exit status {result.returncode}', grief


def begins_well(paragraph, language):
    first = next((c for c in paragraph['text'] if c.isalpha() or c.isdigit()), '')
    if not first:
        return False
    if first.islower() and language == 'en':
        return '(' in paragraph['label'] or paragraph['label'] == ''
    return paragraph['text'][0] not in ',;.:)]'


def numbering(labels):
    """Each label that does not follow from those before it."""
    last = collections.Counter()
    for label in labels:
        kind, number, below = re.fullmatch(r'(?:\d+:)?([A-Z]*)(\d*)(.*)', label).groups()
        if number and not below:
            if int(number) not in (last[kind] + 1, 1):
                yield f'{kind}{last[kind]} is followed by {label}'
            last[kind] = int(number)
        parts = re.findall(r'\(([^()]+)\)', below)
        if not parts:
            continue
        here = (kind, number, *parts[:-1])
        before = last.get(here, '')
        last[here] = parts[-1]
        for row in [*LETTERS.values(), ROMAN]:
            if parts[-1] in row and (before in row or not before):
                wanted = row[row.index(before) + 1] if before and row.index(before) + 1 < len(row) else row[0]
                if parts[-1] == wanted:
                    break
        else:
            if parts[-1].isascii():
                yield f'({before}) is followed by {label}'


def doubts(text):
    for paragraph in text['paragraphs']:
        wording, label = paragraph['text'], paragraph['label']
        if not begins_well(paragraph, text.get('language')):
            yield label, 'begins', wording[:60]
        if wording[-1:] not in ENDS:
            yield label, 'ends', wording[-60:]
        if text.get('language') == 'en' and (hole := SPLIT_WORD.search(wording)):
            yield label, 'hole', wording[max(0, hole.start() - 20):hole.end() + 20]
        if re.search(r'\d+/\d+-?\d* ?\d{2}-\d{5}|_{6,}|\bPage \d+\b|�', wording):
            yield label, 'furniture', wording[:100]
        if len(wording) > 3500:
            yield label, 'long', f'{len(wording)} characters'
    for said in numbering([paragraph['label'] for paragraph in text['paragraphs']]):
        yield '', 'numbering', said
    marks = [note['marker'] for paragraph in text['paragraphs'] for note in paragraph['notes']]
    notes = [note['marker'] for note in text['notes']]
    for marker in sorted(set(marks) - set(notes)):
        yield '', 'mark without footnote', marker
    for marker in sorted(set(notes) - set(marks)):
        yield '', 'footnote without mark', marker
    numbers = [int(marker) for marker in notes if marker.isdecimal()]
    if numbers and sorted(numbers) != list(range(min(numbers), min(numbers) + len(numbers))):
        yield '', 'footnotes', ' '.join(map(str, numbers))
    for note in text['notes']:
        if note['text'][-1:] not in ENDS:
            yield note['marker'], 'footnote ends', note['text'][-60:]
    for key in 'symbol', 'title', 'session', 'language':
        if not text.get(key):
            yield '', 'no ' + key, ''
    if not any(paragraph['kind'] == 'operative' for paragraph in text['paragraphs']):
        yield '', 'no operative part', ''


def main():
    paths = [path for name in sys.argv[1:] for path in
             (sorted(p for p in pathlib.Path(name).rglob('*') if p.is_file()) if os.path.isdir(name) else [pathlib.Path(name)])]
    if not paths:
        sys.exit(__doc__)
    counts, kinds = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, document, said, grief in pool.map(read, paths):
            counts['came to grief' if grief else 'read' if document else 'refused'] += 1
            if said:
                print(f'{path.name}: {"GRIEF: " if grief else ""}{said}')
            for n, text in enumerate(document['texts'] if document else [], 1):
                for label, kind, detail in doubts(text):
                    kinds[kind] += 1
                    print(f'{path.name} [{n} {text.get("symbol")}] {label} {kind}: {detail}')
    print(', '.join(f'{count} {what}' for what, count in counts.items()))
    print(', '.join(f'{count} {kind}' for kind, count in kinds.most_common()) or 'no doubts')
    sys.exit(1 if counts['came to grief'] else 0)


if __name__ == '__main__':
    main()
