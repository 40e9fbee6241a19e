"""From raw tables to a reading: every table understood, cleaned into its canonical one, and accounted for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from duckdb import DuckDBPyConnection

from retention.ingest.clean import Cleaned, clean
from retention.ingest.findings import findings_of_table
from retention.ingest.macros import make_macros
from retention.ingest.mapping import wishes_of
from retention.ingest.plan import plan_of
from retention.ingest.raw import RawTable
from retention.ingest.reading import Reading, RefusedRow
from retention.ingest.refused import MOST_REFUSED, refused_rows
from retention.ingest.returns import findings_of_returns
from retention.ingest.sales_findings import findings_of_sales
from retention.ingest.spool import Spool
from retention.ingest.table import understand_table
from retention.ingest.totals import exact_duplicates, sales_of, totals_of
from retention.ingest.unusable import check_kept, check_usable
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
    wishes, rows_spool = wishes_of(mapping), Spool(spool, raw_tables)
    tables = [understand_table(connection, raw, wishes.of(raw)) for raw in raw_tables]
    wishes.check_used()
    plans = [plan_of(table) for table in tables]
    check_usable(tables, plans)
    cleaned: list[Cleaned] = []
    for position, (table, plan) in enumerate(zip(tables, plans, strict=True)):
        if progress:
            progress(position / len(tables), sentence("Understanding {file}", file=table.raw.file))
        cleaned.append(clean(connection, table, plan, rows_spool))
    paths = rows_spool.close()
    refused = _refused(connection, cleaned)
    check_kept(cleaned, refused)
    sales = sales_of(connection, paths)
    return Reading(
        files=tuple(one.table.understood(one.rows) for one in cleaned),
        findings=(
            *(finding for raw in raw_tables for finding in raw.findings),
            *(finding for one in cleaned for finding in findings_of_table(connection, one)),
            *findings_of_returns(connection, tables, paths),
            *findings_of_sales(sales, cleaned, _duplicates(connection, cleaned)),
        ),
        refused=tuple(refused),
        refused_count=sum(one.left_out.get("refused", 0) for one in cleaned if one.plan),
        totals=totals_of(connection, paths, sales, sum((one.residue for one in cleaned), Decimal(0))),
        tables=paths,
        spool=spool,
    )


def _duplicates(connection: DuckDBPyConnection, cleaned: Sequence[Cleaned]) -> int:
    sales = [one for one in cleaned if one.plan and one.plan.table == "order_lines"]
    return exact_duplicates(connection, [prints for one in sales for prints in one.fingerprints])


def _refused(connection: DuckDBPyConnection, cleaned: Sequence[Cleaned]) -> list[RefusedRow]:
    rows: list[RefusedRow] = []
    for one in cleaned:
        rows += refused_rows(connection, one, MOST_REFUSED - len(rows))
    return rows
