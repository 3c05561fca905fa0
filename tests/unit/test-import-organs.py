#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions and drafts of several organs, each set as its organ sets them today, are read with head, paragraphs and
notes. The texts are made up; the pages are set glyph by glyph (pages.py)."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from pages import Book  # noqa: E402  (after the path it needs)

LEFT, MEASURE, BOTTOM = 130, 360, 680


def plain(text):
    parts = text.split('^')
    return ''.join(parts[::2]).replace('*', '')


class Setter:
    """Sets a document from its head to its end, with the notes at the foot of the page that calls them."""

    def __init__(self, symbol, running=None):
        self.book, self.symbol, self.running = Book(612, 792), symbol, running
        self.page, self.y, self.notes = None, 0, []
        self.turn()

    def turn(self):
        self.foot()
        self.page = self.book.page()
        number = len(self.book.pages)
        if number == 1:
            self.page.text('United Nations', 72, 60, 12, 'Bold')
            self.page.text(self.symbol, 430, 60, 12)
            self.y = 70
        else:
            places = (72, 430) if number % 2 == 0 else (430, 72)
            self.page.text(self.symbol, places[0], 50, 8, 'Bold')
            if self.running:
                self.page.text(self.running, places[1] if number % 2 else 330, 50, 8, 'Bold')
            self.y = 80
        if number > 1:
            self.page.text(f'{number}/9', 520, 750, 8)
        self.page.text('25-08504 (E)', 72 if number == 1 else 440, 750, 8)
        self.bottom = BOTTOM

    def foot(self):
        y = self.bottom if self.page else 0
        for i, (marker, note) in enumerate(self.notes):
            if i == 0:
                self.page.text('_' * 18, LEFT, y + 12)
                y += 16
            shown = marker if marker.startswith('*') else f'^{marker}^'
            y, _ = self.starred(shown, note, y)
        self.notes = []

    def starred(self, shown, note, y):
        # a star is a sign of italics to text(), and is set by itself here
        if shown.startswith('*'):
            for i, sign in enumerate(shown):
                self.page.glyphs([(sign, 0)], LEFT + 5 * i, y + 9.5, 8, 'Regular')
            return self.page.paragraph(note, LEFT + 20, y, MEASURE - 20, 8, 9.5, justified=False, bottom=790)
        return self.page.paragraph(f'{shown} {note}', LEFT, y, MEASURE, 8, 9.5, 12, justified=False, bottom=790)

    def line(self, text, x=72, size=10, style='Regular', gap=14):
        self.y += gap
        self.page.text(text, x, self.y, size, style)

    def stars(self, signs, x):
        for i, sign in enumerate(signs):
            self.page.glyphs([(sign, 0)], x + 5 * i, self.y, 10, 'Bold')

    def note(self, marker, text):
        self.notes.append((marker, text))
        self.bottom -= 24

    def paragraph(self, text, indent=30, gap=6, left=LEFT, style='Regular', size=10, notes=()):
        for marker, note in notes:
            self.note(marker, note)
        if self.y + gap + 12 > self.bottom:
            self.turn()
        self.y += gap
        rest = text
        while rest:
            self.y, rest = self.page.paragraph(rest, left, self.y, MEASURE - (left - LEFT), size, 12, indent, style=style,
                                               bottom=self.bottom, justified=style == 'Regular')
            indent = 0
            if rest:
                self.turn()

    def save(self, path):
        self.foot()
        self.book.save(path)


PREAMBLE = [
    '*Recalling* its resolution 2190 (2014) and all earlier resolutions on the keeping of lights along the coasts of '
    'developing countries,^1^ which it reaffirms,',
    '*Recalling also* the report of the Secretary-General,^2^',
    '*Noting with concern* that many lamps have gone out, that few keepers remain in remote places, and that ships of '
    'every flag have come to grief on reefs which had been lit for a hundred years and more, with loss of life,',
    '*Convinced* that the light of one coast serves the ships of all nations,',
]
NOTES = [('1', 'See S/2014/12, annex, and the reports of harbour masters.'), ('2', 'S/2025/300.')]
OPERATIVE = [
    '*Takes note* of the report of the Secretary-General;',
    '*Calls upon* all States to keep their lights burning, in accordance with the Charter of the United Nations and the '
    'rules of navigation that they have accepted, and to tell mariners in good time of any that must be put out;',
    '*Requests* the Secretary-General to report to it within sixty days on the implementation of the present resolution, '
    'and to hold before it the lists of lights as they stand by then;',
    '*Decides* to remain seized of the matter.',
]


