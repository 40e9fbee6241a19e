"""What a person should know about the columns of one table: what was mended, and what was read in one of two ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from duckdb import DuckDBPyConnection

from retention.ingest.clean import Cleaned
from retention.ingest.dates import DayFormat
from retention.ingest.expressions import RUINED
from retention.ingest.meaning import means
from retention.ingest.profile import Column
from retention.ingest.reading import Severity
from retention.ingest.table import Table
from retention.sentence import Sentence, counted, sentence

Said = tuple[str, Severity, int, Sentence]

ID_FIELDS = ("customer_id", "order_id")


def findings_of_columns(connection: DuckDBPyConnection, cleaned: Cleaned) -> Iterator[Said]:
    """Everything there is to say about the table's columns: code, severity, rows, and the sentence."""
    if cleaned.plan and cleaned.table.shape.header_row is None:
        said = sentence(
            "{file} has no headers; its columns were recognised by what stands in them, so check them in the mapping",
            file=cleaned.table.raw.file,
        )
        yield "no_headers", "warning", cleaned.kept, said
    yield from _unsettled(cleaned.table)
    yield from _ids(connection, cleaned.table)
    yield from _amounts(cleaned)


def _unsettled(table: Table) -> Iterator[Said]:
    for column in (column for columns in table.fields.values() for column in columns if column.position in table.unsettled):
        way = table.days.get(column.position)
        if way is None:
            said = sentence(
                "Numbers like {value} in column {column} of {file} were read with {mark} as the decimal mark, which nothing confirms;"
                " change it in the mapping if that is wrong",
                value=next(iter(column.values), ""),
                column=column.header,
                file=table.raw.file,
                mark=table.marks[column.position],
            )
            yield "ambiguous_numbers", "warning", column.marks.unsettled, said
        elif readings := _both_readings(column, way):
            said = sentence(
                "Dates like {value} in column {column} of {file} were read as {day}, but could also mean {other};"
                " change it in the mapping if that is wrong",
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
