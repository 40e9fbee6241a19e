"""Amounts in several currencies become one: at the rates that a person gives, or not at all; they are never added up as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from retention.ingest.reading import Finding
from retention.ingest.repairs.offer import Mend, as_it_is
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import UNCONVERTED
from retention.ingest.wishes import Wishes
from retention.sentence import counted

RATES = "rates_of_currencies"
MONEY = ("amount", "discount", "cost")


@dataclass(frozen=True)
class Currencies:
    """found: every currency of the rows, the commonest first. convert: turns them into one, as far as rates are known."""

    found: tuple[str, ...] = ()
    convert: Mend = as_it_is
    findings: tuple[Finding, ...] = ()


def currencies_of(spooled: Spooled, wishes: Wishes) -> Currencies:
    """What currencies the order lines are in, and what becomes of those whose rate is not known: they wait, and do not count."""
    if "order_lines" not in spooled:
        return Currencies()
    statement = "select currency, count(*) as rows from spooled where currency is not null group by currency"
    spooled.make("currencies_found", "order_lines", ["currency"], statement)
    rows = dict(spooled.connection.execute("from currencies_found order by rows desc, currency").fetchall())
    if len(rows) < 2 and not (wishes.currency and rows and wishes.currency not in rows):
        return Currencies(tuple(rows))
    reported = wishes.currency or next(iter(rows))
    known = {reported: Decimal(1), **wishes.rates}
    spooled.connection.execute(f"create or replace temp table {RATES} (code varchar, rate decimal(18, 9))")
    spooled.connection.executemany(f"insert into {RATES} values (?, ?)", [[code, known[code]] for code in known])
    spooled.connection.execute("set variable reported_currency = $reported", {"reported": reported})
    return Currencies(tuple(rows), _convert, tuple(_findings(rows, known, reported)))


def _convert(source: str) -> str:
    money = ", ".join(f"cast(lines.{name} * coalesce(rates.rate, 1) as decimal(18, 4)) as {name}" for name in MONEY)
    status = f"case when rates.rate is null then '{UNCONVERTED}' else lines.status end as status"
    reported = "getvariable('reported_currency')"
    currency = f"case when rates.rate is null then lines.currency else {reported} end as currency"
    joined = f"(select * {source}) as lines left join {RATES} as rates on rates.code = coalesce(lines.currency, {reported})"
    return f"from (select lines.* replace ({money}, {status}, {currency}) from {joined})"


def _findings(rows: Mapping[str, int], known: Mapping[str, Decimal], reported: str) -> list[Finding]:
    waiting = {code: count for code, count in rows.items() if code not in known}
    converted = sum(count for code, count in rows.items() if code in known and code != reported)
    found = []
    if waiting:
        said = counted(
            "{count} row is in another currency than {reported} ({currencies}) and waits for its rate; until then it does not count",
            "{count} rows are in other currencies than {reported} ({currencies}) and wait for their rates; until then they do not count",
            sum(waiting.values()),
            reported=reported,
            currencies=", ".join(waiting),
        )
        found.append(Finding("several_currencies", "error", sum(waiting.values()), said))
    if converted:
        rates = ", ".join(f"1 {code} = {known[code].normalize():f} {reported}" for code in rows if code in known and code != reported)
        said = counted(
            "{count} row was converted to {reported} at your rate ({rates})",
            "{count} rows were converted to {reported} at your rates ({rates})",
            converted,
            reported=reported,
            rates=rates,
        )
        found.append(Finding("converted_currencies", "info", converted, said))
    return found
