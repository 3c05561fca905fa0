#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word, OpenDocument, web pages and Akoma Ntoso, made here part by part; tracked changes; files made to harm."""
import io
import json
import os
import pathlib
import subprocess
import tempfile
import time
import unittest
import zipfile

AGREED = os.environ["AGREED"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')


def run(*arguments):
    return subprocess.run([AGREED, *arguments], capture_output=True, encoding="utf-8", timeout=60)


def with_file(contents, name, use):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode("utf-8"))
        return use(str(path))


def read(contents, name):
    """{label: wording, with [marker] where a footnote is called}, {marker: footnote}"""
    ran = with_file(contents, name, lambda path: run("show", "--format", "json", path))
    assert ran.returncode == 0, ran.stderr
    text = json.loads(ran.stdout)["texts"][0]
    found = {}
    for paragraph in text["paragraphs"]:
        wording = paragraph["text"]
        for note in reversed(paragraph["notes"]):
            wording = f"{wording[:note['offset']]}[{note['marker']}]{wording[note['offset']:]}"
        found[paragraph["label"]] = wording
    return found, {note["marker"]: note["text"] for note in text["notes"]}


def refusal(contents, name):
    ran = with_file(contents, name, lambda path: run("show", path))
    assert ran.returncode == 1 and ran.stdout == "", (ran.returncode, ran.stdout)
    assert ran.stderr.startswith(f"agreed: {name}: ") and ran.stderr.count("\n") == 1, ran.stderr
    return ran.stderr


def pack(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, contents, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, pr=""):
    return f'<w:p><w:pPr>{pr}</w:pPr>{"".join(run if run.startswith("<") else r(run) for run in runs)}</w:p>'


def num(level, of=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'


def level(i, kind, text, more=""):
    return f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/>{more}<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


def abstract(i, *levels):
    return f'<w:abstractNum w:abstractNumId="{i}">{"".join(levels)}</w:abstractNum>'


def listed(i, of, more=""):
    return f'<w:num w:numId="{i}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


USUAL = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")) + listed(1, 0)
HEAD = p("The General Assembly,") + p("Recalling its resolution 65/141,")


def docx(body, namespace=W, **parts):
    members = {"[Content_Types].xml": "<Types/>",
               "word/document.xml": f"<w:document {namespace}><w:body>{body}</w:body></w:document>"}
    for name, contents in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {namespace}>{contents}</w:{name}>"
    return pack(members)


def odt(body, styles="", tracked=""):
    numbers = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
               'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" '
               'style:num-prefix="(" style:num-suffix=")"/></text:list-style>')
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
                 f"<office:document-content {ODF}><office:automatic-styles>{numbers}{styles}</office:automatic-styles>"
                 f"<office:body><office:text>{tracked}{body}</office:text></office:body></office:document-content>"})


def item(text, more="", start=""):
    return f"<text:list-item{start}><text:p>{text}</text:p>{more}</text:list-item>"


def lists(*items, more=""):
    return f'<text:list text:style-name="L"{more}>{"".join(items)}</text:list>'


ODT_HEAD = "<text:p>The General Assembly,</text:p><text:p>Recalling its resolution 65/141,</text:p>"


