"""Write a page for each algorithm from the algorithm itself.

    python3 docs/tools/algorithm_pages.py [FOLDER]

`tests/house/test_docs.py` fails where a page says something else than its algorithm.
"""

import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

from smart_planning_plugin.processing.algorithm import GROUPS  # noqa: E402
from smart_planning_plugin.processing.provider import SmartPlanningProvider  # noqa: E402

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
KINDS = {
    "source": "layer", "multilayer": "layers", "field": "field", "enum": "choice",
    "number": "number", "boolean": "yes or no", "string": "text", "expression": "expression",
    "crs": "CRS", "sink": "layer", "fileDestination": "file", "folderDestination": "folder",
    "rasterDestination": "raster", "file": "file",
}  # fmt: skip

# Names of fields and values: what holds an underscore. Words in capitals may be parameters.
NAMED = re.compile(r"\blq\b|(?<![\w`])(?:<\w+>|\w)*_(?:<\w+>|\w|…)*|(?<![\w`])[A-Z]{3,}(?![\w`])")
PARAMETERS: set[str] = set()


def marked(text):
    """Text with its names as code, and nothing that markdown or HTML would take for its own."""
    parts, last = [], 0
    for one in NAMED.finditer(text):
        if one[0].isupper() and "_" not in one[0] and one[0] not in PARAMETERS:
            continue
        parts += [text[last : one.start()].replace("<", "&lt;"), f"`{one[0]}`"]
        last = one.end()
    return "".join([*parts, text[last:].replace("<", "&lt;")])


def cell(text):
    return marked(str(text)).replace("|", "\\|").replace("\n", " ")


def default(definition):
    value = definition.defaultValue()
    if value in (None, ""):
        return "" if definition.flags() & OPTIONAL else "**needed**"
    if isinstance(value, (list, tuple)):
        value = ",".join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"`{value}`"


def row(definition):
    help_text = cell(definition.help())
    if isinstance(definition, QgsProcessingParameterEnum):
        help_text += f" One of: {', '.join(f'`{one}`' for one in definition.options())}."
    kind = KINDS.get(definition.type(), definition.type())
    return (
        f"| `{definition.name()}` | {cell(definition.description())} | {kind} "
        f"| {default(definition)} | {help_text} |"
    )


def table(definitions):
    head = "| name | | kind | default | |\n|---|---|---|---|---|"
    return "\n".join([head, *map(row, definitions)])


def as_sentence(text):
    """Text that begins with a capital, unless with a name."""
    return text if text.startswith("`") else text[:1].upper() + text[1:]


def example(algorithm):
    """The shortest command that runs it."""
    needed = [
        one
        for one in algorithm.parameterDefinitions()
        if not one.flags() & OPTIONAL and one.defaultValue() is None
    ]
    values = " \\\n".join(f"  {one.name()}=…" for one in needed)
    return f"```\nqgis_process run {algorithm.id()} -- \\\n{values}\n```" if needed else ""


def page(algorithm):
    given = [one for one in algorithm.parameterDefinitions() if not one.isDestination()]
    usual = [one for one in given if not one.flags() & ADVANCED]
    advanced = [one for one in given if one.flags() & ADVANCED]
    outputs = [one for one in algorithm.parameterDefinitions() if one.isDestination()]
    what, _, reading = algorithm.HELP.partition("How to read the ")
    parts = [
        f"# {algorithm.TITLE}",
        f"`{algorithm.id()}` · group *{GROUPS[algorithm.GROUP]}*",
        marked(what),
    ]
    if reading:
        subject, rest = re.match(r"(\w+)[:,.]?\s*(.*)", reading, re.DOTALL).groups()
        parts += [f"## How to read the {subject}", as_sentence(marked(rest))]
    if usual:
        parts += ["## Inputs", table(usual)]
    if advanced:
        parts += ["## Advanced inputs", table(advanced)]
    if outputs:
        parts += ["## Outputs", table(outputs)]
    command = example(algorithm)
    if command:
        parts += ["## From the command line", command]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def pages(provider):
    """File name -> text, with an index in the order of the toolbox."""
    algorithms = sorted(
        provider.algorithms(), key=lambda one: (list(GROUPS).index(one.GROUP), one.name())
    )
    PARAMETERS.update(each.name() for one in algorithms for each in one.parameterDefinitions())
    found = {f"{one.name()}.md": page(one) for one in algorithms}
    lines = ["# Algorithms", ""]
    for group, title in GROUPS.items():
        mine = [one for one in algorithms if group == one.GROUP]
        if mine:
            lines += [
                f"## {title.partition(' ')[2]}",
                "",
                "| | id | what it gives |",
                "|---|---|---|",
            ]
            for one in mine:
                what = cell(type(one).__doc__.split("\n")[0])
                lines.append(f"| [{one.TITLE}]({one.name()}.md) | `{one.name()}` | {what} |")
            lines.append("")
    found["index.md"] = "\n".join(lines).rstrip() + "\n"
    return found


def main(folder):
    application = QgsApplication([], False)
    application.initQgis()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    made = pages(provider)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(made)} pages in {folder}")
    application.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "algorithms")
