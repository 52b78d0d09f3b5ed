"""What was found, in sentences a planner can paste, in three languages, and check in the tables.

Reachable is not shared: sentences say *could*, and name the agreement where there is one. People
are those who live nearest, not users. Small numbers are rounded, and hidden when they would point
at households. Names are set into sentences, never inflected.
"""

from .common import by_type, in_languages
from .study import findings

__all__ = ["by_type", "findings", "in_languages"]
