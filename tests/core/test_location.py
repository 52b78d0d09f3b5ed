"""Location models: published numbers, brute force, spopt, and what sharing gains."""

import itertools
import sys
import types

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services import location
from smart_planning_plugin.core.services.cooperation import choose, gain_of_sharing
from smart_planning_plugin.core.services.interchange import interchange, lower_bound
from smart_planning_plugin.core.services.location import LocationProblem, locate
from tests.core.small import steadily

INF = np.inf
NEVER = 1e12


def problem(cost, demand, fixed=(), forbidden=(), capacity=None):
    cost = np.asarray(cost, float)
    sites = np.arange(cost.shape[1])
    capacity = None if capacity is None else np.asarray(capacity, float)
    return LocationProblem(
        cost, np.asarray(demand, float), np.isin(sites, fixed), np.isin(sites, forbidden), capacity
    )


def published():
    rng = np.random.default_rng(42)
    return problem(rng.integers(1, 100, (12, 6)), rng.integers(1, 50, 12))


@pytest.mark.parametrize(
    ("model", "sites", "threshold", "objective"),
    [
        ("pmedian", 2, 0, 8149),
        ("pmedian", 3, 0, 6075),
        ("mclp", 2, 30, 190),
        ("mclp", 3, 30, 224),
        ("pcenter", 2, 0, 54),
        ("pcenter", 3, 0, 44),
        ("lscp", None, 50, 3),
    ],
)
def test_published_numbers(model, sites, threshold, objective):
    found = locate(model, published(), sites, threshold)
    assert found.objective == found.bound == pytest.approx(objective)
    assert found.method == "exact" and found.gap == 0


def test_who_cannot_be_covered_is_left_out_and_the_rest_is_covered():
    one = published()
    uncoverable = ~(one.cost <= 30).any(axis=1)
    assert uncoverable.any()  # spopt calls the whole problem infeasible
    found = locate("lscp", one, None, 30)
    within = one.cost[found.place, found.site] <= 30
    assert set(found.place[~within]) == set(np.flatnonzero(uncoverable))


# ---------------------------------------------------------------- brute force


def value_of(model, one, chosen, threshold):
    near = one.cost[:, list(chosen)].min(axis=1)
    people = one.served
    if model == "pmedian":
        return float((one.demand[people] * near[people]).sum())
    if model == "mclp":
        return -float(one.demand[people & (near <= threshold)].sum())
    if model == "pcenter":
        return float(near[people].max())
    can = people & (one.cost[:, one.open_to_choice] <= threshold).any(axis=1)
    return float(len(chosen)) if (near[can] <= threshold).all() else INF


def best_of(model, one, sites, threshold):
    allowed = np.flatnonzero(one.open_to_choice)
    fixed = set(np.flatnonzero(one.fixed))
    sizes = range(max(len(fixed), 1), len(allowed) + 1) if model == "lscp" else [sites]
    values = [
        value_of(model, one, chosen, threshold)
        for size in sizes
        for chosen in itertools.combinations(allowed, size)
        if fixed <= set(chosen)
    ]
    return min(values)


@st.composite
def small_problems(draw):
    places, sites = draw(st.integers(1, 8)), draw(st.integers(2, 6))
    ways = st.one_of(st.integers(0, 40).map(float), st.just(INF))
    cost = draw(st.lists(ways, min_size=places * sites, max_size=places * sites))
    demand = draw(st.lists(st.integers(0, 9), min_size=places, max_size=places))
    role = draw(st.lists(st.sampled_from("...fx"), min_size=sites, max_size=sites))
    return problem(
        np.reshape(cost, (places, sites)), demand,
        [at for at, one in enumerate(role) if one == "f"],
        [at for at, one in enumerate(role) if one == "x"],
    )  # fmt: skip


@pytest.mark.parametrize("model", location.MODELS)
@given(small_problems(), st.integers(1, 4))
@steadily(60)
def test_the_best_of_all_choices(model, one, sites):
    allowed, fixed = int((~one.forbidden).sum()), int(one.fixed.sum())
    if not one.served.any() or not max(fixed, 1) <= sites <= allowed:
        with pytest.raises(InvalidValueError):
            if model == "lscp" and one.served.any():
                raise InvalidValueError("lscp takes no number of sites")
            locate(model, one, sites, 20.0)
        return
    expected = best_of(model, one, sites, 20.0)
    if not np.isfinite(expected):
        with pytest.raises(InvalidValueError, match="It takes"):
            locate(model, one, sites, 20.0)
        return
    found = locate(model, one, sites, 20.0)
    sign = -1 if model == "mclp" else 1
    assert sign * found.objective == pytest.approx(expected)
    assert value_of(model, one, found.sites, 20.0) == pytest.approx(expected)
    assert found.method == "exact"
    assert set(np.flatnonzero(one.fixed)) <= set(found.sites)
    assert not one.forbidden[found.sites].any()
    near = one.cost[found.place][:, found.sites].min(axis=1)
    assert (one.cost[found.place, found.site] == near).all()


