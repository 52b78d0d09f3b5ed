"""Decays by hand: weights, parameters by the threshold, and what is said of wrong ones."""

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility.decay import Decay, defaults, parse_decay
from smart_planning_plugin.core.errors import InvalidValueError

E2 = float(np.exp(2))
ROOT3 = float(np.sqrt(3))


@pytest.mark.parametrize(
    ("name", "parameters", "threshold", "weights"),
    [
        ("binary", (), 30, {0: 1, 29: 1, 30: 1, 30.001: 0, np.inf: 0, np.nan: 0}),
        ("linear", (), 30, {0: 1, 15: 0.5, 24: 0.2, 30: 0, 31: 0}),
        ("stepped", (), 30, {0: 1, 10: 1, 10.001: 0.68, 20: 0.68, 20.001: 0.22, 30: 0.22, 31: 0}),
        ("stepped", (10, 0.9, 15, 0.4), 30, {0: 0.9, 10: 0.9, 11: 0.4, 15: 0.4, 16: 0, 30: 0}),
        ("stepped", (10, 0.9, 50, 0.4), 30, {30: 0.4, 31: 0}),
        ("power", (), 30, {0: 1, 0.5: 1, 1: 1, 2: 0.5, 4: 0.25, 31: 0}),
        ("power", (2,), 30, {0: 1, 1: 1, 2: 0.25, 4: 0.0625}),
        ("power", (2, 5), 30, {4: 1, 5: 1, 10: 0.25, 30: 1 / 36}),
        ("exponential", (0.2,), 30, {0: 1, 10: 1 / E2, 5: E2**-0.5, 31: 0}),
        ("exponential", (), 30, {15: 0.1, 30: 0.01}),
        ("gaussian", (5,), 30, {0: 1, 5: E2**-0.25, 10: 1 / E2, 20: E2**-4}),
        ("gaussian", (), 40, {20: 0.01**0.25, 40: 0.01}),
        # a standard deviation of 10 pi / root 3 makes it a tenth steep: 2 at 20 minutes
        (
            "logistic", (20, 10 * np.pi / ROOT3), np.inf,
            {0: 1, 20: (1 + 1 / E2) / 2, 40: (1 + 1 / E2) / (1 + E2), 1e7: 0},
        ),
    ],
)  # fmt: skip
def test_weights(name, parameters, threshold, weights):
    found = Decay(name, tuple(map(float, parameters))).weights(list(weights), threshold)
    assert found == pytest.approx(list(weights.values()), abs=1e-15)
    assert (found >= 0).all()


def test_what_is_a_hair_beyond_a_limit_lies_at_it():
    hair = 5e-7
    assert Decay("stepped").weights([10 + hair, 30 + hair], 30).tolist() == [1, 0.22]
    assert Decay("linear").weights([30 + hair], 30).tolist() == [0]
    assert Decay("stepped", (10.0, 1.0)).weights([10 + hair], 30).tolist() == [1]


def test_a_decay_is_binary_unless_told_otherwise():
    assert Decay() == Decay("binary", ()) == parse_decay("binary")


def test_parameters_by_the_threshold():
    assert defaults("stepped", 60) == (20, 1, 40, 0.68, 60, 0.22)
    assert defaults("power", 60) == (1, 1)
    assert defaults("exponential", 60) == pytest.approx((np.log(100) / 60,))
    assert defaults("gaussian", 60) == pytest.approx((60 / np.sqrt(2 * np.log(100)),))
    assert defaults("logistic", 60) == (30, 7.5)
    assert defaults("linear", 60) == defaults("binary", 60) == ()


@pytest.mark.parametrize(
    ("name", "text", "parameters"),
    [
        ("exponential", " 0.1 ", (0.1,)), ("power", "2", (2,)), ("power", "2, 5,", (2, 5)),
        ("logistic", "20,2", (20, 2)), ("gaussian", "", ()), ("linear", " ", ()),
        ("stepped", "10:1, 20:0", (10, 1, 20, 0)), ("stepped", "10:0.5,20:0.5", (10, 0.5, 20, 0.5)),
        ("stepped", "0.1:0", (0.1, 0)),
    ],
)  # fmt: skip
def test_parameters_as_they_are_written(name, text, parameters):
    assert parse_decay(name, text) == Decay(name, parameters)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("power", "2; 5", "'2; 5' is not a list of numbers. Write numbers with commas between, and "
                          "steps as 10:1, 20:0.68, 30:0.22"),
        ("power", "2, inf", "power needs finite numbers. Or leave it empty"),
        ("power", "1,2,3", "power takes 1 or 2 numbers, not 3. Or leave it empty"),
        ("binary", "1", "binary takes 0 numbers, not 1. Or leave it empty"),
        ("linear", "1", "linear takes 0 numbers, not 1. Or leave it empty"),
        ("exponential", "1,2", "exponential takes 1 numbers, not 2. Or leave it empty"),
        ("gaussian", "1,2", "gaussian takes 1 numbers, not 2. Or leave it empty"),
        ("logistic", "1", "logistic takes 2 numbers, not 1. Or leave it empty"),
        ("logistic", "20, 0", "the numbers of logistic must be above 0. Or leave it empty"),
        ("power", "-1, 2", "the numbers of power must be above 0. Or leave it empty"),
        ("stepped", "10:1, 20", "each step needs a limit and a weight. Or leave it empty"),
        ("stepped", "10:1, 20:0.5, 20:0.2", "the limits of steps must grow. Or leave it empty"),
        ("stepped", "0:1", "the limits of steps must grow. Or leave it empty"),
        ("stepped", "10:1.1", "the weights of steps lie between 0 and 1 and do not grow. "
                              "Or leave it empty"),
        ("stepped", "10:0.5, 20:-0.1", "the weights of steps lie between 0 and 1 and do not grow. "
                                       "Or leave it empty"),
        ("stepped", "10:1, 20:0.5, 30:0.6", "the weights of steps lie between 0 and 1 and do not "
                                            "grow. Or leave it empty"),
    ],
)  # fmt: skip
def test_what_is_said_of_parameters_that_cannot_be_meant(name, text, says):
    with pytest.raises(InvalidValueError) as raised:
        parse_decay(name, text)
    assert str(raised.value) == f"DECAY_PARAMETER: {says}."
