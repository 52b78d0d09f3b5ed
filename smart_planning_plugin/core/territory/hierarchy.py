"""Codes and parents: goals, priorities, tasks, actions as one tree."""

from __future__ import annotations

from ..errors import DuplicateIdError, InvalidValueError


class Tree:
    """A hierarchy of codes.

    Parameters
    ----------
    codes, parents : sequence of str
        A parent is empty at the top.
    layer : str
        For messages.

    Attributes
    ----------
    orphans : list of str
        Codes whose parent is in no row; they stand at the top.

    Raises
    ------
    InvalidValueError
        If a code is missing or parents go in a circle.
    DuplicateIdError
    """

    def __init__(self, codes, parents, layer: str):
        self.codes = list(codes)
        self.parent = dict(zip(self.codes, parents))
        if "" in self.parent:
            raise InvalidValueError(
                "codes are missing", "Fill the field", layer=layer, field="code"
            )
        if len(self.parent) < len(self.codes):
            twice = sorted({one for one in self.codes if self.codes.count(one) > 1})
            raise DuplicateIdError(
                "codes stand more than once", "Keep one row each", layer=layer, field="code",
                ids=twice,
            )  # fmt: skip
        self.orphans = [one for one in self.codes if self.parent[one] not in {"", *self.parent}]
        self._refuse_circles(layer)

    def _refuse_circles(self, layer):
        sound: set[str] = set()
        for code in self.codes:
            way: list[str] = []
            while code and code in self.parent and code not in sound:
                if code in way:
                    circle = [*way[way.index(code) :], code]
                    raise InvalidValueError(
                        f"parents go in a circle: {' → '.join(circle)}",
                        "Give one of them another parent",
                        layer=layer,
                        field="parent",
                    )
                way.append(code)
                code = self.parent[code]
            sound.update(way)

    def children(self, code: str) -> list[str]:
        """Codes right below one, in the order of the table."""
        return [one for one in self.codes if self.parent[one] == code]

    def below(self, code: str) -> list[str]:
        """All codes below one."""
        found = []
        waiting = self.children(code)
        while waiting:
            one = waiting.pop(0)
            found.append(one)
            waiting += self.children(one)
        return found

    def depth(self, code: str) -> int:
        """How many stand above; 0 at the top."""
        above = 0
        while self.parent.get(self.parent[code]) is not None:
            code, above = self.parent[code], above + 1
        return above

    def in_order(self) -> list[str]:
        """All codes, each followed by those below it."""
        found: list[str] = []

        def add(code):
            found.append(code)
            for one in self.children(code):
                add(one)

        for code in self.codes:
            if self.parent[code] == "" or code in self.orphans:
                add(code)
        return found
