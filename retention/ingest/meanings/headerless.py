"""What the columns of a table without headers are likely to be, by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import MOST, Column, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.fitting import ENOUGH
from retention.ingest.values.numbers import settle

HIGHEST_QUANTITY = 1000
MOST_NUMERIC = 8  # columns are tried for quantity × price = amount
LEAST_MULTIPLIED = 3
AGREES = 0.95  # of the rows have to fit
_MAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_PHONE = r"(\+|00)[0-9][0-9 ()./-]{7,17}|[0-9]{10,13}|\([0-9]+\)[0-9 -]{6,12}"


def with_likely_meanings(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, with a meaning for those that leave little doubt.

    They are the first days; the amount that is quantity × price in every row, else the last numbers with decimals; e-mails, phones
    or whatever else repeats, but not in every row, as customers do; and numbers that only ever rise, as those of orders do. Without
    days quantities and prices are the lines of orders, whose texts are products; the one text beside few different orders names who.
    """
    free = [column for column in columns if column.filled]
    likely: dict[int, str] = {}

    def take(meaning: str, candidates: Sequence[Column]) -> None:
        if candidates:
            likely[candidates[0].position] = meaning
            free.remove(candidates[0])

    take("date", [column for column in free if column.holds_days() and not column.days.bare])
    mails, phones, rising = _kinds(connection, raw, free)
    numeric = [column for column in free if column.holds_numbers() and column not in phones]
    if product := _product(connection, raw, numeric):
        for meaning, column in zip(("quantity", "unit_price", "amount"), product, strict=True):
            take(meaning, [column])
    else:
        with_decimals = [column for column in numeric if column.marks.mark]
        take("amount", with_decimals[::-1] or (numeric if len(numeric) == 1 else []))
    texts = [column for column in free if column not in (*mails, *phones) and not column.numbers and not column.holds_days()]
    if product and "date" not in likely.values():
        take("product", texts)
    repeating = [column for column in free if 2 <= column.distinct < column.filled and not _can_be_quantity(column)]
    customers = [*(column for column in (*mails, *phones)), *(column for column in repeating if column not in rising), *repeating]
    is_of_orders = {"date", "amount"} <= set(likely.values()) and not product and any(column.is_unique for column in rising)
    if is_of_orders and len(texts) == 1 and texts[0].filled < ENOUGH:
        customers = [*mails, *phones, *texts, *customers]
    take("customer_id", [column for column in customers if column in free])
    take("order_id", [column for column in rising if column in free])
    return tuple(replace(column, meanings={likely[column.position]: 1.0} if column.position in likely else {}) for column in columns)


def with_meanings(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], has_headers: bool) -> tuple[Column, ...]:
    """The columns as their headers say, or their values where there is no header, or none of which a word is known.

    Unknown words need more than days and numbers to be sales: somebody named must have bought.
    """
    if has_headers and any(column.meanings for column in columns):
        return tuple(columns)
    likely = with_likely_meanings(connection, raw, columns)
    named = any("customer_id" in column.meanings and not column.holds_numbers() for column in likely)
    found = {meaning for column in likely for meaning in column.meanings}
    return tuple(columns) if has_headers and not (named and {"date", "amount"} <= found) else likely


def _kinds(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> tuple[list[Column], list[Column], list[Column]]:
    """The columns of e-mails, of phones, and of whole numbers that never fall and mostly rise from row to row."""
    if not columns:
        return [], [], []
    counts = ", ".join(
        f"count(*) filter (regexp_full_match(trim({column.sql}), '{_MAIL}')),"
        f" count(*) filter (regexp_full_match(trim({column.sql}), '{_PHONE}')),"
        f" count(*) filter (try_cast({column.sql} as double) < before_{column.sql})"
        for column in columns
    )
    before = ", ".join(f'lag(try_cast({column.sql} as double)) over (order by "row") as before_{column.sql}' for column in columns)
    (found,) = connection.execute(f"select {counts} from (select *, {before} from {sample_of(raw)})").fetchall()
    mails, phones, rising = [], [], []
    for column, mail, phone, falls in zip(columns, found[::3], found[1::3], found[2::3], strict=True):
        if mail >= MOST * column.filled:
            mails.append(column)
        elif falls == 0 and column.whole == column.filled and column.distinct > 1 and not column.marks.mark:
            rising.append(column)
        elif phone >= MOST * column.filled and column.distinct < column.filled:
            phones.append(column)
    return mails, phones, rising


def _product(connection: DuckDBPyConnection, raw: RawTable, numeric: Sequence[Column]) -> tuple[Column, Column, Column] | None:
    """Quantity, price and amount, where one column is the product of two others in nearly every row, and these are not just ones."""
    columns = [column for column in numeric if column.distinct > 1][:MOST_NUMERIC]
    triples = [(quantity, price, amount) for quantity, price, amount in permutations(columns, 3) if quantity.whole == quantity.filled]
    if not triples:
        return None

    def number(column: Column) -> str:
        mark, _ = settle(column.marks, [other.marks for other in numeric])
        return f"money({column.sql}, '{mark}')"

    facts = ", ".join(f"{number(column)} as n{column.position}" for column in columns)
    counts = ", ".join(
        f"count(*) filter (abs(n{q.position} * n{p.position} - n{a.position}) <= 0.011),"
        f" count(*) filter (n{q.position} * n{p.position} <> 0 and n{a.position} is not null),"
        f" count(*) filter (n{q.position} > 1 and abs(n{q.position} * n{p.position} - n{a.position}) <= 0.011)"
        for q, p, a in triples
    )
    (found,) = connection.execute(f"select {counts} from (select {facts} from {sample_of(raw)})").fetchall()
    fitting = [
        triple
        for triple, agreeing, asked, multiplied in zip(triples, found[::3], found[1::3], found[2::3], strict=True)
        if agreeing >= LEAST_MULTIPLIED and agreeing >= AGREES * asked and multiplied
    ]
    return min(fitting, key=lambda triple: (not _can_be_quantity(triple[0]), triple[0].highest or 0.0), default=None)


def _can_be_quantity(column: Column) -> bool:
    if any(value.startswith("0") for value in column.values):  # 00123 is a number of somebody, not of pieces
        return False
    return column.holds_numbers() and column.whole == column.filled and (column.highest or 0) <= HIGHEST_QUANTITY
