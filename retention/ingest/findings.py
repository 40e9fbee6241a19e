"""What a person should know about one table: what was mended, left out or read in one of two ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from duckdb import DuckDBPyConnection

from retention.ingest.clean import Cleaned
from retention.ingest.dates import DayFormat
from retention.ingest.expressions import RUINED
from retention.ingest.meaning import means
from retention.ingest.profile import Column
from retention.ingest.reading import Finding, Severity
from retention.ingest.table import Table
from retention.ingest.totals import CENT
from retention.ingest.unusable import missing
from retention.sentence import Sentence, Value, counted, sentence

ID_FIELDS = ("customer_id", "order_id")


def findings_of_table(connection: DuckDBPyConnection, cleaned: Cleaned) -> list[Finding]:
    """Everything there is to say about this table, the rows that are left out first."""
    table = cleaned.table
    found = [*_rows_left_out(cleaned), *_unsettled(table), *_ids(connection, table), *_amounts(cleaned)]
    return [Finding(code, severity, rows, said, table.raw.file, table.raw.sheet) for code, severity, rows, said in found]


Said = tuple[str, Severity, int, Sentence]


def _rows_left_out(cleaned: Cleaned) -> Iterator[Said]:
    table, left_out = cleaned.table, cleaned.left_out
    file: Value = table.raw.file
    if cleaned.plan is None:
        yield _unused(table)
        return
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


def _unused(table: Table) -> Said:
    file, rows = table.raw.file if table.raw.sheet is None else f"{table.raw.file} / {table.raw.sheet}", table.raw.rows
    match missing(table):
        case "date":
            return "no_date", "error", rows, sentence("No column of {file} holds dates, so its sales were left out", file=file)
        case "amount":
            return "no_amount", "error", rows, sentence("No column of {file} holds amounts, so its sales were left out", file=file)
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


def _unsettled(table: Table) -> Iterator[Said]:
    for column in (column for columns in table.fields.values() for column in columns if column.position in table.unsettled):
        way = table.days.get(column.position)
        if way is None:
            said = sentence(
                "Numbers like {value} in column {column} of {file} were read with {mark} as the decimal mark, which nothing in the column confirms;"
                " change it in the mapping if that is wrong",
                value=next(iter(column.values), ""),
                column=column.header,
                file=table.raw.file,
                mark=table.marks[column.position],
            )
            yield "ambiguous_numbers", "warning", column.marks.unsettled, said
        elif readings := _both_readings(column, way):
            said = sentence(
                "Dates like {value} in column {column} of {file} were read as {day}, but could also mean {other}; change it in the mapping if that is wrong",
                value=readings[0],
                column=column.header,
                file=table.raw.file,
                day=readings[1],
                other=readings[2],
            )
            yield "ambiguous_dates", "warning", column.filled, said


def _both_readings(column: Column, way: DayFormat) -> tuple[str, date, date] | None:
    """A cell with what it was read as and what else it could mean; None where no cell at hand differs."""
    for value in column.values:
        text = value.split()[0].rstrip(",")
        try:
            day, other = (datetime.strptime(text, pattern).date() for pattern in (way.pattern, way.other_reading))
        except ValueError:
            continue
        if day != other:
            return value, day, other
    return None


def _ids(connection: DuckDBPyConnection, table: Table) -> Iterator[Said]:
    for name in ID_FIELDS:
        column = table.column(name)
        if column is None:
            continue
        if column.filled and column.ruined_ids >= RUINED * column.filled:
            said = sentence(
                "The numbers in column {column} of {file} end in .0, as a program left them; they were read without it ({value})",
                column=column.header,
                file=table.raw.file,
                value=column.values[0].removesuffix(".0"),
            )
            yield "ids_mended", "info", column.filled, said
        if column.scientific:
            damaged = f"select count(*) from {table.raw.table} where regexp_full_match(trim({column.sql}), '[0-9]([.,][0-9]+)?E\\+[0-9]+')"
            ((count,),) = connection.execute(damaged).fetchall()
            said = counted(
                "{count} number in column {column} of {file} has lost its digits ({value}); export the column as text again",
                "{count} numbers in column {column} of {file} have lost their digits ({value}); export the column as text again",
                count,
                column=column.header,
                file=table.raw.file,
                value=next((value for value in column.values if "E+" in value), ""),
            )
            yield "damaged_ids", "warning", count, said
        if name == "customer_id" and means(column, "name") > 0:
            said = sentence(
                "{file} has no number, e-mail or phone of the customers, so they are told apart by column {column}; namesakes count as one",
                file=table.raw.file,
                column=column.header,
            )
            yield "customers_by_name", "warning", 0, said


def _amounts(cleaned: Cleaned) -> Iterator[Said]:
    table = cleaned.table
    if cleaned.plan is None:
        return
    if table.discount == "not applied" and (discount := table.column("discount") or table.column("discount_share")):
        said = sentence(
            "Column {column} of {file} notes a discount, but the amounts are quantity × price without it; they were read as they stand",
            column=discount.header,
            file=table.raw.file,
        )
        yield "discount_not_applied", "warning", cleaned.kept, said
    if table.role == "spend":
        used = {column.position for columns in table.fields.values() for column in columns}
        for column in table.columns:
            if column.position not in used and means(column, "amount") > 0:
                said = sentence(
                    "Column {column} of {file} is what the advertising platform claims to have sold; it was not added to the sales",
                    column=column.header,
                    file=table.raw.file,
                )
                yield "attributed_revenue", "info", cleaned.kept, said