def set_preamble(setter, organ):
    setter.paragraph(f'*{organ},*' if organ.startswith('The S') else f'The *{organ[4:]},*')
    notes = iter(NOTES)
    for text in PREAMBLE:
        setter.paragraph(text, notes=[next(notes)] if '^' in text else [])
    return [(f'PP{n}', plain(text)) for n, text in enumerate(PREAMBLE, 1)]


def set_operative(setter, texts=None):
    wanted = []
    texts = OPERATIVE if texts is None else texts
    for n, text in enumerate(texts, 1):
        setter.paragraph(f'{n}.   {text}')
        wanted.append((f'OP{n}', plain(text)))
    return wanted


def security_council(path):
    setter = Setter('S/RES/2777 (2025)')
    setter.line('Security Council', 72, 14, 'Bold', 20)
    setter.line('Distr.: General', 430, gap=0)
    setter.line('3 July 2025', 430)
    setter.line('Resolution 2777 (2025)', 220, 12, 'Bold', 50)
    setter.line('Adopted by the Security Council at its 9950th meeting, on', 150, 11, 'Bold', 28)
    setter.line('3 July 2025', 270, 11, 'Bold')
    setter.y += 10
    wanted = set_preamble(setter, 'The Security Council')
    wanted += set_operative(setter)
    setter.save(path)
    return dict(symbol='S/RES/2777 (2025)', title=None, session=None, date='2025-07-03', paragraphs=wanted, notes=NOTES)


def economic_and_social_council(path):
    setter = Setter('E/RES/2025/18', 'Lights at sea')
    setter.line('Economic and Social Council', 72, 14, 'Bold', 20)
    setter.line('Distr.: General', 430, gap=0)
    setter.line('5 August 2025', 430)
    setter.line('2025 session', 72, gap=40)
    setter.line('Agenda item 18 (b)', 72)
    setter.line('Resolution adopted by the Economic and Social Council on 29 July 2025', LEFT, 12, 'Bold', 40)
    setter.line('[on a proposal considered in plenary meeting (E/2025/L.22)]', LEFT, 10, 'Italic', 20)
    setter.line('2025/18.  Lights at sea and the safety of those who', LEFT, 12, 'Bold', 30)
    setter.line('travel by them', LEFT + 50, 12, 'Bold')
    setter.y += 6
    wanted = set_preamble(setter, 'The Economic and Social Council')
    wanted += set_operative(setter)
    setter.line('38th plenary meeting', 400, 10, 'Italic', 30)
    setter.line('29 July 2025', 400, 10, 'Italic')
    setter.save(path)
    return dict(symbol='E/RES/2025/18', title='Lights at sea and the safety of those who travel by them', session=2025,
                date='2025-07-29', paragraphs=wanted, notes=NOTES)


