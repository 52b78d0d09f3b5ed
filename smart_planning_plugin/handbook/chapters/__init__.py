"""The chapters of the handbook, each a function of a study and the words of a language."""

from __future__ import annotations

from ..blocks import Chapter, Words
from ..study import Study
from . import access, border, cooperation, method, planning, services, situation, zones

CHAPTERS = (
    situation.situation,
    access.access,
    services.services,
    border.border,
    zones.zones,
    zones.opportunities,
    planning.specialisation,
    planning.priorities,
    planning.action_plan,
    cooperation.cooperation,
    cooperation.ideas,
    method.method,
)


def chapters(study: Study, say: Words) -> list[Chapter]:
    """All chapters of which the study has something to say, in the order of the handbook."""
    made = [one(study, say) for one in CHAPTERS]
    return [one for one in made if one.blocks]
