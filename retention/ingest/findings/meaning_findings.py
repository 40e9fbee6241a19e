"""What a person should know about the meaning of a table's columns: where values decided against the headers, or without them."""

from __future__ import annotations

from collections.abc import Iterator

from retention.ingest.meanings.meaning import means
from retention.ingest.meanings.table import Table
from retention.ingest.reading import Severity
from retention.ingest.roles import SALES_ROLES
from retention.ingest.rows.clean import Cleaned
from retention.ingest.rows.sales_plan import is_computed
from retention.ingest.vocabulary import meanings
from retention.sentence import Sentence, sentence

Said = tuple[str, Severity, int, Sentence]

MILLION = 1_000_000
MICRO_STEP = 10_000  # an advertising platform bills in hundredths: in millionths these are multiples of this


def findings_of_meaning(cleaned: Cleaned) -> Iterator[Said]:
    """Everything there is to say about what the columns were taken for: code, severity, rows, and the sentence."""
    table = cleaned.table
    if cleaned.plan is None:
        return
    if table.shape.header_row is not None and table.wish.columns is None and not any(meanings(header) for header in table.shape.headers):
        said = sentence(
            "No header of {file} is a word that is known here; its columns were recognised by what stands in them, so check them in the"
            " mapping",
            file=table.raw.file,
        )
        yield "unknown_headers", "warning", cleaned.kept, said
    yield from _parts(table, cleaned.kept)
    yield from _of_lines(table, cleaned.kept)


def _parts(table: Table, rows: int) -> Iterator[Said]:
    """Money in cents or millionths, as the header says, or as the values look."""
    for column in {column.position: column for columns in table.fields.values() for column in columns}.values():
        if column.position in table.marks and column.parts > 1:
            said = sentence(
                "The numbers in column {column} of {file} were divided by {parts}, as its header says",
                column=column.header,
                file=table.raw.file,
                parts=column.parts,
            )
            yield "divided_numbers", "info", rows, said
    amount = table.column("amount")
    if table.role == "spend" and amount and amount.parts == 1 and not table.export and _looks_like_micros(table):
        said = sentence(
            "The costs in column {column} of {file} look like millionths, as advertising platforms hand them out ({value}); if they are,"
            " divide them by a million and load the file again",
            column=amount.header,
            file=table.raw.file,
            value=next(iter(amount.values), ""),
        )
        yield "likely_micros", "warning", rows, said


def _looks_like_micros(table: Table) -> bool:
    """Whether all costs are huge whole numbers of a platform's report that end in noughts."""
    amount = table.fields["amount"][0]
    costs = [value for value in amount.values if value.isdigit()]
    is_report = any(means(column, "ad_metric") > 0 for column in table.columns)
    is_whole = amount.filled > 0 and amount.whole == amount.filled and not amount.marks.mark and bool(costs)
    return is_report and is_whole and (amount.highest or 0) >= MILLION and all(int(cost) % MICRO_STEP == 0 for cost in costs)


def _of_lines(table: Table, rows: int) -> Iterator[Said]:
    """A price that is the line's, and a total that is the whole order's."""
    amount, order = table.column("amount"), table.column("order_id")
    if table.wish.columns is not None or table.export or table.role not in SALES_ROLES:
        return
    if amount and table.column("quantity") and means(amount, "unit_price") > means(amount, "amount"):
        said = sentence(
            "Column {column} of {file} grows with the quantity, so it was read as the price of the whole line",
            column=amount.header,
            file=table.raw.file,
        )
        yield "price_of_line", "info", rows, said
    total = next((column for column in table.columns if means(column, "amount") > 0 and column.filled), None)
    if is_computed(table) and total and order and not order.is_unique:
        said = sentence(
            "Column {column} of {file} repeats the total of the whole order in each of its lines, so quantity × price of the lines was"
            " counted instead",
            column=total.header,
            file=table.raw.file,
        )
        yield "order_total_repeated", "info", rows, said
