"""Days that Excel has spoiled: of texts like 05/13/2024 and 05/04/2024 it made real dates of those that its own order could read.

A program set to the other order turns 04/05/2024, the 4th of May, into the 5th of April, and leaves 13/05/2024 as text. What
is left is a column in which every real date has a day up to 12 and every text one above.
"""

from __future__ import annotations

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from retention.ingest.values.day_evidence import DayEvidence

LEAST_CELLS = 5  # of either kind, before chance is ruled out: three real dates in five lie beyond the 12th
LESS = 0.5  # of the jumps from row to row have to be left by the better reading
HARDLY, MANY = 0.02, 0.1  # of the real dates lie outside the days of the texts


@dataclass(frozen=True)
class Swap:
    """Real dates whose day and month may be changed about. is_certain: they are. is_undone: they were read the other way about."""

    cells: int
    is_certain: bool
    is_undone: bool


def is_suspicious(evidence: DayEvidence) -> bool:
    """Whether the sample looks like it: real dates up to the 12th only, texts with a part above 12 only, and always the same one."""
    kinds = {key[1] for key in evidence.orders}
    return bool(evidence.iso) and not evidence.iso_days_above_12 and not evidence.iso_months_above_12 and kinds in ({"d"}, {"m"})


def find_swap(connection: DuckDBPyConnection, table: str, column: str, plain: str, turned: str) -> Swap | None:
    """What the whole column says: None where it is as it should be. plain, turned: the expressions for its days in both readings.

    It is certain where the rows then follow each other in much smaller steps, or where the real dates then lie among those of the
    texts, as they did not before. Where neither reading is better, it stays a doubt.
    """
    read = f"""
        select "row", regexp_matches({column}, '^\\s*[0-9]{{4}}-') as is_real, {plain} as plain, {turned} as turned
        from {table} where {column} is not null"""
    steps = f"""
        select *, abs(epoch(plain - lag(plain) over in_order)) as plain_step, abs(epoch(turned - lag(turned) over in_order)) as turned_step,
            min(plain) filter (not is_real) over () as first_text, max(plain) filter (not is_real) over () as last_text
        from ({read}) where plain is not null window in_order as (order by "row")"""
    ((real, late, texts, early, plain_steps, turned_steps, plain_outside, turned_outside),) = connection.execute(f"""
        select count(*) filter (is_real), count(*) filter (is_real and day(plain) > 12),
            count(*) filter (not is_real), count(*) filter (not is_real and day(plain) <= 12),
            coalesce(sum(plain_step), 0), coalesce(sum(turned_step), 0),
            count(*) filter (is_real and plain not between first_text - interval 12 days and last_text + interval 12 days),
            count(*) filter (is_real and turned not between first_text - interval 12 days and last_text + interval 12 days)
        from ({steps})""").fetchall()
    if late or early or min(real, texts) < LEAST_CELLS or plain_steps < LESS * turned_steps:
        return None
    is_certain = turned_steps < LESS * plain_steps or (plain_outside >= MANY * real and turned_outside <= HARDLY * real)
    return Swap(real, is_certain, is_certain)
