#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resolutions set in the ways in which they have been printed since the 1990s are read alike."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from pages import Book  # noqa: E402  (after the path it needs)

PREAMBLE = [
    '*Recalling* its resolution 46/212 of 20 December 1991, in which it asked that lighthouses along the coasts of '
    'developing countries be surveyed,^1^ and all earlier resolutions on the keeping of lights at sea,',
    '*Recalling also* the report of the Secretary-General on harbours and lighthouses,^2^',
    '*Noting with concern* that many lamps have gone out, that few keepers remain in remote places, and that ships of '
    'every flag have come to grief on reefs which had been lit for a hundred years and more, with loss of life,',
    '*Convinced* that the light of one coast serves the ships of all nations,',
]
OPERATIVE = [
    '*Takes note* of the report of the Secretary-General;',
    '*Calls upon* all States to keep their lights burning, in accordance with the Charter of the United Nations and the '
    'rules of navigation that they have accepted,^3^ and to tell mariners in good time of any that must be put out;',
    '*Requests* the Secretary-General:',
    '(*a*) To send to all States a list of the lights that are known to have failed;',
    '(*b*) To study what the training of keepers would cost, and who could bear it;',
    '*Also requests* the Secretary-General to report to the General Assembly at its fifty-second session on the '
    'implementation of the present resolution, and to hold before it the lists of lights as they stand by then;',
    '*Decides* to include in the provisional agenda of its fifty-second session the item entitled “Lights at sea”.',
]
NOTES = ['A/46/7, annex.', 'A/50/318 and Add.1; see also the reports of the meetings of harbour masters that were held '
         'in the years before, which are kept in the archives and may be seen there.', 'See A/CONF.62/122.']


def plain(text):
    return ''.join(character for character in text.replace('^1^', '').replace('^2^', '').replace('^3^', '')
                   if character not in '*^')


def numbered(operative):
    number = 0
    for text in operative:
        if text.startswith('('):
            yield text
        else:
            number += 1
            yield f'{number}. {text}'


WANTED = [(f'PP{n}', plain(text)) for n, text in enumerate(PREAMBLE, 1)]
for line in numbered(OPERATIVE):
    number, wording = plain(line).split(' ', 1)
    WANTED.append((WANTED[-1][0].split('(')[0] + number if number.startswith('(') else 'OP' + number[:-1], wording))


def head(page, symbol='A/RES/50/214'):
    page.text('UNITED NATIONS', 72, 50, 12, 'Bold')
    page.text(symbol, 460, 50, 12, 'Bold')
    page.text('General Assembly', 72, 80, 14, 'Bold')
    page.text('Distr.: General', 400, 80)
    page.text('12 February 1996', 400, 92)
    page.text('Fiftieth session', 72, 130)
    page.text('Agenda item 97 (b)', 72, 142)
    page.text('RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY', 160, 180)
    page.text('[on the report of the Second Committee (A/50/617/Add.2)]', 150, 200, style='Italic')
    page.text('50/214. Lights at sea', 180, 220, style='Bold')
    return 235


def footnotes(page, notes, y, x=72, measure=468, drawn=True, size=8):
    if drawn:
        page.rule(x, y, 120)
    else:
        page.text('_' * 18, x, y)
    for marker, note in notes:
        y, _ = page.paragraph(f'^{marker}^ {note}', x, y, measure, size, size + 1.5, 12, justified=False)


def flow(book, page, y, paragraphs, bottoms, next_page, measure=468, x=72, gap=0.0, indent=36, pitch=12, size=10):
    """Sets paragraphs from y on; next_page(book) makes another page and says where it begins."""
    bottom = bottoms.pop(0)
    for text in paragraphs:
        y += gap
        rest, first = text, True
        while rest:
            y, rest = page.paragraph(rest, x, y, measure, size, pitch, indent if first else 0, bottom=bottom)
            if rest:
                page, y = next_page(book)
                bottom = bottoms.pop(0) if bottoms else 720
                first &= rest == text
    return page, y


def nineties(path, gap=0.0, drawn=True, small=8):
    """One column, justified, first lines stand in; the rule over footnotes is drawn."""
    book = Book()
    first = book.page()
    y = head(first)

    def next_page(book):
        page = book.page()
        page.text('A/RES/50/214', 72, 40)
        page.text(f'Page {len(book.pages)}', 72, 52)
        return page, 80

    page, y = flow(book, first, y, ['The General Assembly,'] + PREAMBLE + [line.replace('. ', '.  ', 1) for line in
                   numbered(OPERATIVE)], [360 + 12 * gap, 200], next_page, gap=gap)
    footnotes(book.pages[0], [(1, NOTES[0]), (2, NOTES[1])], 690, drawn=drawn, size=small)
    footnotes(book.pages[-2 if len(book.pages) > 2 else -1], [(3, NOTES[2])], 690, drawn=drawn, size=small)
    page.text('96th plenary meeting', 440, y + 30, style='Italic')
    page.text('23 December 1995', 440, y + 42, style='Italic')
    first.text('96-76542', 72, 750, 8)
    first.text('/...', 520, 750, 8)
    book.save(path)


