"""What a person should know about an account statement, and about orders whose totals stand on one of their lines only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from duckdb import DuckDBPyConnection

from retention.ingest.exports import column_of_export
from retention.ingest.findings.column_findings import Said
from retention.ingest.rows.clean import Cleaned
from retention.ingest.rows.expressions import Expressions
from retention.ingest.rows.totals import CENT
from retention.sentence import Sentence, counted, sentence


def findings_of_statement(connection: DuckDBPyConnection, cleaned: Cleaned) -> Iterator[Said]:
    """Rows that are no sales, money given back, fees that stay in the amounts, and totals that were shared out."""
    table = cleaned.table
    if cleaned.plan is None or cleaned.plan.table != "order_lines":
        return
    is_account = table.account is not None and table.statement is None
    if is_account:
        said = sentence(
            "{file} is the statement of an account: what it received counts as sales, and may hold other income, such as transfers, loans"
            " or refunds",
            file=table.raw.file,
        )
        yield "account_statement", "warning", cleaned.kept, said
    if count := cleaned.left_out.get("not_sale"):
        told = _outgoing if is_account else _not_sales
        yield "not_sale_rows", "info", count, told(count, cleaned.not_sale_sum, table.raw.file)
    if (refunded := table.column("refunded")) and (total := _refunds(connection, cleaned)):
        said = sentence(
            "{total} in column {column} of {file} was given back later and is taken off the sales",
            total=total.quantize(CENT),
            column=refunded.header,
            file=table.raw.file,
        )
        yield "refunds_taken_off", "info", cleaned.kept, said
    fees = [column_of_export(table.columns, header) for header in table.export.fees] if table.export else []
    if kept := [column for column in fees if column and column.filled]:
        said = sentence(
            "The amounts in {file} are what the customers paid; what the platform keeps (column {column}) is not taken off the sales",
            file=table.raw.file,
            column=kept[0].header,
        )
        yield "fees_not_taken_off", "info", cleaned.kept, said
    if count := table.shared_totals:
        said = counted(
            "{count} order in {file} stands on several lines with one total, which was shared out over them by quantity × price",
            "{count} orders in {file} stand on several lines with one total each, which was shared out over them by quantity × price",
            count,
            file=table.raw.file,
        )
        yield "order_totals_shared", "info", count, said


def _outgoing(count: int, total: Decimal | None, file: str) -> Sentence:
    return counted(
        "{count} row in {file} is an outgoing payment, not a sale, and was left out: {total}",
        "{count} rows in {file} are outgoing payments, not sales, and were left out: {total}",
        count,
        file=file,
        total=(total or Decimal(0)).quantize(CENT),
    )


def _not_sales(count: int, total: Decimal | None, file: str) -> Sentence:
    if not total:
        return counted(
            "{count} row in {file} is a fee, payout or transfer, not a sale, and was left out",
            "{count} rows in {file} are fees, payouts or transfers, not sales, and were left out",
            count,
            file=file,
        )
    return counted(
        "{count} row in {file} is a fee, payout or transfer, not a sale, and was left out: {total}",
        "{count} rows in {file} are fees, payouts or transfers, not sales, and were left out: {total}",
        count,
        file=file,
        total=total.quantize(CENT),
    )


def _refunds(connection: DuckDBPyConnection, cleaned: Cleaned) -> Decimal | None:
    """What was taken off the kept sales."""
    table = cleaned.table
    given_back = f"abs({Expressions(table).number('refunded')})"
    statement = f'select sum({given_back}) from {table.raw.table} where "row" >= {table.shape.first_body_row}'
    ((total,),) = connection.execute(statement).fetchall()
    return Decimal(total) if total else None
