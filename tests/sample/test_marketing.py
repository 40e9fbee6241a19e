"""What is spent and whom it reaches."""

from __future__ import annotations

import numpy as np
import pytest

from retention.sample import BY_NAME, SHOPS
from retention.sample.customers import customers
from retention.sample.marketing import contacts, spend
from retention.sample.purchases import orders
from retention.sample.seasons import seasons


@pytest.mark.parametrize("name", SHOPS)
def test_spend_is_per_month_and_channel_and_near_what_the_shop_plans(name: str) -> None:
    shop = BY_NAME[name]
    days = seasons(shop.behaviour)
    people = customers(shop, 3_000, days, np.random.default_rng(1))
    bought = orders(shop.behaviour, people, days, np.random.default_rng(2))
    rows = spend(shop, people, bought, days, np.random.default_rng(3))
    assert len({(row.month, row.channel) for row in rows}) == len(rows) == 30 * 8
    assert {row.purpose for row in rows} == {"acquisition", "retention", "shared"}
    assert all(row.amount % shop.marketing.spend_step == 0 for row in rows)
    spent = sum(row.amount for row in rows if row.purpose == "acquisition")
    planned = 3_000 * sum(channel.share * channel.cost for channel in shop.marketing.winning)
    assert spent == pytest.approx(planned, rel=0.05)


@pytest.mark.parametrize("name", SHOPS)
def test_fewer_people_visit_than_are_reached_and_no_more_buy_than_enquired(name: str) -> None:
    shop = BY_NAME[name]
    days = seasons(shop.behaviour)
    people = customers(shop, 3_000, days, np.random.default_rng(1))
    rows = contacts(shop, people, days, np.random.default_rng(3))
    number = {(row.month, row.channel, row.stage): row.people for row in rows}
    came_in = days.month_of_day[people.arrival.astype(int)]
    for (month, channel, stage), reached in number.items():
        if stage != "reached":
            continue
        which = [winning.name for winning in shop.marketing.winning].index(channel)
        bought = np.count_nonzero((came_in == month) & (people.channel == which))
        assert reached >= number[month, channel, "visited"] >= number[month, channel, "enquired"] >= bought
