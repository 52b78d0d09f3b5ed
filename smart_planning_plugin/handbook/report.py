"""Pages about one run."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..core.words import phrase, text

TEMPLATES = Path(__file__).parent / "templates"
MOST_ROWS = 200


def environment() -> Environment:
    """Templates with all text from data escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: str, limits, **values) -> str:
    """A page from its template; ``words`` translates in it."""
    limits = [phrase(one, language) for one in limits]
    words = partial(text, language=language)
    page = environment().get_template(template)
    return page.render(words=words, language=language, limits=limits, **values)


def write_network_report(path: Path, report, crossings, crs: str, limits: list[str]) -> None:
    """Write the page about a network that was built.

    Parameters
    ----------
    path : Path
    report : core.network.build.BuildReport
    crossings : DataFrame
    crs : str
        Name of the analysis CRS.
    limits : list of str
        What a reader has to know.
    """
    page = render(
        "network_report.html",
        "en",
        limits,
        title="Road network report",
        report=report,
        layers=report.layers.to_dict("records"),
        speeds=report.speed_sources.to_dict("records"),
        by_class=report.speeds.to_dict("records"),
        parts=report.components.to_dict("records"),
        points=report.points.to_dict("records"),
        crossings=crossings.to_dict("records"),
        crs=crs,
    )
    path.write_text(page, encoding="utf-8")


def write_check_report(path: Path, found, advice: dict[str, str], limits: list[str]) -> None:
    """Write the page about the issues of a network.

    Parameters
    ----------
    path : Path
    found : core.network.check.NetworkCheck
    advice : dict
        Kind of issue -> what to do.
    limits : list of str
    """
    counts = found.issues.groupby(["severity", "kind"]).size()
    kinds = [
        {"severity": severity, "kind": kind, "count": count, "advice": advice[kind]}
        for severity in ("error", "warning", "note")
        for (one, kind), count in counts.items()
        if one == severity
    ]
    density = found.density.rename(columns=str)
    codes = [one for one in density.columns if one not in ("road_class", "km")]
    page = render(
        "check_report.html",
        "en",
        limits,
        title="Network check",
        kinds=kinds,
        parts=found.parts.head(MOST_ROWS).to_dict("records"),
        issues=found.issues[found.issues["severity"] != "note"].head(MOST_ROWS).to_dict("records"),
        told=bool(found.parts["people"].notna().any()),
        density=density.to_dict("records"),
        codes=codes,
        total=len(found.issues),
    )
    path.write_text(page, encoding="utf-8")
