"""The textbook's value of a customer: one yearly retention rate for everybody, and what one per cent of each figure does to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retention.answers.acquisition_groups import spend_in_window
from retention.answers.customer_months import money_of
from retention.metrics import ACQUIRED_CUSTOMERS, measure
from retention.models.constant_retention import ConstantRetention
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

TWO_YEARS_DAYS = 730
PER_CENT = 0.01
EFFECTS = ("retention", "margin", "acquisition_cost", "discount")


@dataclass(frozen=True)
class YearOnYear:
    """The shop's own yearly figures, in major units, in margin or in sales as in BaseValue; None = cannot be known, see `missing`
    (a filter that hides the cost of a new customer leaves the rest known).

    retention: the share of those who bought in the 12 months before the last 12 (buyers_before) who bought again in the last 12 (kept).
    meaning: that in words. per_customer: what a buyer of the last 12 months brought in them. cac: the cost of a new customer in the window.
    value = per_customer × retention / (1 + discount - retention) - cac: what a new customer brings in all the years after the first, if
    every year the same share stays (cac counts as 0 where it is not known).
    one_per_cent: by how much, as a share, the value grows with 1 % more retention, 1 % more per_customer, 1 % less cac, 1 % less discount.
    """

    retention: float | None
    buyers_before: int
    kept: int
    meaning: Sentence | None
    per_customer: float | None
    cac: float | None
    value: float | None
    one_per_cent: Mapping[str, float | None]
    missing: Sentence | None


def year_on_year(marts: Marts, is_margin: bool) -> YearOnYear:
    """What the data say of one year to the next; nothing with less than two years of data."""
    with marts.engine() as engine:
        table = engine.arrow(sql_text("answers", "kept_after_a_year"))
        acquired = measure(engine, (ACQUIRED_CUSTOMERS,), marts.parameters).to_pylist()[0]["acquired_customers"]
    row = table.to_pylist()[0]
    spent = spend_in_window(marts)
    cac = spent.money[0] / acquired if spent.money and spent.money[0] and acquired else None
    before, kept, buyers = (int(row[name] or 0) for name in ("buyers_before", "kept", "buyers"))
    reason = _reason(row["history_days"] or 0, before, buyers)
    if reason:
        return YearOnYear(None, before, kept, None, None, cac, None, dict.fromkeys(EFFECTS), reason)
    retention, per_customer = kept / before, float(money_of(marts, table, is_margin)[0]) / buyers
    meaning = sentence(
        "Of the {before} customers who bought in the 12 months before the last 12, {kept} bought again in the last 12.",
        before=before,
        kept=kept,
    )
    found = _gains(ConstantRetention(per_customer, retention, marts.question.annual_discount_rate, cac or 0.0))
    if found is None:
        reason = sentence("At these yearly figures a customer has no value that one per cent could change.")
        return YearOnYear(retention, before, kept, meaning, per_customer, cac, None, dict.fromkeys(EFFECTS), reason)
    value, gains = found
    effects = {name: None if name == "acquisition_cost" and cac is None else gains[name] for name in EFFECTS}
    return YearOnYear(retention, before, kept, meaning, per_customer, cac, value, effects, spent.missing)


def _reason(history_days: int, buyers_before: int, buyers: int) -> Sentence | None:
    if history_days < TWO_YEARS_DAYS:
        return sentence("The share of customers who stay from year to year needs two years of data.")
    if not buyers_before or not buyers:
        return sentence("Nobody bought in one of the last two years, so nobody could stay from one to the other.")
    return None


def _gains(customer: ConstantRetention) -> tuple[float, dict[str, float]] | None:
    """The value and its growth with one per cent of each figure; None where there is no value above zero, or no end to it."""
    try:
        return customer.value, customer.gains(PER_CENT)
    except ValueError:
        return None
