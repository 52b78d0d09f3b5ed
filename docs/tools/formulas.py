"""Formulas as MathML, which browsers show without a script: ``$$…$$`` alone, ``$…$`` in a line.

A hook of mkdocs. Code keeps its dollars. Markdown sees a word in place of each formula, so that it
takes none for a block of HTML.
"""

import re

from latex2mathml.converter import convert

CODE = re.compile(r"(^[ \t]*```.*?^[ \t]*```|`[^`\n]*`)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
INLINE = re.compile(r"(?<![\\$\w])\$([^$]+?)\$(?!\w)")
WORD = re.compile(r"formula(\d+)formula")
made: list[str] = []


def word_for(formula, display):
    made.append(convert(formula.strip(), display=display))
    return f"formula{len(made) - 1}formula"


def on_page_markdown(markdown, **_):
    made.clear()
    parts = CODE.split(markdown)
    for at in range(0, len(parts), 2):
        text = BLOCK.sub(lambda one: word_for(one[1], "block"), parts[at])
        parts[at] = INLINE.sub(lambda one: word_for(one[1], "inline"), text)
    return "".join(parts)


def on_page_content(html, **_):
    return WORD.sub(lambda one: made[int(one[1])], html)
