#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolution of the General Assembly set as it sets them in French, Spanish and Russian (masthead, running head, notes
under a rule, page and job numbers) is read with its head, paragraphs, spaces and notes. The texts are made up; the pages
are set glyph by glyph (pages.py)."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from pages import Book  # noqa: E402  (after the path it needs)

LEFT, MEASURE = 130, 360
NAMES = ['language', 'nations', 'organ', 'distribution', 'date', 'session', 'item', 'adopted', 'basis', 'number', 'title',
         'opening', 'preamble', 'operative', 'notes', 'meeting', 'meeting_date']
RESOLUTIONS = [
    (
        'fr',
        'Nations Unies',
        'Assemblée générale',
        'Distr. générale',
        '18 décembre 2025',
        'Quatre-vingtième session',
        'Point 71 b) de l’ordre du jour',
        'Résolution adoptée par l’Assemblée générale le 16 décembre 2025',
        '[sur la base du rapport de la Troisième Commission (A/80/484, par. 33)]',
        '80/213.',
        'Les phares et la sécurité en mer',
        'L’Assemblée générale,',
        [
            '*Rappelant* sa résolution 70/1 du 25 septembre 2015^1^, dans laquelle elle a adopté des '
            'objectifs dits « de lumière » : les côtes, les îles et les ports,',
            '*Consciente* que les navires de tous les États ont besoin de lumière pendant toute la nuit, '
            'quelle que soit la saison, et que les gardiens sont peu nombreux,',
        ],
        [
            '*Prend note* du rapport du Secrétaire général^2^ ;',
            '*Prie* le Secrétaire général de lui présenter, à sa quatre-vingt-deuxième session, un rapport'
            ' sur l’application de la présente résolution, y compris sur les lampes éteintes et sur les '
            'côtes sans gardien ;',
            '*Décide* de poursuivre l’examen de la question.',
        ],
        [
            'Résolution 217 A (III).',
            'A/80/112.',
        ],
        '70e séance plénière',
        '16 décembre 2025',
    ),
    (
        'es',
        'Naciones Unidas',
        'Asamblea General',
        'Distr. general',
        '18 de diciembre de 2025',
        'Octogésimo período de sesiones',
        'Tema 71 b) del programa',
        'Resolución aprobada por la Asamblea General el 16 de diciembre de 2025',
        '[sobre la base del informe de la Tercera Comisión (A/80/484, párr. 33)]',
        '80/213.',
        'Los faros y la seguridad en el mar',
        'La Asamblea General,',
        [
            '*Recordando* su resolución 70/1, de 25 de septiembre de 2015^1^, en la que aprobó los '
            'llamados “objetivos de luz”, entre ellos las costas, las islas y los puertos,',
            '*Consciente* de que los buques de todos los Estados necesitan luz durante toda la noche, sea '
            'cual sea la estación, y de que quedan pocos fareros,',
        ],
        [
            '*Toma nota* del informe del Secretario General^2^;',
            '*Solicita* al Secretario General que en su octogésimo segundo período de sesiones le presente'
            ' un informe sobre la aplicación de la presente resolución, incluidas las lámparas apagadas y '
            'las costas sin farero;',
            '*Decide* seguir examinando la cuestión.',
        ],
        [
            'Resolución 217 A (III).',
            'A/80/112.',
        ],
        '70ª sesión plenaria',
        '16 de diciembre de 2025',
    ),
    (
        'ru',
        'Организация Объединенных Наций',
        'Генеральная Ассамблея',
        'Distr.: General',
        '18 декабря 2025 года',
        'Восьмидесятая сессия',
        'Пункт 71 b) повестки дня',
        'Резолюция, принятая Генеральной Ассамблеей 16 декабря 2025 года',
        '[по докладу Третьего комитета (A/80/484, пункт 33)]',
        '80/213.',
        'Маяки и безопасность на море',
        'Генеральная Ассамблея,',
        [
            '*ссылаясь* на свою резолюцию 70/1 от 25 сентября 2015 года^1^, в которой она утвердила так '
            'называемые «цели света», включая берега, острова и порты,',
            '*сознавая*, что судам всех государств нужен свет в течение всей ночи в любое время года и что'
            ' смотрителей остается мало,',
        ],
        [
            '*принимает к сведению* доклад Генерального секретаря^2^;',
            '*просит* Генерального секретаря представить ей на ее восемьдесят второй сессии доклад об '
            'осуществлении настоящей резолюции, в том числе о погасших лампах и о берегах без смотрителей;',
            '*постановляет* продолжить рассмотрение этого вопроса.',
        ],
        [
            'Резолюция 217 A (III).',
            'A/80/112.',
        ],
        '70-е пленарное заседание',
        '16 декабря 2025 года',
    ),
]