@given(st.integers(0, 400))
@steadily(25)
def test_capacities_against_every_choice(seed):
    rng = np.random.default_rng(seed)
    places, sites, p = 6, 5, 3
    cost = rng.integers(1, 40, (places, sites)).astype(float)
    demand, capacity = rng.integers(1, 9, places), rng.integers(3, 16, sites)
    best = INF
    for chosen in itertools.combinations(range(sites), p):
        mine = list(chosen)
        everybody = np.kron(np.eye(places), np.ones(p))
        load = np.kron(demand, np.eye(p))
        load = np.concatenate([np.eye(p) * one for one in demand], axis=1)
        tried = linprog(
            (demand[:, None] * cost[:, mine]).ravel(), A_ub=load, b_ub=capacity[mine],
            A_eq=everybody, b_eq=np.ones(places), bounds=(0, 1),
        )  # fmt: skip
        best = min(best, tried.fun if tried.status == 0 else INF)
    one = problem(cost, demand, capacity=capacity)
    if not np.isfinite(best):
        with pytest.raises(InvalidValueError, match="Raise P"):
            locate("pmedian", one, p, 0)
        return
    found = locate("pmedian", one, p, 0)
    assert found.objective == pytest.approx(best)
    assert found.method == "exact"
    served = np.bincount(found.place, found.share, minlength=places)
    assert served == pytest.approx(np.ones(places))
    filled = np.bincount(found.site, found.share * demand[found.place], minlength=sites)
    assert (filled <= capacity + 1e-6).all()


# ---------------------------------------------------------------- beyond the solver


def region(places, sites, seed=1):
    rng = np.random.default_rng(seed)
    xy = rng.random((places, 2)) * 60
    at = xy[rng.choice(places, sites, replace=False)]
    cost = np.hypot(*(xy[:, None] - at[None]).transpose(2, 0, 1))
    return problem(cost, rng.integers(10, 2000, places))


@pytest.mark.parametrize("seed", range(4))
def test_interchange_is_bounded_and_near_the_best(seed):
    one = region(80, 25, seed)
    exact = locate("pmedian", one, 5, 0).objective
    chosen = interchange(one.cost, one.demand, 5, one.fixed, NEVER)
    value = value_of("pmedian", one, chosen, 0)
    bound = lower_bound(one.cost, one.demand, 5, one.fixed, value, NEVER)
    assert bound <= exact * (1 + 1e-9) <= value * (1 + 2e-9)
    assert value <= 1.05 * exact
    assert bound >= 0.95 * exact


@pytest.mark.parametrize("model", ["pmedian", "mclp"])
def test_a_heuristic_says_so_and_keeps_to_its_bound(monkeypatch, model):
    one = region(120, 40, 7)
    exact = locate(model, one, 6, 8)
    monkeypatch.setattr(location, "LARGEST_PROGRAM", 0)
    found = locate(model, one, 6, 8)
    sign = 1 if model == "pmedian" else -1
    slack = 1e-9 * exact.objective
    assert sign * found.bound <= sign * exact.objective + slack
    assert sign * exact.objective <= sign * found.objective + slack
    assert (found.gap > 1e-6) == (found.method == "heuristic")


def test_full_sites_are_traded_without_the_solver(monkeypatch):
    one = region(60, 20, 3)
    one = LocationProblem(
        one.cost, one.demand, one.fixed, one.forbidden, np.full(20, one.demand.sum() / 5)
    )
    exact = locate("pmedian", one, 6, 0)
    monkeypatch.setattr(location, "LARGEST_PROGRAM", 0)
    found = locate("pmedian", one, 6, 0, time_limit=5)
    assert found.bound <= exact.objective * (1 + 1e-9) <= found.objective * (1 + 2e-9)
    assert found.objective <= 1.1 * exact.objective


# ---------------------------------------------------------------- spopt


@pytest.fixture(scope="module")
def spopt():
    """Its location models, which need only pulp for tables of costs; its other rooms stay shut."""
    pytest.importorskip("pulp")
    util = pytest.importorskip("importlib.util")
    spec = util.find_spec("spopt")
    if spec is None:
        pytest.skip("spopt is not here")
    made = {
        "geopandas": types.ModuleType("geopandas"),
        "pointpats": types.ModuleType("pointpats"),
        "pointpats.geometry": types.ModuleType("pointpats.geometry"),
        "shapely": types.ModuleType("shapely"),
        "spopt": types.ModuleType("spopt"),
    }
    made["geopandas"].GeoDataFrame = made["geopandas"].GeoSeries = object
    made["pointpats.geometry"].build_best_tree = None
    for name in ("MultiPolygon", "Point", "Polygon"):
        setattr(made["shapely"], name, object)
    made["spopt"].__path__ = list(spec.submodule_search_locations)
    before = {name: sys.modules.get(name) for name in made}
    sys.modules.update(made)
    try:
        yield __import__("spopt.locate", fromlist=["locate"])
    finally:
        for name in [one for one in sys.modules if one.split(".")[0] == "spopt"]:
            del sys.modules[name]
        for name, module in before.items():
            if module is not None:
                sys.modules[name] = module
            else:
                sys.modules.pop(name, None)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("seed", range(3))
