"""Charts for print as SVG, drawn into the page itself, so that they need no plugin and no file."""

from __future__ import annotations

import base64
from html import escape

from ..core.words import people, text
from . import design
from .maps import ACROSS

WIDTH, ROW, GAP = 84.0, 5.2, 1.4
SHOWN = (*reversed(ACROSS), "choice")


def people_chart(found: dict, language: str) -> str:
    """Bars of the people who could gain, by category and country, as SVG; empty where nobody could.

    Parameters
    ----------
    found : dict
        Category -> country -> people.
    """
    rows = [
        (name, code, count)
        for name in SHOWN
        for code, count in sorted(found.get(name, {}).items())
        if count > 0
    ]
    if not rows:
        return ""
    most = max(count for _, _, count in rows)
    height = 9 + len(rows) * (ROW + GAP) + 3 * len({name for name, _, _ in rows})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:.1f}" '
        f'font-family="{design.FONT}" fill="{design.INK}">',
        f'<text x="0" y="4" font-size="3.4" font-weight="bold">'
        f"{escape(text('People who could gain', language))}</text>",
    ]
    y, last = 7.0, ""
    for name, code, count in rows:
        color, _, label = design.CATEGORIES[name]
        if name != last:
            y += 3
            parts.append(f'<text x="0" y="{y:.1f}" font-size="2.7">{escape(text(label, language))}'
                         "</text>")  # fmt: skip
            y += 1.2
            last = name
        long = max(46.0 * count / most, 0.4)
        parts.append(
            f'<text x="0" y="{y + 3.6:.1f}" font-size="3">{escape(code)}</text>'
            f'<rect x="7" y="{y:.1f}" width="{long:.2f}" height="{ROW - 1:g}" fill="{color}" '
            f'stroke="{design.MUTED}" stroke-width="0.15"/>'
            f'<text x="{8.2 + long:.2f}" y="{y + 3.2:.1f}" font-size="3">'
            f"{escape(people(count, language))}</text>"
        )
        y += ROW
    return "".join([*parts, "</svg>"])


def inline(svg: str) -> str:
    """An SVG as the path of a picture in a page."""
    return f"base64:{base64.b64encode(svg.encode()).decode()}"
