"""Where a platform keeps a fee, what the customer paid counts, not what was left of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.line_amounts import NEARLY_ALL, number_sql, share_of
from retention.ingest.meanings.meaning import means
from retention.ingest.vocabulary import phrases, plain, words
from retention.ingest.vocabulary.accounts import FEES, GROSS, NET

_FEES, _GROSS, _NET = (frozenset(map(plain, phrases(text))) for text in (FEES, GROSS, NET))


def with_gross(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, with the gross amount as the one that counts where gross − fee = net in nearly every row; else as they were."""
    numeric = [column for column in columns if column.filled and column.holds_numbers()]
    fees, nets = ([column for column in numeric if not said.isdisjoint(words(column.header))] for said in (_FEES, _NET))
    for fee in fees:
        for net in nets:
            for gross in numeric:
                is_money = means(gross, "amount") > 0 or not _GROSS.isdisjoint(words(gross.header))
                if is_money and gross not in (fee, net) and _adds_up(connection, raw, numeric, gross, fee, net):
                    return tuple(_meant(column, gross, net) for column in columns)
    return tuple(columns)


def _adds_up(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], gross: Column, fee: Column, net: Column) -> bool:
    whole, kept, rest = (number_sql(column, columns) for column in (gross, fee, net))
    difference = f"least(abs({whole} - {kept} - {rest}), abs({whole} + {kept} - {rest}))"
    return share_of(connection, raw, f"{difference} <= 0.011", f"{kept} <> 0 and {whole} is not null and {rest} is not null") >= NEARLY_ALL


def _meant(column: Column, gross: Column, net: Column) -> Column:
    if column == gross:
        return replace(column, meanings={"amount": 1.0})
    return replace(column, meanings={}) if column == net else column
