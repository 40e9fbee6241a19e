"""Why nothing in the files can be used, and what would help, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.fitting import DAY_MEANINGS
from retention.ingest.meanings.meaning import is_bare_number, means
from retention.ingest.meanings.table import Table
from retention.ingest.reading import RefusedRow
from retention.ingest.roles import SALES_ROLES
from retention.ingest.rows.clean import Cleaned
from retention.ingest.rows.expressions import Plan
from retention.ingest.rows.sales_plan import is_computed
from retention.sentence import Refusal, Sentence, sentence

LEAST_ROWS = 2


def check_usable(tables: Sequence[Table], plans: Sequence[Plan | None]) -> None:
    """Nothing comes back. Refuses files of which no table has a plan and at least two rows."""
    usable = [plan for table, plan in zip(tables, plans, strict=True) if plan and _rows(table) >= LEAST_ROWS]
    if not usable:
        longest = max(tables, key=lambda table: (table.role != "unknown", _rows(table)))
        raise Refusal(_why(longest))


def check_kept(cleaned: Sequence[Cleaned], refused: Sequence[RefusedRow]) -> None:
    """Nothing comes back. Refuses files of which not one row could be read."""
    if any(one.kept for one in cleaned):
        return
    planned = next(one for one in cleaned if one.plan)
    if planned.table.account and planned.left_out.get("not_sale"):
        said = sentence(
            "{file} is the statement of an account and holds outgoing payments only; choose one with the payments received",
            file=_named(planned.table.raw),
        )
        raise Refusal(said)
    columns = ", ".join(check.column.header for check in planned.plan.checks) if planned.plan else ""
    raise Refusal(
        sentence(
            "No row of {file} could be read; look at row {row}, and say in the mapping how the columns {columns} are to be read",
            file=_named(planned.table.raw),
            row=refused[0].row if refused else planned.table.shape.first_body_row,
            columns=columns,
        )
    )


def missing(table: Table) -> str | None:
    """What a table of sales lacks: "date", "amount" or "both"; None where it lacks nothing or is no table of sales."""
    if table.role not in SALES_ROLES:
        return None
    has_amount = table.column("amount") is not None or is_computed(table)
    if table.column("ordered_at"):
        return None if has_amount else "amount"
    return "date" if has_amount else "both"


def _lacking(table: Table) -> str | None:
    """The same of a table that is not clear enough to be one of sales or of spend but has some of their columns."""
    has = {meaning for column in table.columns for meaning in column.meanings if means(column, meaning) > 0}
    if table.role == "products":
        return "date" if "quantity" in has else None
    if table.role == "spend" or (table.role == "unknown" and has & {"ad_metric", "spend"}):
        return None if has & DAY_MEANINGS else "day of spend"
    if table.role != "unknown":
        return None
    numbered = any(is_bare_number(column) and not column.is_unique for column in table.columns)  # a list of shops has an id in each row
    if not numbered and not has & {"customer_id", "order_id", "product", "quantity"}:
        return None
    has_amount = bool(has & {"amount", "unit_price"})
    if "date" in has:
        return None if has_amount else "amount"
    return "date" if has_amount else "both"


def _rows(table: Table) -> int:
    return table.raw.rows_from(table.shape.first_body_row)


def _named(raw: RawTable) -> str:
    return f"{raw.file} / {raw.sheet}" if raw.sheet else raw.file


def _why(table: Table) -> Sentence:
    file, lacks = _named(table.raw), missing(table) or _lacking(table)
    if _rows(table) == 0:
        return sentence("{file} holds headers but no rows below them; choose a file with the sales themselves", file=file)
    if _rows(table) < LEAST_ROWS:
        return sentence("{file} holds only one row, too little to read; choose a file with at least two sales", file=file)
    if len(table.columns) == 1:
        return sentence("{file} has only one column; save the table as CSV with commas or semicolons between the columns", file=file)
    if lacks == "date":
        return sentence("No column of {file} holds dates; add a column with the day of each sale, or name it in the mapping", file=file)
    if lacks == "amount":
        return sentence(
            "No column of {file} holds amounts; add a column with the money paid for each sale, or name it in the mapping", file=file
        )
    if lacks == "both":
        return sentence(
            "No columns of {file} hold dates or amounts; add the day of each sale and the money paid for it, or name them in the mapping",
            file=file,
        )
    if lacks == "day of spend":
        return sentence("No column of {file} holds the days on which the money was spent; add the date of each row", file=file)
    if table.role == "products":
        return sentence("{file} is a list of products; add the file with the sales", file=file)
    if table.role == "returns":
        return sentence("{file} is a list of returned orders; add the file with the sales", file=file)
    return sentence(
        "{file} holds no table that can be used; sales need a column with dates and one with amounts, spend needs a channel too",
        file=file,
    )
