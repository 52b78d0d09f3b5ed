"""Write a version into the files that name it: metadata, package, citation, changelog.

Usage: release.py VERSION [ROOT]. The notes are what stands under "Unreleased" in CHANGELOG.md.
"""

import datetime
import re
import sys
from pathlib import Path


def replaced(path, pattern, new):
    text = path.read_text(encoding="utf-8")
    made, count = re.subn(pattern, lambda _: new, text, count=1, flags=re.MULTILINE)
    if not count:
        raise SystemExit(f"{path.name} does not say its version as expected")
    path.write_text(made, encoding="utf-8")


def notes(text):
    """What is not released yet; an empty release is none."""
    found = re.search(r"^## \[Unreleased\]\n(.*?)(?=^## \[|\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None or not found[1].strip():
        raise SystemExit("CHANGELOG.md has nothing under [Unreleased]")
    return found[1].strip()


def plain(markdown):
    """Notes for metadata.txt: its lines are indented and know no headings."""
    lines = [line for line in markdown.splitlines() if line.strip() and not line.startswith("#")]
    return "\n".join(f"    {line}" for line in lines).replace("%", "%%")


def main(version, root):
    changelog = root / "CHANGELOG.md"
    new = notes(changelog.read_text(encoding="utf-8"))
    today = datetime.date.today().isoformat()
    replaced(changelog, r"^## \[Unreleased\]$", f"## [Unreleased]\n\n## [{version}] - {today}")
    metadata = root / "metadata.txt"
    replaced(metadata, r"^version=.*$", f"version={version}")
    replaced(metadata, r"^changelog=.*\n(?:[ \t]+.*\n)*", f"changelog={version}\n{plain(new)}\n")
    package = root / "smart_planning_plugin" / "__init__.py"
    replaced(package, r'^__version__ = ".*"$', f'__version__ = "{version}"')
    replaced(root / "CITATION.cff", r"^version: .*$", f"version: {version}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent))