def human_rights_council(path):
    setter = Setter('A/HRC/RES/58/3')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('Distr.: General', 430, gap=0)
    setter.line('8 April 2025', 430)
    setter.line('Human Rights Council', 72, 10, 'Bold', 40)
    setter.line('Fifty-eighth session', 72, 10, 'Bold')
    setter.line('24 February–4 April 2025', 72)
    setter.line('Agenda item 3', 72)
    setter.line('Resolution adopted by the Human Rights Council on 3 April 2025', LEFT, 13, 'Bold', 40)
    setter.line('58/3.', LEFT, 11, 'Bold', 24)
    setter.page.text('Lights at sea', LEFT + 45, setter.y, 11, 'Bold')
    wanted = set_preamble(setter, 'The Human Rights Council')
    texts = [*OPERATIVE[:2], '*Requests* the United Nations High Commissioner for Human Rights:', *OPERATIVE[3:]]
    for n, text in enumerate(texts, 1):
        setter.paragraph(f'{n}.   {text}')
        wanted.append((f'OP{n}', plain(text)))
        if n == 3:
            for letter, part in zip('abc', ('To organize, before the sixtieth session of the Council, a panel discussion on '
                                            'lights at sea that is fully accessible to persons with disabilities;',
                                            'To report on it;', 'To keep the Council informed.')):
                setter.paragraph(f'(*{letter}*)   {part}')
                wanted.append((f'OP3({letter})', part))
    setter.line('55th meeting', 400, 10, 'Italic', 30)
    setter.line('3 April 2025', 400, 10, 'Italic')
    setter.line('[Adopted without a vote.]', LEFT, gap=24)
    setter.save(path)
    return dict(symbol='A/HRC/RES/58/3', title='Lights at sea', session=58, date='2025-04-03', paragraphs=wanted, notes=NOTES)


HEAD_NOTES = [('*', 'On behalf of the States Members of the United Nations that are members of the Group of lighthouse '
                    'keepers, as it stands today.'),
              ('**', 'In accordance with rule 72 of the rules of procedure.')]


def draft_with_sponsors(path):
    setter = Setter('A/C.3/80/L.12/Rev.1')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('Distr.: Limited', 430, gap=0)
    setter.line('12 November 2025', 430)
    setter.line('Original: English', 430, gap=26)
    setter.line('Eightieth session', 72, 10, 'Bold', 40)
    setter.line('Third Committee', 72, 10, 'Bold')
    setter.line('Agenda item 71 (b)', 72)
    setter.line('Promotion and protection of human rights: human', 72, 10, 'Bold')
    setter.line('rights questions', 72, 10, 'Bold')
    setter.line('Albania, Andorra, Argentina, Armenia, Australia, Austria, Belgium, Bosnia', LEFT, 10, 'Bold', 30)
    setter.line('and Herzegovina, Brazil, Bulgaria, Canada, Chile, Colombia, Costa Rica, Cuba,', LEFT, 10, 'Bold', 12)
    setter.line('Czechia, Denmark, Djibouti, Ecuador, Egypt, Estonia, Fiji, Finland, France,', LEFT, 10, 'Bold', 12)
    setter.line('Iraq', LEFT, 10, 'Bold', 12)
    setter.stars('*', LEFT + 22)
    setter.page.text('and Zambia:', LEFT + 32, setter.y, 10, 'Bold')
    setter.stars('**', LEFT + 96)
    setter.page.text('revised draft resolution', LEFT + 112, setter.y, 10, 'Bold')
    for marker, note in HEAD_NOTES:
        setter.note(marker, note)
    setter.line('Lights at sea', LEFT, 10, 'Bold', 26)
    wanted = set_preamble(setter, 'The General Assembly')
    wanted += set_operative(setter)
    setter.save(path)
    return dict(symbol='A/C.3/80/L.12/Rev.1', title='Lights at sea', session=80, date='2025-11-12', paragraphs=wanted,
                notes=HEAD_NOTES + NOTES)


def single_operative(path):
    setter = Setter('A/80/L.77')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('Distr.: Limited', 430, gap=0)
    setter.line('1 May 2026', 430)
    setter.line('Eightieth session', 72, gap=40)
    setter.line('Agenda item 8', 72)
    setter.line('Draft resolution submitted by the President of the General Assembly', LEFT, 10, 'Bold', 30)
    setter.line('International Day of Lighthouses', LEFT, 10, 'Bold', 26)
    wanted = set_preamble(setter, 'The General Assembly')
    text = ('*Decides* to proclaim 2 May International Day of Lighthouses, to be observed each year by all who owe them '
            'their lives, and by nobody else.')
    setter.paragraph(text)
    wanted.append(('OP1', plain(text)))
    setter.save(path)
    return dict(symbol='A/80/L.77', title='International Day of Lighthouses', session=80, date='2026-05-01',
                paragraphs=wanted, notes=NOTES)


