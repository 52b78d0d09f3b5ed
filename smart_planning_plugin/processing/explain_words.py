"""What an explanation says of a row and its record, in words."""

from __future__ import annotations

import numpy as np

from ..core.words import number, phrase, text
from ..handbook.findings.common import scenario_words
from .explain_fields import meaning

#: Statuses that say more than whether a row could be used.
STANDINGS = {"actionplan", "territorialtrends"}
MOST_ROWS = 10
#: Category of a shared service area -> why a place has it.
CATEGORIES = {
    "no_data": "the place could not be used",
    "unserved": "neither is within the threshold",
    "own_only": "home is within the threshold, abroad is not",
    "abroad_only": "abroad is within the threshold, home is not",
    "own_nearer": "both are within the threshold, and home is nearer by the advantage or more",
    "abroad_nearer": "both are within the threshold, and abroad is nearer by the advantage or more",
    "choice": "both are within the threshold, less than the advantage apart",
}


class Words:
    """Sentences and numbers in a language."""

    def __init__(self, language: str):
        self.language = language

    def __call__(self, english: str, *values, **named) -> str:
        return text(english, self.language, *values, **named)

    def phrase(self, english: str) -> str:
        """Words of a record or a status: a scenario, a limit, a reason."""
        return phrase(english, self.language)

    def scenario(self, english: str) -> str:
        """A scenario, or one state of the border."""
        return scenario_words(english, self.language)

    def number(self, value, decimals: int = 1) -> str:
        """A number, a dash where there is none."""
        if value is None or value != value:
            return "–"
        if not isinstance(value, (int, float)) and not hasattr(value, "dtype"):
            return str(value)
        value = float(value)
        if abs(value - round(value)) < 1e-9 and (decimals < 6 or abs(value) >= 1):
            return number(abs(value) and round(value), self.language, 0)
        if 0 < abs(value) < 0.1:  # three digits that say something; terms of a sum have all
            decimals = 8 if decimals >= 6 else min(int(3 - np.log10(abs(value))), 12)
        return number(value, self.language, decimals)

    def meaning(self, name: str) -> str:
        """What a field holds; empty for one of the input."""
        found = meaning(name)
        return self(found) if found else ""

    def row(self, made, rows: list[dict], chosen: str) -> list[tuple]:
        """What the row says; its fields where one is asked for, else as sections for the end."""
        fields = []
        for at, one in enumerate(rows[:MOST_ROWS]):
            names = [chosen] if chosen else [name for name in one if name != "fid"]
            if at:  # the fields of the input are those of the first row
                names = [name for name in names if self.meaning(name)]
            shown = [
                (name, self.value(one[name]), self.meaning(name))
                for name in names
                if one[name] is not None
            ]
            missing = [name for name in names if one[name] is None and self.meaning(name)]
            sentences = [self.category(one)] if one.get("category") else []
            if missing:
                sentences.append(self("Without a value: {}", ", ".join(missing[:20])))
            if at == MOST_ROWS - 1 and len(rows) > MOST_ROWS:
                sentences.append(
                    self("There are {} rows of this id; say which with TO_ID.", len(rows))
                )
            unusable = made.record.algorithm not in STANDINGS
            if unusable and one.get("status") not in (None, "ok"):
                sentences.append(
                    self(
                        "The row could not be used as a whole: status {}",
                        self.phrase(one["status"]),
                    )
                )
            many = len(rows) > 1 and one.get("service_type")
            of_type = f": {one['service_type']}" if many else ""
            says = self("What the result says") + of_type
            table = [self("field"), self("value"), self("meaning")], shown
            if chosen:
                made.add(says, sentences, *table)
                continue
            if sentences:
                made.add(says, sentences)
            fields.append((self("All fields") + of_type, [], *table))
        return fields

    def value(self, value) -> str:
        """A value of a layer as it is shown."""
        if isinstance(value, float):
            return self.number(value, 3)
        return str(value)

    def category(self, row: dict) -> str:
        """Why a place has its category of a shared service area."""
        own, abroad = row.get("own_min"), row.get("abroad_min")
        extra = row.get("extra_min_abroad") or 0
        if "own_min" not in row:
            return ""
        total = None if abroad is None else abroad + extra
        return self(
            "Category {category}: {why}. {own} min at home, {abroad} min abroad, of which {extra} "
            "min are extra.",
            category=row["category"],
            why=self(CATEGORIES.get(row["category"], "")),
            own=self.number(own),
            abroad=self.number(total),
            extra=self.number(extra),
        )

    def record(self, made, record, changed: list[str], problem: str) -> None:
        """How the result was made."""
        sentences = [
            self(
                "Made by {} {}; scenario: {}.",
                record.algorithm,
                record.version,
                self.scenario(record.scenario),
            )
        ]
        if changed:
            sentences.append(
                self("Changed since the result was made: {}. Run it again.", ", ".join(changed))
            )
        elif problem:
            sentences.append(self("The inputs cannot be opened again: {}", problem))
        else:
            sentences.append(self("All inputs are as they were when the result was made."))
        rows = [
            (name, ", ".join(map(str, value)) if isinstance(value, list) else str(value))
            for name, value in sorted(record.parameters.items())
        ]
        made.add(self("How it was made"), sentences, [self("parameter"), self("value")], rows)
