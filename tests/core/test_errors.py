"""Messages say where, what, which rows and what to do."""

import pandas as pd
import pytest

from smart_planning_plugin.core import errors
from smart_planning_plugin.core.services.inputs import service_types


def test_a_message_says_where_what_which_and_what_to_do():
    error = errors.DuplicateIdError(
        "ids stand more than once",
        "Give every town its own",
        layer="towns",
        field="code",
        ids=range(8),
    )
    assert str(error) == (
        "Layer 'towns', field 'code': ids stand more than once (0, 1, 2, 3, 4 and 3 more). "
        "Give every town its own."
    )
    assert error.ids == [str(number) for number in range(8)]


def test_what_is_not_known_is_not_said():
    assert str(errors.EmptyLayerError("no rows")) == "No rows."
    assert str(errors.EmptyLayerError("no rows", layer="roads")) == "Layer 'roads': no rows."
    assert str(errors.EmptyLayerError("no rows", "Load some", ids=["a", "b"])) == (
        "No rows (a, b). Load some."
    )


def test_a_message_within_a_message_has_one_full_stop():
    inner = errors.SmartPlanningError("no road is left", "Look at ROADS")
    outer = errors.SmartPlanningError(f"the network failed: {inner}", "Run it again.")
    assert str(outer) == "The network failed: No road is left. Look at ROADS. Run it again."


def test_every_error_of_the_contract_can_be_caught_as_one():
    named = [
        one for one in vars(errors).values() if getattr(one, "__module__", "") == errors.__name__
    ]
    assert len(named) > 8
    for one in named:
        assert one.__doc__
        if one is not errors.Cancelled:
            assert issubclass(one, errors.SmartPlanningError)
    assert not issubclass(errors.Cancelled, errors.SmartPlanningError)


def test_the_table_of_types_is_checked():
    def read(**columns):
        return service_types(["school", "bank", "school", ""], pd.DataFrame(columns))

    assert [one.name for one in service_types(["school", "bank", "school"])] == ["bank", "school"]
    found = read(type=["school"], threshold_min=[20], shareability=["agreement"])
    assert [one.threshold_min for one in found] == [None, 20]
    assert [one.shareability for one in found] == ["unknown", "agreement"]
    assert found[1].shareable(border_open=False) == "agreement"
    with pytest.raises(errors.MissingFieldError, match=r"SERVICE_TYPES.*'type'"):
        read(kind=["school"])
    with pytest.raises(errors.DuplicateIdError, match="school"):
        read(type=["school", "school"])
    with pytest.raises(errors.InvalidValueError, match=r"'shareability'.*free_choice.*school"):
        read(type=["school"], shareability=["often"])
    with pytest.raises(errors.InvalidValueError, match=r"'threshold_min'.*school"):
        read(type=["school"], threshold_min=[-1])
    with pytest.raises(errors.InvalidValueError, match=r"'advantage_min'.*number.*school"):
        read(type=["school"], advantage_min=["soon"])
    with pytest.raises(errors.NoServicesError):
        service_types([None, ""])


def test_an_agreement_that_holds_only_with_an_open_border():
    table = pd.DataFrame(
        {"type": ["rescue"], "shareability": ["agreement"], "only_open_border": [1]}
    )
    (rescue,) = service_types(["rescue"], table)
    assert rescue.shareable(border_open=True) == "agreement"
    assert rescue.shareable(border_open=False) == "not_shareable"
