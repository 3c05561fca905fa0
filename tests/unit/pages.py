# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes PDFs glyph by glyph, so that a test can set a page in any way that printers have set resolutions.

Fonts are not embedded; their widths and the letters behind their codes are given, which is all that reading takes.
"""
import zlib

NARROW, WIDE = "fijlrtI.,;:'()[]|!-/ ’‘", 'mwMWOQGCDHNUV@—…'


def width(character, size):
    if ord(character) >= 0x2e80 and not 0xfb50 <= ord(character) < 0xff00:
        return size
    return size * (.3 if character in NARROW else .75 if character in WIDE else .5)


class Page:
    def __init__(self):
        self.shown = []

    def glyphs(self, characters, x, y, size, style):
        self.shown.append((list(characters), x, y, size, style))

    def text(self, text, x, y, size=10, style='Regular', spacing=0.0, mirrored=None):
        """One line whose foot stands y points below the page's head. *…* in the text is italic, ^…^ raised. spacing is
        added to every space. mirrored: glyphs go from x leftwards. Gives where it ends."""
        raised = False
        for character in text:
            if character == '*' and style in ('Regular', 'Italic'):
                style = 'Italic' if style == 'Regular' else 'Regular'
                continue
            if character == '^':
                raised = not raised
                continue
            now = size * .6 if raised else size
            step = width(character, now) + (spacing if character == ' ' else 0)
            if mirrored:
                x -= step
            if character != ' ' or not spacing:
                self.glyphs([(character, 0)], x, y - (size * .35 if raised else 0), now, style)
            if not mirrored:
                x += step
        return x

    def measure(self, text, size):
        total, raised = 0, False
        for character in text:
            if character == '^':
                raised = not raised
            elif character != '*':
                total += width(character, size * .6 if raised else size)
        return total

    def rule(self, x, y, length):
        self.shown.append((x, y, length))

    def paragraph(self, text, x, y, measure, size=10, pitch=12, indent=0.0, wide=False, justified=True, style='Regular',
                  bottom=800, mirrored=False):
        """Sets the text in lines of the measure; gives (foot of the last line, what did not fit above the bottom)."""
        units = list(text) if wide else text.split(' ')
        first, glue = True, '' if wide else ' '
        while units:
            room, line = measure - (indent if first else 0), []
            while units and self.measure(glue.join(line + [units[0]]), size) <= room or not line:
                line.append(units.pop(0))
            y += pitch
            if y > bottom:
                return y - pitch, glue.join(line + units)
            words = glue.join(line)
            spare = room - self.measure(words, size)
            spacing = spare / max(1, words.count(' ')) if justified and units else 0.0
            start = x + (indent if first else 0)
            self.text(words, (x + measure - (start - x)) if mirrored else start, y, size, style, spacing, mirrored)
            first = False
            # what is italic or raised goes on in the next line
            if words.count('*') % 2:
                units[:1] = ['*' + units[0]]
        return y, ''

    def stream(self, book, height):
        parts = ['BT']
        for entry in self.shown:
            if len(entry) == 3:
                parts.append(f'ET {entry[0]} {height - entry[1]} {entry[2]} .5 re f BT')
                continue
            characters, x, y, size, style = entry
            codes = ''.join(f'{book.code(character):04x}' for character, _ in characters)
            parts.append(f'/{style} {size:g} Tf 1 0 0 1 {x:.2f} {height - y:.2f} Tm <{codes}> Tj')
        return '\n'.join(parts + ['ET']).encode()


class Book:
    def __init__(self, page_width=612, page_height=792):
        self.pages, self.size, self.codes = [], (page_width, page_height), {}

    def page(self):
        self.pages.append(Page())
        return self.pages[-1]

    def code(self, character):
        return self.codes.setdefault(character, len(self.codes) + 1)

    def save(self, path):
        objects = [b'', b'']  # catalogue and tree of pages, below

        def add(text, stream=None):
            body = text.encode() if stream is None else (
                f'<<{text}/Length {len(stream)}>>\nstream\n'.encode() + stream + b'\nendstream')
            objects.append(body)
            return len(objects)

        contents = [add('/Filter/FlateDecode', zlib.compress(page.stream(self, self.size[1]))) for page in self.pages]
        pairs = '\n'.join(f'<{code:04x}> <{character.encode("utf-16-be").hex()}>' for character, code in self.codes.items())
        letters = add('', ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n'
                           '1 begincodespacerange <0000> <ffff> endcodespacerange\n'
                           f'{len(self.codes)} beginbfchar\n{pairs}\nendbfchar endcmap end end').encode())
        widths = ' '.join(f'{code} [{width(character, 1000):.0f}]' for character, code in self.codes.items())
        fonts = ''
        for style, name in ('Regular', 'Serif'), ('Italic', 'Serif-Italic'), ('Bold', 'Serif-Bold'):
            described = add(f'<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0'
                            '/Ascent 800/Descent -200/CapHeight 700/StemV 80>>')
            below = add(f'<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering'
                        f'(Identity)/Supplement 0>>/FontDescriptor {described} 0 R/W[{widths}]/CIDToGIDMap/Identity>>')
            font = add(f'<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{below} 0 R]'
                       f'/ToUnicode {letters} 0 R>>')
            fonts += f'/{style} {font} 0 R'
        kids = [add(f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.size[0]} {self.size[1]}]/Contents {content} 0 R'
                    f'/Resources<</Font<<{fonts}>>>>>>') for content in contents]
        objects[0] = b'<</Type/Catalog/Pages 2 0 R>>'
        objects[1] = f'<</Type/Pages/Count {len(kids)}/Kids[{" ".join(f"{kid} 0 R" for kid in kids)}]>>'.encode()

        data, places = b'%PDF-1.5\n', []
        for number, body in enumerate(objects, 1):
            places.append(len(data))
            data += f'{number} 0 obj\n'.encode() + body + b'\nendobj\n'
        table = len(data)
        data += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n'.encode()
        data += b''.join(f'{place:010} 00000 n \n'.encode() for place in places)
        data += f'trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n'.encode()
        path.write_bytes(data)
