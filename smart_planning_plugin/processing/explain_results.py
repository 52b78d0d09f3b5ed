"""What lies behind a result that is no measure of a place and its services, algorithm by algorithm.

Each account takes the explanation, the inputs opened again, the row that is asked about and what
was asked, and adds sections.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from ..core.accessibility import performance
from ..core.accessibility.measures import NEAREST
from ..core.crossborder.crossings import border_zones, crossing_ends
from ..core.crossborder.scenarios import with_crossings
from ..core.crossborder.shared import at_places_only
from ..core.ids import text_id
from ..core.services.inventory import nearest_of_zones
from ..core.territory.priorities import criteria_table
from ..core.territory.ranking import benefits, min_max
from ..core.territory.trends import trends
from . import statistics_io as statistics
from .explain_travel import joins, row_of, way

MANY = 10


def explain(made, study, row: dict, asked, feature_id: str, to_id: str) -> None:
    """Add what the algorithm of the result has to say."""
    account = ACCOUNTS.get(made.record.algorithm)
    if account is not None:
        account(_Case(made, study, row, asked, feature_id, to_id))


class _Case:
    """A row that is asked about, with what is needed to say something about it."""

    def __init__(self, made, study, row, asked, feature_id, to_id):
        self.made, self.run, self.given = made, study.run, study.given
        self.row, self.asked, self.id, self.to_id = row, asked, feature_id, to_id
        self.words = made.words

    @property
    def unit(self) -> str:
        return "min" if self.given.travel.cost == "time" else "km"

    def largest(self, title: str, rows, weight, columns: dict, sentences=()) -> None:
        """A table of places: those with the greatest weight of some rows."""
        words, places = self.words, self.given.places
        rows = np.asarray(rows)
        order = rows[np.argsort(-np.nan_to_num(weight[rows]), kind="stable")][:MANY]
        shown = [
            (text_id(places.id[at]), places.country[at], words.number(weight[at], 0),
             *(words.number(one[at]) if one.dtype.kind == "f" else str(one[at])
               for one in columns.values()))
            for at in order
        ]  # fmt: skip
        count = words(
            "Places: {places}; people: {people}. The largest are shown.",
            places=len(rows), people=words.number(float(np.nansum(weight[rows])), 0),
        )  # fmt: skip
        head = [words("place"), words("country"), words("people"), *map(words, columns)]
        self.made.add(words(title), [*sentences, count], head, shown)


def _border_zones(case: _Case) -> None:
    """The way to the crossing, and the others; of a band, its places."""
    given, words = case.given, case.words
    travel, places = given.travel, given.places
    at = travel.targets(places)
    place = row_of(places, case.id) if "border_min" in case.row else None
    if place is None:
        found = border_zones(travel, at, places.people(), given.bands).places
        mine = (found["band"] == case.row["band"]) & (at.country == case.row["country"])
        case.largest("Places of the band", np.flatnonzero(mine), places.people(),
                     {case.unit: found["border_min"].to_numpy(float)})  # fmt: skip
        return
    joins(case.made, travel, places, at, place)
    rows, ends = crossing_ends(travel.network)
    cost = travel.matrix(ends, at.take(np.array([place])))[:, 0].reshape(-1, 2)
    edges = travel.network.edges
    nearest = np.argsort(cost.min(axis=1), kind="stable")[: case.asked.nearest]
    shown = [
        (edges["name"].iat[rows[one]] or "", edges["crossing_id"].iat[rows[one]],
         words.number(cost[one].min()))
        for one in nearest
    ]  # fmt: skip
    head = [words("crossing"), "crossing_id", case.unit]
    case.made.add(words("The nearest crossings"), [], head, shown)
    for role, one in enumerate(nearest):
        if np.isfinite(cost[one].min()):
            end = 2 * one + int(cost[one].argmin())
            way(case.made, travel, ends, at, end, place, "pair" if not role else f"{role + 1}",
                "", edges["crossing_id"].iat[rows[one]], case.id)  # fmt: skip


def _crossing(case: _Case) -> None:
    """What the way between the nearest places of both sides is with and without a crossing."""
    given, words = case.given, case.words
    travel, places = given.travel, given.places
    at = travel.targets(places)
    rows, ends = crossing_ends(travel.network)
    ids = travel.network.edges["crossing_id"].to_numpy(object)[rows]
    which = np.flatnonzero(ids == case.row.get("crossing_id"))
    if not len(which):
        return
    cost = travel.matrix(ends.take(2 * which[0] + np.arange(2)), at).min(axis=0)
    near = []
    for code in (case.row["country_a"], case.row["country_b"]):
        mine = np.flatnonzero((at.country == code) & np.isfinite(cost) & (places.people() > 0))
        if len(mine):
            near.append(mine[cost[mine].argmin()])
    if len(near) < 2:
        return
    shut = pd.DataFrame({"crossing_id": [case.row["crossing_id"]], "open": [0]})
    without = replace(travel, network=with_crossings(travel.network, shut))
    pair = [at.take(np.array([one])) for one in near]
    times = [one.matrix(*pair)[0, 0] for one in (travel, without)]
    names = [text_id(places.id[one]) for one in near]
    case.made.add(
        words("With and without this crossing"),
        [
            words(
                "Between {a} and {b}, the nearest places on both sides: {open} min, without the "
                "crossing {shut} min.",
                a=names[0], b=names[1], open=words.number(times[0]),
                shut=words.number(times[1]) if np.isfinite(times[1]) else words("no way"),
            ),
            words(
                "Trips are modelled: people of one place times people of the other, times the "
                "decay of the minutes between them; detour is the mean over the trips that use "
                "the crossing."
            ),
        ],
    )  # fmt: skip
    for one, name in ((travel, "pair"), (without, "without the crossing")):
        way(case.made, one, pair[0], pair[1], 0, 0, name, "", *names)


def _transport_performance(case: _Case) -> None:
    """Who is near, who is reached: the largest of them; of a zone, its places."""
    from . import performance_io

    given, words = case.given, case.words
    travel, places = given.travel, given.places
    place = row_of(places, case.id)
    if place is None:
        table, _ = performance_io.measured(given, case.run)
        zone = given.places_layer.texts(given.zone_field)
        case.largest("Places of the zone", np.flatnonzero(zone == str(case.row.get("zone"))),
                     places.people(), {"tp": table["tp"].to_numpy(float)},
                     [words("The zone has the mean of its places, by people.")])  # fmt: skip
        return
    at = travel.targets(places)
    joins(case.made, travel, places, at, place)
    if not at.ok[place]:
        return
    who = performance_io.population(given, case.run)
    at_who = travel.sources(who)
    one = at.take(np.array([place]))
    xyz = performance_io.earth(np.vstack([who.xy, places.xy[[place]]]), case.run)
    distance = performance.straight_km(xyz[:-1], xyz[-1:])[:, 0]
    cost = travel.matrix(at_who, one)[:, 0]
    reached, near = (cost <= given.threshold) | (distance == 0), distance <= given.radius
    counts = np.select([reached & near, near, reached], ["both", "nearby only", "reached only"], "")
    people = who.people()
    order = np.flatnonzero((reached | near) & (people > 0))
    order = order[np.argsort(-people[order], kind="stable")][:MANY]
    rows = [
        (text_id(who.id[at]), at_who.country[at], words.number(people[at], 0),
         words.number(distance[at]), words.number(cost[at] if np.isfinite(cost[at]) else None),
         words(str(counts[at])))
        for at in order
    ]  # fmt: skip
    sentence = words(
        "Reached within {minutes} min: {reached} people. Nearby, within {km} km: {near} people. "
        "The first over the second, in per cent, is tp. The largest are shown.",
        minutes=words.number(given.threshold), reached=words.number(people[reached].sum(), 0),
        km=words.number(given.radius), near=words.number(people[near].sum(), 0),
    )  # fmt: skip
    head = [words("place"), words("country"), words("people"), "km", "min", words("counts as")]
    case.made.add(words("Who is near and who is reached"), [sentence], head, rows)


def _isochrone(case: _Case) -> None:
    """Where the origin joins, who is inside, and the way to the furthest of them."""
    from . import isochrones_io

    given, words = case.given, case.words
    asked = isochrones_io.journeys(given, case.run)
    origin = row_of(given.origins, case.id) if case.row.get("origin_id") is not None else None
    if origin is not None:
        joins(case.made, asked.travel, given.origins, asked.at, origin)
    low, high = (case.row.get(f"{one}_{case.unit}") for one in ("from", "to"))
    if given.places is None or high is None:
        return
    at = given.travel.targets(given.places)
    cost = given.travel.matrix(asked.at, at) + asked.start[:, None]
    if origin is None:
        whose = cost.argmin(axis=0)
        least = cost.min(axis=0)
    else:
        whose, least = np.full(len(at), origin), cost[origin]
        if asked.combine == "split":
            least = np.where(cost.argmin(axis=0) == origin, least, np.inf)
    inside = np.flatnonzero((least <= high) & ((least > low) | (low == 0)))
    case.largest("Who is inside", inside, given.places.people(), {case.unit: least})
    if len(inside):
        far = inside[least[inside].argmax()]
        ids = text_id(given.origins.id[whose[far]]), text_id(given.places.id[far])
        case.made.add(words("The furthest place inside"), [f"{ids[1]}: {words.number(least[far])}"])
        way(case.made, given.travel, asked.at, at, whose[far], far, "pair", "", *ids)


def _flow(case: _Case) -> None:
    """The masses, the way and the formula of a flow."""
    given, words = case.given, case.words
    places, travel = given.places, given.travel
    ends = [row_of(places, str(case.row.get(one))) for one in ("from_id", "to_id")]
    if None in ends:
        return
    at = travel.sources(places), travel.targets(places)
    for one, where, title in zip(ends, at, ("Where the journey starts", "Where it ends")):
        joins(case.made, travel, places, where, one, words(title))
    people = places.people()
    attraction = places.people(given.attraction_field) if given.attraction_field else people
    case.made.add(
        words("What the model makes of it"),
        [
            words("{name}: people {people}.", name=text_id(places.id[ends[0]]),
                  people=words.number(people[ends[0]], 0)),
            words("{name}: attraction {people}.", name=text_id(places.id[ends[1]]),
                  people=words.number(attraction[ends[1]], 0)),
            words(FORMULAS[given.model]),
            words("Willingness to cross the border: {}.", words.number(given.willingness)),
        ],
    )  # fmt: skip
    if ends[0] != ends[1]:
        ids = [text_id(places.id[one]) for one in ends]
        way(case.made, travel, *at, *ends, "pair", "", *ids)


FORMULAS = {
    "gravity": "Gravity: the two masses times the decay of the way, scaled so that all flows "
    "together are all people.",
    "huff": "Huff: the people of the first are shared among all places, by attraction times decay.",
    "radiation": "Radiation: from the two masses and the people who live as near as the other "
    "place; no decay.",
    "doubly_constrained": "Doubly constrained: the decay of the way, balanced so that what leaves "
    "and what arrives at each place add up.",
}


def _shared_area(case: _Case) -> None:
    """The places of a category: the largest, with their ways home and abroad."""
    given, words = case.given, case.words
    kinds = [one for one in given.types if one.name == case.row.get("service_type")]
    if not kinds or "category" not in case.row or "area_km2" not in case.row:
        return
    at = given.travel.targets(given.places)
    (found,) = at_places_only(given.travel, given.places, given.services, kinds, at,
                              given.threshold, given.advantage)  # fmt: skip
    mine = found.place_category == case.row["category"]
    mine &= at.country == (case.row.get("country") or "")
    case.largest(
        "Who lives there", np.flatnonzero(mine), found.people,
        {"min at home": found.places.own, "min abroad": found.abroad_with_extra},
        [words("The area is where the same rule holds on the ground; its people are the places "
               "that have the category themselves.")],
    )  # fmt: skip


def _inventory(case: _Case) -> None:
    """The places of a zone and their nearest services."""
    from . import inventory_io

    given, words = case.given, case.words
    zone = row_of(inventory_io.core_zones(given, inventory_io.inside(given, case.run)[0], case.run),
                  case.id)  # fmt: skip
    if zone is None:
        return
    mine = np.flatnonzero(inventory_io.inside(given, case.run)[0] == zone)
    for kind in given.types:
        if case.asked.number and not case.asked.number.endswith(f"_{kind.slug}"):
            continue
        own, abroad = nearest_of_zones(given.travel, given.places, given.services, kind)
        case.largest(
            f"{kind.label_in(words.language)}", mine, given.places.people(kind.demand_field),
            {"min at home": own, "min abroad": abroad},
            [words("Means of the zone are over its people, services in it are counted.")],
        )  # fmt: skip


def _site(case: _Case) -> None:
    """The way from a place to its site, and the candidates nearest to the place."""
    given, words = case.given, case.words
    travel, places, sites = given.travel, given.places, given.services
    place = row_of(places, str(case.row.get(case.made.record.parameters.get("PLACE_ID"))))
    site = row_of(sites, str(case.row.get("site_id")))
    at_places, at_sites = travel.targets(places), travel.sources(sites)
    if "site_id" not in case.row or place is None:
        one = row_of(sites, case.id)
        if one is not None:
            joins(case.made, travel, sites, at_sites, one)
        return
    joins(case.made, travel, places, at_places, place)
    cost = travel.matrix(at_sites, at_places.take(np.array([place])))[:, 0]
    extra = np.where(at_sites.country == at_places.country[place], 0, given.extra_min_abroad)
    order = np.argsort(cost + extra, kind="stable")[: case.asked.nearest]
    rows = [
        (text_id(sites.id[one]), at_sites.country[one], words.number(cost[one]),
         words.number(float(extra[one])))
        for one in order
    ]  # fmt: skip
    head = [words("candidate"), words("country"), case.unit, words("extra abroad")]
    case.made.add(
        words("The nearest candidates"),
        [words("Sites are chosen for all people together, so the nearest need not be among them.")],
        head, rows,
    )  # fmt: skip
    if site is not None:
        way(case.made, travel, at_sites, at_places, site, place, "pair", "site", case.id,
            text_id(sites.id[site]))  # fmt: skip


def _priority(case: _Case) -> None:
    """The terms of a weighted sum."""
    from . import priorities_io

    words, language = case.words, case.words.language
    criteria, _ = criteria_table(statistics.plain_table(case.run, "CRITERIA"), "CRITERIA")
    ids, _, values, _ = priorities_io.candidates(criteria, case.given, case.run)
    if case.id not in ids or any(f"c_{one.name}" not in case.row for one in criteria):
        return
    usable = ~np.isnan(values).any(axis=1)
    me = ids.index(case.id)
    if not usable[me]:
        return
    larger = np.array([one.larger_is_better for one in criteria])
    scaled = min_max(benefits(values[usable], larger))[int(usable[:me].sum())]
    weight = np.array([one.weight for one in criteria])
    rows = [
        (one.label(language), words.number(values[me, at]), words.number(float(weight[at]), 3),
         words.number(float(scaled[at]), 3), words.number(float(weight[at] * scaled[at]), 4))
        for at, one in enumerate(criteria)
    ]  # fmt: skip
    total = words.number(float(weight @ scaled), 4)
    sentences = [words("The terms add up to {}.", total)]
    if case.given.method != "weighted_sum":
        sentences.append(words("The score is by {}; the terms are those of the weighted sum.",
                               case.given.method))  # fmt: skip
    head = [words("criterion"), words("value"), words("weight"), words("0 worst, 1 best"),
            words("adds")]  # fmt: skip
    case.made.add(words("What the score is made of"), sentences, head, rows)


def _trend(case: _Case) -> None:
    """The figures behind a trend."""
    given, words = case.given, case.words
    every = [*given.zones.id, given.reference]
    table = statistics.observations(case.run, "OBSERVATIONS", "indicator", every)
    found = trends(table, given.zones, given.reference, given.from_year, given.to_year,
                   given.small_numbers)  # fmt: skip
    zone = case.row.get("zone", case.id)
    mine = found.series[found.series["zone"] == zone]
    if case.row.get("indicator"):
        mine = mine[mine["indicator"] == case.row["indicator"]]
    rows = [
        (one.indicator, f"{one.time:g}", words.number(one.value), one.flag or "")
        for one in mine.itertuples()
    ]
    head = [words("indicator"), words("year"), words("value"), words("remark")]
    case.made.add(
        words("The figures behind it"),
        [words("Growth is between the first and the last year, by the year and compound.")],
        head, rows,
    )  # fmt: skip


def _specialisation(case: _Case) -> None:
    """Shift and share add up to the change."""
    words = case.words
    names = ["change", "national_share", "industry_mix", "regional_shift"]
    if any(case.row.get(one) is None for one in names):
        return
    terms = [words.number(float(case.row[one]), 1) for one in names]
    sentences = [words("{} jobs of change = {} with the reference as a whole + {} as the sector "
                       "there grew differently + {} as this zone did.", *terms)]  # fmt: skip
    if case.row.get("lq") is not None:
        sentences.append(words("lq is the sector's share of the jobs of the zone over its share of "
                               "the jobs of the reference."))  # fmt: skip
    case.made.add(words("How it adds up"), sentences)


def _sums(case: _Case) -> None:
    """The places behind a row of a table of sums: equity, norms met, the effect by country."""
    from . import access_io, effect_io

    given, row = case.given, case.row
    kinds = [one for one in given.types if one.name == row.get("service_type")]
    if "place_id" in row or not kinds or not {"measure", "settlement"} & set(row):
        return
    kind = kinds[0]
    name = f"{row.get('measure', NEAREST)}_{kind.slug}"
    if hasattr(given, "scenarios") and case.made.record.algorithm == "bordereffect":
        effect, at = effect_io.effect(given, case.run)
        states = [f"{name}_{one.state}" for one in effect.scenarios]
        columns = {one: effect.values[one].to_numpy(float) for one in states}
        band = effect_io.from_the_border(given, at, case.run)[1]
    else:
        found, at = access_io.measured(given, case.run)
        columns = {name: found.values[name].to_numpy(float)}
        band = np.full(len(at), None)
    mine = at.ok.copy()
    country = row.get("country") or (row.get("name") if row.get("scope") == "country" else "")
    mine &= (at.country == country) | (not country)
    mine &= (band == row.get("band_km")) | (not row.get("band_km"))
    if row.get("scope") == "group":
        mine &= given.group.astype(str) == str(row["name"])
    if row.get("settlement"):
        mine &= given.places_layer.texts(given.settlement_field) == row["settlement"]
    case.largest("The places behind it", np.flatnonzero(mine),
                 given.places.people(kind.demand_field), columns)  # fmt: skip


def _edge(case: _Case) -> None:
    """Length by speed is time."""
    row, words = case.row, case.words
    if row.get("time_fwd_s") is None or not row.get("speed_kmh"):
        return
    sentence = words(
        "{km} km at {speed} km/h take {seconds} s; a delay at the border is never in it.",
        km=words.number(row["length_m"] / 1000, 3), speed=words.number(row["speed_kmh"]),
        seconds=words.number(row["time_fwd_s"]),
    )  # fmt: skip
    case.made.add(words("How it adds up"), [sentence])


ACCOUNTS = {
    "buildroadnetwork": _edge,
    "serviceaccessibility": _sums,
    "bordereffect": _sums,
    "borderzones": _border_zones,
    "bordercrossings": _crossing,
    "transportperformance": _transport_performance,
    "isochrones": _isochrone,
    "interactionflows": _flow,
    "sharedserviceareas": _shared_area,
    "serviceinventory": _inventory,
    "locatesharedservices": _site,
    "priorities": _priority,
    "territorialtrends": _trend,
    "specialisation": _specialisation,
}
