"""The small functions that the statements of ingestion are written with, made once in a connection."""

from __future__ import annotations

import re

from duckdb import DuckDBPyConnection

from retention.ingest import numbers
from retention.ingest.vocabulary import CURRENCIES, NOTHING, TOTALS, beginnings, plain

_NOTHING = "|".join(re.escape(word) for word in NOTHING)
_TOTALS = "|".join(sorted((plain(phrase) for phrase in TOTALS), key=len, reverse=True))
_CODES = " ".join(f"when '{sign}' then '{code}'" for sign, code in CURRENCIES.items())

# `plain_words` is a cell as words are compared; `value_of` its text, null where it is blank; `id_of` the same, null also where it
# holds a word for nothing. `opens_totals` and `is_totals`: the cell begins with, or is, a word for totals.
_TEXT = f"""
create or replace temp macro plain_words(cell) as strip_accents(lower(trim(cell)));
create or replace temp macro value_of(cell) as nullif(trim(cell), '');
create or replace temp macro id_of(cell) as
    case when length(trim(cell)) < 6 and regexp_full_match(lower(trim(cell)), '({_NOTHING})?') then null else nullif(trim(cell), '') end;
create or replace temp macro opens_totals(cell) as regexp_matches(plain_words(cell), '^({_TOTALS})([^\\p{{L}}]|$)');
create or replace temp macro is_totals(cell) as
    case when length(cell) < 20 and ascii(cell) > 64 then regexp_full_match(plain_words(cell), '({_TOTALS})[: ]*') else false end;
create or replace temp macro currency_code(text) as
    case rtrim(lower(trim(text)), '.') {_CODES} else nullif(upper(trim(text)), '') end;
"""


def make_macros(connection: DuckDBPyConnection) -> None:
    """Nothing comes back; from now on the connection knows the functions."""
    connection.execute(numbers.MACROS + _TEXT)
    for name, lists in (
        ("status_word", "STATUSES"),
        ("stage_word", "STAGES"),
        ("purpose_word", "PURPOSES"),
        ("channel_purpose", "CHANNELS"),
    ):
        connection.execute(_first_that_matches(name, lists))


def _first_that_matches(macro: str, lists: str) -> str:
    """A function that gives the name of the first list of the vocabulary with a word that the cell contains; null where none has."""
    found = beginnings(lists)
    order = sorted(found, key=lambda name: name != "sale")  # what makes an exception goes first
    cases = " ".join(f"when regexp_matches(plain_words(cell), '{found[name]}') then '{name}'" for name in order)
    return f"create or replace temp macro {macro}(cell) as case when cell is null then null {cases} end"