def plain(text):
    return ''.join(text.split('^')[::2]).replace('*', '')


def set_first_page(page, r):
    """Sets it down to the first operative paragraph."""
    page.text(r['nations'], 72, 60, 12, 'Bold')
    page.text('A/RES/80/213', 460, 60, 12)
    page.text(r['organ'], 72, 90, 14, 'Bold')
    page.text(r['distribution'], 460, 90, 9)
    page.text(r['date'], 460, 102, 9)
    page.text(r['session'], 72, 140)
    page.text(r['item'], 72, 152)
    y, _ = page.paragraph(r['adopted'], LEFT, 190, MEASURE, 12, 14, justified=False, style='Bold')
    y, _ = page.paragraph(r['basis'], LEFT, y + 8, MEASURE, justified=False, style='Italic')
    page.text(r['number'], LEFT, y + 24, 12, 'Bold')
    page.text(r['title'], LEFT + 60, y + 24, 12, 'Bold')
    y, _ = page.paragraph('*' + r['opening'] + '*', LEFT, y + 32, MEASURE, indent=30)
    for text in [*r['preamble'], '1.   ' + r['operative'][0]]:
        y, _ = page.paragraph(text, LEFT, y + 6, MEASURE, indent=30)
    page.text('_' * 18, LEFT, 700)
    for i, note in enumerate(r['notes'], 1):
        page.text(f'^{i}^ {note}', LEFT + 12, 704 + i * 9.5, 8)
    page.text('25-20736 (X)', 72, 750, 8)


def set_second_page(page, r):
    page.text('A/RES/80/213', 72, 50, 8, 'Bold')
    page.text(r['title'], 300, 50, 8, 'Bold')
    y = 80
    for i, text in enumerate(r['operative'][1:], 2):
        y, _ = page.paragraph(f'{i}.   {text}', LEFT, y + 6, MEASURE, indent=30)
    page.text(r['meeting'], 400, y + 30, 10, 'Italic')
    page.text(r['meeting_date'], 400, y + 42, 10, 'Italic')
    page.text('2/4', 72, 750, 8)
    page.text('25-20736', 500, 750, 8)


def expected(r):
    paragraphs = [(f'PP{i}', plain(t)) for i, t in enumerate(r['preamble'], 1)]
    paragraphs += [(f'OP{i}', plain(t)) for i, t in enumerate(r['operative'], 1)]
    return dict(symbol='A/RES/80/213', session=80, date='2025-12-16', title=r['title'], language=r['language'],
                paragraphs=paragraphs, notes=[(str(i), note) for i, note in enumerate(r['notes'], 1)],
                marks=[('PP1', ['1']), ('OP1', ['2'])])


def read(path):
    run = subprocess.run([os.environ['AGREED'], 'show', '--format', 'json', path], capture_output=True, encoding='utf-8',
                         check=True)
    texts = json.loads(run.stdout)['texts']
    assert len(texts) == 1, len(texts)
    text = texts[0]
    found = {name: text[name] for name in ('symbol', 'session', 'date', 'title', 'language')}
    found['paragraphs'] = [(p['label'], p['text']) for p in text['paragraphs']]
    found['notes'] = [(n['marker'], n['text']) for n in text['notes']]
    found['marks'] = [(p['label'], [m['marker'] for m in p['notes']]) for p in text['paragraphs'] if p['notes']]
    return found


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for row in RESOLUTIONS:
            r = dict(zip(NAMES, row))
            book = Book(612, 792)
            set_first_page(book.page(), r)
            set_second_page(book.page(), r)
            path = pathlib.Path(folder) / f"{r['language']}.pdf"
            book.save(path)
            found = read(path)
            for name, value in expected(r).items():
                if found[name] != value:
                    failed = True
                    print(f"{r['language']}: {name}: {found[name]!r}, not {value!r}")
    return failed


if __name__ == '__main__':
    sys.exit(main())
