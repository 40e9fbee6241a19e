"""What is in the orders adds up, and what comes back was bought."""

from __future__ import annotations

import numpy as np
import pytest

from retention.sample import BY_NAME, SHOPS, baskets
from retention.sample.baskets import Lines, order_lines
from retention.sample.customers import customers
from retention.sample.purchases import orders
from retention.sample.seasons import seasons


def lines_of(name: str, people: int) -> list[Lines]:
    shop = BY_NAME[name]
    days = seasons(shop.behaviour)
    everyone = customers(shop, people, days, np.random.default_rng(2))
    bought = orders(shop.behaviour, everyone, days, np.random.default_rng(3))
    return list(order_lines(shop, everyone, bought, days, np.random.default_rng(4)))


@pytest.mark.parametrize("name", SHOPS)
def test_a_line_costs_its_pieces_less_the_discount(name: str) -> None:
    (lines,) = lines_of(name, 2_000)
    price = np.array([product.price for product in BY_NAME[name].products])
    assert np.array_equal(lines.amount + lines.discount, price[lines.product] * lines.quantity)
    assert np.all(lines.discount * np.sign(lines.quantity) >= 0)
    assert np.all(np.abs(lines.cost) < np.abs(price[lines.product] * lines.quantity))


@pytest.mark.parametrize("name", SHOPS)
def test_the_shares_are_those_of_the_shop(name: str) -> None:
    (lines,) = lines_of(name, 5_000)
    truth, sold = BY_NAME[name].behaviour, lines.amount > 0
    first_lines = np.unique(lines.order[sold], return_index=True)[1]
    assert np.mean(lines.discount[sold][first_lines] > 0) == pytest.approx(truth.discounted_share, abs=0.015)
    assert np.count_nonzero(~sold) / np.count_nonzero(sold) == pytest.approx(truth.refunded_share, abs=0.004)
    whole_price = (lines.amount + lines.discount)[sold].sum() / len(first_lines)
    assert whole_price == pytest.approx(truth.basket_p * truth.basket_gamma / (truth.basket_q - 1), rel=0.10)


def test_many_parts_stay_in_time_and_every_return_follows_its_sale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baskets, "ORDERS_AT_ONCE", 50)
    parts = lines_of("toys", 500)
    assert len(parts) > 20
    minute = np.concatenate([part.minute for part in parts])
    assert np.all(np.diff(minute) >= 0)
    sold: dict[tuple[int, int], tuple[int, int, int]] = {}
    returns = 0
    for part in parts:
        for order, product, customer, quantity, amount in zip(
            part.order, part.product, part.customer, part.quantity, part.amount, strict=True
        ):
            if amount > 0:
                assert (order, product) not in sold
                sold[order, product] = (customer, quantity, amount)
            else:
                assert sold.pop((order, product)) == (customer, -quantity, -amount)
                returns += 1
    assert returns > 5
