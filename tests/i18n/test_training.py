"""The training exercise names what is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")


def test_it_names_what_the_window_shows():
    import sys

    sys.path.insert(0, str(ROOT / "i18n"))
    import qm

    shown = set(qm.read(ROOT / "i18n" / "smart_planning_plugin_lv.ts"))
    named = re.findall(
        r"(?:[Oo]pen|[Rr]un|click|Press|press|then) (?:the dock: )?\*([A-Z][^*▸]+)\*", TEXT
    )
    assert len(named) > 10
    assert [one for one in named if one.rstrip(".") not in shown and one not in shown] == []


def test_its_parts_fill_ninety_minutes():
    minutes = [int(one) for one in re.findall(r"^## \d .*\((\d+) minutes\)$", TEXT, re.M)]
    assert sum(minutes) == 90
