"""What an explanation says of a row and its record, in words."""

from __future__ import annotations

import re

from ..core.words import number, phrase, text

#: Beginning of a field's name -> what it holds.
MEANINGS = [
    ("nearest_id_", "the nearest service"),
    ("nearest_own_", "the way to the nearest service of the own country"),
    ("nearest_abroad_", "the way to the nearest service abroad, with its extra minutes"),
    ("nearest_", "the way to the nearest service"),
    ("cumulative_", "what lies within the threshold"),
    ("gravity_", "what lies in reach, less the further away"),
    ("2sfca_", "supply for each person, shared with all who have it in reach"),
    ("e2sfca_", "supply for each person, shared with all who have it in reach, with decay"),
    ("3sfca_", "supply for each person, with a choice among the services in reach"),
    ("bfca_", "supply for each person, demand and supply each counted once"),
    ("spatial_availability_", "the part of the supply that falls to the place"),
    ("loss_abs_", "what is lost between the first and the last state of the border"),
    ("loss_pct_", "the same in per cent"),
    ("gain_", "the way to the nearest at home less that to the nearest of all"),
    ("change_", "with the changes of services, less the present"),
    ("norm_", "the norm of the own country and settlement, in minutes of driving"),
    ("within_norm_", "1: the nearest service lies within the norm"),
    ("cut_off_", "1: reached in the first state of the border, and not in the last"),
    ("newly_served_", "1: reached only across the border"),
    ("category", "what is within the threshold at home and abroad"),
    ("own_min", "the way to the nearest facility of the own country"),
    ("abroad_min", "the way to the nearest facility abroad, without its extra minutes"),
    ("snap_m", "metres to the road"),
    ("access_min", "minutes to the road"),
    ("edge_", "the way to where the roads of the data end"),
    ("status", "ok, or why the row could not be used"),
    ("remarks", "why a value is missing"),
    ("tp", "people reached in time over people nearby, in per cent"),
    ("border_gap", "share reached of the people nearby at home, less that abroad, in points"),
]


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

    def number(self, value, decimals: int = 1) -> str:
        """A number, a dash where there is none."""
        if value is None or value != value:
            return "–"
        if not isinstance(value, (int, float)) and not hasattr(value, "dtype"):
            return str(value)
        if float(value).is_integer() and decimals <= 1:
            return number(float(value), self.language, 0)
        small = 0 < abs(value) < 0.1
        return number(float(value), self.language, 8 if small else decimals)

    def meaning(self, name: str) -> str:
        """What a field holds; empty for one of the input."""
        if re.match(r"nearest_\d+_", name):
            return self("the way to the n-th nearest service")
        found = [one for start, one in MEANINGS if name.startswith(start)]
        return self(found[0]) if found else ""

    def row(self, made, rows: list[dict], chosen: str) -> None:
        """The row as it stands in the layer: fields that we understand, and the first of others."""
        for at, one in enumerate(rows):
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
            if one.get("status") not in (None, "ok"):
                sentences.append(
                    self(
                        "The row could not be used as a whole: status {}",
                        self.phrase(one["status"]),
                    )
                )
            title = self("What the result says")
            if len(rows) > 1 and one.get("service_type"):
                title = f"{title}: {one['service_type']}"
            made.add(title, sentences, [self("field"), self("value"), self("meaning")], shown)

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
                self.phrase(record.scenario),
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
