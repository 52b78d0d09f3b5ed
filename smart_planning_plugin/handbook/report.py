"""Pages about one run."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Templates with all text from data escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


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
    page = (
        environment()
        .get_template("network_report.html")
        .render(
            report=report,
            layers=report.layers.to_dict("records"),
            speeds=report.speed_sources.to_dict("records"),
            by_class=report.speeds.to_dict("records"),
            parts=report.components.to_dict("records"),
            points=report.points.to_dict("records"),
            crossings=crossings.to_dict("records"),
            crs=crs,
            limits=limits,
        )
    )
    path.write_text(page, encoding="utf-8")
