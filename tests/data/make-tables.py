#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes, of made-up resolutions with tables, the same file in five formats, and says what is in it.

    tests/data/make-tables.py [FOLDER]

Reads tables/*.source here: "mast" with the cells of a masthead, title, organ, "- " before preambular paragraphs, a number
before operative ones, letters before what is under them, "| " before the rows of a table and between their cells, "annex"
and "head" before an annex's name and title, "note" before footnotes, and "[3]" where one is called. Writes into FOLDER
(tables/ if none is named) a Flat OpenDocument text, what LibreOffice makes of it, and in NAME.json what a reader has to
find: tables in the wording of the paragraph above them, rows parted by ends of lines and cells by tabs.

Needs LibreOffice Writer and the fonts of make-languages.py; tests only need what it has made.
"""
import importlib.util
import json
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SPEC = importlib.util.spec_from_file_location("languages", HERE / "make-languages.py")
languages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(languages)

TABLES = ('<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" '
          'fo:border-top="0.02cm solid #000000"/></style:style><style:style style:name="Figures" style:family="paragraph" '
          'style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm" fo:text-align="end"/>'
          '</style:style><style:style style:name="Words" style:family="paragraph" style:parent-style-name="Standard">'
          '<style:paragraph-properties fo:margin-bottom="0cm"/></style:style>')


def read(path):
    lines = [line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [(word, rest[0] if rest else "") for word, *rest in lines]
    notes = dict(rest.split(" ", 1) for word, rest in lines if word == "note")
    return [(word, rest) for word, rest in lines if word != "note"], notes


def cells(row):
    return [cell.strip() for cell in row.split("|")]


def expected(lines, notes):
    texts = [{"annex": None, "paragraphs": []}]
    preambular, base = 0, ""
    for word, rest in lines:
        found = texts[-1]["paragraphs"]
        if word == "annex":
            texts.append({"annex": rest, "paragraphs": []})
        if word in ("mast", "title", "organ", "annex", "head"):
            continue
        if word == "|":
            found[-1]["text"] += "\n" + "\t".join(cells(rest)).rstrip()
            found[-1]["table"] = True
            continue
        prefix = "AN" if texts[-1]["annex"] else "OP"
        if word == "-":
            preambular += 1
            label = f"PP{preambular}"
        elif word.isdigit():
            label = base = prefix + word
        else:
            label = f"{base}({word})"
        found.append({"label": label, "text": rest})
    for text in texts:
        for paragraph in text["paragraphs"]:
            pieces = re.split(r"\[(\d)\]", paragraph["text"])
            paragraph["notes"] = [{"marker": marker, "offset": len("".join(pieces[0:2 * i + 1:2]))}
                                  for i, marker in enumerate(pieces[1::2])]
            paragraph["text"] = "".join(pieces[::2])
    return {"texts": texts, "notes": [{"marker": m, "text": t} for m, t in notes.items()]}


def table(language, rows, notes, typed):
    out = [f'<table:table><table:table-column table:number-columns-repeated="{len(cells(rows[0]))}"/>']
    for row in rows:
        out.append("<table:table-row>")
        for i, cell in enumerate(cells(row)):
            style = "Figures" if i and re.match(r"[\d.٠-٩ ]+$", cell) else "Words"
            wording = languages.runs("zh", cell, notes, typed)
            out.append('<table:table-cell table:style-name="Cell" office:value-type="string">'
                       f'<text:p text:style-name="{style}">{wording}</text:p></table:table-cell>')
        out.append("</table:table-row>")
    return "".join(out) + "</table:table>"


def paragraph(language, word, rest, notes, typed):
    wording = languages.runs(language if word.isdigit() or word == "-" else "zh", rest, notes, typed)
    if word in ("title", "annex", "head"):
        return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{wording}</text:h>'
    if word in ("organ", "-"):
        return f'<text:p text:style-name="Preambular">{wording}</text:p>'
    before, _, after = languages.LOOKS[language][1][0 if word.isdigit() else 1]
    return f'<text:p text:style-name="Preambular">{before}{word}{after}<text:tab/>{wording}</text:p>'


def flat(language, lines, notes, typed=False):
    body, rows, kind = [], [], None
    for word, rest in [*lines, ("", "")]:
        if rows and word != kind:
            body.append(table(language, rows, notes, typed))
            rows = []
        kind = word
        if word in ("mast", "|"):
            rows.append(rest)
        elif word:
            body.append(paragraph(language, word, rest, notes, typed))
    if typed:
        body += [f'<text:p text:style-name="Footnote">{m.translate(languages.SMALL)} {t}</text:p>' for m, t in notes.items()]
    text = languages.flat(language, {"symbol": cells(lines[0][1])[-1], "session": "", "title": "@", "organ": "@"}, [], {})
    start, end = text.index('<text:p text:style-name="Standard"></text:p>'), text.index("</office:text>")
    text = text[:start] + "\n".join(body) + text[end:]
    text = text.replace("<office:automatic-styles>", f"<office:automatic-styles>{TABLES}")
    return text.replace(' xmlns:fo=', ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\n  xmlns:fo=')


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "tables").resolve()
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        profile, made = pathlib.Path(scratch) / "profile", []
        for source in sorted((HERE / "tables").glob("*.source")):
            lines, notes = read(source)
            known = expected(lines, notes)
            (folder / f"{source.stem}.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            made.append(folder / f"{source.stem}.fodt")
            made[-1].write_text(flat(source.stem, lines, notes), encoding="utf-8")
        for name in languages.FILTERS:
            languages.convert(profile, name, folder, made)
        for odt in folder.glob("*.odt"):
            languages.drop_picture(odt)


if __name__ == "__main__":
    main()
