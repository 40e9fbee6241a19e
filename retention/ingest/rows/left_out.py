"""Why a row is not among the clean ones: blank, a repeated header, totals with or without the word, a note; all others are refused."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import heads_of
from retention.ingest.meanings.table import Table
from retention.ingest.roles import DAY_FIELDS
from retention.ingest.rows.expressions import Plan

IDENTITIES = ("customer_id", "order_id", "product")
MOST_LOOKED_AT = 5_000  # rows without a date or a number; a file with more of them is not about totals and notes
LEAST_ADDED = 2  # rows that a sum below a name has to be of; one row's sum is that row again
NAME_WORDS = 3  # a lone text of so few words in a customer's column may be a customer
TOLERANCE = Decimal("0.011")
SHARE_TOLERANCE = Decimal("0.00001")


@dataclass(frozen=True)
class _Row:
    """A refused row that may be totals or a note. has_identity: a customer, an order or a product is named in it."""

    number: int
    amount: Decimal | None
    has_identity: bool
    may_be_note: bool
    may_be_note_between: bool


@dataclass(frozen=True)
class _Part:
    """Clean rows one below the other: what they come to, how many there are, the first and the last one's number."""

    total: Decimal = Decimal(0)
    count: int = 0
    first: int = 0
    last: int = 0


def kind_sql(table: Table, plan: Plan | None) -> str:
    """The expression that gives a left-out row's kind by what stands in it."""
    cells = [column.sql for column in table.columns]
    is_blank = " and ".join(f"value_of({cell}) is null" for cell in cells)
    if table.raw.refused:
        is_blank += f' and "row" not in ({", ".join(map(str, table.raw.refused))})'
    line = " || chr(31) || ".join(f"coalesce(trim({cell}), '')" for cell in cells)
    is_head = f"when list_contains(getvariable('{heads_of(table.raw)}'), {line}) then 'header'" if table.shape.heads else ""
    texts = f"string_split(concat_ws(chr(31), {', '.join(cells)}), chr(31))"
    opens = f"len(list_filter({texts}, lambda cell: opens_totals(cell))) > 0"
    day = _day(table, plan)
    if day:  # "Total Wine Ltd" with a date that cannot be read is a customer
        is_word = f"len(list_filter({texts}, lambda cell: is_totals(cell))) > 0"
        opens = f"{opens} and (id_of({day}) is null or opens_totals({day}) or {is_word})"
    note = is_lone_note(table, plan) if plan else None
    repeated = f"when {note} then 'note'" if note else ""
    repeated += f" when {plan.is_kept} then 'repeated'" if plan and plan.key else ""
    on_purpose = " ".join(f"when {rows} then '{kind}'" for kind, rows in plan.left_out.items()) if plan else ""
    return f"case when {is_blank} then 'blank' {is_head} {on_purpose} when {opens} then 'totals' {repeated} else 'refused' end"


def has_totals_label(table: Table) -> str | None:
    """The condition that a row with a date is named totals, and names no customer, order or product; None where none is."""
    read = {**table.marks, **table.days}
    labelled = []
    for label in (column for column in table.columns if column.has_totals and column.position not in read):
        others = [column.sql for name in IDENTITIES if (column := table.column(name)) and column != label]
        nobody = f" and coalesce({', '.join(f'id_of({cell})' for cell in others)}, null) is null" if others else ""
        labelled.append(f"is_totals({label.sql}){nobody}")
    return f"coalesce({' or '.join(labelled)}, false)" if labelled else None


def is_lone_note(table: Table, plan: Plan) -> str | None:
    """The condition that a row of a list of customers holds nothing but several words where their number stands; None in other tables."""
    others = [column.sql for column in table.columns if column != table.column("customer_id") and column.filled]
    customer = table.column("customer_id")
    if plan.table not in ("customers", "feedback") or customer is None or len(others) < 2:
        return None
    nothing_else = f"coalesce({', '.join(f'value_of({cell})' for cell in others)}) is null"
    return f"{nothing_else} and not is_typed({customer.sql}) and len(string_split(trim({customer.sql}), ' ')) > {NAME_WORDS}"