def letters_over_pages(path):
    setter = Setter('A/RES/80/210', 'Lights at sea')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('Distr.: General', 430, gap=0)
    setter.line('2 January 2026', 430)
    setter.line('Eightieth session', 72, gap=40)
    setter.line('Agenda item 19', 72)
    setter.line('Resolution adopted by the General Assembly on 19 December 2025', LEFT, 12, 'Bold', 40)
    setter.line('[on the report of the Second Committee (A/80/550, para. 12)]', LEFT, 10, 'Italic', 20)
    setter.line('80/210.  Lights at sea', LEFT, 12, 'Bold', 30)
    wanted = set_preamble(setter, 'The General Assembly')
    wanted += set_operative(setter, OPERATIVE[:1])
    setter.paragraph('2.   *Decides* that, by the end of the decade, States should have:')
    wanted.append(('OP2', 'Decides that, by the end of the decade, States should have:'))
    words = 'surveyed, mended, lit, painted, manned, listed, charted, insured and visited'.split(' ')
    letters = [*'abcdefghijklmnopqrstuvwxyz', 'aa', 'bb']
    for i, letter in enumerate(letters):
        end = '.' if i == len(letters) - 1 else ';'
        part = f'Each of their lights on coast number {"one two three four five six seven".split()[i % 7]} ' + \
               ' '.join(words[:1 + i % 9]) + ', so that ships may pass it by night, in fog and in any weather at all' + end
        setter.paragraph(f'({letter})   {part}' if i % 2 else f'(*{letter}*)   {part}', indent=30)
        wanted.append((f'OP2({letter})', part))
    setter.line('64th plenary meeting', 400, 10, 'Italic', 30)
    setter.line('19 December 2025', 400, 10, 'Italic')
    setter.save(path)
    return dict(symbol='A/RES/80/210', title='Lights at sea', session=80, date='2025-12-19', paragraphs=wanted, notes=NOTES)


def long_footnote(path):
    """A note of thirty lines that is carried over to the foot of the next page, under a rule of its own."""
    setter = Setter('A/RES/80/211', 'Lights at sea')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('19 December 2025', 430)
    setter.line('80/211.  Lights at sea', LEFT, 12, 'Bold', 60)
    note = 'See ' + ', '.join(f'A/{n}/{3 * n}' for n in range(20, 75)) + ', and the reports that were held back.'
    setter.paragraph('The General Assembly,')
    setter.bottom = 420
    setter.paragraph(PREAMBLE[0].replace('^1^', '') + ' and the documents on them,^1^')
    setter.paragraph(PREAMBLE[2])
    setter.paragraph(PREAMBLE[3])
    setter.page.text('_' * 18, LEFT, 434)
    y, rest = setter.page.paragraph(f'^1^ {note}', LEFT, 640, MEASURE, 8, 9.5, 12, justified=False, bottom=690)
    setter.page.text('', LEFT, y)
    setter.turn()
    setter.bottom = 500
    for n, text in enumerate(OPERATIVE, 1):
        setter.paragraph(f'{n}.   {text}')
    setter.page.text('_' * 18, LEFT, 600)
    y, _ = setter.page.paragraph(rest, LEFT, 604, MEASURE, 8, 9.5, 0, justified=False, bottom=740)
    setter.save(path)
    wanted = [('PP1', plain(PREAMBLE[0].replace('^1^', '') + ' and the documents on them,')), ('PP2', plain(PREAMBLE[2])),
              ('PP3', plain(PREAMBLE[3]))] + [(f'OP{n}', plain(text)) for n, text in enumerate(OPERATIVE, 1)]
    return dict(symbol='A/RES/80/211', title='Lights at sea', session=80, date='2025-12-19', paragraphs=wanted,
                notes=[('1', note)])


