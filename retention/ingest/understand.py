"""From raw tables to a reading: every table understood, cleaned into its canonical one, and accounted for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from duckdb import DuckDBPyConnection

from retention.ingest.findings.doubts import doubts_of
from retention.ingest.findings.findings import findings_of_table
from retention.ingest.findings.sales_findings import findings_of_sales
from retention.ingest.findings.unusable import check_kept, check_usable
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.table import understand_tables
from retention.ingest.reading import Reading, RefusedRow
from retention.ingest.repairs import mend
from retention.ingest.repairs.currencies import currencies_of
from retention.ingest.rows.clean import Cleaned, clean
from retention.ingest.rows.companions import join_companions
from retention.ingest.rows.plan import alike, plan_of
from retention.ingest.rows.refused import MOST_REFUSED, refused_rows
from retention.ingest.rows.reshape import reshape
from retention.ingest.rows.spool import Spool
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import totals_of
from retention.ingest.shapes.parts import tables_in
from retention.ingest.shapes.side_by_side import sheet_of
from retention.ingest.values.macros import make_macros
from retention.ingest.wishes import wishes_of
from retention.sentence import Sentence, sentence


def understand(
    connection: DuckDBPyConnection,
    raw_tables: Sequence[RawTable],
    mapping: Mapping[str, object] | None,
    spool: Path,
    progress: Callable[[float, Sentence], None] | None = None,
) -> Reading:
    """What the raw tables hold, taken together: roles, columns, clean rows in the spool, refused rows, sums and findings.

    Several tables of one role are put one behind the other. Refuses, in one sentence, when no table holds anything that can be
    used, and when the mapping speaks of files, columns or fields that do not exist.
    """
    make_macros(connection)
    raw_tables = tables_in(connection, raw_tables)
    wishes, rows_spool = wishes_of(mapping), Spool(spool, raw_tables)
    tables = understand_tables(connection, [(raw, wishes.of(raw)) for raw in raw_tables], wishes.of_headers)
    wishes.check_used()
    tables, of_joins = join_companions(connection, tables)
    tables = [reshape(connection, table) for table in tables]
    plans = alike([plan_of(table) for table in tables])
    check_usable(tables, plans)
    cleaned: list[Cleaned] = []
    for position, (table, plan) in enumerate(zip(tables, plans, strict=True)):
        if progress:
            progress(position / len(tables), sentence("Understanding {file}", file=table.raw.file))
        cleaned.append(clean(connection, table, plan, rows_spool))
    spooled = Spooled(connection, rows_spool.close())
    refused = _refused(connection, cleaned)
    check_kept(cleaned, refused)
    residue = sum((one.residue for one in cleaned), Decimal(0))
    currencies = currencies_of(spooled, wishes)
    mended = mend(spooled, tables, wishes.repairs, currencies.convert, residue)
    totals = totals_of(spooled, mended.sales, residue)
    return Reading(
        files=tuple(one.table.understood(one.rows) for one in cleaned),
        findings=(
            *(finding for raw in raw_tables for finding in raw.findings),
            *(finding for one in cleaned for finding in findings_of_table(connection, one, _is_beside_sales(one, cleaned))),
            *of_joins,
            *currencies.findings,
            *findings_of_sales(mended, cleaned, totals.revenue),
        ),
        refused=tuple(refused),
        refused_count=sum(one.left_out.get("refused", 0) for one in cleaned if one.plan),
        totals=totals,
        tables=spooled.paths,
        spool=spool,
        repairs=mended.repairs,
        doubts=tuple(doubt for one in cleaned if one.plan for doubt in doubts_of(one.table)),
        currencies=currencies.found,
        untouched=mended.untouched,
    )


def _is_beside_sales(one: Cleaned, cleaned: Sequence[Cleaned]) -> bool:
    """Whether sales were read from another table on the same sheet."""
    sales = [other.table.raw for other in cleaned if other is not one and other.plan and other.plan.table == "order_lines" and other.kept]
    return any(raw.file == one.table.raw.file and sheet_of(raw) == sheet_of(one.table.raw) for raw in sales)


def _refused(connection: DuckDBPyConnection, cleaned: Sequence[Cleaned]) -> list[RefusedRow]:
    rows: list[RefusedRow] = []
    for one in cleaned:
        rows += refused_rows(connection, one, MOST_REFUSED - len(rows))
    return rows
