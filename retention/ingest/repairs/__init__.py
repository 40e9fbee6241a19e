"""Repairs over the rows of all files together, one small file each: what could be mended, what it does to the sums, and the switch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from retention.ingest.meanings.table import Table
from retention.ingest.reading import Repair, Totals
from retention.ingest.repairs.discount_taken_off import discount_taken_off
from retention.ingest.repairs.guests_with_contact import guests_with_contact
from retention.ingest.repairs.merged_customers import merged_customers
from retention.ingest.repairs.offer import Mend, Offer, as_it_is
from retention.ingest.repairs.orders_not_counted import orders_not_counted
from retention.ingest.repairs.overlapping_files import overlapping_files
from retention.ingest.repairs.repeated_rows import repeated_rows
from retention.ingest.repairs.returned_orders import returned_orders
from retention.ingest.repairs.same_contact import same_contact
from retention.ingest.repairs.same_sales_twice import same_sales_twice
from retention.ingest.rows.spooled import Spooled
from retention.ingest.rows.totals import Sales, sales_of, totals_of

AS_SPOOLED = "from spooled"


@dataclass(frozen=True)
class Mended:
    """repairs: every one that was made or could be. sales: what the rows add up to now. untouched: the sums without any repair."""

    repairs: tuple[Repair, ...]
    sales: Sales
    untouched: Totals | None = None


def mend(spooled: Spooled, tables: Sequence[Table], wanted: Mapping[str, bool], convert: Mend, residue: Decimal) -> Mended:
    """The rows with every repair that is usual or wanted, and an account of each.

    wanted: code -> whether a person wants it. convert: what turns all amounts into one currency, before anything else.
    """
    if "order_lines" not in spooled:
        return Mended((), Sales())
    offers = [offer for offer in _offers(spooled, tables) if offer.rows]
    made = frozenset(offer.code for offer in offers if wanted.get(offer.code, offer.is_usual))

    def source(chosen: Set[str]) -> str:
        found = convert(AS_SPOOLED)
        for offer in offers:
            found = offer.mend(found) if offer.code in chosen else offer.otherwise(found)
        return found

    @cache  # every set of repairs is a walk over all rows, and two cards may ask for the same one
    def totals(chosen: frozenset[str]) -> Totals:
        return totals_of(spooled, sales_of(spooled, source(chosen)), residue)

    sales = sales_of(spooled, source(made))
    now = totals_of(spooled, sales, residue)
    repairs = []
    for offer in offers:
        other = totals(made ^ {offer.code})
        without, with_it = (other, now) if offer.code in made else (now, other)
        repairs.append(Repair(offer.code, offer.sentence, offer.rows, offer.code in made, without, with_it))
    untouched = (totals(frozenset()) if made else now) if offers else None
    if source(made) != AS_SPOOLED:
        spooled.rewrite("order_lines", f"select * {source(made)}")
    _follow(spooled, [offer for offer in offers if offer.code in made])
    return Mended(tuple(repairs), sales, untouched)


def _offers(spooled: Spooled, tables: Sequence[Table]) -> Iterable[Offer]:
    """The repairs in the order in which they are made: rows that are too many first."""
    yield same_sales_twice(spooled, tables)
    yield overlapping_files(spooled, tables)
    yield repeated_rows(spooled)
    yield guests_with_contact(spooled)
    yield same_contact(spooled)
    yield merged_customers(spooled)
    yield returned_orders(spooled, tables)
    yield discount_taken_off(spooled, tables)
    yield orders_not_counted(spooled)


def _follow(spooled: Spooled, made: Sequence[Offer]) -> None:
    """Nothing comes back; the other canonical tables have been mended along with the order lines."""
    for table in [name for name in spooled.paths if name != "order_lines"]:
        source = AS_SPOOLED
        for offer in made:
            source = offer.others.get(table, as_it_is)(source)
        if source != AS_SPOOLED:
            spooled.rewrite(table, f"select * {source}")
