"""The figures of the value page: five customers by hand, how they reconcile with the marts, and what few customers get."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from retention.answers.ask import ask
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.value import value
from retention.locale import Words
from retention.question import Question
from tests.tiny_shop import flat_limits, make_tiny_shop

MONTHS = 48 / 30.4375  # the window of the five customers has 48 days


def lines_of(customers, returns=False):
    """Customers with a pace of 5 to 24 days, a third of whom stop after their second purchase."""
    lines = []
    for customer in range(customers):
        for number in range(2 if customer % 3 == 0 else 3 + customer % 9):
            day = date(2025, 1, 6) + timedelta(customer % 60 + number * (5 + customer % 20))
            amount = f"{10 + (customer * 7 + number * 13) % 40}.75"
            lines.append((f"{customer}-{number}", f"c{customer:03}", day.isoformat(), amount, None, "sale"))
        if returns and customer % 6 == 0:
            lines.append((f"{customer}-r", f"c{customer:03}", "2025-08-01", "-2.10", None, "return"))
    return lines


@pytest.fixture(scope="module")
def found_of(tmp_path_factory):
    """The answer and its customers for a shop of so many; a shop is made once, whatever is asked of it."""
    folder, opened = tmp_path_factory.mktemp("shops"), {}

    def found_of(customers, returns=False, **asked):
        if (customers, returns) not in opened:
            opened[customers, returns] = make_tiny_shop(folder / f"{len(opened)}.duckdb", lines_of(customers, returns))
        with ask(opened[customers, returns], Question(**asked)) as marts:
            values = customer_values(marts, fits(marts))
            return value(marts, values), values

    yield found_of
    for workspace in opened.values():
        workspace.close()


def said(found):
    return "\n".join(Words("en").say(reason) for reason in found.reasons)


def test_five_customers_by_hand(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        found = value(marts)
    workspace.close()
    assert (found.customers, found.buyers, found.historic_total, found.historic_mean) == (4, 2, 212.0, 53.0)
    assert found.quantiles == pytest.approx({0.1: 25.4, 0.25: 38.0, 0.5: 47.5, 0.75: 62.5, 0.9: 85.0, 0.99: 98.5})
    assert found.top_fifth_share == 100 / 212
    simple, historic = found.by_kind["simple"], found.by_kind["historic"]
    assert (simple.total, simple.mean, simple.mean_of_buyers) == pytest.approx(
        (87 / MONTHS * 12, 87 / 4 / MONTHS * 12, 87 / 2 / MONTHS * 12)
    )
    assert (historic.total, historic.mean, historic.mean_of_buyers) == (212.0, 53.0, 58.5)
    assert (found.by_kind["predicted"], found.size, found.forecaster, found.chance_to_buy) == (None, None, None, None)
    # the average check also counts what Elena, who has bought nothing, gave back in the window
    assert found.returns_of_others == -4.0
    assert found.simple * found.buyers == pytest.approx(simple.total + found.returns_of_others / MONTHS * 12)


@pytest.mark.parametrize("share", [None, 0.35])
def test_the_three_values_reconcile_with_the_marts(found_of, share):
    found, values = found_of(120, returns=True, margin_share=share)
    assert round(float(values.sales.sum()), 2) == found.historic_total
    part = 1.0 if share is None else share
    assert found.by_kind["historic"].total == pytest.approx(found.historic_total * part, abs=0.005)
    # returns that fall into the window of people who bought nothing in it stand apart
    assert found.returns_of_others < 0
    mean = (found.by_kind["simple"].total / part + found.returns_of_others / values.window_months * 12) / found.buyers
    assert mean == pytest.approx(found.simple, rel=1e-12)
    assert found.by_kind["predicted"].total == pytest.approx(float(values.predicted.sum()))
    assert (found.is_margin, found.size, found.horizon_months) == (share is not None, "rough", 12)


def test_the_simple_mean_of_buyers_is_the_textbook_figure(found_of):
    in_sales, _ = found_of(60)
    in_margin, _ = found_of(60, margin_share=0.35)
    assert in_sales.returns_of_others == 0.0
    assert in_sales.by_kind["simple"].mean_of_buyers == pytest.approx(in_sales.simple, rel=1e-12)
    assert in_margin.by_kind["simple"].mean_of_buyers == pytest.approx(in_sales.simple * 0.35, rel=1e-12)
    assert in_margin.simple == in_sales.simple  # the worked line stays in sales


def test_why_the_values_differ_is_said_with_the_shops_own_figures(found_of):
    found, values = found_of(600, annual_discount_rate=0.15)
    text = said(found)
    back = round(float(values.chance_to_buy[values.bought_in_window].sum()))
    assert text.startswith("All values are in sales")
    assert f"counts the {found.buyers} customers who bought in the window" in text
    assert f"expects {back} of the {found.buyers} buyers of the window to buy again in the months ahead" in text
    assert "15 % a year: that takes" in text
    assert "rough" not in text
    with_share, _ = found_of(600, margin_share=0.35)
    assert said(with_share).startswith("All values are in margin: what is left of the sales once the goods are paid, 35 % in the window.")


def test_what_so_many_customers_allow_is_said(found_of):
    none, _ = found_of(29)
    assert (none.by_kind["predicted"], none.size, none.expected_purchases) == (None, "none", None)
    assert "Nothing can be forecast yet: only 29 customers have bought so far, and at least 30 are needed." in said(none)
    base, _ = found_of(60)
    predicted = base.by_kind["predicted"]
    assert predicted.low < predicted.total < predicted.high
    assert "With fewer than 100 customers the forecast only says something about all of them together." in said(base)
    rough, _ = found_of(110)
    assert "With fewer than 500 customers the forecast is rough." in said(rough)
    assert 0 < rough.chance_to_buy < 1 and rough.by_kind["predicted"].spread.gini > 0
