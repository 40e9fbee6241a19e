"""The small functions that the statements of ingestion are written with, made once in a connection."""

from __future__ import annotations

import re

from duckdb import DuckDBPyConnection

from retention.ingest.values import day_evidence, day_shapes, numbers
from retention.ingest.vocabulary import CURRENCIES, GUESTS, LETTERS, NOTHING, TOTALS, beginnings, plain

_NOTHING = "|".join(re.escape(word) for word in NOTHING)
_TOTALS = "|".join(sorted((plain(phrase) for phrase in TOTALS), key=len, reverse=True))
_GUESTS = "|".join(sorted("[ ._-]*".join(plain(phrase).split(" ")) for phrase in GUESTS))  # classes of all letters would be slow here
_CODES = " ".join(f"when '{sign}' then '{code}'" for sign, code in CURRENCIES.items())

# What a spreadsheet shows for a cell that went wrong or is too narrow, in any language; "#1001" is the number of an order.
_CAPITALS = "A-ZÀ-ſΑ-ΫЀ-Я"
_ERROR = f"#{{2,}}|#¡?[{_CAPITALS}]+[!?]|#[{_CAPITALS}]{{3,}}/0[!?]|#[NНn]/?[AАДDVВaд]"

# `plain_words` is a cell as words are compared; `value_of` its text, null where it is blank; `id_of` the same, null also where it
# holds a word for nothing or an error (`is_error`). `opens_totals` and `is_totals`: the cell begins with, or is, a word for totals.
# `is_typed`: half of its signs are digits. `is_guest`: it names nobody in particular in the place of a customer. None of these words
# has a digit in it, which is quicker to see than all of them are compared.
_TEXT = f"""
create or replace temp macro plain_words(cell) as translate(strip_accents(lower(trim(cell))), 'ıł', 'il');
create or replace temp macro value_of(cell) as nullif(trim(cell), '');
create or replace temp macro is_error(cell) as
    case when ascii(trim(cell)) = 35 then regexp_full_match(trim(cell), '{_ERROR}') else false end;
create or replace temp macro id_of(cell) as
    case when length(trim(cell)) < 6 and regexp_full_match(lower(trim(cell)), '({_NOTHING})?') then null
    when is_error(cell) then null else nullif(trim(cell), '') end;
create or replace temp macro has_digits(cell) as regexp_matches(cell, '[0-9]');
create or replace temp macro opens_totals(cell) as regexp_matches(plain_words(cell), '^({_TOTALS})([^{LETTERS}]|$)');
create or replace temp macro is_totals(cell) as
    case when length(cell) < 20 and ascii(cell) > 64 and not has_digits(cell)
    then regexp_full_match(plain_words(cell), '({_TOTALS})[: ]*') else false end;
create or replace temp macro is_guest(cell) as
    case when length(cell) < 40 and not has_digits(cell)
    then regexp_full_match(plain_words(cell), '[ (<"]*({_GUESTS})[ )>".]*') else false end;
create or replace temp macro is_typed(cell) as
    length(regexp_replace(cell, '[^0-9]', '', 'g')) * 2 >= greatest(1, length(regexp_replace(cell, '\\s', '', 'g')));
create or replace temp macro currency_code(text) as
    case rtrim(lower(trim(text)), '.') {_CODES} else nullif(upper(trim(text)), '') end;
"""


def make_macros(connection: DuckDBPyConnection) -> None:
    """Nothing comes back; from now on the connection knows the functions."""
    connection.execute(numbers.MACROS + day_shapes.MACROS + day_evidence.MACROS + _TEXT)
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
