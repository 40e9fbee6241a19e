"""Which column is what was paid, and what a discount is: asked of the rows themselves, by quantity times price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.line_amounts import number_sql, price_is_of_line, share_of
from retention.ingest.meanings.meaning import Fields, means
from retention.ingest.values.numbers import Mark

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
    """The fields with the amount that the rows speak for: quantity × price row by row, whatever its header says or does not say.

    Without any amount a "price" that is multiplied by the quantity already is the amount.
    """
    if "quantity" not in fields or "unit_price" not in fields:
        return fields
    named = [column for column in columns if means(column, "amount")]
    if "amount" in fields:
        found = _product_among(connection, raw, columns, fields, named) if len(named) > 1 else None
        return {**fields, "amount": (found,)} if found else fields
    if price_is_of_line(connection, raw, columns, fields):
        return {("amount" if name == "unit_price" else name): found for name, found in fields.items()}
    if "discount" in fields or "discount_share" in fields:  # quantity × price is not yet what was paid
        return fields
    used = {column.position for found in fields.values() for column in found}
    free = [column for column in columns if column.position not in used and column.filled and column.holds_numbers()]
    found = _product_among(connection, raw, columns, fields, free)
    return {**fields, "amount": (found,)} if found else fields


def _product_among(
    connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], fields: Fields, candidates: Sequence[Column]
) -> Column | None:
    """The first of the candidates that is quantity × price row by row; the amount so far is asked first."""
    product = f"{number_sql(fields['quantity'][0], columns)} * {number_sql(fields['unit_price'][0], columns)}"
    for column in sorted(candidates, key=lambda candidate: candidate not in fields.get("amount", ())):
        amount = number_sql(column, columns)
        agreeing, asked = _SAME.format(left=product, right=amount), f"{product} <> 0 and {amount} is not null"
        if "discount" in fields and column in fields.get("amount", ()):
            net = f"{product} - coalesce({number_sql(fields['discount'][0], columns)}, 0)"
            agreeing = f"({agreeing} or {_SAME.format(left=f'({net})', right=amount)})"
        if share_of(connection, raw, agreeing, asked) >= AGREES:
            return column
    return None


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