ANNEX = [('AN1', '1.  All lights are lit at dusk, and are kept burning until the sun has risen over the sea that they stand on, '
                  'wherever ships pass in sight of land;'),
         ('AN2', '2.  Keepers write down:'), ('AN2(a)', '(*a*) When each lamp was lit and put out;'),
         ('AN2(b)', '(*b*) What ships went by in the night, and under which flag, as far as it could be seen from the tower.')]


def annexed(path):
    """An annex behind the adoption, on a page of its own."""
    book = Book()
    first = book.page()
    y = head(first)

    def next_page(book):
        page = book.page()
        page.text('A/RES/50/214', 72, 40)
        page.text(f'Page {len(book.pages)}', 72, 52)
        return page, 80

    page, y = flow(book, first, y, ['The General Assembly,'] + PREAMBLE + list(numbered(OPERATIVE)), [420, 300], next_page, gap=6)
    footnotes(first, [(1, NOTES[0]), (2, NOTES[1])], 690)
    footnotes(book.pages[1], [(3, NOTES[2])], 690)
    page.text('96th plenary meeting', 440, y + 30, style='Italic')
    page.text('23 December 1995', 440, y + 42, style='Italic')
    page, y = next_page(book)
    page.text('Annex', 300, y + 10, 12, 'Bold')
    page.text('Rules for the keeping of lights', 220, y + 36, 12, 'Bold')
    flow(book, page, y + 60, [text for _, text in ANNEX], [700], next_page, gap=6)
    book.save(path)


def check_annex():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'annexed.pdf')
        annexed(path)
        shown = json.loads(subprocess.run([os.environ['AGREED'], 'show', '--format', 'json', str(path)], capture_output=True,
                                          check=True).stdout)
    got = [(annex['annex'], annex['title'], annex['symbol'], [(p['label'], p['text']) for p in annex['paragraphs']])
           for annex in shown['annexes']]
    wanted = [('Annex', 'Rules for the keeping of lights', 'A/RES/50/214',
               [(label, plain(text).split(' ', 1)[1].strip()) for label, text in ANNEX])]
    if got != wanted:
        print(f'annexed: {got}')
    return got == wanted


def carried(path):
    """The footnote goes on at the foot of the next page, when its paragraph has long ended."""
    book = Book()
    first = book.page()
    y = head(first)

    def next_page(book):
        return book.page(), 60

    flow(book, first, y, ['The General Assembly,'] + PREAMBLE + list(numbered(OPERATIVE)), [420, 720], next_page, gap=6)
    rest = NOTES[1].index('were')
    footnotes(first, [(1, NOTES[0])], 690, size=8)
    first.paragraph(f'^2^ {NOTES[1][:rest].strip()}', 72, 708, 468, 8, 9.5, 12)
    second = book.pages[1]
    second.rule(72, 690, 120)
    y, _ = second.paragraph(NOTES[1][rest:], 72, 690, 468, 8, 9.5)
    second.paragraph(f'^3^ {NOTES[2]}', 72, y, 468, 8, 9.5, 12)
    book.save(path)


def columns(path):
    """Two columns, as in the volumes of resolutions and decisions; another resolution stands before."""
    book = Book()
    page = book.page()
    page.text('36', 72, 40)
    page.text('General Assembly—Fiftieth Session', 200, 40)
    left, right, measure = 60, 316, 236

    def set_column(paragraphs, x, y, bottom=640):
        while paragraphs:
            text, first = paragraphs[0]
            if isinstance(text, tuple):
                page.text(text[0], x + 20, y + 20, 9, 'Bold')
                y += 26
                paragraphs.pop(0)
                continue
            y, rest = page.paragraph(text, x, y, measure, 9, 10.5, 14 if first else 0, bottom=bottom)
            if rest:
                paragraphs[0] = (rest, False)
                return
            paragraphs.pop(0)

    paragraphs = [(('50/213. Harbours',), True), ('*The General Assembly,*', True), ('*Recalling* its resolutions on harbours,', True),
                  ('1. *Decides* to build harbours where none are;', True),
                  ('2. *Requests* the Secretary-General to see to it.', True),
                  (('50/214. Lights at sea',), True), ('*The General Assembly,*', True)]
    paragraphs += [(text, True) for text in PREAMBLE + list(numbered(OPERATIVE))]
    set_column(paragraphs, left, 60, 400)
    footnotes(page, [(1, NOTES[0])], 560, left, measure, size=7)
    set_column(paragraphs, right, 60, 400)
    footnotes(page, [(2, NOTES[1]), (3, NOTES[2])], 560, right, measure, size=7)
    page = book.page()
    page.text('General Assembly—Fiftieth Session', 200, 40)
    page.text('37', 540, 40)
    set_column(paragraphs, left, 60)
    book.save(path)


