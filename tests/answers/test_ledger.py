"""The ledger of spend, worked out by hand on the tiny shop, and the one equation that must hold for every shop."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from retention.answers.ask import ask
from retention.answers.ledger import Sums, ledger
from retention.answers.ledger_lines import COLUMNS
from retention.answers.sample_shop import open_sample
from retention.question import Question
from retention.warehouse.spend_ledger import TypedSpend
from tests.tiny_shop import make_tiny_shop


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    yield workspace
    workspace.close()


def found_in(workspace, question=Question()):  # noqa: B008
    with ask(workspace, question) as marts:
        return ledger(workspace, marts)


def channel(found, key):
    return next(one for one in found.channels if one.key == key)


def understand(workspace, columns, sheet=None):
    """The file of the tiny shop's spend enters the ledger of imports as if it had these columns."""
    document = json.dumps({"role": "spend", "columns": columns})
    with workspace.cursor() as cursor:
        cursor.execute("insert into imports values (1, 'spend.csv', ?, 'x', '2026-04-11', 3, 0, ?, '[]')", [sheet, document])


def test_sums_of_the_window_and_of_all_days(shop):
    found = found_in(shop)
    assert found.window == Sums(0.0, 10.0, 31.0, 15.5) and found.window.total == 41.0
    assert found.all_days == 123.0
    assert found.months.to_pylist()[:3] == [
        {"month": date(2026, 1, 1), "purpose": purpose, "amount": amount}
        for purpose, amount in (("acquisition", 54.0), ("retention", 0.0), ("shared", 0.0))
    ]
    # the first sale is of 5 January: 27 of the 31 days of its spend lie in the data
    assert found.months.num_rows == 12  # January to April, three purposes each


def test_every_line_with_who_says_what_it_is_for(shop):
    shop.spend.add(TypedSpend(date(2026, 4, 9), date(2026, 4, 12), "Prizes", Decimal(20), "shared", Decimal("0.3")))
    lines = found_in(shop).lines
    assert lines.schema == COLUMNS
    names = ("channel", "amount", "window_amount", "purpose", "acquisition_share", "reason", "file", "row")
    assert [tuple(row[name] for name in names) for row in lines.to_pylist()] == [
        ("ads", 62.0, 0.0, "acquisition", 1.0, "words", "spend.csv", 2),
        ("fair", 31.0, 31.0, "shared", 0.5, "nobody", "spend.csv", 3),
        ("newsletter", 30.0, 10.0, "retention", 0.0, "words", "spend.csv", 4),
        ("Prizes", 20.0, 10.0, "shared", 0.3, "hand", None, None),
    ]


def test_a_column_of_purposes_is_the_files_own_word(shop):
    understand(shop, {"Day": "first_day", "For": "purpose"}, "January")
    assert {one.reason for one in found_in(shop).channels} == {"file"}
    assert found_in(shop).undecided == ()


def test_without_such_a_column_the_names_speak_or_nobody(shop):
    understand(shop, {"Day": "first_day", "Channel": "channel"})
    found = found_in(shop)
    assert {one.key: one.reason for one in found.channels} == {"fair": "nobody", "newsletter": "words", "ads": "words"}
    assert [one.key for one in found.undecided] == ["fair"]


def test_what_is_said_of_a_channel_and_what_its_lines_say_themselves(shop):
    shop.spend.say("fair", "shared", Decimal("0.2"))
    shop.spend.say("radio", "acquisition", Decimal(1))
    found = found_in(shop)
    fair = channel(found, "fair")
    assert (fair.reason, fair.is_ruled, fair.acquisition_share, fair.told, fair.told_reason) == ("hand", True, 0.2, "shared", "nobody")
    assert found.undecided == () and found.window.shared_to_winning == pytest.approx(6.2)
    assert [rule.channel_key for rule in found.rules] == ["fair", "radio"]


def test_lines_of_one_channel_that_differ(shop):
    with shop.cursor() as cursor:
        cursor.execute("update spend set channel = ' Fair' where channel = 'newsletter'")
        cursor.execute("update workspace set data_version = 2")
    fair = channel(found_in(shop), "fair")
    assert (fair.purpose, fair.reason, fair.lines, fair.amount, fair.window_amount) == ("several", "nobody", 2, 61.0, 41.0)
    assert fair.acquisition_share == pytest.approx(0.5 * 31 / 61)
    assert fair.is_undecided


def test_a_campaign_can_say_what_its_channel_does_not(shop):
    with shop.cursor() as cursor:
        cursor.execute("update spend set campaign = 'Newsletter March', purpose = 'retention' where channel = 'fair'")
        cursor.execute("update workspace set data_version = 2")
    assert channel(found_in(shop), "fair").reason == "words"


def test_no_spend_at_all(shop):
    with shop.cursor() as cursor:
        cursor.execute("delete from spend")
    found = found_in(shop)
    assert (found.channels, found.window, found.all_days) == ((), Sums(0.0, 0.0, 0.0, 0.0), 0.0)
    assert found.lines.num_rows == found.months.num_rows == 0


@pytest.fixture(scope="module")
def online(tmp_path_factory):
    """The online shop, two of whose channels are said to be shared; read once, in a data folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RETENTION_HOME", str(tmp_path_factory.mktemp("online-home")))
        workspace = open_sample("online")
    shares = {"photography and copywriting": Decimal("0.37"), "crm software": Decimal("0.11")}
    for key, share in shares.items():
        workspace.spend.say(key, "shared", share)
    yield workspace
    workspace.close()


@pytest.mark.parametrize("question", [Question(), Question(window_months=5), Question(as_of=date(2025, 11, 17))])
def test_the_ledger_adds_up_to_what_the_costs_count(online, question):
    with ask(online, question) as marts, marts.engine() as engine:
        found = ledger(online, marts)
        (row,) = engine.arrow("select * from cost_window").to_pylist()
    names = ("acquisition_spend", "retention_spend", "shared_spend", "shared_to_acquisition")
    sums = found.window
    assert [row[name] / 100 for name in names] == pytest.approx([sums.winning, sums.keeping, sums.shared, sums.shared_to_winning])
    assert sums.total == pytest.approx(sum(one.window_amount for one in found.channels))
    assert found.all_days == pytest.approx(sum(found.lines["amount"].to_pylist()))
