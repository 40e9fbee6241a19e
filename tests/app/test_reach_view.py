"""The view from reach to return: what it says with little, with typed figures and with contacts."""

from __future__ import annotations

from datetime import date

import pytest

from retention.warehouse import Workspace
from tests.app.test_pages import charts, texts, visit
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

PAGE = "ladder?ladder_view=reach"


def add_contacts(workspace: Workspace) -> None:
    with workspace.cursor() as cursor:
        cursor.execute(
            'insert into contacts (import_id, file, "row", "day", channel, stage, people) values'
            " (1, 'c.csv', 1, '2026-03-01', '=Ads', 'reached', 400), (1, 'c.csv', 2, '2026-03-02', '=Ads', 'visited', 0)"
        )
        cursor.execute("update order_lines set channel = '=ads' where customer_id = 'clara'")
        cursor.execute("update workspace set data_version = data_version + 1")


def test_without_contacts_the_first_steps_are_question_marks(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(PAGE)
    assert "Of 1 customer won from" in texts(app)
    assert "None of them has been known for 90 days yet" in texts(app)
    funnel = charts(app)[0]
    assert b"unknown" in funnel and b"contact" not in funnel
    workspace.close()


def test_contacts_give_every_step_and_a_table_that_no_spreadsheet_runs(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    add_contacts(workspace)
    app = visit(PAGE)
    assert "unknown" not in charts(app)[0].decode("latin-1") and len(charts(app)) == 2
    by_channel, by_month = (table.value for table in app.dataframe)
    assert by_channel["Channel"].tolist() == ["=ads"]  # as the customers' list writes it
    assert by_channel["People reached"].tolist() == ["400"] and by_channel["Came to look"].tolist() == ["0 (0%)"]
    assert by_month["Month"].tolist() == ["February 2026", "March 2026", "April 2026"]
    assert by_month["Remarks"].tolist() == ["only part of the month", "not all known for 90 days yet", "only part of the month"]
    workspace.close()


def test_a_link_carries_the_figures_typed_in(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(f"{PAGE}&visitors=40&prospects=900")
    assert "Figures typed in belong to the whole window" in texts(app)
    assert app.number_input(key="visitors").value == 40
    workspace.close()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([(None, date(2026, 1, 1), "5.00")], "The sales name no customers"),
        ([("a", date(2026, 1, 1), "5.00")], "Of 1 customer won from"),
        ([("a", date(2024, 1, 1), "5.00"), ("a", date(2026, 1, 1), "5.00")], "Nobody bought for the first time"),
    ],
)
def test_the_smallest_shops(own_home, lines, said):
    workspace = make_shop(own_home / "workspace.duckdb", lines)
    assert said in texts(visit(PAGE))
    workspace.close()
