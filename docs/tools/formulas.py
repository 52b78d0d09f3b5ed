"""Formulas as MathML, which browsers show without a script: ``$$…$$`` alone, ``$…$`` in a line.

A hook of mkdocs. Code keeps its dollars.
"""

import re

from latex2mathml.converter import convert

CODE = re.compile(r"(^```.*?^```|`[^`\n]*`)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
INLINE = re.compile(r"(?<![\\$\w])\$([^$\n]+?)\$(?!\w)")


def on_page_markdown(markdown, **_):
    parts = CODE.split(markdown)
    for at in range(0, len(parts), 2):
        text = BLOCK.sub(lambda one: convert(one[1].strip(), display="block"), parts[at])
        parts[at] = INLINE.sub(lambda one: convert(one[1].strip()), text)
    return "".join(parts)
