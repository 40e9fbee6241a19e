"""What a person should know about the columns of one table: what was mended, and what was read in one of two ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.findings.day_findings import findings_of_days
from retention.ingest.findings.doubts import doubts_of
from retention.ingest.findings.meaning_findings import findings_of_meaning
from retention.ingest.findings.value_findings import findings_of_values
from retention.ingest.meanings.meaning import means
from retention.ingest.meanings.table import Table
from retention.ingest.reading import Severity
from retention.ingest.rows.clean import Cleaned
from retention.ingest.rows.expressions import RUINED
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
    yield from findings_of_days(cleaned)
    yield from findings_of_values(connection, cleaned)
    yield from _ids(connection, cleaned.table)
    yield from _amounts(cleaned)
    yield from findings_of_meaning(cleaned)


def _unsettled(table: Table) -> Iterator[Said]:
    columns = {column.header: column for columns in table.fields.values() for column in columns}
    for doubt in doubts_of(table):
        column, ((used, meant), (_, other)) = columns[doubt.column], doubt.readings
        if doubt.format == "decimal":
            said = sentence(
                "Numbers like {value} in column {column} of {file} were read with {mark} as the decimal mark, which nothing confirms;"
                " change it in the mapping if that is wrong",
                value=doubt.example,
                column=doubt.column,
                file=table.raw.file,
                mark=used,
            )
            yield "ambiguous_numbers", "warning", column.marks.unsettled, said
        else:
            said = sentence(
                "Dates like {value} in column {column} of {file} were read as {day}, but could also mean {other};"
                " change it in the mapping if that is wrong",
                value=doubt.example,
                column=doubt.column,
                file=table.raw.file,
                day=date.fromisoformat(meant),
                other=date.fromisoformat(other),
            )
            yield "ambiguous_dates", "warning", column.filled, said


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
        yield from _lost_zeros(connection, table, column)
        if name == "customer_id" and means(column, "name") > 0:
            said = sentence(
                "{file} has no number, e-mail or phone of the customers, so they are told apart by column {column}; namesakes count as one",
                file=table.raw.file,
                column=column.header,
            )
            yield "customers_by_name", "warning", 0, said


def _lost_zeros(connection: DuckDBPyConnection, table: Table, column: Column) -> Iterator[Said]:
    """Numbers like 123 among numbers like 00123 and 04567, all of one length: a program has taken them for amounts."""
    cells = f"select trim({column.sql}) as cell from {{}} where regexp_full_match(trim({column.sql}), '[0-9]+')"
    lengths = "min(length(cell)) filter (starts_with(cell, '0')), max(length(cell))"
    ((padded, longest),) = connection.execute(f"select {lengths} from ({cells.format(sample_of(table.raw))})").fetchall()
    if padded is None or padded < 2 or padded != longest:
        return
    short = f"select count(distinct cell), min(cell) from ({cells.format(table.raw.table)}) where length(cell) < {padded}"
    ((count, example),) = connection.execute(short).fetchall()
    if count:
        said = counted(
            "{count} number in column {column} of {file} seems to have lost the zeros in front ({value}); it counts as another one than"
            " the same number with them",
            "{count} numbers in column {column} of {file} seem to have lost the zeros in front ({value}); they count as others than the"
            " same numbers with them",
            count,
            column=column.header,
            file=table.raw.file,
            value=example,
        )
        yield "ids_lost_zeros", "warning", count, said


def _amounts(cleaned: Cleaned) -> Iterator[Said]:
    table = cleaned.table
    if cleaned.plan is None:
        return
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
