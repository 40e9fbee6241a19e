"""Account statements: which of their rows are sales, which give money back, and which are fees, payouts or transfers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.exports import column_of_export
from retention.ingest.exports.export import Cells, Export
from retention.ingest.formats.raw import RawTable
from retention.ingest.vocabulary import LETTERS, phrases, plain, words
from retention.ingest.vocabulary.kinds import KIND_HEADERS, KINDS

MOST_KINDS = 40  # a column with more different cells describes, and does not tell apart
KNOWN_SHARE = 0.8  # of its cells must be known words

KIND_COLUMNS = frozenset(words(phrase) for phrase in phrases(KIND_HEADERS))
_BEGINNINGS = {kind: "|".join(re.escape(plain(part)) for part in phrases(text)) for kind, text in KINDS.items()}


def kind_word(cell: str) -> str:
    """The expression that gives the kind of a row from the words of its cell: sale, return, fee or transfer; null for other words."""
    cases = " ".join(
        f"when regexp_matches(plain_words({cell}), '(^|[^{LETTERS}])({found})') then '{kind}'" for kind, found in _BEGINNINGS.items()
    )
    return f"case {cases} end"


def statement_column(connection: DuckDBPyConnection, raw: RawTable, columns: Iterable[Column]) -> Column | None:
    """The column that says what each row of an account statement is; None where the table is no such statement.

    Its header has to say so, and most of its cells have to be known words: sales among them, and fees or payouts. Transfers
    alone are not enough, for a customer may pay by one.
    """
    for column in columns:
        if words(column.header) not in KIND_COLUMNS or not 2 <= column.distinct <= MOST_KINDS:
            continue
        kinds = f"select {kind_word(column.sql)} as kind from {sample_of(raw)} where id_of({column.sql}) is not null"
        counts = dict(connection.execute(f"select kind, count(*) from ({kinds}) group by kind").fetchall())
        known = sum(count for kind, count in counts.items() if kind)
        if counts.get("fee") and counts.get("sale") and known >= KNOWN_SHARE * sum(counts.values()):
            return column
    return None


def kind_sql(
    export: Export | None, statement: Column | None, columns: Sequence[Column], amount: str, is_account: bool = False
) -> str | None:
    """The expression that says for each row 'sale', 'return' or 'not_sale'; None where every row is a sale.

    amount: the expression of the row's amount. is_account: whether these are the payments of a bank account.
    Money that a shop pays for its own purchases is no sale, though it is called a payment.
    """
    if export is None:
        if statement is None:
            return f"case when {amount} < 0 then 'not_sale' else 'sale' end" if is_account else None
        kind = f"coalesce({kind_word(statement.sql)}, 'sale')"
        is_sale = f"{kind} = 'sale' and coalesce({amount} >= 0, true)"
        return f"case when {kind} = 'return' then 'return' when {is_sale} then 'sale' else 'not_sale' end"
    only = [is_one_of(column, cells, "true") for column, cells in _found(export.only, columns)]
    returns = [is_one_of(column, cells, "false") for column, cells in _found(export.returns, columns)]
    if not only and not returns:
        return None
    cases = [f"when not ({' and '.join(only)}) then 'not_sale'"] if only else []
    cases += [f"when {' or '.join(returns)} then 'return'"] if returns else []
    cases += [f"when {amount} < 0 then 'not_sale'"] if export.pays_out else []
    return f"case {' '.join(cases)} else 'sale' end"


def is_one_of(column: Column, cells: Iterable[str], when_blank: str) -> str:
    """The expression that says whether a cell is one of these; "*" stands for anything."""
    patterns = "|".join(".*".join(re.escape(part) for part in plain(cell).split("*")) for cell in cells).replace("'", "''")
    return f"coalesce(regexp_full_match(plain_words(value_of({column.sql})), '{patterns}'), {when_blank})"


def _found(cells: Cells, columns: Sequence[Column]) -> list[tuple[Column, tuple[str, ...]]]:
    found = [(column_of_export(columns, header), wanted) for header, wanted in cells.items()]
    return [(column, wanted) for column, wanted in found if column is not None]
