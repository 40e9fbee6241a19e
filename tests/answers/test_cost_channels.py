"""Costs by channel of the five-customer shop (tests/tiny_shop.py), by hand."""

from __future__ import annotations

import pytest

from retention.answers.cost_channels import cost_channels
from retention.question import Question
from tests.tiny_shop import flat_limits, make_tiny_shop

CLARA = "insert into customers (import_id, file, \"row\", customer_id, acquired_channel) values (1, 'p.csv', 3, 'clara', ' FAIR')"


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    yield workspace
    workspace.close()


def asked(workspace, question=Question()):  # noqa: B008
    with workspace.marts(question, flat_limits) as marts:
        return cost_channels(marts)


def figures(found):
    return [(one.name, one.acquired, one.kept, one.acquisition_spend, one.retention_spend, one.cac, one.crc) for one in found.channels]


def test_without_channels_of_customers_spend_stands_alone(shop):
    found = asked(shop)
    assert figures(found) == [
        ("fair", 0, 0, 15.5, 15.5, None, None),
        (None, 1, 1, 0.0, 0.0, None, None),  # Clara; Anna
        ("newsletter", 0, 0, 0.0, 10.0, None, None),
    ]
    assert (found.blended, found.paid, found.paid_customers, found.acquired) == (15.5, None, 0, 1)
    assert "do not say through which channel" in found.missing[0].text


def test_paid_and_blended_and_keeping_by_channel(shop):
    with shop.cursor() as cursor:
        cursor.execute(CLARA)
        cursor.execute("update order_lines set channel = 'News  Letter' where order_id = '9'")  # Anna's first in the window
        cursor.execute("update order_lines set channel = 'fair' where order_id = '13'")  # her second there
        cursor.execute("update spend set channel = 'news letter' where channel = 'newsletter'")
        cursor.execute("insert into spend values (1, 'spend.csv', 9, '2026-03-05', '2026-03-05', 'Billboard', null, 4.5, 'acquisition', 1)")
    found = asked(shop)
    assert figures(found) == [
        ("FAIR", 1, 0, 15.5, 15.5, 15.5, None),
        ("Billboard", 0, 0, 4.5, 0.0, None, None),
        ("news letter", 0, 1, 0.0, 10.0, None, 10.0),
    ]
    assert (found.channels[0].cac_low, found.channels[0].cac_high) == (0.0, 31.0)
    assert (found.blended, found.paid, found.paid_customers, found.missing) == (20.0, 20.0, 1, ())


def test_who_came_by_no_paid_channel_makes_paid_dearer_than_blended(tmp_path):
    lines = [("1", "old", "2024-01-01", "5.00", None, "sale")]
    lines += [(f"n{number}", f"new{number}", "2026-03-01", "5.00", None, "sale") for number in range(4)]
    workspace = make_tiny_shop(tmp_path / "four.duckdb", lines)
    with workspace.cursor() as cursor:
        cursor.execute(
            "update order_lines set channel = case order_id when 'n0' then 'Fair' when 'n1' then 'fair' else 'Word of mouth' end"
        )
        cursor.execute("update spend set first_day = '2026-02-10', last_day = '2026-02-20' where channel = 'fair'")
    found = asked(workspace)
    assert (found.acquired, found.paid_customers) == (4, 2)
    assert found.paid == pytest.approx((62 + 15.5) / 2)
    assert found.blended == pytest.approx((62 + 15.5) / 4)
    assert [(one.name, one.acquired, one.cac) for one in found.channels] == [
        ("ads", 0, None),
        ("Fair", 2, 7.75),
        ("Word of mouth", 2, None),
    ]
    workspace.close()


def test_discounts_make_no_channel_a_paid_one(shop):
    with shop.cursor() as cursor:
        cursor.execute(CLARA.replace(" FAIR", "Friends"))
        cursor.execute("update order_lines set discount = 2 where order_id = '7'")
    found = asked(shop, Question(counts_discounts=True))
    by_name = {one.name: one for one in found.channels}
    assert (by_name["Friends"].cac, by_name["fair"].acquisition_spend) == (2.0, 15.5)
    assert (found.blended, found.paid, found.paid_customers) == (17.5, None, 0)
    assert "No channel with spend has won a customer by its name" in found.missing[0].text


def test_discounts_to_keep_count_where_the_kept_customer_counts(shop):
    with shop.cursor() as cursor:  # Anna was won by the site; in the window she first bought through the newsletter, then in the shop
        cursor.execute("update order_lines set channel = 'Site' where customer_id = 'anna'")
        cursor.execute("update order_lines set channel = 'Newsletter', discount = 3 where order_id = '9'")
        cursor.execute("update order_lines set channel = 'Shop', discount = 1 where order_id = '13'")
        cursor.execute("update order_lines set channel = 'Site', discount = 5 where order_id = '11'")  # Clara, won in the window
    by_name = {one.name: one for one in asked(shop, Question(counts_discounts=True)).channels}
    newsletter = by_name["newsletter"]
    assert (newsletter.kept, newsletter.retention_spend, newsletter.crc) == (1, 14.0, 14.0)
    assert [one.name for one in by_name.values() if one.retention_spend] == ["fair", "newsletter"]


def test_what_bends_the_window_bends_its_channels(shop):
    assert ["Spend on" in note.text for note in asked(shop).notes] == [True, True]


def test_without_spend_nothing_is_split(shop):
    with shop.cursor() as cursor:
        cursor.execute("delete from spend")
    found = asked(shop)
    assert (found.blended, found.paid, [one.cac for one in found.channels]) == (None, None, [None])
    assert "typed-in sum cannot be split" in found.missing[0].text
