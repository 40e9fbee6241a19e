"""What a programme would earn or lose on the shop's own customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retention.programmes.evaluate import evaluate
from retention.programmes.outcome import Outcome
from retention.programmes.programme import Business, Programme
from retention.sentence import Refusal, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

DAYS_IN_YEAR = 365.25


@dataclass(frozen=True)
class Base:
    """The buyers a programme would be offered to, as the window shows them; money in major units.

    margin_share: from the known costs of the window's sales, else the share set in the question, else None.
    """

    currency: str | None
    customers: int
    purchases_per_customer_year: float
    average_check: float
    margin_share: float | None

    def business(self, margin_share: float | None = None) -> Business:
        """The base in the form programmes take. Raises Refusal where the margin is not known."""
        known = self.margin_share if margin_share is None else margin_share
        if known is None:
            raise Refusal(sentence("The data have no cost of goods: say what share of a sale is margin, for example 0.4."))
        return Business(self.customers, self.purchases_per_customer_year, self.average_check, known)


def base(marts: Marts) -> Base:
    """The customers who bought in the window, their yearly pace and their average check."""
    with marts.engine() as engine:
        row = engine.arrow(sql_text("answers", "business")).to_pylist()[0]
    years = marts.facts.window_days / DAYS_IN_YEAR
    buyers, orders = int(row["buyers"] or 0), int(row["orders"] or 0)
    if not buyers or not orders:
        raise Refusal(sentence("Nobody bought in this window: choose a longer window or another as-of date."))
    margin = row["margin"] if not row["uncosted_value"] else None
    if margin is None and marts.question.margin_share is not None:
        margin = row["margin"] + marts.question.margin_share * row["uncosted_value"]
    return Base(
        currency=marts.facts.currency,
        customers=buyers,
        purchases_per_customer_year=orders / buyers / years,
        average_check=marts.facts.major(row["value"] / orders),
        margin_share=None if margin is None or row["value"] <= 0 else margin / row["value"],
    )


def simulate(programme: Programme, shop: Base, values: Mapping[str, float], margin_share: float | None = None) -> Outcome:
    """The programme's first year on these customers; `values` replace the programme's likely assumptions by name."""
    return evaluate(programme, shop.business(margin_share), values)
