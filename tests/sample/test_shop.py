"""The three shops are written as their owners would write, and hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from retention.sample import BY_NAME, SHOPS
from retention.sample.shop import price_list

COMMITTED = Path(__file__).parents[2] / "sample_data"


def text_of(shop: str, table: str) -> str:
    style = BY_NAME[shop].style
    return (COMMITTED / shop / f"{table}.csv").read_text(encoding=style.encodings.get(table, style.encoding))


def test_a_price_list_is_sorted_and_in_minor_units() -> None:
    (cheap, dear) = price_list("Ball | Toys | 19.90 | 0.5 | 2\nPen | Paper | 1.25 | 0.4 | 1")
    assert (cheap.name, cheap.category, cheap.price, cheap.unit_cost, cheap.popularity) == ("Pen", "Paper", 125, 50, 1)
    assert (dear.price, dear.unit_cost) == (1990, 995)


@pytest.mark.parametrize("name", SHOPS)
def test_a_shop_holds_together(name: str) -> None:
    shop = BY_NAME[name]
    assert sum(place.share for place in shop.places) == pytest.approx(1)
    assert sum(channel.share for channel in shop.marketing.winning) == pytest.approx(1)
    assert len({product.name for product in shop.products}) == len(shop.products)
    assert (len(shop.behaviour.month_factors), len(shop.behaviour.weekday_factors), len(shop.behaviour.hour_weights)) == (12, 7, 24)
    assert set(shop.words.purposes) == {"acquisition", "retention", "shared"}
    assert set(shop.words.stages) == {"reached", "visited", "enquired"}
    for points in range(11):
        assert any(said.lowest <= points <= said.highest for said in shop.words.opinions)


def test_the_orders_of_the_toy_shop_are_in_windows_1251() -> None:
    raw = (COMMITTED / "toys" / "orders.csv").read_bytes()
    assert raw.startswith("Номер заказа;Дата;".encode("cp1251"))


def test_romanian_is_written_with_its_own_letters_and_not_the_turkish_ones() -> None:
    written = "".join(text_of("cafe", table) for table in ("orders", "customers", "feedback"))
    assert "ș" in written and "ț" in written
    assert not set(written) & set("şţŞŢ")


@pytest.mark.parametrize("name", SHOPS)
def test_nobody_in_the_samples_has_an_address_or_a_phone(name: str) -> None:
    people = text_of(name, "customers")
    assert "@" not in people and "+" not in people
