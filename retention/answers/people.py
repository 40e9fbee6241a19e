"""Everybody who has bought with what makes them matter: how steadily they buy, what they bring, whom they brought, who is worth showing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from retention.answers.customer_months import money_of
from retention.answers.customer_records import CustomerRecords
from retention.answers.customer_values import customer_values
from retention.answers.stability import CustomerWaits, customer_waits
from retention.answers.worth_showing import are_significant
from retention.models.history import Floats, Integers, Yes
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text


@dataclass(frozen=True, eq=False)
class People:
    """One entry per customer who has bought by the as-of day, in the order of the customer's key; money in major units.

    money: brought so far, less returns, in margin where is_margin, else in sales. margin: NaN where it is not known. tier: the place of the
    third by money, 0 = the best; None where nobody differs. is_tagged: the list of customers calls them significant.
    brought: how many customers each brought who then bought; brought_money: what those have brought so far, in the unit of `money`.
    outside_introducers, outside_brought, outside_money: the same of people who have not bought themselves, together.
    has_tags, has_introductions: whether the data hold any, though nobody who was brought may have bought yet.
    by_money: everybody's place, the most money first.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    customer_id: pa.ChunkedArray
    name: pa.ChunkedArray
    rung: Integers
    is_at_risk: Yes
    tier: Integers | None
    waits: CustomerWaits
    last_day: Integers
    sales: Floats
    margin: Floats
    money: Floats
    is_tagged: Yes
    brought: Integers
    brought_money: Floats
    outside_introducers: int
    outside_brought: int
    outside_money: float
    has_tags: bool
    has_introductions: bool
    by_money: Integers

    def __len__(self) -> int:
        return len(self.rung)

    def is_worth_showing(self, marked: Sequence[str]) -> Yes:
        """Whoever the list of customers calls significant, and whoever was marked by hand."""
        return self.is_tagged | self.is_marked(marked)

    def is_marked(self, marked: Sequence[str]) -> Yes:
        """Whoever was marked by hand."""
        if not marked:
            return np.zeros(len(self), np.bool_)
        return np.asarray(pc.is_in(self.customer_id, value_set=pa.array(marked, self.customer_id.type)), np.bool_)


def people(marts: Marts, records: CustomerRecords | None = None, waits: CustomerWaits | None = None) -> People:
    """Everybody with what makes them matter. records, waits: those of the same shape of question, where somebody keeps them."""
    values = customer_values(marts, None, records)
    with marts.engine() as engine:
        # in one piece: to take single names out of many pieces, all of them are put together, every time
        listed = engine.arrow(sql_text("answers", "listed_customers")).combine_chunks()
        introducers = engine.arrow(sql_text("answers", "introducers"))
        is_said = engine.arrow("select count(*) as said from introductions")["said"][0].as_py() > 0
    brought, worth = introducers["customers"].to_numpy().astype(np.int64), money_of(marts, introducers, values.is_margin)
    place = np.asarray(pc.fill_null(pc.index_in(introducers["referred_by"], value_set=listed["customer_id"]), -1), np.int64)
    inside = place >= 0
    of_each, money_of_each = np.zeros(len(values.rung), np.int64), np.zeros(len(values.rung))
    of_each[place[inside]], money_of_each[place[inside]] = brought[inside], worth[inside]
    tier = values.groupings.get("tier")
    return People(
        as_of=values.as_of,
        currency=values.currency,
        is_margin=values.is_margin,
        customer_id=listed["customer_id"],
        name=listed["name"],
        rung=values.rung,
        is_at_risk=values.is_at_risk,
        tier=None if tier is None else tier.places,
        waits=customer_waits(marts) if waits is None else waits,
        last_day=values.last_day,
        sales=values.sales,
        margin=values.margin,
        money=values.historic,
        is_tagged=are_significant(listed["tags"]),
        brought=of_each,
        brought_money=money_of_each,
        outside_introducers=int((~inside).sum()),
        outside_brought=int(brought[~inside].sum()),
        outside_money=float(worth[~inside].sum()),
        has_tags=listed["tags"].null_count < len(values.rung),
        has_introductions=is_said,
        by_money=np.argsort(-values.historic, kind="stable"),
    )
