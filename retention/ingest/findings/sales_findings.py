"""What a person should know about the sales of all files together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from retention.ingest.reading import Finding
from retention.ingest.repairs import Mended
from retention.ingest.rows.clean import Cleaned
from retention.sentence import counted, sentence


def findings_of_sales(mended: Mended, cleaned: Sequence[Cleaned], revenue: Decimal | None) -> Iterator[Finding]:
    """Rows that count in a way of their own, what was mended, and what could make the sums wrong. revenue: of the whole reading."""
    paid = None if mended.sales.lines else revenue
    sales = mended.sales
    for repair in mended.repairs:
        yield Finding(repair.code, "warning", repair.rows, repair.sentence)
    if paid is not None:
        said = sentence(
            "The file has no separate sales, only what each customer has paid in all, {total} together;"
            " the ladder and the costs need sales with dates",
            total=paid,
        )
        yield Finding("sums_of_customers", "warning", 0, said)
    if count := sales.without_customer:
        said = counted(
            "{count} sale names no customer; it counts as a sale, not as a customer",
            "{count} sales name no customer; they count as sales, not as customers",
            count,
        )
        yield Finding("rows_without_customer", "warning", count, said)
    if count := sales.negative:
        said = counted("{count} row is a return; it reduces the sales", "{count} rows are returns; they reduce the sales", count)
        yield Finding("negative_rows", "info", count, said)
    if count := sales.zero:
        said = counted("{count} row has an amount of zero", "{count} rows have an amount of zero", count)
        yield Finding("zero_rows", "info", count, said)
    layouts = {one.table.shape.headers for one in cleaned if one.plan and one.plan.table == "order_lines"}
    if len(layouts) > 1 and not any(repair.code == "same_sales_twice" for repair in mended.repairs):
        said = sentence("Sales from tables with different columns were added up; if they describe the same sales, load only one of them")
        yield Finding("different_tables_of_sales", "warning", sales.lines, said)
