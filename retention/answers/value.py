"""What customers are worth: the simple sum, what they have brought so far and what is to be expected of them, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from retention.answers.customer_values import CustomerValues, customer_values
from retention.answers.fits import Size
from retention.answers.value_reasons import reasons
from retention.answers.value_spread import Spread, spread
from retention.metrics import (
    AVERAGE_CHECK,
    CUSTOMERS,
    HISTORIC_LIFETIME_VALUE,
    MARGIN,
    ORDERS_PER_MONTH,
    REPEAT_RATE,
    REVENUE,
    SIMPLE_LIFETIME_VALUE,
    measure,
)
from retention.models.history import Floats
from retention.sentence import N_, Sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

Kind = Literal["simple", "historic", "predicted"]
KINDS: Mapping[Kind, str] = {"simple": N_("Simple value"), "historic": N_("Historic value"), "predicted": N_("Predicted value")}


@dataclass(frozen=True, eq=False)
class ValueOf:
    """One of the three values over all customers, in major units of money.

    mean_of_buyers: over those who bought in the window. low, high: where the total should lie 95 times in 100, the back-test's own miss
    included; only of a forecast, None where the data do not pin it down.
    """

    total: float
    mean: float
    mean_of_buyers: float | None
    low: float | None
    high: float | None
    spread: Spread


@dataclass(frozen=True, eq=False)
class Value:
    """The figures of the value page, money in major units. None = cannot be known.

    In sales: average_check × orders_per_month × horizon_months = simple (an active customer's), historic_mean and historic_total (what
    customers have paid so far), sales_spread (how that is spread). margin_share: margin ÷ sales of all customers.
    by_kind: the three values of the same customers, all in margin where is_margin, else all in sales; predicted is None where
    nothing is forecast. buyers: customers who bought in the window. returns_of_others: what people who bought nothing in the window
    gave back in it (zero or below): simple × buyers is the total of the simple values and this, taken over the months ahead.
    chance_to_buy: the share of all customers expected to buy within the months ahead; expected_purchases: of all of them together.
    size: what the number of customers allows to forecast (see Fits); None where nothing was asked of the models.
    forecaster: the model that the forecast rests on; predicted_by_rule: the total by the simple rule that did better than every model in
    the back-test, None where a model did best; reasons: why the three differ, and in what they are counted.
    """

    as_of: date
    currency: str | None
    customers: int
    buyers: int
    repeat_rate: float | None
    average_check: float | None
    orders_per_month: float | None
    horizon_months: int
    annual_discount_rate: float
    simple: float | None
    historic_mean: float | None
    historic_total: float
    returns_of_others: float
    margin_share: float | None
    is_margin: bool
    sales_spread: Spread
    by_kind: Mapping[Kind, ValueOf | None]
    chance_to_buy: float | None
    expected_purchases: float | None
    size: Size | None
    forecaster: str | None
    predicted_by_rule: float | None
    reasons: tuple[Sentence, ...]

    @property
    def of_single_customers(self) -> Mapping[Kind, ValueOf]:
        """The values that say something of single customers; of few the forecast says something of all together only."""
        found = {kind: value for kind, value in self.by_kind.items() if value is not None}
        return {kind: value for kind, value in found.items() if kind != "predicted" or self.size in ("rough", "full")}

    @property
    def top_fifth_share(self) -> float | None:
        """The part of all sales that the most valuable fifth of the customers brought."""
        return self.sales_spread.top_fifth_share

    @property
    def quantiles(self) -> Mapping[float, float]:
        """Share of customers -> what they brought less than, in sales."""
        return self.sales_spread.quantiles


def value(marts: Marts, values: CustomerValues | None = None) -> Value:
    """The figures behind the value page and the `value` command; nothing is forecast without values that hold a forecast."""
    values = customer_values(marts) if values is None else values
    with marts.engine() as engine:
        paid = measure(engine, (AVERAGE_CHECK, ORDERS_PER_MONTH, SIMPLE_LIFETIME_VALUE), marts.parameters).to_pylist()[0]
        base = measure(engine, (CUSTOMERS, REVENUE, MARGIN, HISTORIC_LIFETIME_VALUE, REPEAT_RATE), marts.parameters).to_pylist()[0]
        window_sales = engine.arrow(sql_text("answers", "business"))["value"][0].as_py() or 0
    major, bought = marts.facts.major, values.bought_in_window
    by_kind: dict[Kind, ValueOf | None] = {
        "simple": _value_of(values.simple, values),
        "historic": _value_of(values.historic, values),
        "predicted": None if values.predicted is None else _value_of(values.predicted, values, values.predicted_range),
    }
    return Value(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        customers=int(base["customers"]),
        buyers=int(bought.sum()),
        repeat_rate=base["repeat_rate"],
        average_check=None if paid["average_check"] is None else major(paid["average_check"]),
        orders_per_month=paid["orders_per_month"],
        horizon_months=values.horizon_months,
        annual_discount_rate=values.annual_discount_rate,
        simple=None if paid["simple_lifetime_value"] is None else major(paid["simple_lifetime_value"]),
        historic_mean=None if base["historic_lifetime_value"] is None else major(base["historic_lifetime_value"]),
        historic_total=major(base["revenue"] or 0),
        returns_of_others=round(major(window_sales) - float(values.window_sales[bought].sum()), 4) + 0.0,  # no tiny rest, and no minus zero
        margin_share=None if base["margin"] is None or not base["revenue"] else base["margin"] / base["revenue"],
        is_margin=values.is_margin,
        sales_spread=spread(values.sales),
        by_kind=by_kind,
        chance_to_buy=None if values.chance_to_buy is None else float(values.chance_to_buy.mean()),
        expected_purchases=None if values.expected_purchases is None else float(values.expected_purchases.sum()),
        size=values.fits.size if values.fits else None,
        forecaster=None if values.fits is None or values.predicted is None else values.fits.model_name,
        predicted_by_rule=values.predicted_by_rule,
        reasons=reasons(values),
    )


def _value_of(amounts: Floats, values: CustomerValues, between: tuple[float, float] | None = None) -> ValueOf:
    buyers = int(values.bought_in_window.sum())
    found = spread(amounts)
    low, high = between or (None, None)
    of_buyers = float(amounts[values.bought_in_window].sum()) / buyers if buyers else None
    return ValueOf(found.total, found.mean or 0.0, of_buyers, low, high, found)
