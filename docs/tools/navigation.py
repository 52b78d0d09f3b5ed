"""The pages of algorithms in the navigation, by group, as their index has them.

A hook of mkdocs: `algorithms/` in `nav` stands for all of them.
"""

import re
from pathlib import Path

GROUP = re.compile(r"^## (.+)$")
PAGE = re.compile(r"^\| \[(.+?)\]\((\w+\.md)\)")


def on_config(config, **_):
    for item in config.nav:
        if isinstance(item, dict) and item.get("Algorithms") == "algorithms/":
            item["Algorithms"] = ["algorithms/index.md", *groups(Path(config.docs_dir))]
    return config


def groups(folder):
    """Title -> pages, in the order of the index."""
    found = []
    for line in (folder / "algorithms" / "index.md").read_text(encoding="utf-8").splitlines():
        group, page = GROUP.match(line), PAGE.match(line)
        if group:
            found.append({group[1]: []})
        if page:
            next(iter(found[-1].values())).append({page[1]: f"algorithms/{page[2]}"})
    return found