def test_spopt_says_the_same(spopt, seed):
    import pulp

    one = region(40, 12, seed)
    cost, demand = one.cost, one.demand
    solver = pulp.PULP_CBC_CMD(msg=False)
    theirs = {
        "pmedian": spopt.PMedian.from_cost_matrix(cost, demand, p_facilities=4),
        "mclp": spopt.MCLP.from_cost_matrix(cost, demand, 12, p_facilities=4),
        "lscp": spopt.LSCP.from_cost_matrix(cost, 45),
        "pcenter": spopt.PCenter.from_cost_matrix(cost, p_facilities=4),
    }
    for model, made in theirs.items():
        solved = made.solve(solver)
        found = locate(model, one, 4, {"mclp": 12, "lscp": 45}.get(model, 0))
        assert found.objective == pytest.approx(pulp.value(solved.problem.objective)), model


# ---------------------------------------------------------------- sharing

# Two countries, three towns, two facilities, on a straight road: A (0 km, AA, 100 people),
# B (30, AA, 300), border at 40, C (50, BB, 200); a km a minute. Candidates at B and at C.
TOY_COST = [[30, 50], [0, 20], [20, 0]]
TOY = dict(place=np.array(["AA", "AA", "BB"]), site=np.array(["AA", "BB"]))


@pytest.mark.parametrize("cooperation", ["shared", "separate"])
def test_a_region_on_paper(cooperation):
    one = problem(TOY_COST, [100, 300, 200])
    question = ("lscp", one, TOY["place"], TOY["site"], None, 30.0, 10.0)
    outcome = choose(question[0], cooperation, *question[1:])
    table = gain_of_sharing(outcome, *question).set_index("cooperation")
    # together one site at B has everybody within 30 minutes; apart each country needs its own
    assert table["sites"].tolist() == [1, 2, 1]
    assert table["people_within"].tolist() == [600, 600, 0]
    assert table["people_across"].tolist() == [200, 0, 200]
    assert table["sites_needed"].tolist() == [1, 2, 1]
    # but those at C have 20 minutes more: sharing is not free
    assert table["mean_min"].tolist() == pytest.approx([7000 / 600, 3000 / 600, -4000 / 600])
    assert table["max_min"].tolist() == [30, 30, 0]


def test_the_same_number_of_sites_is_never_worse_together():
    one = region(60, 15, 4)
    country = np.where(np.arange(60) % 2, "AA", "BB")
    site = np.where(np.arange(15) % 2, "AA", "BB")
    for model in ("pmedian", "mclp", "pcenter"):
        question = (model, one, country, site, 4, 12.0, 10.0)
        outcome = choose(model, "shared", *question[1:])
        table = gain_of_sharing(outcome, *question).set_index("cooperation")
        better = {"pmedian": "mean_min", "mclp": "people_within", "pcenter": "max_min"}[model]
        assert table.loc["gain", better] >= -1e-9, model
        assert table.loc["separate", "people_across"] == 0


def test_what_separately_cannot_be_is_said():
    one = problem([[5, INF], [INF, 5], [3, INF]], [10, 10, 10])
    country, site = np.array(["AA", "BB", "AA"]), np.array(["AA", "BB"])
    one = LocationProblem(
        np.array([[5.0, 6], [6, 5], [3, 8]]), one.demand, one.fixed, one.forbidden
    )
    question = ("pmedian", one, country, site, 1, 10.0, 10.0)
    outcome = choose("pmedian", "shared", *question[1:])
    table = gain_of_sharing(outcome, *question).set_index("cooperation")
    assert table.loc["separate", "remarks"] == "1 sites cannot reach everybody"
    assert np.isnan(table.loc["gain", "sites"])
    assert table.loc["shared", "people_within"] == 30


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (dict(fixed=[0], forbidden=[0]), "fixed and forbidden"),
        (dict(forbidden=[0, 1]), "reaches a candidate"),
        (dict(fixed=[0, 1]), "2 sites are fixed"),
    ],
)
def test_what_cannot_be_chosen_is_refused(change, words):
    with pytest.raises(InvalidValueError, match=words):
        locate("pmedian", problem(TOY_COST, [1, 1, 1], **change), 1, 0)
