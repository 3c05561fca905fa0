#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes, of one made-up resolution in six languages, the same file in five formats, and says what is in it.

    tests/data/make-languages.py [FOLDER]

Reads languages/*.source here: the head, "- " before preambular paragraphs, a number before operative ones, letters and
small Roman numerals before what is under them, "note" before footnotes, and "[3]" where one is called. Writes into
FOLDER (languages/ if none is named) a Flat OpenDocument text with real automatic numbering and real footnotes on small
pages, so that they break in awkward places; what LibreOffice makes of it: .pdf, .docx, .odt, .html, .txt; and in
LANGUAGE.json what a reader has to find in each of them. Nothing of that comes from our own readers.

Needs LibreOffice Writer and the fonts below; tests only need what it has made.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent / "languages"
# language: font; of each level what stands before, kind of number, what stands after
LOOKS = {
    "ar": ("Noto Naskh Arabic", [("", "1", " -"), ("(", "ا, ب, ج, ...", ")"), ("(", "i", ")")]),
    "en": ("Noto Serif", [("", "1", "."), ("(", "a", ")"), ("(", "i", ")")]),
    "es": ("Noto Serif", [("", "1", "."), ("", "a", ")"), ("", "i", ")")]),
    "fr": ("Noto Serif", [("", "1", "."), ("", "a", ")"), ("", "i", ")")]),
    "ru": ("Noto Serif", [("", "1", "."), ("", "а, б, .., аа, аб, ... (ru)", ")"), ("", "i", ")")]),
    "zh": ("AR PL SungtiL GB", [("", "1", "."), ("(", "a", ")"), ("(", "i", ")")]),
}
LETTERS = {"ar": "أبجدهو", "ru": "абвгде"}
COUNTRY = {"ar": "SA", "en": "GB", "es": "ES", "fr": "FR", "ru": "RU", "zh": "CN"}
FILTERS = ["pdf", "docx:MS Word 2007 XML", "odt", "html:HTML (StarWriter)"]
TEXT = "txt:Text (encoded):UTF8"
SMALL = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")


def read(path):
    """The head as a dictionary, paragraphs as (level, wording), and footnotes by marker."""
    head, paragraphs, notes = {}, [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, rest = line.split(" ", 1)
        if word in ("symbol", "session", "title", "organ"):
            head[word] = rest
        elif word == "note":
            marker, text = rest.split(" ", 1)
            notes[marker] = text
        elif word == "-":
            paragraphs.append((0, rest))
        else:
            paragraphs.append((1 if word.isdigit() else 3 if word in ("i", "ii", "iii") else 2, rest))
    return head, paragraphs, notes


def expected(language, head, paragraphs, notes):
    letters = LETTERS.get(language, "abcdef")
    preambular, counts, found = 0, [0, 0, 0], []
    for level, wording in paragraphs:
        if level == 0:
            preambular += 1
            label = f"PP{preambular}"
        else:
            counts[level - 1] += 1
            counts[level:] = [0] * (3 - level)
            label = f"OP{counts[0]}"
            if level > 1:
                label += f"({letters[counts[1] - 1]})"
            if level > 2:
                label += f"({'i' * counts[2]})"
        pieces = re.split(r"\[(\d)\]", wording)
        text, marks = pieces[0], []
        for marker, piece in zip(pieces[1::2], pieces[2::2]):
            marks.append({"marker": marker, "offset": len(text)})
            text += piece
        found.append({"label": label, "text": text, "notes": marks})
    return {"symbol": head["symbol"], "title": head["title"], "language": language, "paragraphs": found,
            "notes": [{"marker": m, "text": t} for m, t in notes.items()]}


def runs(language, wording, notes, typed):
    def note(match):
        marker = match[1]
        if typed:
            return marker.translate(SMALL)
        return (f'<text:note text:id="ftn{marker}" text:note-class="footnote"><text:note-citation>{marker}'
                f'</text:note-citation><text:note-body><text:p text:style-name="Footnote">{escape(notes[marker])}</text:p>'
                "</text:note-body></text:note>")

    text = escape(wording)
    if language not in ("ar", "zh"):
        text = re.sub(r"^(\w+)", r'<text:span text:style-name="Opening">\1</text:span>', text)
    return re.sub(r"\[(\d)\]", note, text)


def body(language, paragraphs, notes, typed):
    out, depth = [], 0
    for i, (level, wording) in enumerate(paragraphs):
        text = runs(language, wording, notes, typed)
        if level == 0:
            out.append(f'<text:p text:style-name="Preambular">{text}</text:p>')
            continue
        opening = ""
        if level <= depth:
            opening += "</text:list-item>"
            for _ in range(depth - level):
                opening += "</text:list></text:list-item>"
            opening += "<text:list-item>"
        for d in range(depth, level):
            opening += '<text:list text:style-name="Operative"><text:list-item>' if d == 0 else "<text:list><text:list-item>"
        depth = level
        out.append(f'{opening}<text:p text:style-name="Operative">{text}</text:p>')
    for _ in range(depth):
        out.append("</text:list-item></text:list>")
    if typed:
        out += [f'<text:p text:style-name="Footnote">{m.translate(SMALL)} {escape(t)}</text:p>' for m, t in notes.items()]
    return "\n".join(out)


def flat(language, head, paragraphs, notes, typed=False):
    """@typed: footnotes are typed like any wording, for a format that has none of its own."""
    font, levels = LOOKS[language]
    direction = "rl-tb" if language == "ar" else "lr-tb"
    align = "end" if language == "ar" else "start"
    fonts = (f'style:font-name="Text" style:font-name-asian="Text" style:font-name-complex="Text" fo:font-size="10pt" '
             f'style:font-size-asian="10pt" style:font-size-complex="10pt" fo:language="{language}" '
             f'fo:country="{COUNTRY[language]}" style:language-asian="zh" style:country-asian="CN" '
             f'style:language-complex="ar" style:country-complex="SA"')
    numbers = "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-prefix="{before}" style:num-format="{escape(kind)}" '
        f'style:num-suffix="{after}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{.6 + .7 * n}cm" '
        f'fo:text-indent="{.7 if n == 1 else -.7}cm" fo:margin-left="{0 if n == 1 else .6 + .7 * n}cm"/>'
        "</style:list-level-properties></text:list-level-style-number>"
        for n, (before, kind, after) in enumerate(levels, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Text" svg:font-family="'{font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="{direction}"/>
<style:text-properties {fonts}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"
 fo:widows="2" fo:orphans="2" style:writing-mode="{direction}" fo:text-align="{align}"/></style:style>
<style:style style:name="Preambular" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-indent="0.7cm"/></style:style>
<style:style style:name="Operative" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.4cm"/>
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="8pt" style:font-size-asian="8pt"
 style:font-size-complex="8pt"/></style:style>
<style:style style:name="Opening" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="Operative">{numbers}</text:list-style>
<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Footnote_20_anchor"
 style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles><style:page-layout style:name="Small"><style:page-layout-properties fo:page-width="14.8cm"
 fo:page-height="21cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"
 style:writing-mode="{direction}"><style:footnote-sep style:width="0.018cm" style:line-style="solid" style:adjustment="left"
 style:rel-width="30%" style:color="#000000" style:distance-before-sep="0.2cm" style:distance-after-sep="0.1cm"/>
</style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="0.8cm"
 fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm"
 fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Small"><style:header><text:p
 text:style-name="Header">{escape(head["symbol"])}</text:p></style:header><style:footer><text:p
 text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number>/<text:page-count>9</text:page-count>
</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Standard">{escape(head["session"])}</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(head["title"])}</text:h>
<text:p text:style-name="Preambular">{escape(head["organ"])}</text:p>
{body(language, paragraphs, notes, typed)}
</office:text></office:body></office:document>
"""


def wide(text):
    """The same on a large page with justified lines, for what a PDF shows only there: in Arabic strokes that stretch
    words, and short footnotes among the lowest lines of a page."""
    for usual, larger in [("14.8cm", "21cm"), ('height="21cm"', 'height="29.7cm"'), ('"10pt"', '"13pt"')]:
        text = text.replace(usual, larger)
    return re.sub(r'fo:text-align="(start|end)"', 'fo:text-align="justify"', text)


def drop_picture(odt):
    """LibreOffice puts a picture of the first page into each file; it is most of the file, and nobody reads it."""
    with zipfile.ZipFile(odt) as old:
        members = [(item, old.read(item)) for item in old.infolist() if not item.filename.startswith("Thumbnails/")]
    with zipfile.ZipFile(odt, "w", zipfile.ZIP_DEFLATED) as new:
        for item, contents in members:
            new.writestr(item, contents)


def convert(profile, name, folder, files):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", name, "--outdir",
                    folder, *files], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE).resolve()
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        made, typed, larger = [], [], []
        for source in sorted(HERE.glob("*.source")):
            head, paragraphs, notes = read(source)
            language = source.stem
            known = expected(language, head, paragraphs, notes)
            (folder / f"{language}.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            made.append(folder / f"{language}.fodt")
            made[-1].write_text(flat(language, head, paragraphs, notes), encoding="utf-8")
            larger.append(scratch / f"{language}-wide.fodt")
            larger[-1].write_text(wide(made[-1].read_text(encoding="utf-8")), encoding="utf-8")
            typed.append(scratch / f"{language}.fodt")
            typed[-1].write_text(flat(language, head, paragraphs, notes, typed=True), encoding="utf-8")
        for name in FILTERS:
            convert(scratch / "profile", name, folder, made)
        convert(scratch / "profile", TEXT, folder, typed)
        convert(scratch / "profile", "pdf", folder, larger)
    for odt in folder.glob("*.odt"):
        drop_picture(odt)


if __name__ == "__main__":
    main()
