"""What the columns of a table hold, seen on a sample of its rows: filled or not, numbers or days, in which way they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from duckdb import DuckDBPyConnection

from retention.ingest.columns.column_evidence import CELLS, COUNTED, GATHER, HEADERS, STATEMENT
from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.shape import Shape
from retention.ingest.values.day_evidence import DayEvidence
from retention.ingest.values.numbers import MarkEvidence, currency_of
from retention.ingest.vocabulary import PARTS, header_currency, meanings, words

SAMPLED_ROWS = 600  # from the beginning, and as many spread over a table that is not too long to walk through twice
SPREAD_UP_TO_ROWS = 100_000
SHOWN_VALUES = 3
TABLES_AT_ONCE = 50
MOST = 0.8  # of a column's cells have to be of the kind that it is taken for


@dataclass(frozen=True)
class Column:
    """One column of a table. filled, distinct, numbers, whole and so on count cells of the sample, of which `rows` were looked at.

    is_empty: nothing stands in it in the whole table. has_totals: a cell of it is a word for totals and nothing else.
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
    lowest: float | None = None
    rising: int = 0
    emails: int = 0
    phones: int = 0
    ruined_ids: int = 0
    scientific: int = 0
    percents: int = 0
    shortened: int = 0
    fine: int = 0
    scores: int = 0
    sign: str | None = None
    marks: MarkEvidence = MarkEvidence()
    days: DayEvidence = DayEvidence()
    values: tuple[str, ...] = ()
    has_totals: bool = False

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

    @property
    def holds_emails(self) -> bool:
        """Whether its values are e-mail addresses."""
        return 0 < MOST * self.filled <= self.emails

    @property
    def holds_phones(self) -> bool:
        """Whether its values are telephone numbers and written as such."""
        return 0 < MOST * self.filled <= self.phones

    @property
    def parts(self) -> int:
        """How many of the numbers make one of the currency's units: 100 where the header says cents, a million where it says micros."""
        said = words(self.header)
        is_whole = self.whole == self.filled and not self.marks.mark
        return next((PARTS[word] for word in said if word in PARTS and len(said) > 1 and is_whole), 1)

    def holds_numbers(self, least_share: float = MOST) -> bool:
        """Whether its values are numbers, or there are none to say otherwise; telephone numbers are none."""
        numbers = self.numbers + (self.shortened if self.is_shortened else 0)
        return numbers >= least_share * self.filled and not self.holds_phones

    @property
    def is_shortened(self) -> bool:
        """Whether its numbers are written in thousands or millions ("1.2K", "3,5 тыс."), nearly all of them."""
        return 0 < MOST * self.filled <= self.shortened

    def holds_days(self, least_share: float = MOST) -> bool:
        """Whether its values are days, or there are none to say otherwise."""
        return self.days.days >= least_share * self.filled


def sample_of(raw: RawTable) -> str:
    """The name of the table that holds the sampled rows."""
    return f"sample_of_{raw.table}"


def headers_of(raw: RawTable) -> str:
    """The name of the variable that holds the headers as they stand in the file."""
    return f"{raw.table}_headers"


def heads_of(raw: RawTable) -> str:
    """The name of the variable that holds every row down to the headers, each in one text as a printed report repeats it."""
    return f"{raw.table}_heads"


def profile(connection: DuckDBPyConnection, raw: RawTable, shape: Shape) -> tuple[Column, ...]:
    """Every column of the table, in order. The sample stays in the connection as `sample_of_…`."""
    return next(profiles(connection, [(raw, shape)]))


def profiles(connection: DuckDBPyConnection, tables: Sequence[tuple[RawTable, Shape]]) -> Iterator[tuple[Column, ...]]:
    """The same of several tables, one after the other."""
    for first in range(0, len(tables), TABLES_AT_ONCE):
        yield from _profiles(connection, tables[first : first + TABLES_AT_ONCE])


def _profiles(connection: DuckDBPyConnection, tables: Sequence[tuple[RawTable, Shape]]) -> Iterator[tuple[Column, ...]]:
    connection.execute(f'create or replace temp table {CELLS} (source integer, place integer, "row" bigint, cell varchar)')
    sampled, headers = [], []
    for number, (raw, shape) in enumerate(tables):
        written = [(cell or "").strip() or None for cell in shape.written]
        connection.execute(f"set variable {headers_of(raw)} = $headers", {"headers": written})
        heads = [chr(31).join((cell or "").strip(" ") for cell in row) for row in shape.heads]
        connection.execute(f"set variable {heads_of(raw)} = $heads::varchar[]", {"heads": heads})
        ((rows,),) = connection.execute(_sampling(raw, shape.first_body_row)).fetchall()
        connection.execute(GATHER.replace("SAMPLE", sample_of(raw)).replace("NUMBER", str(number)))
        sampled.append(rows)
        headers.append(written)
    connection.execute(f"set variable {HEADERS} = $headers::varchar[][]", {"headers": headers})
    counted = connection.execute(STATEMENT)
    names = [description[0] for description in counted.description or ()]
    found = {row[:2]: dict(zip(names, row, strict=True)) for row in counted.fetchall()}
    totals = set(connection.execute(f"select distinct source, place from {CELLS} where is_totals(cell)").fetchall())
    for number, (rows, (raw, shape)) in enumerate(zip(sampled, tables, strict=True)):
        is_whole = rows >= raw.rows_from(shape.first_body_row)
        with_totals = {place for source, place in totals if source == number} if is_whole else _with_totals(connection, raw, shape)
        columns = (_column(place, header, rows, found.get((number, place)), is_whole) for place, header in enumerate(shape.headers))
        yield tuple(replace(column, has_totals=column.position in with_totals) for column in columns)


def _with_totals(connection: DuckDBPyConnection, raw: RawTable, shape: Shape) -> set[int]:
    """The positions of the columns with words for totals below the headers; of a very long table only the sample is asked."""
    source = raw.table if raw.rows <= SPREAD_UP_TO_ROWS else sample_of(raw)
    counts = ", ".join(f"count(*) filter (is_totals(c{place}))" for place in range(raw.width))
    (found,) = connection.execute(f'select {counts} from {source} where "row" >= {shape.first_body_row}').fetchall()
    return {place for place, count in enumerate(found) if count}


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
    own = {name: found[name] for name in COUNTED}
    values = tuple(dict.fromkeys(found["first_values"]))[:SHOWN_VALUES]
    marks = MarkEvidence(**{field.name: found[field.name] for field in fields(MarkEvidence)})
    days = DayEvidence(**{field.name: found[field.name] for field in fields(DayEvidence)})
    return Column(position, header, meanings(header), rows, marks=marks, days=days, values=values, **own)
