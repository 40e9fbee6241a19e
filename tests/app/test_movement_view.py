"""The movement view, run without a browser: its two days, its sentences, and shops too small for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


def visit(**link: str) -> AppTest:
    """The view as a cold link opens it."""
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    for name, value in {"language": "en", "ladder_view": "movement", **link}.items():
        app.query_params[name] = value
    app.switch_page("ladder.py").run()
    assert not app.exception, app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for kind in (app.markdown, app.caption, app.info, app.warning) for element in kind)


@pytest.fixture
def living(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    yield workspace
    workspace.close()


def test_the_usual_days_are_the_last_quarter_and_a_change_goes_into_the_link(living):
    app = visit()
    assert [app.date_input(key=key).value for key in ("moved_from", "moved_to")] == [date(2026, 3, 31), date(2026, 6, 30)]
    assert "Of 133 customers on the ladder on Mar 31, 2026, 12 climbed, 101 stayed, 0 slipped, 20 lapsed by Jun 30, 2026" in texts(app)
    assert "Quick ratio: 1.20" in texts(app) and "(23 new + 1 back) ÷ 20 lapsed" in texts(app)
    assert "Nothing from Apr 1, 2026 to Jun 30, 2026 differs" in texts(app)
    assert "Lapsed, of those who stood there: " in texts(app) and "than on any other rung" in texts(app)
    assert len(app.get("vega_lite_chart")) == 5
    assert "moved_from" not in app.query_params
    app.date_input(key="moved_from").set_value(date(2025, 12, 31)).run()
    assert app.query_params["moved_from"] == "2025-12-31"
    assert "on the ladder on Dec 31, 2025" in texts(app)


def test_a_link_brings_its_days_and_days_outside_the_data_are_moved_inside(living):
    app = visit(moved_from="2025-12-31", moved_to="2026-02-28", as_of="2026-02-10")
    assert [app.date_input(key=key).value for key in ("moved_from", "moved_to")] == [date(2025, 12, 31), date(2026, 2, 10)]
    assert "counted until Feb 10, 2026" in texts(app)


def test_days_the_wrong_way_round_are_said_and_the_rest_stays(living):
    app = visit(moved_from="2026-05-01", moved_to="2026-04-01")
    assert [warning.value for warning in app.warning] == [
        "May 1, 2026 is later than Apr 1, 2026: choose an earlier day to start from, or a later one to end on."
    ]
    assert len(app.get("vega_lite_chart")) == 3
    assert not visit(moved_from="nonsense").warning


def test_five_customers_are_told_what_they_can_tell(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit()
    assert "Too few to tell" in texts(app) and "a year and a quarter of history is needed" in texts(app)
    assert "Of 1 customer who became an advocate, 1 climbed straight over" in texts(app)
    assert not app.error and not app.warning
    workspace.close()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([("anna", date(2026, 1, 5), "10.00")], "All sales are of one day"),
        ([("anna", date(2026, 1, 5), "10.00"), ("anna", date(2026, 1, 6), "9.00")], "Nobody lapsed between the two days"),
        ([(None, date(2026, 1, 5), "10.00"), (None, date(2026, 1, 6), "9.00")], "The sales name no customers"),
    ],
)
def test_the_smallest_shops(own_home, lines, said):
    workspace = make_shop(own_home / "workspace.duckdb", lines)
    app = visit()
    assert said in texts(app)
    assert not app.error and not app.warning
    workspace.close()
