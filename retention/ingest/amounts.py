"""Which column is what was paid, and what a discount is: asked of the rows themselves, by quantity times price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from duckdb import DuckDBPyConnection

from retention.ingest.meaning import Fields, means
from retention.ingest.numbers import Mark, settle
from retention.ingest.profile import Column, sample_of
from retention.ingest.raw import RawTable

DiscountKind = Literal["money", "share", "percent", "not applied"]

AGREES = 0.95  # of the rows must fit for quantity × price to settle a question
MOST_DISTINCT_PERCENTS = 12
_SAME = "abs({left} - {right}) <= greatest(0.011, abs({right}) * 0.0005)"
# What the amount is if the discount is of this kind, the first that agrees counts.
_NET: dict[DiscountKind, str] = {
    "not applied": "gross",
    "money": "gross - discount",
    "share": "gross * (1 - discount)",
    "percent": "gross * (1 - discount / 100)",
}


def better_amount(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], fields: Fields) -> Fields:
    """The fields with the amount that equals quantity × price row by row, where several columns could be the amount."""
    candidates = [column for column in columns if means(column, "amount")]
    quantity, price = fields.get("quantity"), fields.get("unit_price")
    if not quantity or not price or len(candidates) < 2:
        return fields
    product = f"{_number(quantity[0], columns)} * {_number(price[0], columns)}"
    for column in sorted(candidates, key=lambda candidate: candidate not in fields["amount"]):
        amount = _number(column, columns)
        if _share(connection, raw, _SAME.format(left=product, right=amount), f"{product} <> 0 and {amount} is not null") >= AGREES:
            return {**fields, "amount": (column,)}
    return fields


def discount_kind(
    connection: DuckDBPyConnection, raw: RawTable, fields: Fields, marks: Mapping[int, Mark], column: Column, is_share: bool
) -> DiscountKind:
    """What the cells of a discount column are: money off, a share (0.1), a percentage (10), or a note that changed no amount."""

    def number(name: str) -> str:
        columns = fields.get(name)
        return f"money({columns[0].sql}, '{marks[columns[0].position]}')" if columns else "null::decimal(18, 4)"

    facts = f"""
        select money({column.sql}, '{marks[column.position]}') as discount, {number("quantity")} * {number("unit_price")} as gross,
            {number("amount")} as amount, coalesce({number("amount")}, {number("unit_price")}) as price
        from {sample_of(raw)}"""
    agreeing = ", ".join(f"count(*) filter ({_SAME.format(left=net, right='amount')})" for net in _NET.values())
    ((asked, priced, round_steps, *counts),) = connection.execute(
        f"select count(*), count(*) filter (price > 5), count(*) filter (discount % 5 = 0), {agreeing} from ({facts}) where discount <> 0"
    ).fetchall()
    agreed = {kind: count for kind, count in zip(_NET, counts, strict=True) if asked and count >= AGREES * asked}
    if agreed:
        return next(iter(agreed))
    highest = column.highest or 0.0
    if is_share or column.percents:
        return "percent" if highest > 1 else "share"
    if highest <= 1 and column.whole < column.filled and priced * 2 > asked:
        return "share"
    is_list_of_percents = 1 < highest <= 100 and column.distinct <= MOST_DISTINCT_PERCENTS and column.whole == column.filled
    return "percent" if is_list_of_percents and round_steps >= AGREES * asked else "money"


def _number(column: Column, columns: Sequence[Column]) -> str:
    mark, _ = settle(column.marks, [other.marks for other in columns])
    return f"money({column.sql}, '{mark}')"


def _share(connection: DuckDBPyConnection, raw: RawTable, condition: str, among: str) -> float:
    """The share of the sampled rows with the condition; 0 where there are none to ask."""
    counts = f"count(*) filter ({condition}), count(*)"
    ((fitting, asked),) = connection.execute(f"select {counts} from {sample_of(raw)} where {among}").fetchall()
    return float(fitting) / asked if asked else 0.0
