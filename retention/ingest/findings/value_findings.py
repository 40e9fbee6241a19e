"""What a person should know about the values of a table's columns: what went wrong in them before they came here."""

from __future__ import annotations

from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.reading import Severity
from retention.ingest.roles import NUMBER_FIELDS
from retention.ingest.rows.clean import Cleaned
from retention.ingest.values.day_shapes import NAMED, one_of
from retention.ingest.values.month_names import month_number_sql
from retention.ingest.vocabulary import LETTERS
from retention.sentence import Sentence, counted

Said = tuple[str, Severity, int, Sentence]

MOST_CHARACTERS = 100

# A number that a spreadsheet took for a day: 10.12 became 2024-12-10, "12 окт" or "Oct-12".
_MONTH = f"[{LETTERS}]{{3,}}"
_DAY_AND_MONTH = rf"^[0-9]{{1,2}}[ .-]*{_MONTH}\.?$|^{_MONTH}\.?[ .-]*[0-9]{{1,4}}$"
_YEAR_FIRST = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ t].*)?$"


def findings_of_values(connection: DuckDBPyConnection, cleaned: Cleaned) -> Iterator[Said]:
    """Errors of the spreadsheet, numbers that became days, and numbers in thousands, one sentence for each column that has them."""
    table = cleaned.table
    if cleaned.plan is None:
        return
    used = {column.position: name for name, columns in table.fields.items() for column in columns}
    with_errors = _with_errors(connection, cleaned)
    for column in (column for column in table.columns if column.position in used):
        errors, example = _counted(connection, cleaned, column, f"is_error({column.sql})") if column in with_errors else (0, "")
        if errors:
            said = counted(
                "{count} cell in column {column} of {file} holds an error of the spreadsheet ({value}) and counts as empty",
                "{count} cells in column {column} of {file} hold errors of the spreadsheet ({value}) and count as empty",
                errors,
                column=column.header,
                file=table.raw.file,
                value=example,
            )
            yield "error_cells", "warning", errors, said
        if used[column.position] not in NUMBER_FIELDS:
            continue
        days, example = _numbers_that_became_days(connection, cleaned, column)
        if days:
            said = counted(
                "{count} number in column {column} of {file} has become a date ({value}), as spreadsheet programs do, and could not be"
                " read; correct the column in the file and load it again",
                "{count} numbers in column {column} of {file} have become dates ({value}), as spreadsheet programs do, and could not be"
                " read; correct the column in the file and load it again",
                days,
                column=column.header,
                file=table.raw.file,
                value=example,
            )
            yield "numbers_became_dates", "warning", days, said
        if column.is_shortened:
            said = counted(
                "{count} number in column {column} of {file} is written in thousands or millions ({value}): it is only as exact as that",
                "{count} numbers in column {column} of {file} are written in thousands or millions ({value}): they are only as exact"
                " as that",
                cleaned.kept,
                column=column.header,
                file=table.raw.file,
                value=next(iter(column.values), ""),
            )
            yield "shortened_numbers", "info", cleaned.kept, said


def _numbers_that_became_days(connection: DuckDBPyConnection, cleaned: Cleaned, column: Column) -> tuple[int, str]:
    is_unread = column.numbers < column.filled or any(column in cleaned.table.fields[name] for name in cleaned.unread)
    if not is_unread and not cleaned.left_out.get("refused"):
        return 0, ""
    text = f"plain_day({column.sql})"
    said, example = _counted(connection, cleaned, column, f"regexp_matches({text}, '{_YEAR_FIRST}')")
    month = month_number_sql(f"regexp_extract({text}, '{_MONTH}')")
    is_named = f"(regexp_matches({text}, '{_DAY_AND_MONTH}') or {one_of(NAMED, text)})"
    named, other = _counted(connection, cleaned, column, f"{is_named} and {month} is not null")
    return said + named, example or other


def _with_errors(connection: DuckDBPyConnection, cleaned: Cleaned) -> list[Column]:
    """The columns that may hold errors: those with one in the sample, and all of them where rows were refused."""
    columns = cleaned.table.columns
    if cleaned.left_out.get("refused"):
        return list(columns)
    counts = ", ".join(f"count(*) filter (is_error({column.sql}))" for column in columns)
    (found,) = connection.execute(f"select {counts} from {sample_of(cleaned.table.raw)}").fetchall()
    return [column for column, count in zip(columns, found, strict=True) if count]


def _counted(connection: DuckDBPyConnection, cleaned: Cleaned, column: Column, condition: str) -> tuple[int, str]:
    """How many cells of a column are like that, and the first of them."""
    first = cleaned.table.shape.first_body_row
    ((count, example),) = connection.execute(
        f'select count(*), min_by({column.sql}, "row") from {cleaned.table.raw.table} where "row" >= {first} and {condition}'
    ).fetchall()
    return count, (example or "").strip()[:MOST_CHARACTERS]
