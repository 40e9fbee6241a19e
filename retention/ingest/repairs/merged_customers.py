"""One customer written in several ways, by letter case, blanks, or the signs in a phone number, counts once."""

from __future__ import annotations

from retention.ingest.repairs.offer import Mend, Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import counted

WAYS = "ways_of_customers"  # every customer as written, the form in which two are compared, and the way that is kept
COLUMNS = {
    "order_lines": ("customer_id",),
    "customers": ("customer_id", "referred_by"),
    "feedback": ("customer_id",),
    "contacts": ("customer_id",),
}
# A code in mixed case may be told from another one by nothing but its case, so only words, addresses and codes of one case are compared
# without it. A phone number is one by the signs among its digits; the Russian 8 in front is the same as +7.
PHONE = r"[+(]?[0-9(][0-9() .\-]{6,}[0-9]"
FORM = f"""
    case
        when regexp_full_match(written, '{PHONE}') and regexp_matches(written, '[+() -]') then 'phone ' || regexp_replace(
            regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^00', ''), '^8([0-9]{{10}})$', '7\\1')
        when regexp_full_match(written, '[0-9]{{11,12}}') then 'phone ' || regexp_replace(written, '^8([0-9]{{10}})$', '7\\1')
        when contains(written, '@') or not regexp_matches(written, '[0-9]') or written = upper(written) or written = lower(written)
        then replace(lower(regexp_replace(trim(written), '[\\s\\p{{Z}}]+', ' ', 'g')), 'ё', 'е')
        else written
    end"""


def merged_customers(spooled: Spooled) -> Offer:
    """The offer to count all ways of writing one customer as the commonest of them."""
    everyone = "everyone_as_written"
    for place, (table, columns) in enumerate((table, columns) for table, columns in COLUMNS.items() if table in spooled):
        statement = f"select {columns[0]} as written, count(*) as times from spooled where {columns[0]} is not null group by written"
        spooled.make(f"{everyone}_{place}", table, columns, statement)
    parts = [f"from {everyone}_{place}" for place in range(sum(table in spooled for table in COLUMNS))]
    spooled.connection.execute(f"""
        create or replace temp table {WAYS} as
        select written, form, arg_max(written, (times, written)) over (partition by form) as kept
        from (select written, sum(times) as times, {FORM} as form from ({" union all ".join(parts)}) group by written)
        qualify count(*) over (partition by form) > 1""")
    ((ways, customers),) = spooled.connection.execute(f"select count(*), count(distinct form) from {WAYS}").fetchall()
    said = counted(
        "{count} customer is written in {ways} ways that differ only in letter case, spaces or phone signs: count them as one",
        "{count} customers are written in {ways} ways that differ only in letter case, spaces or phone signs: count each of them once",
        customers,
        ways=ways,
    )
    others = {table: _merging(columns) for table, columns in COLUMNS.items() if table != "order_lines"}
    return Offer("merged_customers", said, ways - customers, True, _merging(COLUMNS["order_lines"]), others=others)


def _merging(columns: tuple[str, ...]) -> Mend:
    def mend(source: str) -> str:
        for column in columns:
            merged = f"coalesce(ways.kept, rows.{column}) as {column}"
            joined = f"from (select * {source}) as rows left join {WAYS} as ways on rows.{column} = ways.written"
            source = f"from (select rows.* replace ({merged}) {joined})"
        return source

    return mend
