"""Between layers of zones and the results of `core.territory`."""

from __future__ import annotations

import numpy as np

from ..core.territory import codes
from ..core.territory import trends as core_trends
from ..handbook import territory as pages
from . import statistics_io as statistics
from .places_io import like
from .writing import Rows


def written(text_of):
    """Something that writes a text to a path."""

    def write(path):
        path.write_text(text_of(), encoding="utf-8")

    return write


def trends(given, run) -> dict:
    """Outputs of territorial trends."""
    zones = given.zones
    table = statistics.observations(run, "OBSERVATIONS", "indicator", [*zones.id, given.reference])
    in_table = set(table["zone"]) - {given.reference}
    report = codes.join_report(
        in_table, zones.id, zones.name, "OBSERVATIONS", given.zones_layer.name
    )
    statistics.tell_unmatched(run, report)
    found = core_trends.trends(
        table, zones, given.reference, given.from_year, given.to_year, given.small_numbers
    )
    _tell_limits(run, table, found)
    run.scenario = f"reference: {given.reference or 'all zones'}"
    zones_out = found.zones
    limits = sorted(run.limits)
    return {
        "OUTPUT": like(given.zones_layer, zones_out, run.crs),
        "SUMMARY": Rows(found.summary),
        "UNMATCHED": Rows(report.astype(object)),
        "PLOTS": written(lambda: pages.trend_svg(found, zones, given.language)),
        "REPORT": written(lambda: pages.trend_page(found, zones, report, limits, given.language)),
    }


def _tell_limits(run, table, found) -> None:
    """What a reader has to know beside the figures."""
    broken = found.summary[found.summary["break_years"] != ""]
    if len(broken):
        run.warn(
            f"Series that may be broken: {len(broken)} (see break_years); growth across a break is "
            "not a trend."
        )
        run.limits.add("breaks in series")
    hidden = int((found.summary["status"] == core_trends.HIDDEN).sum())
    if hidden:
        run.say(f"{hidden} figures are hidden: fewer than 20.")
    flags = {part for one in table["flag"] for part in str(one).split("; ") if part}
    run.limits.update(flags & {"provisional", "estimated", "unreliable"})
    dates = found.summary[["first_date", "last_date"]].to_numpy().ravel()
    run.say(f"Reference dates: {min(dates)} to {max(dates)}")
    if (np.asarray(found.zones["migration_basis"]) == "residual").any():
        run.limits.add("migration is what births and deaths leave unexplained")
