"""The ways and terms behind a result that knows travel: of a place, a facility, a pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from ..core.accessibility.explaining import alternatives, nearest_roads, number_of, terms
from ..core.accessibility.measures import NEAREST, service_accessibility
from ..core.accessibility.reach import as_for
from ..core.accessibility.routes import routes
from ..core.ids import text_id
from ..core.network.snapping import OK
from ..core.words import people

#: Results whose rows are places or services of theirs.
OF_PLACES = {"serviceaccessibility", "bordereffect", "sharedserviceareas", "servicecatchments"}
OF_PAIRS = {"traveltimematrix", "fastestroutes"}


def explain(made, study, row: dict, asked, feature_id: str, to_id: str) -> None:
    """Add what there is to say to the page."""
    given = study.given
    if made.record.algorithm in OF_PLACES:
        about = _About(made, study, asked)
        place, service = row_of(given.places, feature_id), row_of(given.services, feature_id)
        if place is not None:
            about.place(place, row_of(given.services, to_id) if to_id else None, row)
        elif service is not None:
            about.facility(service)
    elif made.record.algorithm in OF_PAIRS:
        _pair(made, given, row, feature_id, to_id)


def _pair(made, given, row, feature_id: str, to_id: str) -> None:
    """Both ends of a journey, and the way; of one end, where it joins the road."""
    ends = [_points(given.origins), _points(given.destinations)]
    at = given.travel.sources(ends[0]), given.travel.targets(ends[1])
    found = row_of(ends[0], feature_id), row_of(ends[1], to_id)
    if row.get("role") == "destination":  # of those that reach nothing
        found = None, row_of(ends[1], feature_id)
    titles = made.words("Where the journey starts"), made.words("Where it ends")
    for one, where, which, title in zip(ends, at, found, titles):
        if which is not None:
            joins(made, given.travel, one, where, which, title)
    if None not in found:
        way(made, given.travel, *at, *found, "pair", "", feature_id, to_id)


def _points(one):
    return one[0] if isinstance(one, tuple) else one


def row_of(points, wanted: str):
    """Row of an id; of the points that stand for a polygon the one with most people."""
    ids = np.array([text_id(one) for one in points.id], dtype=object)
    found = np.flatnonzero(ids == wanted)
    if not len(found):
        return None
    weight = np.nan_to_num(getattr(points, "population", np.zeros(len(ids))))
    return int(found[np.argmax(weight[found])])


def joins(made, travel, points, at, row: int, title: str = "") -> None:
    """Where a point joins the network, or why it does not."""
    words = made.words
    status, edge = at.status[row], int(at.edge[row])
    sentences = []
    if status == OK and len(travel.network):
        edges = travel.network.edges.iloc[edge]
        road = " ".join(str(edges[one]) for one in ("ref", "name") if _said(edges[one]))
        sentences.append(
            words(
                "It joins the road {road} of {country}, {metres} m away: {minutes} min.",
                road=road or words("without a number"),
                country=at.country[row] or words("unknown country"),
                metres=words.number(at.snap_m[row], 0),
                minutes=words.number(at.access_min[row]),
            )
        )
    elif status != OK:
        sentences.append(words("It could not be used: {}.", words.phrase(status)))
        if len(travel.network) and np.isfinite(points.xy[row]).all():
            own, other = nearest_roads(travel, points.xy[[row]], at.country[[row]])
            sentences.append(
                words(
                    "Nearest road of its country: {own} m; of any country: {any} m; allowed: "
                    "{limit} m.",
                    own=words.number(own, 0),
                    any=words.number(other, 0),
                    limit=words.number(travel.snapping.distance_m, 0),
                )
            )
    made.add(title or words("Where it joins the road"), sentences)


def _said(value) -> bool:
    return value is not None and value == value and value != ""


def way(made, travel, sources, targets, source, target, role, kind, from_id, to_id) -> None:
    """A route, as a section and a line; the journey runs as `travel` says."""
    words = made.words
    if not len(travel.network):
        return
    found = routes(travel, sources, targets, np.array([[source, target]]))
    one = found.values.iloc[0]
    ends = (to_id, from_id) if travel.direction == "from" and kind else (from_id, to_id)
    made.add_routes(
        found.values,
        found.lines,
        from_id=ends[0],
        to_id=ends[1],
        service_type=kind,
        role=role,
        border=travel.border.state,
    )
    if role != "pair":
        return
    if one["status"] != OK:
        made.add(words("The way"), [words("There is no way: {}.", words.phrase(one["status"]))])
        return
    access = [float(np.nan_to_num(at.access_min[row])) for at, row in
              ((sources, source), (targets, target))]  # fmt: skip
    made.add(
        words("The way"),
        [
            words(
                "{minutes} min and {km} km on the road under {border}; of these {access} min to "
                "and from the road.",
                minutes=words.number(one["time_min"]),
                km=words.number(one["distance_km"]),
                border=words.scenario(str(travel.border)),
                access=words.number(sum(access)),
            ),
            words("Border crossings on the way: {}.", one["crossing_names"] or words("none")),
        ],
    )


class _About:
    """A result with places and services."""

    def __init__(self, made, study, asked):
        self.made, self.given, self.asked = made, study.given, asked
        self.words = made.words
        given = study.given
        self.borders = getattr(given, "scenarios", None) or [given.travel.border]
        self.travel = replace(given.travel, border=self.borders[0])
        self.places_at = self.travel.targets(given.places)
        self.services_at = self.travel.sources(given.services)
        self.number = number_of(asked.number, given.types) if asked.number else None
        if self.number is not None and self.number.state:
            fits = [one for one in self.borders if one.state == self.number.state]
            self.travel = replace(given.travel, border=(fits or self.borders)[0])
        question = getattr(given, "question", None)
        self.question = question
        self.threshold = getattr(given, "threshold", np.inf) if question is None else (
            question.threshold
        )  # fmt: skip

    def place(self, row: int, other, values: dict) -> None:
        """Why a place has its numbers."""
        made, given = self.made, self.given
        joins(made, self.travel, given.places, self.places_at, row)
        if not self.places_at.ok[row]:
            return
        kinds = [self.number.kind] if self.number else given.types
        if "category" in values:  # a row for each place and type
            kinds = [one for one in kinds if one.name == values.get("service_type")] or kinds
        if other is not None:
            joins(made, self.travel, given.services, self.services_at, other,
                   self.words("Where the service joins the road"))  # fmt: skip
            kind = next(one for one in given.types if one.name == given.services.type[other])
            for border in self.borders:
                self._way(replace(self.travel, border=border), other, row, "pair", kind)
            kinds = [kind]
        if self.number and self.number.measure != NEAREST and self.question is not None:
            self._terms(row, values)
        for kind in kinds:
            self._alternatives(kind, row)

    def _way(self, travel, service, place, role, kind) -> None:
        ids = text_id(self.given.places.id[place]), text_id(self.given.services.id[service])
        travel, at = as_for(kind, travel), (self.services_at, self.places_at)
        way(self.made, travel, *at, service, place, role, kind.name, *ids)

    def _alternatives(self, kind, place: int) -> None:
        """The nearest services of a type, and the ways to them."""
        words, limit = self.words, self.threshold
        only = self.made.record.parameters.get("SERVICE_FILTER", "")
        limit = limit if kind.threshold_min is None else kind.threshold_min
        at = self.places_at.take(np.array([place]))
        services = self.given.services
        for border in self.borders if self.number is None else [self.travel.border]:
            travel = as_for(kind, replace(self.travel, border=border))
            table = alternatives(travel, services, self.services_at, kind, at, limit)
            counts = table["total"].notna() & (table["capacity"] != 0)
            best_first = table.iloc[np.argsort(~counts.to_numpy(), kind="stable")]
            shown = pd.concat(
                [
                    table.head(self.asked.nearest),
                    best_first[best_first["home"]].head(1),
                    best_first[~best_first["home"]].head(1),
                ]
            ).drop_duplicates("row")
            rows = [
                (
                    text_id(one.id),
                    one.country,
                    words.number(one.way),
                    words.number(one.extra),
                    words.number(one.total),
                    words.number(one.capacity),
                    words.phrase(one.reason) or words("counts"),
                )
                for one in shown.itertuples()
            ]
            unit = "min" if travel.cost == "time" else "km"
            state = words.scenario(str(border))
            self.made.add(
                f"{kind.label_in(words.language)}: {words('the nearest services')} ({state})",
                [
                    words("Of equals at home and abroad, the one at home is named."),
                    words("Only services for which this holds: {}", only) if only else "",
                ],
                [words("service"), words("country"), unit, words("extra abroad"), words("in all"),
                 words("capacity"), words("does it count?")],
                rows,
            )  # fmt: skip
            for rank, one in enumerate(shown[shown["total"].notna()].itertuples()):
                home = "at home" if one.home else "abroad"
                self._way(travel, one.row, place, f"{rank + 1}: {home}", kind)

    def _measured(self):
        given = self.given
        return service_accessibility(
            self.travel, self.places_at, given.places, given.services, given.types,
            replace(self.question, measures=(NEAREST, self.number.measure)),
            services_at=self.services_at,
        )  # fmt: skip

    def _terms(self, place: int, values: dict) -> None:
        """The terms that add up to a number."""
        words, number = self.words, self.number
        access = self._measured()
        table = terms(
            access, self.given.services, number.kind, number.measure, place, self.question.weighing
        )
        if number.part in ("own", "abroad"):
            table = table[table["home"] == (number.part == "own")]
        total = float(table["value"].sum())
        sentences = [words("The terms add up to {}.", words.number(total, 6))]
        plain = self.asked.number.startswith(number.measure)
        stored = values.get(self.asked.number)
        if plain and stored is not None and "points" not in values:
            same = np.isclose(total, stored, rtol=1e-6, atol=1e-12)
            sentences.append(
                words("That is what the result says.")
                if same
                else words("The result says {}: the data has changed since.", words.number(stored))
            )
        head = [
            words("service"),
            "min" if self.travel.cost == "time" else "km",
            words("supply"),
            words("weight"),
        ]
        competing = "demand" in table
        head += [words("demand in its reach")] if competing else []
        rows = [
            [
                text_id(one.id),
                words.number(one.cost),
                words.number(one.supply),
                words.number(one.weight, 4),
                *([words.number(one.demand, 1)] if competing else []),
                words.number(one.value, 6),
            ]
            for one in table.itertuples()
        ]
        state = words.scenario(str(self.travel.border))
        title = f"{words('What adds up to')} {self.asked.number} ({state})"
        self.made.add(title, sentences, [*head, words("adds")], rows)

    def facility(self, service: int) -> None:
        """Who is nearest to a facility."""
        made, given, words = self.made, self.given, self.words
        joins(made, self.travel, given.services, self.services_at, service)
        if not self.services_at.ok[service]:
            return
        kind = next(one for one in given.types if one.name == given.services.type[service])
        at, same = self.places_at, given.services.type == kind.name
        travel = as_for(kind, self.travel)
        graph = travel.from_sources(self.services_at)
        usable = same & self.services_at.ok & (given.services.capacity != 0)
        near = travel.nearest(graph, np.flatnonzero(usable), at)
        mine = near.source == service
        count = given.places.people(kind.demand_field)
        sentences = [
            words(
                "It is the nearest of its type for {places} places with {people} people of {code}: "
                "nearest residents, not users.",
                places=int((mine & (at.country == code)).sum()),
                people=people(float(count[mine & (at.country == code)].sum()), words.language),
                code=code or words("unknown country"),
            )
            for code in sorted(set(at.country[at.ok]))
        ]
        order = np.flatnonzero(mine)[np.argsort(near.cost[mine], kind="stable")]
        furthest = order[::-1][: self.asked.nearest]
        rows = [
            (text_id(given.places.id[one]), at.country[one], words.number(near.cost[one]))
            for one in furthest
        ]
        head = [words("place"), words("country"), "min" if self.travel.cost == "time" else "km"]
        made.add(words("Who is nearest to it; the furthest of them"), sentences, head, rows)
        for one in furthest:
            self._way(travel, service, int(one), "furthest of the nearest", kind)
