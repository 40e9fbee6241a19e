"""What a person should know about one table: which of its rows are not among the clean ones, and why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from duckdb import DuckDBPyConnection

from retention.ingest.findings.column_findings import Said, findings_of_columns
from retention.ingest.findings.statement_findings import findings_of_statement
from retention.ingest.findings.unusable import missing
from retention.ingest.meanings.table import Table
from retention.ingest.reading import Finding
from retention.ingest.rows.clean import Cleaned
from retention.ingest.rows.totals import CENT
from retention.sentence import Sentence, Value, counted, sentence


def findings_of_table(connection: DuckDBPyConnection, cleaned: Cleaned, is_beside_sales: bool = False) -> list[Finding]:
    """Everything there is to say about this table, the rows that are left out first.

    is_beside_sales: whether sales were read that stand on the same sheet, so that a table without dates is a summary.
    """
    table = cleaned.table
    found = [
        *_rows_left_out(cleaned, is_beside_sales),
        *findings_of_statement(connection, cleaned),
        *findings_of_columns(connection, cleaned),
    ]
    return [Finding(code, severity, rows, said, table.raw.file, table.raw.sheet) for code, severity, rows, said in found]


def _rows_left_out(cleaned: Cleaned, is_beside_sales: bool) -> Iterator[Said]:
    table, left_out = cleaned.table, cleaned.left_out
    file: Value = table.raw.file
    if cleaned.plan is None:
        yield _unused(table, is_beside_sales)
        return
    if table.wish.is_remembered:
        said = sentence("The columns of {file} mean what you said of an earlier file with the same headers", file=file)
        yield "remembered_mapping", "info", cleaned.kept, said
    if count := left_out.get("blank"):
        yield (
            "blank_rows",
            "info",
            count,
            counted("{count} blank row in {file} was left out", "{count} blank rows in {file} were left out", count, file=file),
        )
    if count := left_out.get("header"):
        said = counted(
            "{count} row in {file} repeats the headers and was left out",
            "{count} rows in {file} repeat the headers and were left out",
            count,
            file=file,
        )
        yield "repeated_header_rows", "info", count, said
    if count := left_out.get("totals"):
        yield "total_rows", "info", count, _totals(count, cleaned.totals_sum, table.raw.file)
    if count := left_out.get("note"):
        said = counted(
            "{count} row of notes below or between the rows of {file} was left out",
            "{count} rows of notes below or between the rows of {file} were left out",
            count,
            file=file,
        )
        yield "note_rows", "info", count, said
    if count := left_out.get("repeated"):
        said = counted(
            "{count} row in {file} is about a customer who is in it already and was left out",
            "{count} rows in {file} are about customers who are in it already and were left out",
            count,
            file=file,
        )
        yield "repeated_customers", "warning", count, said
    if count := left_out.get("refused"):
        said = counted(
            "{count} row in {file} could not be read and was left out; the list of refused rows says why",
            "{count} rows in {file} could not be read and were left out; the list of refused rows says why",
            count,
            file=file,
        )
        yield "refused_rows", "warning", count, said
    for name, count in cleaned.unread.items():
        column = table.fields[name][0].header
        said = counted(
            "{count} cell in column {column} of {file} could not be read and counts as empty",
            "{count} cells in column {column} of {file} could not be read and count as empty",
            count,
            column=column,
            file=file,
        )
        yield "unread_cells", "warning", count, said


def _unused(table: Table, is_beside_sales: bool) -> Said:
    file, rows = table.raw.name, table.raw.rows_from(table.shape.first_body_row)
    if table.is_absorbed:
        return "joined_table", "info", rows, sentence("{file} adds no rows of its own to the sales", file=file)
    if table.role == "returns":
        return "returns_listed", "info", rows, sentence("{file} is a list of returned orders", file=file)
    match None if is_beside_sales else missing(table):
        case "date":
            return "no_date", "error", rows, sentence("No column of {file} holds dates, so its sales were left out", file=file)
        case "amount":
            return "no_amount", "error", rows, sentence("No column of {file} holds amounts, so its sales were left out", file=file)
        case "both":
            said = sentence("No columns of {file} hold dates or amounts, so its sales were left out", file=file)
            return "no_date_no_amount", "error", rows, said
        case _:
            return "table_not_used", "info", rows, sentence("{file} holds nothing that is used here yet, and was left out", file=file)


def _totals(count: int, total: Decimal | None, file: str) -> Sentence:
    if total is None:
        return counted("{count} row of totals in {file} was left out", "{count} rows of totals in {file} were left out", count, file=file)
    return counted(
        "{count} row of totals in {file} was left out: it would have added {total}",
        "{count} rows of totals in {file} were left out: they would have added {total}",
        count,
        file=file,
        total=total.quantize(CENT),
    )
