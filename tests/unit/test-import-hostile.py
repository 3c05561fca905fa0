#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs made to hurt: each is read, or refused in one sentence, within ten seconds and 500 MB.

The time is held by the clock of the processor, for a machine may be busy with other things.
"""
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from pages import Book  # noqa: E402  (after the path it needs)

MOST_SECONDS, MOST_BYTES = 10, 500 * 1000 * 1000
WORDING = ['The General Assembly,', 'Recalling its resolution 46/212 on the keeping of lights at sea,',
           '1. Calls upon all States to keep their lights burning;',
           '2. Decides to include the item in the agenda of its next session.']
SANITIZED = b'__asan_init' in pathlib.Path(os.environ['AGREED']).read_bytes()


def book(n_pages=1):
    made = Book()
    for _ in range(n_pages):
        page = made.page()
        for i, line in enumerate(WORDING):
            page.text(line, 100, 100 + 30 * i, 11)
    return made


def write(objects, trailer='', version='1.7'):
    """objects: bytes each, numbered from 1, the first being the catalogue."""
    parts, table = [f'%PDF-{version}\n'.encode()], 0
    places = []
    for number, body in enumerate(objects, 1):
        table += len(parts[-1])
        places.append(table)
        parts.append(f'{number} 0 obj\n'.encode() + body + b'\nendobj\n')
    table += len(parts[-1])
    parts.append(f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n'.encode())
    parts += [f'{place:010} 00000 n \n'.encode() for place in places]
    return b''.join(parts) + f'trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n'.encode()


def stream(contents, entries=''):
    return f'<<{entries}/Length {len(contents)}>>\nstream\n'.encode() + contents + b'\nendstream'


FONT = b'<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>'


def one_page(content, box='0 0 612 792', more=(), resources='', entries='/Filter/FlateDecode'):
    """A page of this content, which stands as it is behind the entries of its stream. more: objects from 6 on."""
    return write([b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Count 1/Kids[3 0 R]>>',
                  f'<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R'
                  f'/Resources<</Font<</F 5 0 R>>{resources}>>>>'.encode(),
                  stream(content, entries), FONT, *more])


def shown(lines=WORDING):
    return 'BT /F 11 Tf 100 700 Td ' + ' '.join(f'({line}) Tj 0 -30 Td' for line in lines) + ' ET '


def repeated(unit, size):
    """unit over and over, deflated, without ever having all of it."""
    packer = zlib.compressobj(9)
    block = unit * max(1, 1000000 // len(unit))
    return b''.join([*(packer.compress(block) for _ in range(size // len(block) + 1)), packer.flush()])


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


def encrypted(user_password, owner_password):
    """The standard security handler, revision 2 (ISO 32000, 7.6.4)."""
    padding = bytes.fromhex('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')
    user, owner = ((password.encode() + padding)[:32] for password in (user_password, owner_password))
    owner_entry = rc4(hashlib.md5(owner).digest()[:5], user)
    identity, permissions = b'0123456789abcdef', -64
    key = hashlib.md5(user + owner_entry + permissions.to_bytes(4, 'little', signed=True) + identity).digest()[:5]
    content = rc4(hashlib.md5(key + (4).to_bytes(3, 'little') + bytes(2)).digest()[:10], shown().encode())
    return write([b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Count 1/Kids[3 0 R]>>',
                  b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
                  stream(content), FONT,
                  f'<</Filter/Standard/V 1/R 2/O <{owner_entry.hex()}>/U <{rc4(key, padding).hex()}>/P {permissions}>>'.encode()],
                 f'/Encrypt 6 0 R/ID[<{identity.hex()}><{identity.hex()}>]', '1.4')


def laughs(depth):
    """Each form shows the next one ten times."""
    forms = [stream(b'/N Do ' * 10, f'/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</N {7 + i} 0 R>>>>')
             for i in range(depth)]
    return forms + [stream(shown(['a']).encode(), '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>')]


def deep_tree(depth):
    """Pages under pages under pages."""
    nodes = [f'<</Type/Pages/Count 1/Parent {1 + i} 0 R/Kids[{3 + i} 0 R]>>'.encode() for i in range(depth)]
    leaf = f'<</Type/Page/Parent {1 + depth} 0 R/MediaBox[0 0 612 792]>>'.encode()
    return write([b'<</Type/Catalog/Pages 2 0 R>>', *nodes, leaf])


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / 'draft.pdf'

    def read(self, data):
        """The labels that are read of it, or the sentence that refuses it."""
        if isinstance(data, Book):
            data.save(self.path)
        else:
            self.path.write_bytes(data)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run([os.environ['AGREED'], 'show', '--format', 'json', str(self.path)], capture_output=True,
                                timeout=100, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, MOST_SECONDS)
        if not SANITIZED:
            self.assertLess(after.ru_maxrss * 1024, MOST_BYTES)
        if result.returncode == 0:
            self.assertEqual(result.stderr, b'')
            return [paragraph['label'] for text in json.loads(result.stdout)['texts'] for paragraph in text['paragraphs']]
        self.assertEqual((result.returncode, result.stdout), (1, b''), result.stderr)
        said = result.stderr.decode()
        if SANITIZED:
            # The bound of such a build is the sanitizer's own, and it says when it is reached; all else that it says fails.
            said = re.sub(r'\A==\d+==AddressSanitizer: hard rss limit exhausted.*?^(?=agreed: )', '', said, flags=re.DOTALL | re.MULTILINE)
        self.assertRegex(said, r'\Aagreed: draft\.pdf: [^\n]+\n\Z')
        return said

    def test_sound(self):
        """What the others are variations of is read, so that their refusal means something."""
        labels = ['PP1', 'OP1', 'OP2']
        self.assertEqual(self.read(book()), labels)
        self.assertEqual(self.read(one_page(zlib.compress(shown().encode()))), labels)

    def test_encrypted(self):
        self.assertEqual(self.read(encrypted('', 'owner')), ['PP1', 'OP1', 'OP2'])
        self.assertIn('password', self.read(encrypted('secret', 'owner')))

    def test_cut_and_damaged(self):
        chance = random.Random(3)
        book(2).save(self.path)
        whole = self.path.read_bytes()
        for end in [9, 20, 100] + [chance.randrange(len(whole)) for _ in range(12)]:
            with self.subTest(end=end):
                said = self.read(whole[:end])
                self.assertTrue(isinstance(said, list) or 'damaged' in said or 'pictures' in said or 'no text' in said, said)
        for seed in range(12):
            data, errors = bytearray(whole), random.Random(seed)
            for _ in range(errors.randrange(1, 60)):
                data[errors.randrange(9, len(data))] = errors.randrange(256)
            with self.subTest(seed=seed):
                self.read(bytes(data))

    def test_ten_thousand_pages(self):
        kids = ' '.join(f'{5 + i} 0 R' for i in range(10000))
        page = b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>'
        said = self.read(write([b'<</Type/Catalog/Pages 2 0 R>>', f'<</Type/Pages/Count 10000/Kids[{kids}]>>'.encode(),
                                stream(shown().encode()), FONT, *[page] * 10000]))
        self.assertRegex(said, r'10.?000 pages')

    def test_page_that_unpacks(self):
        """A thousand times what it is, and a thousand times that."""
        said = self.read(one_page(repeated(b'(aaaaaaaaaa) Tj ', 300000000)))
        self.assertIsInstance(said, str)
        twice = zlib.compress(repeated(b'0 0 m 1 1 l S ' * 70, 400000000), 9)
        self.assertIsInstance(self.read(one_page(twice, entries='/Filter[/FlateDecode/FlateDecode]')), str)

    def test_page_full_of_letters(self):
        content = b''.join(b'BT /F 6 Tf %d %d Td (word upon word) Tj ET\n' % (i * 37 % 600, i * 11 % 780) for i in range(60000))
        self.read(one_page(zlib.compress(content)))

    def test_absurd_sizes(self):
        for box in '0 0 1e9 1e9', '0 0 1e38 1e38', '-1e9 -1e9 0 0', '0 0 0 0', '0 0 99999999999999999999 1', '5 5 1 1':
            with self.subTest(box=box):
                self.read(one_page(zlib.compress(shown().encode()), box))
        for matrix in '1e30 0 0 1e30 0 0 cm', '0 0 0 0 0 0 cm', '1e-30 0 0 1e-30 0 0 cm', '1 0 0 1 1e38 1e38 cm':
            with self.subTest(matrix=matrix):
                self.read(one_page(zlib.compress((matrix + ' ' + shown()).encode())))

    def test_deep_nesting(self):
        for name, data in {
                'arrays': one_page(zlib.compress(b'[' * 3000000 + b']' * 3000000 + shown().encode())),
                'dictionaries': write([b'<</Type/Catalog/Pages 2 0 R>>', b'<</A' * 500000]),
                'states': one_page(zlib.compress(b'q ' * 3000000 + shown().encode())),
                'forms': one_page(zlib.compress(b'/N Do'), more=laughs(12), resources='/XObject<</N 6 0 R>>'),
                'itself': one_page(zlib.compress(b'/N Do'), resources='/XObject<</N 6 0 R>>', more=[stream(
                    b'/N Do ' * 10, '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</N 6 0 R>>>>')]),
                'pages': deep_tree(100000)}.items():
            with self.subTest(name=name):
                self.read(data)


if __name__ == '__main__':
    unittest.main()
