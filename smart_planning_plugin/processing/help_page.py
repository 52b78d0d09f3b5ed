"""The help of an algorithm as a page of its own, in one of the three languages, offline."""

from __future__ import annotations

from html import escape

from qgis.core import QgsProcessingParameterDefinition

from .language import later, speaking, tr

STYLE = """
body { font-family: 'Open Sans', sans-serif; color: #404040; margin: 12px; }
h1 { color: #0072B2; font-size: 17pt; margin-bottom: 2px; }
h2 { color: #0072B2; font-size: 13pt; margin-top: 18px; }
p, td { font-size: 10pt; line-height: 140%; }
td { padding: 4px 10px 4px 0; vertical-align: top; border-bottom: 1px solid #dddddd; }
.what { color: #707070; font-size: 11pt; } code { color: #404040; } .small { color: #707070; }
"""
HOW_TO_READ = later("How to read the results")


def page(algorithm, language: str) -> str:
    """HTML that explains an algorithm: what it does, takes and gives, and how to read its results.

    Parameters
    ----------
    algorithm : SmartPlanningAlgorithm
    language : {"en", "lv", "lt"}
    """
    with speaking(language):
        one = algorithm.create()  # its texts are made when it is
        taken = [each for each in one.parameterDefinitions() if not each.isDestination()]
        given = [each for each in one.parameterDefinitions() if each.isDestination()]
        parts = [
            f"<h1>{escape(one.displayName())}</h1>",
            f"<p class='what'>{escape(one.shortDescription())}</p>",
            *(f"<p>{_bold_start(each)}</p>" for each in one.shortHelpString().split("\n\n")),
            *_section(tr("What it takes"), taken),
            *_section(tr("What it gives"), given),
            f"<p class='small'>{escape(tr('In scripts: {name}').format(name=one.id()))}</p>",
        ]
    head = f"<meta charset='utf-8'><title>{escape(one.displayName())}</title><style>{STYLE}</style>"
    body = "".join(parts)
    return f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>"


def _bold_start(paragraph: str) -> str:
    """A paragraph; that about reading the results shows at once."""
    said = tr(HOW_TO_READ)
    for start in (said, HOW_TO_READ):
        if paragraph.startswith(start):
            return f"<b>{escape(start)}</b>{escape(paragraph[len(start) :])}"
    return escape(paragraph)


def _section(title: str, definitions: list) -> list[str]:
    if not definitions:
        return []
    rows = "".join(
        f"<tr><td><b>{escape(each.description())}</b>{_manner(each)}<br>"
        f"<code class='small'>{each.name()}</code></td><td>{escape(each.help())}</td></tr>"
        for each in definitions
    )
    return [f"<h2>{escape(title)}</h2><table width='100%' cellspacing='0'>{rows}</table>"]


def _manner(definition) -> str:
    optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    return f" <span class='small'>({escape(tr('optional'))})</span>" if optional else ""
