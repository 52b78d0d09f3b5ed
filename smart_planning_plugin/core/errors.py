"""The named errors of the input contract.

Every message says which layer and field is meant, the first bad ids, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable

SHOWN_IDS = 5


class SmartPlanningError(Exception):
    """Anything a user can put right: the message says how.

    Parameters
    ----------
    problem : str
        What is wrong, in one sentence without a full stop.
    advice : str
        What to do, in one sentence without a full stop.
    layer, field : str
        Where it is wrong; empty where it does not apply.
    ids : iterable
        The rows concerned; the first few are named.
    """

    def __init__(
        self,
        problem: str,
        advice: str = "",
        *,
        layer: str = "",
        field: str = "",
        ids: Iterable = (),
    ):
        self.problem, self.advice, self.layer, self.field = problem, advice, layer, field
        self.ids = [str(one) for one in ids]
        super().__init__(self._message())

    def _message(self) -> str:
        where = [f"layer '{self.layer}'"] if self.layer else []
        where += [f"field '{self.field}'"] if self.field else []
        problem = self.problem.rstrip(".")  # of another error it may be a whole message
        text = f"{', '.join(where)}: {problem}" if where else problem
        text = text[0].upper() + text[1:]
        if self.ids:
            more = f" and {len(self.ids) - SHOWN_IDS} more" if len(self.ids) > SHOWN_IDS else ""
            text += f" ({', '.join(self.ids[:SHOWN_IDS])}{more})"
        return f"{text}. {self.advice.rstrip('.')}." if self.advice else f"{text}."


class EmptyLayerError(SmartPlanningError):
    """A layer has no rows, or none that can be used."""


class DamagedFileError(SmartPlanningError):
    """A file breaks off, or holds what no program of its format wrote."""


class GeometryTypeError(SmartPlanningError):
    """A layer holds another kind of geometry than the one needed."""


class MissingFieldError(SmartPlanningError):
    """A field that is named, or needed, is not in the layer."""


class MissingCrsError(SmartPlanningError):
    """A layer or the analysis has no usable coordinate reference system."""


class DuplicateIdError(SmartPlanningError):
    """Ids that must be unique are not."""


class InvalidValueError(SmartPlanningError):
    """A value lies outside what it can mean: a negative population, a speed of zero everywhere."""


class BorderNeededError(SmartPlanningError):
    """The question is about a border, and the data has one country only."""


class NoServicesError(SmartPlanningError):
    """No service is left to be reached."""


class OutputPathError(SmartPlanningError):
    """An output would overwrite an input or another output, or cannot be written."""


class Cancelled(Exception):
    """The user asked to stop; raised by the progress callable, never caught in `core`."""
