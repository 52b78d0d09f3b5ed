"""Outlines of shared areas: where two cells are cut; no axis, window or order counts."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.contours import outlines
from smart_planning_plugin.core.accessibility.surfaces import Walls
from smart_planning_plugin.core.crossborder.areas import (
    _cuts,
    _ends,
    _Field,
    category_areas,
    zone_areas,
)
from smart_planning_plugin.core.crossborder.shared import (
    CATEGORIES,
    Grid,
    SharedServices,
    TypeResult,
    categorise,
)
from smart_planning_plugin.core.services.inputs import ServiceType
from tests.core.small import objects, steadily
from tests.core.test_contours import area_of
from tests.core.test_shared import rule

INF = np.inf
CODES = ["AA", "BB"]
SHARED = ("choice", "abroad_nearer", "abroad_only")
LIMIT, AHEAD = 30.0, 5.0


# ---------------------------------------------------------------- one pair of cells


def cell(own, abroad, usable=True, country=0):
    """A cell of the country of this number; None: a cell of none."""
    if country is None:
        return 0, own, abroad
    category = CATEGORIES.index(rule(own, abroad, usable, LIMIT, AHEAD))
    return 1 + country * len(CATEGORIES) + category, own, abroad


def ends(pairs):
    """Where the first of each two cells ends; each pair may have a wall."""
    one, two, wall = zip(*((*pair, INF)[:3] for pair in pairs))
    fields = [_Field(*(np.array(part) for part in zip(*cells))) for cells in (one, two)]
    result = TypeResult(ServiceType("s", "S"), LIMIT, AHEAD, None, objects([]), {}, np.empty(0))
    return _ends(*fields, np.array(wall), result)


def test_where_an_area_ends_between_two_cells():
    own_only, unserved = cell(20.0, 60.0), cell(40.0, 60.0)
    pairs = [
        (own_only, unserved, 0.5),  # home 20 to 40 minutes: 30 are half way
        (cell(29.0, 60.0), cell(33.0, 60.0), 0.25),
        (cell(33.0, 60.0), cell(29.0, 60.0), 0.75),
        (cell(10.0, 12.0), cell(10.0, 20.0), 3 / 8),  # 5 minutes ahead from 15 abroad
        (cell(10.0, 40.0), cell(20.0, 20.0), 0.5),  # abroad within the limit, though far behind
        (cell(20.0, INF), cell(40.0, INF), 0.5),
        (cell(20.0, 60.0), cell(INF, 60.0), 0.5),  # not reached: half way
        (cell(20.0, 60.0, False), own_only, 0.5),  # not known: half way
        (cell(10.0, 12.0), cell(10.0, 12.0, False), 0.5),
        (own_only, cell(20.0, 60.0, country=1), 0.5),  # countries meet half way
        (cell(29.0, 60.0), cell(33.0, 60.0, country=1), 0.5),
        (own_only, cell(20.0, 60.0, country=None), 1.0),
        (cell(20.0, 60.0, country=None), own_only, 0.0),
        (cell(INF, INF, country=None), cell(INF, INF, country=None), 0.0),
    ]
    assert ends([pair[:2] for pair in pairs]) == pytest.approx([one[2] for one in pairs], abs=6e-4)


def test_at_a_barrier_times_jump():
    far, near = cell(40.0, 60.0), cell(20.0, 60.0)
    pairs = [(near, far, wall) for wall in (0.1, 0.9)]
    pairs += [(far, near, 0.2), (near, cell(20.0, 60.0, False), 0.3), (near, cell(INF, 60.0), 0.7)]
    assert ends(pairs) == pytest.approx([0.1, 0.9, 0.2, 0.3, 0.7], abs=6e-4)


times = st.one_of(st.integers(0, 60).map(float), st.just(INF))
cells = st.tuples(times, times, st.booleans(), st.sampled_from([0, 0, 0, 1, None]))
walls = st.sampled_from([INF, INF, 0.0, 0.3, 0.99])


def looked_for(one, two, wall):
    """The same by looking at each of many places between two cells."""
    (own, abroad, usable, country), (own2, abroad2, usable2, country2) = one, two
    if country is None or country2 is None or country != country2:
        return 0.5 if None not in (country, country2) else float(country is not None)
    first = rule(own, abroad, usable, LIMIT, AHEAD)
    jump = 0.5 if np.isinf(wall) else wall

    def at(share, a, b):
        if np.isfinite([a, b]).all() and np.isinf(wall):
            return a + share * (b - a)
        return a if share < jump else b

    for share in (np.arange(2048) + 0.5) / 2048:
        ok = usable if share < jump else usable2
        if rule(at(share, own, own2), at(share, abroad, abroad2), ok, LIMIT, AHEAD) != first:
            return share
    return 1.0


@given(st.lists(st.tuples(cells, cells, walls), min_size=1, max_size=12))
@steadily(40)
def test_an_area_ends_where_its_rule_does(pairs):
    found = ends([(cell(*one), cell(*two), wall) for one, two, wall in pairs])
    for end, (one, two, wall) in zip(found, pairs):
        if cell(*one)[0] != cell(*two)[0]:
            assert end == pytest.approx(looked_for(one, two, wall), abs=2e-3), (one, two, wall)


# ---------------------------------------------------------------- the whole map


@dataclass
class Map:
    """Cells of two countries and of none, two types, a barrier and a zone."""

    side: np.ndarray
    times: list  # of (own, abroad, usable) arrays, by type
    barrier: np.ndarray  # (2, 1, 2)
    zone: np.ndarray
    left: float = 0.0
    top: float = 0.0

    @property
    def grid(self):
        return Grid(self.left, self.top, 100.0, {code: self.side == code for code in CODES})

    @property
    def walls(self):
        return Walls.of(self.grid.lattice, *self.barrier)

    @property
    def shared(self):
        made = []
        for number, (own, abroad, usable) in enumerate(self.times):
            category = categorise(
                own.ravel(), abroad.ravel(), usable.ravel(), LIMIT, AHEAD
            ).reshape(own.shape)
            masks = self.grid.masks
            made.append(
                TypeResult(
                    ServiceType(f"t{number}", "T"), LIMIT, AHEAD, None, objects([]),
                    {code: category[mask] for code, mask in masks.items()}, np.empty(0),
                    {code: (own[mask], abroad[mask]) for code, mask in masks.items()},
                )
            )  # fmt: skip
        return SharedServices(made, [], None, None)

    def changed(self, change, barrier, left=0.0, top=0.0):
        """All arrays changed alike; what is added lies in no country."""
        side = change(self.side, "")
        return Map(
            side, [(change(a, 0.0), change(b, 0.0), change(c, False)) for a, b, c in self.times],
            barrier, change(self.zone, 0), left, top,
        )  # fmt: skip

    def areas(self, codes):
        grid, walls, shared = self.grid, self.walls, self.shared
        found = {
            (number, *of): area_of(polygons)
            for number, one in enumerate(shared.types)
            for of, polygons in category_areas(one, grid, codes, walls).items()
        }
        zones = zone_areas(shared, grid, codes, walls, self.zone)
        return {**found, **{("zone", of): area_of(polygons) for of, polygons in zones.items()}}


@st.composite
def maps(draw):
    shape = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    side = rng.choice([*CODES, *CODES, ""], shape)
    side[0, 0], side[-1, -1] = CODES
    kinds = [
        (*(np.where(rng.random(shape) < 0.1, INF, rng.integers(0, 45, shape)) for _ in "ab"),
         rng.random(shape) < 0.9)
        for _ in "12"
    ]  # fmt: skip
    barrier = np.array([[[130.0, 50.0]], [[170.0, -900.0]]])
    made = Map(side.astype(object), kinds, barrier, np.ones(shape, int))
    return replace(made, zone=1 + (np.arange(shape[1]) >= 3) + 0 * made.zone)


def alike(one, two):
    assert one == pytest.approx(two, rel=1e-6)


@given(maps())
@steadily(10)
def test_neither_axis_nor_window_nor_order_counts(drawn):
    whole = drawn.areas(CODES)

    def turned(values, _):
        return values.T

    alike(drawn.changed(turned, -drawn.barrier[..., ::-1]).areas(CODES), whole)

    def padded(values, fill):
        return np.pad(values, ((2, 1), (3, 2)), constant_values=fill)

    wider = drawn.changed(padded, drawn.barrier, -300.0, 200.0)
    alike(wider.areas(CODES), whole)
    alike(drawn.areas(CODES[::-1]), whole)
    for code in CODES:
        alone = drawn.areas([code])
        alike(wider.areas([code]), alone)
        assert {of[2] for of in alone if of[0] != "zone"} == {code}


def zone_by_hand(drawn):
    """A map of one label, each pair of cells cut where the type that reaches furthest ends."""
    grid, shared = drawn.grid, drawn.shared
    mine, cuts = [], []
    for one in shared.types:
        category = np.full(drawn.side.shape, "none", dtype=object)
        for code, mask in grid.masks.items():
            category[mask] = one.cell_category[code]
        mine.append(np.isin(category.astype(str), SHARED))
        cuts.append(_cuts(_Field.of(one, grid, CODES), one, drawn.walls))
    label = np.where(np.any(mine, axis=0), drawn.zone, 0)
    made = []
    for axis, (down, right) in enumerate(((0, 1), (1, 0))):
        rows, columns = label.shape
        cut = np.full((rows - down, columns - right), 0.5)
        for at in np.ndindex(*cut.shape):
            beside = at[0] + down, at[1] + right
            if (label[at] > 0) == (label[beside] > 0):
                continue
            inside, last = (at, max) if label[at] else (beside, min)
            cut[at] = last(one[axis][at] for one, of in zip(cuts, mine) if of[inside])
        made.append(cut)
    return outlines(grid.lattice, label, *made)


@given(maps())
@steadily(25)
def test_a_zone_reaches_as_far_as_any_of_its_types(drawn):
    drawn.zone[:] = 1  # cells side by side are of one zone
    found = zone_areas(drawn.shared, drawn.grid, CODES, drawn.walls, drawn.zone)
    expected = zone_by_hand(drawn)
    alike(
        {of: area_of(polygons) for of, polygons in found.items()},
        {of: area_of(polygons) for of, polygons in expected.items()},
    )
