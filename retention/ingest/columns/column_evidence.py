"""What is counted of every column of a sample of rows: filled cells, numbers, days, e-mail addresses, and how they are written."""

from __future__ import annotations

from retention.ingest.values import day_evidence, numbers

SHOWN_CHARACTERS = 100
HIGHEST_SCORE = 10

COUNTED = (
    "filled distinct numbers whole highest lowest rising emails phones ruined_ids scientific percents shortened fine scores sign".split()
)
# How telephone numbers are written: with a plus, in brackets, or with a nought in front; a bare number may be anything.
_PHONE = r"\+[0-9][0-9 ()./-]{8,17}|\(?0[0-9]{2,4}[)/ -]+[0-9][0-9 -]{4,9}|0[0-9]{8,10}|[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}"
# The cells of several tables at once, each known by its number: to prepare a statement like this takes longer than a small table does.
CELLS = "sampled_cells"
HEADERS = "sampled_headers"
GATHER = f"""
insert into {CELLS} select NUMBER, cast(place[2:] as integer), "row", cell
from (unpivot SAMPLE on columns(* exclude ("row")) into name place value cell)
"""
STATEMENT = f"""
with all_cells as (
    select source, place, "row", trim(cell) as cell, count(*) over (partition by source, "row") as beside from {CELLS}
),
widths as (select source, count(distinct place) as width, max(beside) as most from all_cells group by source),
-- A text alone in its row is a note, and a row of totals fills less than others: neither says what a column holds.
cells as (
    select source, place, "row", cell from all_cells inner join widths using (source)
    where id_of(cell) is not null and not (opens_totals(cell) and (beside < most or is_totals(cell)))
        and (beside > 1 or width < 3 or is_typed(cell)) and cell is distinct from getvariable('{HEADERS}')[source + 1][place + 1]
),
understood as (
    select *, bare(cell) as digits, try_cast(number_text(cell, '.') as double) as value, currency_sign(cell) as sign,
        value > lag(value) over (partition by source, place order by "row") as rises, {day_evidence.COLUMNS}
    from cells
)
select
    source,
    place,
    count(*) as filled,
    count(distinct cell) as "distinct",
    count(*) filter (value = floor(value)) as whole,
    max(value) as highest,
    min(value) as lowest,
    count(*) filter (rises) as rising,
    count(*) filter (regexp_full_match(cell, '[^@\\s]+@[^@\\s]+\\.[^@\\s]+')) as emails,
    count(*) filter (regexp_full_match(cell, '{_PHONE}')) as phones,
    count(*) filter (regexp_full_match(cell, '[0-9]+\\.0')) as ruined_ids,
    count(*) filter (regexp_full_match(cell, '[0-9]([.,][0-9]+)?E\\+[0-9]+')) as scientific,
    count(*) filter (ends_with(cell, '%')) as percents,
    count(*) filter (thousands_in(cell) is not null) as shortened,
    count(*) filter (regexp_matches(digits, '[.,][0-9]{{5,}}$')) as fine,
    count(*) filter (value between 0 and {HIGHEST_SCORE}) as scores,
    mode(sign) filter (digits <> '') as sign,
    (list(cell[:{SHOWN_CHARACTERS}] order by "row"))[:20] as first_values,
    {numbers.EVIDENCE},
    {day_evidence.EVIDENCE}
from understood
group by source, place
"""
