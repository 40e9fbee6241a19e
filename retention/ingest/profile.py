"""What the columns of a table hold, seen on a sample of its rows: filled or not, numbers or days, in which way they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from duckdb import DuckDBPyConnection

from retention.ingest import dates, numbers
from retention.ingest.dates import DayEvidence
from retention.ingest.numbers import MarkEvidence, currency_of
from retention.ingest.raw import RawTable
from retention.ingest.shape import Shape
from retention.ingest.vocabulary import header_currency, meanings

SAMPLED_ROWS = 600  # from the beginning, and as many spread over a table that is not too long to walk through twice
SPREAD_UP_TO_ROWS = 100_000
SHOWN_VALUES, SHOWN_CHARACTERS = 3, 100
HIGHEST_SCORE = 10
MOST = 0.8  # of a column's cells have to be of the kind that it is taken for


@dataclass(frozen=True)
class Column:
    """One column of a table. filled, distinct, numbers, whole and so on count cells of the sample, of which `rows` were looked at.

    is_empty: nothing stands in it in the whole table.
    """

    position: int
    header: str
    meanings: Mapping[str, float]
    rows: int
    is_empty: bool = False
    filled: int = 0
    distinct: int = 0
    numbers: int = 0
    whole: int = 0
    highest: float | None = None
    ruined_ids: int = 0
    scientific: int = 0
    percents: int = 0
    fine: int = 0
    scores: int = 0
    sign: str | None = None
    marks: MarkEvidence = MarkEvidence()
    days: DayEvidence = DayEvidence()
    values: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The column's name inside."""
        return f"c{self.position}"

    @property
    def is_unique(self) -> bool:
        """Whether no value comes twice."""
        return self.filled > 1 and self.distinct == self.filled

    @property
    def currency(self) -> str | None:
        """The currency that stands beside the amounts or in the header."""
        return currency_of(self.sign) or header_currency(self.header)

    def holds_numbers(self, least_share: float = MOST) -> bool:
        """Whether its values are numbers, or there are none to say otherwise."""
        return self.numbers >= least_share * self.filled

    def holds_days(self, least_share: float = MOST) -> bool:
        """Whether its values are days, or there are none to say otherwise."""
        return self.days.days >= least_share * self.filled


def sample_of(raw: RawTable) -> str:
    """The name of the table that holds the sampled rows."""
    return f"sample_of_{raw.table}"


def headers_of(raw: RawTable) -> str:
    """The name of the variable that holds the headers as they stand in the file."""
    return f"{raw.table}_headers"


def profile(connection: DuckDBPyConnection, raw: RawTable, shape: Shape) -> tuple[Column, ...]:
    """Every column of the table, in order. The sample stays in the connection as `sample_of_…`."""
    written = [(cell or "").strip() or None for cell in shape.written]
    connection.execute(f"set variable {headers_of(raw)} = $headers", {"headers": written})
    ((rows,),) = connection.execute(_sampling(raw, shape.first_body_row)).fetchall()
    found = connection.execute(_PROFILE.replace("SAMPLE", sample_of(raw)).replace("HEADERS", f"getvariable('{headers_of(raw)}')"))
    names = [description[0] for description in found.description or ()]
    by_position = {int(row[0][1:]): dict(zip(names, row, strict=True)) for row in found.fetchall()}
    is_whole = rows >= raw.rows - shape.first_body_row + 1
    return tuple(_column(place, header, rows, by_position.get(place), is_whole) for place, header in enumerate(shape.headers))


def _sampling(raw: RawTable, first_row: int) -> str:
    last_of_head = first_row + SAMPLED_ROWS - 1
    cells = ", ".join(f"c{position}" for position in range(raw.width))
    head = f'select "row", {cells} from {raw.table} where "row" >= {first_row} limit {SAMPLED_ROWS}'
    spread = ""
    if SAMPLED_ROWS < raw.rows <= SPREAD_UP_TO_ROWS:
        step = max(1, raw.rows // SAMPLED_ROWS)
        spread = (
            f'union all (select "row", {cells} from {raw.table} where "row" > {last_of_head} and "row" % {step} = 0 limit {SAMPLED_ROWS})'
        )
    return f"create or replace temp table {sample_of(raw)} as ({head}) {spread}"


def _column(position: int, header: str, rows: int, found: Mapping[str, Any] | None, is_whole: bool) -> Column:
    if found is None:
        return Column(position, header, meanings(header), rows, is_empty=is_whole)
    own = {name: found[name] for name in _COUNTED}
    values = tuple(dict.fromkeys(found["first_values"]))[:SHOWN_VALUES]
    marks = MarkEvidence(**{field.name: found[field.name] for field in fields(MarkEvidence)})
    days = DayEvidence(**{field.name: found[field.name] for field in fields(DayEvidence)})
    return Column(position, header, meanings(header), rows, marks=marks, days=days, values=values, **own)


_COUNTED = "filled distinct numbers whole highest ruined_ids scientific percents fine scores sign".split()
_PROFILE = f"""
with cells as (
    select place, "row", trim(cell) as cell
    from (unpivot SAMPLE on columns(* exclude ("row")) into name place value cell)
    where id_of(cell) is not null and not opens_totals(cell)
        and trim(cell) is distinct from HEADERS[cast(place[2:] as integer) + 1]
),
understood as (
    select *, bare(cell) as digits, try_cast(number_text(cell, '.') as double) as value, currency_sign(cell) as sign from cells
)
select
    place,
    count(*) as filled,
    count(distinct cell) as "distinct",
    count(*) filter (value = floor(value)) as whole,
    max(value) as highest,
    count(*) filter (regexp_full_match(cell, '[0-9]+\\.0')) as ruined_ids,
    count(*) filter (regexp_full_match(cell, '[0-9]([.,][0-9]+)?E\\+[0-9]+')) as scientific,
    count(*) filter (ends_with(cell, '%')) as percents,
    count(*) filter (regexp_matches(digits, '[.,][0-9]{{5,}}$')) as fine,
    count(*) filter (value between 0 and {HIGHEST_SCORE}) as scores,
    mode(sign) filter (digits <> '') as sign,
    (list(cell[:{SHOWN_CHARACTERS}] order by "row"))[:20] as first_values,
    {numbers.EVIDENCE},
    {dates.EVIDENCE}
from understood
group by place
"""
