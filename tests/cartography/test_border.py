"""The state border, from two sets of polygons that do not quite meet."""

import pytest
from qgis.core import QgsGeometry, QgsRectangle

from smart_planning_plugin.cartography.border import GAP_M, state_border


def square(left, bottom, right, top):
    return QgsGeometry.fromRect(QgsRectangle(left, bottom, right, top))


@pytest.mark.parametrize("gap", [-30, 0, 4, 50])
def test_it_is_as_long_as_the_side_they_share(qgis_app, gap):
    found = state_border({"LV": square(0, 0, 50000, 20000), "LT": square(0, -20000, 50000, -gap)})
    assert list(found) == [("LT", "LV")]
    assert found["LT", "LV"].length() == pytest.approx(50000, abs=2 * (GAP_M + abs(gap)))


def test_countries_that_do_not_meet_have_none(qgis_app):
    assert state_border({"LV": square(0, 0, 1000, 1000), "EE": square(0, 2000, 1000, 3000)}) == {}


def test_three_countries_have_three(qgis_app):
    found = state_border(
        {
            "LT": square(0, 0, 20000, 10000),
            "LV": square(0, 10000, 10000, 20000),
            "BY": square(10000, 10000, 20000, 20000),
        }
    )
    assert list(found) == [("BY", "LT"), ("BY", "LV"), ("LT", "LV")]
