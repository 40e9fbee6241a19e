"""Which rows were refused, and why, in a sentence that names the column and what stands there."""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from retention.ingest.reading import RefusedRow
from retention.ingest.roles import DAY_FIELDS
from retention.ingest.rows.clean import Cleaned, left_out_of, spill_of
from retention.ingest.rows.expressions import Check
from retention.ingest.rows.refused_cells import why_no_day, why_no_number
from retention.sentence import Sentence, sentence

MOST_REFUSED = 10_000
MOST_VALUE_CHARACTERS = 100


def refused_rows(connection: DuckDBPyConnection, cleaned: Cleaned, most: int = MOST_REFUSED) -> list[RefusedRow]:
    """The first refused rows of a table in the file's order, each with its reason."""
    table, plan = cleaned.table, cleaned.plan
    if plan is None or not cleaned.left_out.get("refused"):
        return []
    spill = spill_of(table)
    shown = [f"coalesce({', '.join(spill)}) is not null" if spill else "false"]
    for check in plan.checks:
        shown += [f"value_of({check.column.sql})", check.is_read, check.is_allowed]
    statement = f'select "row", {", ".join(shown)} from {left_out_of(table)} where kind = \'refused\' order by "row" limit {most}'
    return [
        RefusedRow(table.raw.file, table.raw.sheet, row, table.raw.refused.get(row) or _reason(has_spill, facts, plan.checks))
        for row, has_spill, *facts in connection.execute(statement).fetchall()
    ]


def _reason(has_spill: bool, facts: list[str | bool | None], checks: tuple[Check, ...]) -> Sentence:
    if has_spill:
        return sentence("The row has more cells than there are headers; put cells with a separator in them in quotes")
    for place, check in enumerate(checks):
        value, is_read, is_allowed = facts[3 * place : 3 * place + 3]
        if is_read and is_allowed:
            continue
        column = check.column.header
        if value is None:
            return sentence("The cell in column {column} is empty", column=column)
        text = str(value)[:MOST_VALUE_CHARACTERS]
        is_day = check.field in DAY_FIELDS
        if is_read:
            if is_day:
                return sentence("{value} in column {column} lies before 1990 or more than a year ahead", value=text, column=column)
            return sentence("{value} in column {column} is not possible here", value=text, column=column)
        if is_day:
            return why_no_day(text, column)
        if check.field == "stage":
            return sentence("{value} in column {column} is none of the known stages: reached, visited, enquired", value=text, column=column)
        return why_no_number(text, column)
    return sentence("The row could not be read")