CHINESE = [
    ('PP1', '回顾其1991年12月20日第46/212号决议，其中要求勘察发展中国家沿岸的灯塔，^1^并回顾以前所有关于维持海上灯光的决议，'),
    ('PP2', '又回顾秘书长关于港口和灯塔的报告，'),
    ('PP3', '关切地注意到许多灯已经熄灭，偏远地方看守人员所剩无几，各国船只在过去一百多年一直有灯光照明的礁石上失事，造成人命损失，'),
    ('PP4', '深信一国海岸的灯光为所有国家的船只服务，'),
    ('OP1', '表示注意到秘书长的报告；'),
    ('OP2', '促请所有国家根据《联合国宪章》和它们所接受的航行规则维持灯光，^2^并及时将必须熄灭的任何灯光通知海员，以便船只安全航行；'),
    ('OP3', '请秘书长：'),
    ('OP3(a)', '向所有国家分送已知失灵的灯光清单；'),
    ('OP3(b)', '研究培训看守人员所需费用以及由谁承担；'),
    ('OP4', '决定将题为“海上灯光”的项目列入大会第五十二届会议临时议程。'),
]
CHINESE_NOTES = ['A/46/7，附件。', '见A/CONF.62/122。']


def chinese(path):
    """First lines stand two characters in, lines are full, and paragraphs keep the lines' distance."""
    book = Book(595, 842)
    page = book.page()
    page.text('联 合 国', 90, 60, 14, 'Bold')
    page.text('A/RES/50/214', 420, 60, 12)
    page.text('大 会', 90, 90, 16, 'Bold')
    page.text('Distr.: General', 400, 90)
    page.text('12 February 1996', 400, 102)
    page.text('第五十届会议', 90, 130)
    page.text('议程项目97(b)', 90, 144)
    page.text('大会决议', 90, 180, 12, 'Bold')
    page.text('[根据第二委员会的报告(A/50/617/Add.2)通过]', 90, 200, style='Regular')
    page.text('50/214. 海上灯光', 90, 220, 12, 'Bold')
    y, bottom = 230, 400
    for label, wording in [('', '大会，')] + CHINESE:
        number = label[label.index('('):] if '(' in label else label[2:] + '.' if label.startswith('OP') else ''
        rest, first = f'{number} {wording}' if number else wording, True
        while rest:
            y, rest = page.paragraph(rest, 90, y, 410, 10.5, 16, 21 if first else 0, wide=True, bottom=bottom)
            if rest:
                footnotes(page, [(1, CHINESE_NOTES[0])], 740, 90, 410)
                page.text('96-76541 (C)', 90, 800, 8)
                page, bottom, y, first = book.page(), 720, 80, first and rest.endswith(wording)
                page.text('A/RES/50/214', 90, 50)
                page.text('第2页', 460, 50)
    footnotes(page, [(2, CHINESE_NOTES[1])], 740, 90, 410)
    page.text('1995年12月23日', 400, y + 30)
    page.text('第96次全体会议', 400, y + 46)
    book.save(path)


def read(path):
    output = subprocess.run([os.environ['AGREED'], 'show', '--format', 'json', path], check=True, capture_output=True,
                            text=True)
    return json.loads(output.stdout)['texts'][-1], output.stderr


def check(name, make, paragraphs=WANTED, footnotes=NOTES, title='Lights at sea'):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(os.environ.get('KEEP', folder)) / f'{name}.pdf'
        make(path)
        text, errors = read(path)
    if errors:
        problems.append(errors)
    got = [(p['label'], p['text']) for p in text['paragraphs']]
    for wanted in [entry for entry in paragraphs if entry not in got]:
        problems.append(f'lost: {wanted}')
    for extra in [entry for entry in got if entry not in paragraphs]:
        problems.append(f'not in it: {extra}')
    notes = {note['marker']: note['text'] for note in text['notes']}
    if notes != {str(n): note for n, note in enumerate(footnotes, 1)}:
        problems.append(f'footnotes: {notes}')
    if (text['symbol'], text['title'], text['session']) != ('A/RES/50/214', title, 50):
        problems.append(f'head: {text["symbol"]}, {text["title"]}, {text["session"]}')
    for problem in problems:
        print(f'{name}: {problem}')
    return not problems


def main():
    layouts = {
        'nineties': nineties,
        'nineties-gaps': lambda path: nineties(path, gap=6),
        'written-rule': lambda path: nineties(path, drawn=False),
        'notes-nearly-as-large': lambda path: nineties(path, small=9),
        'annexed': annexed,
        'carried': carried,
        'columns': columns,
    }
    wanted = sys.argv[1:] or layouts
    good = [check(name, layouts[name]) for name in wanted if name in layouts]
    if 'annexed' in wanted:
        good.append(check_annex())
    if 'chinese' in wanted or wanted is layouts:
        good.append(check('chinese', chinese, [(label, plain(text)) for label, text in CHINESE], CHINESE_NOTES, '海上灯光'))
    return 0 if all(good) else 1


if __name__ == '__main__':
    sys.exit(main())
