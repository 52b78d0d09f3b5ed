"""Numbers of people as they may be shown: rounded, and hidden where they point at households."""

from __future__ import annotations

ROUND_TO = 10
FEWEST = 20


def disclosed(count: float) -> int | None:
    """A number of people to show, None where it is too small to be shown.

    Examples
    --------
    >>> disclosed(15057.0), disclosed(0), disclosed(7)
    (15060, 0, None)
    """
    return None if 0 < count < FEWEST else round(count / ROUND_TO) * ROUND_TO
