#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real PDFs, read by the program and counted by somebody else's.

poppler's pdftotext and pdftohtml give the letters of the pages; heads, feet and bold headings are taken off here by
other means than the program's (blank lines and fonts rather than places). What is left is what paragraphs and footnotes
must hold, to the letter. Numbering must be whole, every mark have its footnote and every footnote its mark, and no
word may be torn that stands whole elsewhere.
"""
import collections
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(os.environ.get('AGREED_SHARED', '../shared')) / 'texts' / 'en'
ORGAN = re.compile(r'^[“"]?The (General Assembly|Economic and Social Council|Human Rights Council|Security Council),?$')
JOB = re.compile(r'^(\d\d-\d{5}( \(E\))?( +\d{6})?|\*\d{7}\*|\d+/\d+|\d+/\d+ +\d\d-\d{5}|\d\d-\d{5} +\d+/\d+)$')
MEETING = re.compile(r'^\d+(st|nd|rd|th) plenary meeting$')


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def letters(text):
    return ''.join(c for c in text if c.isalpha())


def bold_lines(path):
    """What is set in bold, line by line, without spaces: headings."""
    found = collections.defaultdict(str)
    for page, body in enumerate(output('pdftohtml', '-xml', '-i', '-stdout', str(path)).split('<page ')[1:]):
        lines = collections.defaultdict(list)
        for top, height, text in re.findall(r'<text top="(-?\d+)" left="[^"]*" width="[^"]*" height="(\d+)"[^>]*>(.*?)</text>',
                                            body):
            lines[int(top) + int(height)].append(text)
        for line in lines.values():
            if all(re.fullmatch(r'\s*(<b>.*</b>|)\s*', text) for text in line):
                yield page, letters(html.unescape(re.sub('<[^>]*>', '', ''.join(line)))) or None


def page_letters(path):
    """The letters from the last organ's name on, or from the title on where it is left out, without heads, feet,
    headings, and the notes to the head, whose marks are stars."""
    bold = set(bold_lines(path))
    lines = []
    named = starred = False
    for number, page in enumerate(output('pdftotext', '-layout', str(path), '-').split('\f')):
        rows = page.split('\n')
        if number > 0:
            while rows and rows[0].strip():
                rows.pop(0)
        for row in rows:
            row = re.sub(r'\s+', ' ', row).strip()
            heading = (number, letters(row)) in bold
            starred = re.match(r'\*+ ', row) is not None or (starred and not re.match(r'\d|$', row))
            if ORGAN.match(row) or (heading and number == 0 and not named):
                lines = []
                named = named or not heading
            elif row and not starred and not heading and not JOB.match(row) and not re.fullmatch('_+', row):
                lines.append(row)
    meetings = [i for i, line in enumerate(lines) if MEETING.match(line)]
    if meetings:
        del lines[meetings[0]:meetings[0] + 2]
    return letters(''.join(lines))


def read_letters(text):
    parts = []
    for paragraph in text['paragraphs']:
        parts += re.findall(r'\(([^()]*)\)$', paragraph['label']) + [paragraph['text']]
    return letters(''.join(parts + [note['text'] for note in text['notes'] if not is_to_head(note)]))


def is_to_head(note):
    return not note['marker'].strip('*')


def check_letters(path, text):
    expected = page_letters(path)
    got = read_letters(text)
    missing = collections.Counter(expected) - collections.Counter(got)
    extra = collections.Counter(got) - collections.Counter(expected)
    if missing or extra:
        yield f'letters of the pages that are lost: {dict(missing)}; that are in it more often: {dict(extra)}'


def check_labels(text):
    labels = [p['label'] for p in text['paragraphs']]
    if len(set(labels)) != len(labels):
        yield 'a label stands twice'
    for prefix in 'PP', 'OP':
        numbers = [int(label[2:]) for label in labels if re.fullmatch(prefix + r'\d+', label)]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f'{prefix} numbers are not consecutive: {numbers}'
    if not any(label.startswith('OP') for label in labels):
        yield 'no operative paragraph'


def check_footnotes(text):
    marks = [mark['marker'] for p in text['paragraphs'] for mark in p['notes']]
    notes = [note['marker'] for note in text['notes'] if not is_to_head(note)]
    if sorted(set(marks)) != sorted(set(notes)):
        yield f'marks {marks} and footnotes {notes} do not meet'
    for p in text['paragraphs']:
        for mark in p['notes']:
            if not 0 < mark['offset'] <= len(p['text']):
                yield f'{p["label"]}: the mark {mark["marker"]} stands outside'


def check_head(path, text):
    """The first page's notes with stars, which are about who submits the text; a report has some about itself."""
    wanted = {}
    if text['symbol'] not in output('pdftotext', '-l', '1', str(path), '-')[:500]:
        return
    for row in output('pdftotext', '-layout', '-l', '1', str(path), '-').split('\n'):
        begun = re.match(r' *(\*+) (\S.*)', row)
        if begun:
            wanted[begun[1]] = begun[2]
    got = {note['marker']: note['text'] for note in text['notes'] if is_to_head(note)}
    if wanted.keys() != got.keys() or not all(got[marker].startswith(wanted[marker]) for marker in wanted):
        yield f'the notes to the head are {wanted}, and not {got}'


def words_of(text):
    for part in text['paragraphs'] + text['notes']:
        yield re.findall(r'[^\W\d_]+|\S', part['text'])


def check_spaces(text, vocabulary):
    """Two neighbours that are no words of any file, and are one word together."""
    for part in text['paragraphs'] + text['notes']:
        for first, second in re.findall(r'(?<!\S)([^\W\d_]+)(?= ([^\W\d_]+))', part['text']):
            whole = (first + second).lower()
            if vocabulary[whole] > 0 and vocabulary[first.lower()] + vocabulary[second.lower()] <= 2:
                yield f'“{first} {second}” is torn'
        for torn in re.findall(r' [,;:.)”]|[(“] | -\w|\w- (?!and\b|or\b|to\b)', part['text']):
            yield f'a space too many: “{torn}”'


def main():
    files = sorted(FOLDER.glob('*.pdf'))
    if not files or shutil.which('pdftohtml') is None:
        print(f'no PDFs in {FOLDER}, or no pdftohtml')
        return 77
    texts = {}
    vocabulary = collections.Counter()
    for path in files:
        document = json.loads(output(os.environ['AGREED'], 'show', str(path), '--format', 'json'))
        texts[path] = document['texts']
        for text in texts[path]:
            for words in words_of(text):
                vocabulary.update(word.lower() for word in words)
    failed = 0
    for path in files:
        text = texts[path][-1]
        for problem in [*check_letters(path, text), *check_labels(text), *check_footnotes(text), *check_head(path, text),
                        *check_spaces(text, vocabulary)]:
            print(f'{path.name}: {problem}')
            failed += 1
    print(f'{len(files)} files, {failed} problems')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
