"""The training exercise names what is there."""

import re
import sqlite3
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = "SELECT table_name FROM gpkg_contents"
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


def test_the_tables_it_names_are_in_the_sample():
    sample = ROOT / "smart_planning_plugin" / "sample" / "sample.gpkg"
    there = {one[0] for one in sqlite3.connect(sample).execute(TABLES)}
    named = set(re.findall(r"table `(\w+)`", TEXT))
    assert {"service_types", "service_changes", "register"} == named <= there


def test_its_parts_fill_ninety_minutes():
    minutes = [int(one) for one in re.findall(r"^## \d .*\((\d+) minutes\)$", TEXT, re.M)]
    assert sum(minutes) == 90
