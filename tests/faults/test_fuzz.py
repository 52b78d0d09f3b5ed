"""Odd layers and parameters: an answer or a message, never a crash, a trace or half a file.

A small part of what `make fuzz` tries thousands of times, always the same cases.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from smart_planning_plugin.processing.provider import ALGORITHMS
from tests.faults.cases import cases, run_case
from tests.faults.region import pool
from tests.faults.setup import keep_file

IDS = [name.split(".")[1] for name in ALGORITHMS]
#: Those that write whole folders or run others take seconds a case.
FEW = {"handbook": 1, "buildproject": 2, "crossborderstudy": 1, "createsample": 1}
MANY = 6


@pytest.fixture(scope="session")
def small(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    return (*pool(run, folder), keep_file(folder))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", IDS)
def test_odd_inputs(provider, small, name):
    tables, study, keep = small
    algorithm = provider.algorithm(name)

    @seed(11)
    @settings(max_examples=FEW.get(name, MANY), database=None, deadline=None,
              phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(cases(algorithm, tables, study))
    def trying(case):
        verdict = run_case(algorithm, case, keep)
        assert verdict.how != "fault", f"{verdict.what} {verdict.where}\n{verdict.trace}"

    trying()
