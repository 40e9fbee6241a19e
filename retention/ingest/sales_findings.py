"""What a person should know about the sales of all files together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retention.ingest.clean import Cleaned
from retention.ingest.reading import Finding
from retention.ingest.totals import CENT, Sales
from retention.sentence import counted, sentence


def findings_of_sales(sales: Sales, cleaned: Sequence[Cleaned], duplicates: int) -> Iterator[Finding]:
    """Rows that count in a way of their own, and what could make the sums wrong."""
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
    if count := sales.not_counted:
        said = counted(
            "{count} row is cancelled, returned, unpaid or a test and does not count as a sale; its amount is {total}",
            "{count} rows are cancelled, returned, unpaid or tests and do not count as sales; their amounts add up to {total}",
            count,
            total=sales.not_counted_sum.quantize(CENT),
        )
        yield Finding("not_counted_rows", "warning", count, said)
    if duplicates:
        said = counted(
            "{count} row is exactly like an earlier one; it was kept, because the same thing can be bought twice",
            "{count} rows are exactly like earlier ones; they were kept, because the same thing can be bought twice",
            duplicates,
        )
        yield Finding("exact_duplicate_rows", "warning", duplicates, said)
    if len(sales.currencies) > 1:
        said = sentence(
            "The amounts are in several currencies ({currencies}) and cannot be added up; load one currency, or converted amounts",
            currencies=", ".join(sales.currencies),
        )
        yield Finding("several_currencies", "error", sales.lines, said)
    layouts = {one.table.shape.headers for one in cleaned if one.plan and one.plan.table == "order_lines"}
    if len(layouts) > 1:
        said = sentence("Sales from tables with different columns were added up; if they describe the same sales, load only one of them")
        yield Finding("different_tables_of_sales", "warning", sales.lines, said)
