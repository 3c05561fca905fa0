#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour of the style sheets, and every one that rows are drawn in, can be read: 4.5 to 1 (WCAG 2, 1.4.3)."""

import os
import re
import unittest
from pathlib import Path

TOP = Path(os.environ["AGREED_TOP"])
LEAST = 4.5

# What text stands on, as libadwaita 1.7 has it: the page of the comparison, the window, sidebars, cards. And the text.
PAGES = {
    "light": {"view": "#ffffff", "window": "#fafafb", "sidebar": "#ebebed"},
    "dark": {"view": "#1d1d20", "window": "#222226", "sidebar": "#2e2e32", "card": "#343437"},
}
TEXT = {"light": ("#000006", .8), "dark": ("#ffffff", 1)}


def channels(color):
    return tuple(int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))


def blend(ink, alpha, page):
    return tuple(alpha * a + (1 - alpha) * b for a, b in zip(ink, page))


def luminance(color):
    linear = [c / 12.92 if c <= .04045 else ((c + .055) / 1.055) ** 2.4 for c in color]
    return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2]


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + .05) / (low + .05)


def strip_comments(sheet):
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


def rules(name):
    """Selectors and the colour that they give text, in the order of the sheet."""
    sheet = strip_comments((TOP / "ui" / name).read_text(encoding="utf-8"))
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        found = re.search(r"(?<![-\w])color:\s*(#[0-9a-f]{6})\b", body)
        if found:
            for selector in selectors.split(","):
                yield selector.strip(), found.group(1)


def table(name, style):
    """The colours of a table in view-style.c: the first row is for the light style, the second for the dark."""
    source = (TOP / "src/view/view-style.c").read_text(encoding="utf-8")
    body = re.search(rf"\b{name}\[2\](?:\[\d\])? = \{{(.*?)\}};", source, re.DOTALL).group(1)
    colors = re.findall(r"#[0-9a-f]{6}", body)
    half = len(colors) // 2
    assert half and len(colors) == 2 * half, name
    return colors[:half] if style == "light" else colors[half:]


class Contrast(unittest.TestCase):
    def check(self, ink, page, what):
        self.assertGreaterEqual(round(contrast(ink, page), 2), LEAST, what)

    def test_style_sheets(self):
        light = dict(rules("style.css"))
        dark = light | dict(rules("dark.css"))
        self.assertGreaterEqual(len(light), 7)
        for style, sheet in (("light", light), ("dark", dark)):
            for selector, color in sheet.items():
                for name, page in PAGES[style].items():
                    self.check(channels(color), channels(page), f"{selector} on the {name}, {style}")
        self.assertEqual(set(light), set(dict(rules("dark.css"))), "a colour of one style only")

    def test_quiet_words(self):
        """Words said quietly, and on the row that is chosen in a list as well."""
        sheet = strip_comments((TOP / "ui/style.css").read_text(encoding="utf-8"))
        opacity = int(re.search(r"--dim-opacity:\s*(\d+)%", sheet).group(1)) / 100
        for style, pages in PAGES.items():
            ink, alpha = TEXT[style]
            for name, page in pages.items():
                page = channels(page)
                for chosen in (0, .1):
                    below = blend(channels(ink), chosen * alpha, page)
                    self.check(blend(channels(ink), alpha * opacity, below), below, f"quiet on the {name}, {style}, {chosen}")

    def test_drawn(self):
        for style, pages in PAGES.items():
            page = channels(pages["view"])
            tint = .13 if style == "dark" else .08
            for name in ("change_colors", "moved_colors"):
                for color in table(name, style):
                    ink = channels(color)
                    self.check(ink, page, f"{name} {color}, {style}")
                    self.check(ink, blend(ink, tint, page), f"{name} {color} on its tint, {style}")

    def test_same_everywhere(self):
        """The signs in lists have the colours that rows are drawn in."""
        for style, sheet in (("light", "style.css"), ("dark", "dark.css")):
            unchanged, reworded, added, removed = table("change_colors", style)
            colors = dict(rules(sheet))
            for kind, color in {"unchanged": unchanged, "reworded": reworded, "added": added, "removed": removed,
                                "moved": table("moved_colors", style)[0]}.items():
                self.assertEqual(colors[f".change-mark.{kind}"], color, f"{kind}, {style}")


if __name__ == "__main__":
    unittest.main()
