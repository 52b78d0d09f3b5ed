"""Progress in `core` is a plain callable: nothing here knows of windows or feedback objects.

``progress(fraction, message=None)`` takes a share between 0 and 1 of the work done, and raises
`errors.Cancelled` when the user wants to stop.
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[..., None]


def quiet(fraction: float, message: str | None = None) -> None:
    """Report to nobody."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Return a progress for one step that covers the share `start` to `end` of the whole."""

    def report(fraction: float, message: str | None = None) -> None:
        progress(start + (end - start) * fraction, message)

    return report