def reissued(path):
    """A star at the document's symbol, sections, and an annex with numbers of its own on the last page."""
    setter = Setter('A/RES/80/213')
    setter.y = 60
    setter.stars('*', 505)
    setter.line('General Assembly', 72, 14, 'Bold', 30)
    setter.line('Distr.: General', 430, gap=0)
    setter.line('2 January 2026', 430)
    setter.line('Eightieth session', 72, gap=40)
    setter.line('Agenda item 19', 72)
    setter.line('Resolution adopted by the General Assembly on 19 December 2025', LEFT, 12, 'Bold', 40)
    setter.line('[without reference to a Main Committee (A/80/L.33)]', LEFT, 10, 'Italic', 20)
    star = ('*', 'Reissued for technical reasons on 10 February 2026.')
    setter.note(*star)
    setter.line('80/213.  Lights at sea', LEFT, 12, 'Bold', 30)
    wanted = set_preamble(setter, 'The General Assembly')
    for number, heading, texts in ('I', 'Lamps', OPERATIVE[:2]), ('II', 'Keepers', OPERATIVE[2:]):
        setter.line(number, 300, 10, 'Bold', 24)
        setter.line(heading, 290, 10, 'Bold', 16)
        for text in texts:
            n = OPERATIVE.index(text) + 1
            setter.paragraph(f'{n}.   {text}')
            wanted.append((f'OP{n}', plain(text)))
    setter.turn()
    setter.line('64th plenary meeting', 400, 10, 'Italic', 30)
    setter.line('19 December 2025', 400, 10, 'Italic')
    setter.save(path)
    return dict(symbol='A/RES/80/213', title='Lights at sea', session=80, date='2025-12-19', paragraphs=wanted,
                notes=[star] + NOTES)


def short_text(path):
    """A title and four paragraphs on one page: too little to tell its distances by."""
    setter = Setter('A/RES/80/212')
    setter.line('General Assembly', 72, 14, 'Bold', 20)
    setter.line('80/212.  Lights at sea', LEFT, 12, 'Bold', 60)
    setter.paragraph('The *General Assembly,*')
    setter.paragraph('*Recalling* its resolution 79/1 of 9 September 2024,')
    wanted = [('PP1', 'Recalling its resolution 79/1 of 9 September 2024,')]
    wanted += set_operative(setter, ['*Takes note* of the report;', '*Decides* to close the item.'])
    setter.save(path)
    return dict(symbol='A/RES/80/212', title='Lights at sea', session=80, date=None, paragraphs=wanted, notes=[])


LAYOUTS = [security_council, economic_and_social_council, human_rights_council, draft_with_sponsors, single_operative,
           letters_over_pages, long_footnote, reissued, short_text]


def problems(make):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(os.environ.get('KEEP', folder)) / f'{make.__name__}.pdf'
        wanted = make(path)
        output = subprocess.run([os.environ['AGREED'], 'show', '--format', 'json', path], capture_output=True, text=True)
    if output.returncode or output.stderr:
        yield output.stderr.strip()
        return
    texts = json.loads(output.stdout)['texts']
    if len(texts) != 1:
        yield f'{len(texts)} texts'
    text = texts[0]
    for key in 'symbol', 'title', 'session', 'date':
        if text.get(key) != wanted[key]:
            yield f'{key}: {text.get(key)}, not {wanted[key]}'
    got = [(paragraph['label'], paragraph['text']) for paragraph in text['paragraphs']]
    for entry in wanted['paragraphs']:
        if entry not in got:
            yield f'lost: {entry}'
    for entry in got:
        if entry not in wanted['paragraphs']:
            yield f'not in it: {entry}'
    notes = [(note['marker'], note['text']) for note in text['notes']]
    if notes != wanted['notes']:
        yield f'notes: {notes}, not {wanted["notes"]}'


def main():
    n_failed = 0
    for make in LAYOUTS:
        if sys.argv[1:] and make.__name__ not in sys.argv[1:]:
            continue
        for problem in problems(make):
            print(f'{make.__name__}: {problem}')
            n_failed += 1
    return 1 if n_failed else 0


if __name__ == '__main__':
    sys.exit(main())