class Word(unittest.TestCase):
    def test_numbering(self):
        body = (HEAD + p("Decides:", pr=num(0)) + p("To act;", pr=num(1)) + p("To stay:", pr=num(1)) + p("Here;", pr=num(2)) +
                p("There;", pr=num(2)) + p("Requests that;", pr=num(0)) + p("Of all;", pr=num(1)) + p("Urges them.", pr=num(0)))
        found, _ = read(docx(body, numbering=USUAL), "a.docx")
        self.assertEqual(list(found), ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP1(b)(i)", "OP1(b)(ii)", "OP2", "OP2(a)", "OP3"])

    def test_numbering_of_other_namespace(self):
        found, _ = read(docx(HEAD + p("Decides;", pr=num(0)) + p("Requests.", pr=num(0)), STRICT, numbering=USUAL), "a.docx")
        self.assertEqual(list(found), ["PP1", "OP1", "OP2"])

    def test_kinds_of_numbers(self):
        for kind, labels in (("russianLower", "абвг"), ("arabicAbjad", "أبجد"), ("lowerLetter", "abcd"),
                             ("chineseCounting", "一二三四"), ("arabicAlpha", "أبتث")):
            numbering = abstract(0, level(0, "decimal", "%1."), level(1, kind, "%2)" if kind == "russianLower" else "(%2)"))
            body = HEAD + p("Decides:", pr=num(0)) + "".join(p(f"Item {i};", pr=num(1)) for i in range(4)) + p("Urges.", pr=num(0))
            found, _ = read(docx(body, numbering=numbering + listed(1, 0)), "a.docx")
            self.assertEqual(list(found), ["PP1", "OP1", *(f"OP1({one})" for one in labels), "OP2"], kind)

    def test_numbering_by_style_and_restart(self):
        numbering = (abstract(0, level(0, "decimal", "%1.", '<w:pStyle w:val="Op"/>'), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>')) +
                     listed(1, 0) + listed(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'))
        style = ('<w:style w:type="paragraph" w:styleId="%s"><w:basedOn w:val="%s"/><w:pPr><w:numPr><w:numId w:val="1"/>'
                 "</w:numPr></w:pPr></w:style>")
        styles = style % ("Op", "Sub") + style % ("Sub", "Op")
        body = (HEAD + p("Decides:", pr='<w:pStyle w:val="Op"/>') + p("One;", pr='<w:pStyle w:val="Sub"/>') +
                p("Two;", pr='<w:pStyle w:val="Sub"/>') + p("Urges:", pr='<w:pStyle w:val="Op"/>') + p("Three;", pr=num(1, 2)) +
                p("No number is this.", pr='<w:pStyle w:val="Op"/><w:numPr><w:numId w:val="0"/></w:numPr>'))
        found, _ = read(docx(body, numbering=numbering, styles=styles), "a.docx")
        self.assertEqual(list(found)[:6], ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP2", "OP2(a)"])

    def test_notes(self):
        notes = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{r(" " + t)}</w:p></w:footnote>'
                        for i, t in ((2, "See A/1."), (3, "See A/2."), (4, "* By vote.")))
        call = '<w:r><w:footnoteReference w:id="%d"/></w:r>'
        custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>'
        body = (p("The General Assembly,") + p("Recalling A,", call % 2, " and B,") + p("Noting C", custom, " and m", r("2", '<w:vertAlign w:val="superscript"/>'),
                ",") + p("1. Decides", call % 3, " now."))
        found, texts = read(docx(body, footnotes=notes), "a.docx")
        self.assertEqual(found, {"PP1": "Recalling A,[1] and B,", "PP2": "Noting C[*] and m2,", "OP1": "Decides[2] now."})
        self.assertEqual(texts, {"1": "See A/1.", "2": "See A/2.", "*": "By vote."})

    def test_characters(self):
        field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar '
                 'w:fldCharType="separate"/></w:r>' + r("seen") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        body = HEAD + p("Noting\u00a0a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", " well", "<w:r><w:noBreakHyphen/></w:r>",
                        "known soft", "<w:r><w:softHyphen/></w:r>", "ly\u00ad, ", field, r("hidden", "<w:vanish/>"), ",") + p("1. Decides.")
        found, _ = read(docx(body), "a.docx")
        self.assertEqual(found["PP2"], "Noting a b c well\u2011known softly, seen,")

    def test_text_in_a_table(self):
        cell = "<w:tc>%s</w:tc>"
        body = f"<w:tbl><w:tr>{cell % HEAD}</w:tr><w:tr>{cell % p('1.')}{cell % p('Decides;')}</w:tr><w:tr>{cell % p('2.')}{cell % p('Requests.')}</w:tr></w:tbl>"
        found, _ = read(docx(body), "a.docx")
        self.assertEqual(found, {"PP1": "Recalling its resolution 65/141,", "OP1": "Decides;", "OP2": "Requests."})


def states(contents, name):
    ran = with_file(contents, name, lambda path: run("compare", "--tracked", path, "--format", "json"))
    assert ran.returncode == 0, ran.stderr
    older, newer = [], []
    for row in json.loads(ran.stdout)["rows"]:
        older.append("".join(x.get("older_text", x["text"]) for x in row["difference"] if x["kind"] != "inserted"))
        newer.append("".join(x["text"] for x in row["difference"] if x["kind"] != "deleted"))
    return [x for x in older if x], [x for x in newer if x]


class Tracked(unittest.TestCase):
    INS, DEL = '<w:ins w:id="1" w:author="Ann" w:date="2031-05-01T10:00:00Z">%s</w:ins>', '<w:del w:id="2" w:author="Bob">%s</w:del>'

    def deleted(self, text):
        return self.DEL % f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'

    def test_word(self):
        mark = '<w:rPr><w:%s w:id="3" w:author="Ann"/></w:rPr>'
        body = (HEAD + p("Decides to ", self.INS % r("act "), self.deleted("wait "), "now;", pr=num(0)) +
                p(self.INS % r("Urges all of them to help;"), pr=num(0) + mark % "ins") +
                p(self.deleted("Deplores the long delay;"), pr=num(0) + mark % "del") + p("Requests a report.", pr=num(0)))
        contents = docx(body, numbering=USUAL)
        found, _ = read(contents, "a.docx")
        self.assertEqual(found, {"PP1": "Recalling its resolution 65/141,", "OP1": "Decides to act now;",
                                 "OP2": "Urges all of them to help;", "OP3": "Requests a report."})
        older, newer = states(contents, "a.docx")
        self.assertEqual(sorted(older), sorted(["Recalling its resolution 65/141,", "Decides to wait now;",
                                                "Deplores the long delay;", "Requests a report."]))
        self.assertEqual(sorted(newer), sorted(found.values()))

    def test_word_says_who(self):
        note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
        raised = r("2", '<w:vertAlign w:val="superscript"/>')
        body = HEAD + p("Decides to ", self.INS % (r("act ") + r("now")), note, ", the CO", raised, " ", self.INS % r("time."),
                        pr=num(0))
        contents = docx(body, numbering=USUAL, footnotes='<w:footnote w:id="1">%s</w:footnote>' % p("Resolution 217 A (III)."))
        ran = with_file(contents, "a.docx", lambda path: run("show", "--format", "json", path))
        paragraph = json.loads(ran.stdout)["texts"][0]["paragraphs"][1]
        # a raised figure that no footnote explains comes back into the wording, and moves what is behind it
        self.assertEqual(paragraph["text"], "Decides to act now, the CO2 time.")
        said = [(paragraph["text"][x["offset"]:x["offset"] + x["length"]], x["kind"], x["author"], x["date"])
                for x in paragraph["changes"]]
        self.assertEqual(said, [(words, "inserted", "Ann", "2031-05-01T10:00:00Z") for words in ("act now", "time.")])

    def test_word_joined_and_split(self):
        body = (HEAD + p("Decides to act ", pr=num(0) + '<w:rPr><w:ins w:author="Ann"/></w:rPr>') + p("and to report;", pr=num(0)) +
                p("Requests this ", pr=num(0) + '<w:rPr><w:del w:author="Ann"/></w:rPr>') + p("and that.", pr=num(0)))
        older, newer = states(docx(body, numbering=USUAL), "a.docx")
        self.assertIn("Decides to act and to report;", older)
        self.assertIn("and to report;", " ".join(newer))
        self.assertIn("Requests this and that.", newer)

    def test_open_document(self):
        tracked = ('<text:tracked-changes><text:changed-region text:id="a"><text:insertion><office:change-info><dc:creator>Ann'
                   "</dc:creator><dc:date>2031-05-01T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>"
                   '<text:changed-region text:id="b"><text:deletion><office:change-info/><text:p>wait </text:p></text:deletion>'
                   '</text:changed-region><text:changed-region text:id="c"><text:deletion><office:change-info/><text:p/>'
                   '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>Deplores the long delay;'
                   "</text:p></text:list-item></text:list></text:deletion></text:changed-region>"
                   '<text:changed-region text:id="d"><text:insertion><office:change-info/></text:insertion></text:changed-region>'
                   "</text:tracked-changes>")
        body = ODT_HEAD + lists(
            item('Decides to <text:change-start text:change-id="a"/>act <text:change-end text:change-id="a"/>'
                 '<text:change text:change-id="b"/>now;<text:change text:change-id="c"/>'),
            item('<text:change-start text:change-id="d"/>Urges all of them to help;'),
            item('<text:change-end text:change-id="d"/>Requests a report.'))
        contents = odt(body, tracked=tracked)
        found, _ = read(contents, "a.odt")
        self.assertEqual(found, {"PP1": "Recalling its resolution 65/141,", "OP1": "Decides to act now;",
                                 "OP2": "Urges all of them to help;", "OP3": "Requests a report."})
        older, newer = states(contents, "a.odt")
        self.assertEqual(sorted(newer), sorted(found.values()))
        self.assertEqual(sorted(older), sorted(["Recalling its resolution 65/141,", "Decides to wait now;",
                                                "Deplores the long delay;", "Requests a report."]))

    def test_wrong_calls(self):
        self.assertEqual(run("compare", "--tracked", "a", "b").returncode, 2)
        self.assertEqual(run("compare", "--tracked", "/nowhere.docx").returncode, 1)


class Annexes(unittest.TestCase):
    """Kept, apart from the text that they belong to, and never taken for it."""

    def check(self, contents, name, expected, labels=("PP1", "OP1")):
        def use(path):
            shown = json.loads(run("show", "--format", "json", path).stdout)
            self.assertEqual([paragraph["label"] for paragraph in shown["texts"][-1]["paragraphs"]], list(labels))
            found = [(annex["annex"], annex["title"], {paragraph["label"]: paragraph["text"] for paragraph in annex["paragraphs"]})
                     for annex in shown["annexes"]]
            self.assertEqual(found, expected)
            by_default = json.loads(run("compare", "--format", "json", path, path).stdout)
            self.assertEqual(by_default["newer"]["title"], shown["texts"][-1]["title"])
            self.assertNotIn("annex", by_default["newer"])
            return shown
        return with_file(contents, name, use)

    RULES = [("Annex I", "Rules of the meeting",
              {"AN§1": "These rules hold for all,", "AN1": "The meeting is open:", "AN1(a)": "To members;", "AN1(b)": "To observers.",
               "AN2": "It ends at noon."}),
             ("Annex II", None, {"AN1": "What has no number is counted.", "AN2": "And counted again."})]

    def test_word(self):
        body = (HEAD + p("Adopts the rules annexed to the present resolution.", pr=num(0)) + p("22nd plenary meeting") +
                p("3 May 2031") + p("Annex I") + p("Rules of the meeting") + p("These rules hold for all,") +
                p("The meeting is open:", pr=num(0, 2)) + p("To members;", pr=num(1, 2)) + p("To observers.", pr=num(1, 2)) +
                p("It ends at noon.", pr=num(0, 2)) + p("Annex II") + p("What has no number is counted.") + p("And counted again."))
        two = USUAL + USUAL.replace('abstractNumId="0"', 'abstractNumId="7"').replace('numId="1"', 'numId="2"').replace(
            'abstractNumId w:val="0"', 'abstractNumId w:val="7"')
        self.check(docx(body, numbering=two), "a.docx", self.RULES)

    def test_open_document(self):
        def paragraphs(*texts):
            return "".join(f"<text:p>{text}</text:p>" for text in texts)
        body = (ODT_HEAD + lists(item("Adopts the rules annexed to the present resolution.")) +
                paragraphs("Annex I", "Rules of the meeting", "These rules hold for all,") +
                lists(item("The meeting is open:", lists(item("To members;"), item("To observers."))), item("It ends at noon.")) +
                paragraphs("Annex II", "What has no number is counted.", "And counted again."))
        self.check(odt(body), "a.odt", self.RULES)

    def test_web_page(self):
        body = "".join(f"<p>{text}</p>" for text in (
            "The General Assembly,", "Recalling its resolution 65/141,", "Adopts the rules annexed to the present resolution.",
            "Annex I", "Rules of the meeting", "These rules hold for all,", "1. The meeting is open:", "(a) To members;",
            "(b) To observers.", "2. It ends at noon.", "Annex II", "What has no number is counted.", "And counted again."))
        self.check(f"<html><body>{body}</body></html>", "a.html", self.RULES)

    def test_parts_lists_and_footnotes(self):
        shown = self.check(
            "<html><body>" + "".join(f"<p>{text}</p>" for text in (
                "Resolution 85/12", "The General Assembly,", "Recalling its resolution 65/141,", "1. Adopts the plan.", "Annex",
                "Plan of action", "A. Means", "1. To build.", "B. Ends", "1. To stay.", "Ada", "Berta", "Clara", "Dora")) +
            "</body></html>", "a.html",
            [("Annex", "Plan of action", {"AN1": "To build.", "AN2.1": "To stay.", "AN§1": "Ada", "AN§2": "Berta", "AN§3": "Clara",
                                          "AN§4": "Dora"})])
        self.assertEqual([(heading["before"], heading["text"]) for heading in shown["annexes"][0]["headings"]],
                         [("AN1", "A. Means"), ("AN2.1", "B. Ends")])
        self.assertEqual(shown["annexes"][0]["symbol"], shown["texts"][0]["symbol"])

    def test_languages(self):
        for text, name, labels in (
                ("大会，\n\n回顾其第65/141号决议，\n\n1. 通过下列规则。\n\n附件一\n\n会议规则\n\n1. 会议公开。\n\n2. 会议于正午结束。\n", "附件一", ["AN1", "AN2"]),
                ("L’Assemblée générale,\n\nRappelant sa résolution 65/141,\n\n1. Adopte le règlement.\n\nAnnexe\n\nRèglement\n\n"
                 "1. La réunion est publique.\n\n2. Elle finit à midi.\n", "Annexe", ["AN1", "AN2"]),
                ("Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 65/141,\n\n1. утверждает правила.\n\nПриложение\n\nПравила\n\n"
                 "1. Заседание является открытым.\n\n2. Оно заканчивается в полдень.\n", "Приложение", ["AN1", "AN2"])):
            shown = json.loads(with_file(text, "a.txt", lambda path: run("show", "--format", "json", path)).stdout)
            self.assertEqual([paragraph["label"] for paragraph in shown["texts"][0]["paragraphs"]], ["PP1", "OP1"])
            self.assertEqual([(annex["annex"], [paragraph["label"] for paragraph in annex["paragraphs"]])
                              for annex in shown["annexes"]], [(name, labels)])

    def test_one_of_several_texts(self):
        """The next draft's head is none of the annex's."""
        text = "".join(f"<p>{text}</p>" for text in (
            "Draft resolution I", "Rules", "The General Assembly,", "Recalling its resolution 65/141,", "1. Adopts the rules.", "Annex",
            "Rules of the meeting", "1. The meeting is open.", "Draft resolution II", "Means", "The General Assembly,",
            "Recalling its resolution 65/142,", "1. Decides to meet."))
        shown = self.check(f"<html>{text}</html>", "a.html", [("Annex", "Rules of the meeting", {"AN1": "The meeting is open."})])
        self.assertEqual([text["title"] for text in shown["texts"]], ["Rules", "Means"])

    def test_chosen(self):
        def use(path):
            return json.loads(run("compare", "--format", "json", "--older-text", "Annex II", "--newer-text", "Annex I", path, path).stdout)
        text = ("The General Assembly,\n\nRecalling its resolution 65/141,\n\n1. Adopts the rules.\n\nAnnex I\n\nRules\n\n"
                "1. The meeting is open.\n\nAnnex II\n\nRules\n\n1. The meeting is closed.\n")
        compared = with_file(text, "a.txt", use)
        self.assertEqual((compared["older"]["annex"], compared["newer"]["annex"]), ("Annex II", "Annex I"))
        self.assertEqual([row["change"] for row in compared["rows"]], ["reworded"])
        ran = with_file(text, "a.txt", lambda path: run("compare", "--older-text", "2", path, path))
        self.assertEqual(ran.returncode, 1)


class Headings(unittest.TestCase):
    def headings(self, contents, name):
        ran = with_file(contents, name, lambda path: run("show", "--format", "json", path))
        text = json.loads(ran.stdout)["texts"][0]
        return {x["label"]: x["text"] for x in text["paragraphs"]}, [(x["before"], x["text"]) for x in text["headings"]]

    def test_word(self):
        style = '<w:pStyle w:val="H"/>'
        styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        body = (HEAD + p("I", pr=style) + p("Access for all", pr=style) + p("Decides;", pr=num(0)) +
                p("Means", pr=style) + p("Requests a report.", pr=num(0)) + p("The end", pr=style))
        paragraphs, headings = self.headings(docx(body, numbering=USUAL, styles=styles), "a.docx")
        self.assertEqual(list(paragraphs), ["PP1", "OP1", "OP2"])
        self.assertEqual(headings, [("OP1", "I"), ("OP1", "Access for all"), ("OP2", "Means")])

    def test_plain(self):
        paragraphs, headings = self.headings("The General Assembly,\n\nRecalling its resolution 65/141,\n\nAccess\n\n"
                                             "1. Decides to meet;\n\nMeans of implementation\n\n2. Requests a report.\n", "a.txt")
        self.assertEqual(paragraphs, {"PP1": "Recalling its resolution 65/141,", "OP1": "Decides to meet;",
                                      "OP2": "Requests a report."})
        self.assertEqual(headings, [("OP1", "Access"), ("OP2", "Means of implementation")])


class OpenDocument(unittest.TestCase):
    def test_lists(self):
        body = ODT_HEAD + lists(item("Decides:", lists(item("To act;"), item("To stay;"))), item("Urges;")) + lists(
            item("Requests;"), more=' text:continue-numbering="true"') + lists(item("Invites.", start=' text:start-value="4"'))
        found, _ = read(odt(body), "a.odt")
        self.assertEqual(list(found), ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP2", "OP3", "OP4"])

    def test_notes_and_characters(self):
        note = ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>See'
                "<text:s/>A/1.</text:p><text:p>And A/2.</text:p></text:note-body></text:note>")
        style = '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        body = (f"<text:p>The General Assembly,</text:p><text:p>Recalling{note}<text:s text:c='3'/>A<text:tab/>b<text:line-break/>c, "
                '1<text:span text:style-name="S">st</text:span> of all,<office:annotation><text:p>no</text:p></office:annotation>'
                "</text:p><text:p>1. Decides.</text:p>")
        found, texts = read(odt(body, style), "a.odt")
        self.assertEqual(found["PP1"], "Recalling[1] A b c, 1st of all,")
        self.assertEqual(texts, {"1": "See A/1. And A/2."})


    def test_packed_again(self):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(odt(ODT_HEAD + lists(item("Decides;"), item("Requests."))))) as old, \
                zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in reversed(old.namelist()):
                new.writestr(name, old.read(name))
        self.assertEqual(list(read(out.getvalue(), "a.odt")[0]), ["PP1", "OP1", "OP2"])


class Pages(unittest.TestCase):
    HEAD = "<p>The General Assembly,</p><p>Recalling its resolution&nbsp;65/141,"

    def test_lists_and_notes(self):
        page = (f"<html><head><title>No</title></head><body><nav>Home</nav>{self.HEAD}<a name='r1' href='#n1'><sup>1</sup></a></p>"
                "<ol><li>Decides:<ol type='a'><li>To act;<li>To stay;</ol><li value='2'><p>Requests &amp; urges.</p></ol>"
                "<script>var x</script><div id='f'><p><a name='n1' href='#r1'>1</a> See A/1.</p><p>And A/2.</p></div>")
        found, texts = read(page, "a.html")
        self.assertEqual(found, {"PP1": "Recalling its resolution 65/141,[1]", "OP1": "Decides:", "OP1(a)": "To act;",
                                 "OP1(b)": "To stay;", "OP2": "Requests & urges."})
        self.assertEqual(texts, {"1": "See A/1. And A/2."})

    def test_word_processor(self):
        page = (f"<html xmlns:o='urn:o'><body>{self.HEAD}<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>"
                "[1]</span></a></p><p class=MsoNormal>1.<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span>Decides;<o:p></o:p></p>"
                "<p>2.&nbsp; Requests.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
                "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> See A/1.</p></div></div>")
        found, texts = read(page, "a.htm")
        self.assertEqual(found, {"PP1": "Recalling its resolution 65/141,[1]", "OP1": "Decides;", "OP2": "Requests."})
        self.assertEqual(texts, {"1": "See A/1."})

    def test_line_breaks(self):
        page = "<html><body>The General Assembly,<br><br>Recalling A and<br>B,<br><br>1. Decides;<br> <br>2. Requests.</body>"
        self.assertEqual(read(page, "a.html")[0], {"PP1": "Recalling A and B,", "OP1": "Decides;", "OP2": "Requests."})

    def test_set_lines(self):
        page = ("<html><pre>     The General Assembly,\n\n     Recalling its resolution 65/141 of 20 December 2010 and all that\nfollows from it,\n\n"
                "     1.   Decides to act;\n\n     2.   Requests a report.\n</pre>")
        self.assertEqual(list(read(page, "a.html")[0]), ["PP1", "OP1", "OP2"])

    def test_encodings(self):
        page = ("<html><head><meta http-equiv='Content-Type' content='text/html; charset=%s'></head><body><p>Генеральная "
                "Ассамблея,</p><p>ссылаясь на свою резолюцию 65/141,</p><p>1. постановляет действовать;</p><p>2. просит доклад.</p>")
        for name in ("windows-1251", "koi8-r", "utf-8"):
            self.assertEqual(read((page % name).encode(name), "a.html")[0]["OP1"], "постановляет действовать;", name)
        self.assertEqual(read((page % "unicode").encode("utf-16"), "a.html")[0]["OP1"], "постановляет действовать;")


class AkomaNtoso(unittest.TestCase):
    def test_statement(self):
        for namespace in ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "http://www.akomantoso.org/2.0"):
            page = (f'<?xml version="1.0"?><akomaNtoso xmlns="{namespace}"><statement name="resolution"><meta><identification/></meta>'
                    "<preface><p><docNumber>A/C.2/65/L.56</docNumber></p></preface><preamble><formula><p>The General Assembly,</p></formula>"
                    '<recitals><recital><p><i>Recalling</i> A,<authorialNote marker="1"><p>See A/1.</p></authorialNote></p></recital>'
                    "</recitals></preamble><mainBody><paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num>"
                    "<content><p>To act;</p></content></point></list></paragraph><paragraph><num>2.</num><content><p>Requests.</p>"
                    "</content></paragraph></mainBody></statement></akomaNtoso>")
            found, texts = read(page, "a.xml")
            self.assertEqual(found, {"PP1": "Recalling A,[1]", "OP1": "Decides:", "OP1(a)": "To act;", "OP2": "Requests."})
            self.assertEqual(texts, {"1": "See A/1."})


class Refused(unittest.TestCase):
    def quickly(self, contents, name, word):
        start = time.monotonic()
        self.assertIn(word, refusal(contents, name))
        self.assertLess(time.monotonic() - start, 10)

    def test_archives_that_swell(self):
        self.quickly(docx(" " * 80_000_000), "a.docx", "unpacks to much more")
        self.quickly(docx("<w:p/>" * 9_000_000), "a.docx", "unpacks to much more")

    def test_too_many_parts(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("word/document.xml", f"<w:document {W}>" + "<w:p/>" * 2_000_000 + "</w:document>")
        self.quickly(out.getvalue(), "a.docx", "more parts")

    def test_entities(self):
        bomb = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
            f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9)) + "]>"
        for contents in (bomb + "<akomaNtoso>&j;</akomaNtoso>",
                         '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>'):
            self.quickly(contents, "a.xml", "defines characters")

    def test_depth(self):
        self.quickly("<akomaNtoso>" + "<p>" * 100_000 + "</p>" * 100_000 + "</akomaNtoso>", "a.xml", "damaged")
        refusal("<html>" + "<div>" * 100_000 + "x", "a.html")

    def test_many_texts(self):
        text = "<p>The General Assembly,</p><p>Recalling this,</p><p>1. Decides.</p>"
        self.quickly("<html>" + text * 50_000, "a.html", "more texts")

    def test_names_of_annexes(self):
        body = ("<p>The General Assembly,</p><p>Recalling its resolution 65/141,</p><p>1. Adopts the rules;</p><p>2. Urges.</p>"
                "<h2>Annex to the present resolution of the Assembly</h2><h2>Rules</h2><p>1. Stay.</p>"
                "<h3>Annex II: Calendar of the meetings of the Committee and of everybody else</h3><p>One.</p>"
                "<h3>Annex III</h3>")
        shown = with_file(f"<html><body>{body}</body></html>", "a.html", lambda path: run("show", "--format", "json", path))
        found = [(annex["annex"], annex["title"], [paragraph["text"] for paragraph in annex["paragraphs"]])
                 for annex in json.loads(shown.stdout)["annexes"]]
        self.assertEqual(found, [("Annex to the present resolution of the Assembly", "Rules", ["Stay."]),
                                 ("Annex II", "Calendar of the meetings of the Committee and of everybody else", ["One."]),
                                 ("Annex III", None, [])])

    def test_raised_figures_keep_their_side(self):
        body = ("<p>The General Assembly,</p><p>Recalling the 5 <sup>3</sup> hectares, x<sup>2</sup> and y <sup>4</sup>more,<sup>"
                "<a href='#n1' name='c1'>1</a></sup></p><p>1. Decides.</p><p><a href='#c1' name='n1'>1</a> Note.</p>")
        found, _ = read(f"<html><body>{body}</body></html>", "a.html")
        self.assertEqual(found["PP1"], "Recalling the 5 3 hectares, x2 and y 4more,[1]")

    def test_many_annexes(self):
        text = "<p>The General Assembly,</p><p>Recalling this,</p><p>1. Decides.</p>" + "<p>Annex</p><p>A rule.</p>" * 50_000
        self.quickly("<html>" + text, "a.html", "more texts")

    def test_endless_paragraph(self):
        start = time.monotonic()
        found, _ = read("<html><p>The General Assembly,</p><p>Recalling this,</p><p>1. Decides to act:</p>" +
                        "<p>and more of the same wording, and of what is like it,</p>" * 100_000, "a.html")
        self.assertGreater(len(found["OP1"]), 5_000_000)
        self.assertLess(time.monotonic() - start, 10)

    def test_damaged(self):
        whole = docx(HEAD + p("1. Decides."))
        self.quickly(whole[:len(whole) // 2], "a.docx", "damaged")
        self.quickly(docx("<w:p>"), "a.docx", "damaged")

    def test_others(self):
        name = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".encode()
        for contents, word in ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name, "older Word (.doc)"),
                               (b"{\\rtf1 The General Assembly,}", "Rich Text"), (pack({"xl/workbook.xml": "x"}), "Excel"),
                               (pack({"ppt/presentation.xml": "x"}), "PowerPoint"), (pack({"a.txt": "x"}), "unpack"),
                               (b"\x89PNG\r\n\x1a\n", "picture"), (b'{"a": 1}', "JSON"),
                               (pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet")):
            self.assertIn(word, refusal(contents, "a.file"))


if __name__ == "__main__":
    unittest.main()