def find_totals_and_notes(connection: DuckDBPyConnection, table: Table, plan: Plan, left_out: str, rows: str) -> None:
    """Nothing comes back; in the table `left_out` the kind of rows becomes "totals" where they add up others, "note" where they only speak.

    rows: the statement for every row of the table with its canonical columns and whether it is kept.
    """
    day = _day(table, plan)
    looked_at = _looked_at(connection, table, plan, left_out, day) if day else []
    if not looked_at or len(looked_at) > MOST_LOOKED_AT:
        return
    with_amount = [row for row in looked_at if row.amount is not None]
    parts = _parts(connection, [row.number for row in with_amount], rows, plan)
    first, last = min((part.first for part in parts if part.count), default=0), max((part.last for part in parts if part.count), default=0)
    notes = [row for row in looked_at if row.may_be_note and (row.may_be_note_between or not first < row.number < last)]
    for kind, numbers in (("totals", _adding_up(with_amount, parts)), ("note", [row.number for row in notes])):
        if numbers:
            statement = f"update {left_out} set kind = '{kind}' where list_contains($numbers, \"row\") and kind = 'refused'"
            connection.execute(statement, {"numbers": numbers})


def _day(table: Table, plan: Plan | None) -> str | None:
    """The column of the date that a row cannot do without."""
    return next((check.column.sql for check in (plan.checks if plan else ()) if check.field in DAY_FIELDS), None)


def _looked_at(connection: DuckDBPyConnection, table: Table, plan: Plan, left_out: str, day: str) -> list[_Row]:
    """The refused rows without a date that have an amount, or nothing but a text or two."""
    cells, needed = [column.sql for column in table.columns], [check.column.sql for check in plan.checks]
    filled = " + ".join(f"(value_of({cell}) is not null)::int" for cell in cells)
    identities = [column.sql for name in IDENTITIES if (column := table.column(name)) and column.sql not in needed]
    identity = f"coalesce({', '.join(f'id_of({cell})' for cell in identities)}, null)" if identities else "cast(null as varchar)"
    usual = min(2, sum(not column.is_empty for column in table.columns) - 1)
    facts = f"""
        "row",
        {plan.amount or "null::decimal(18, 4)"} as amount,
        {identity} as identity,
        {filled} as filled,
        coalesce(is_typed({day}) or (id_of({day}) is not null and identity is not null), false) as has_day,
        {" or ".join(f"coalesce(is_typed({cell}), false)" for cell in needed)} as has_number,
        {" or ".join(f"coalesce(not is_typed({cell}), false)" for cell in cells)} as speaks,
        identity is not null and len(string_split(identity, ' ')) <= {NAME_WORDS} as is_name,
        value_of(c0) is not null as begins"""
    may_be_note = f"not has_number and speaks and filled <= {usual} and (begins or not is_name)"
    statement = f"""
        select "row", case when amount <> 0 and not has_day then amount end as amount, identity is not null, {may_be_note} as may_be_note,
            {may_be_note} and filled = 1 and not is_name
        from (select {facts} from {left_out} where kind = 'refused')
        where amount <> 0 and not has_day or {may_be_note} order by 1 limit {MOST_LOOKED_AT + 1}"""
    return [_Row(*row) for row in connection.execute(statement).fetchall()]


def _parts(connection: DuckDBPyConnection, numbers: list[int], rows: str, plan: Plan) -> list[_Part]:
    """What the clean rows come to before the first of these rows, between each two of them, and behind the last one."""
    amount = plan.amount or "null::decimal(18, 4)"
    found = connection.execute(
        f"""
        select coalesce(start, 0), sum(amount), count(*), min("row"), max("row")
        from (select "row", {amount} as amount from ({rows}) where is_kept) asof left join (select unnest($numbers::bigint[]) as start)
            on "row" >= start
        group by start""",
        {"numbers": numbers},
    ).fetchall()
    by_number = {at: _Part(total or Decimal(0), *counts) for at, total, *counts in found}
    return [by_number.get(number, _Part()) for number in (0, *numbers)]


def _adding_up(rows: list[_Row], parts: list[_Part]) -> list[int]:
    """The rows whose amount is the sum of all clean rows, of those since the row of this kind before it, or of those up to the next."""
    everything = _Part(sum((part.total for part in parts), Decimal(0)), sum(part.count for part in parts))
    found = []
    for place, row in enumerate(rows):
        before = _Part(sum((part.total for part in parts[: place + 1]), Decimal(0)), sum(part.count for part in parts[: place + 1]))
        least = LEAST_ADDED if row.has_identity else 1
        if any(part.count >= least and _is_close(row.amount, part.total) for part in (parts[place], parts[place + 1], before, everything)):
            found.append(row.number)
    return found


def _is_close(amount: Decimal | None, total: Decimal) -> bool:
    return amount is not None and abs(amount - total) <= max(TOLERANCE, SHARE_TOLERANCE * abs(total))
