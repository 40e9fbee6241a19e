"""Deals of a customer management system: the stage they are in says which of them became sales, and their budget is the amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.meaning import DEAL, means
from retention.ingest.vocabulary import HAN, LETTERS, phrases, plain, words
from retention.ingest.vocabulary.deals import BUDGETS, ENDS

_BUDGETS = frozenset(words(phrase) for phrase in phrases(BUDGETS))


def _pattern(text: str) -> str:
    begun = [re.escape(plain(part)) for part in phrases(text) if not re.search(f"[{HAN}]", part)]
    inside = [part for part in phrases(text) if re.search(f"[{HAN}]", part)]
    return "|".join([rf"(^|[^{LETTERS}])({'|'.join(begun)})", *inside])


_ENDED = {state: _pattern(text) for state, text in ENDS.items()}


def with_deals(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, of which the stage of deals means their status, and where no other does, their budget the amount.

    A stage is one of deals where some are won; a status is one where some are won and others lost. Without money there is nothing to sell.
    """
    budget = next((column for column in columns if words(column.header) in _BUDGETS and column.filled and column.holds_numbers()), None)
    priced = any(means(column, meaning) > 0 for column in columns for meaning in ("amount", "unit_price"))
    state = next((column for column in columns if _says_how_it_ended(connection, raw, column)), None) if priced or budget else None
    if state is None:
        return tuple(columns)
    known = {state.position: {"status": 1.0, DEAL: 0.5}}
    if budget and not priced:
        known[budget.position] = {"amount": 1.0}
    return tuple(replace(column, meanings=known.get(column.position, column.meanings)) for column in columns)


def _says_how_it_ended(connection: DuckDBPyConnection, raw: RawTable, column: Column) -> bool:
    is_stage = means(column, "stage") > 0
    if not column.filled or not (is_stage or means(column, "status") > 0):
        return False
    ends = f"select {_end_of(column.sql)} as state from {sample_of(raw)}"
    found = {state for (state,) in connection.execute(f"select distinct state from ({ends})").fetchall()}
    return "sale" in found and (is_stage or "cancelled" in found)


def _end_of(cell: str) -> str:
    cases = " ".join(f"when regexp_matches(plain_words({cell}), '{found}') then '{state}'" for state, found in _ENDED.items())
    return f"case {cases} end"


def state_of_deal(column: Column) -> str | None:
    """The expression of a deal's state: a sale, cancelled, or not yet paid; None where the column is not about deals."""
    if DEAL not in column.meanings:
        return None
    return f"coalesce({_end_of(column.sql)}, nullif(status_word({column.sql}), 'sale'), 'unpaid')"
