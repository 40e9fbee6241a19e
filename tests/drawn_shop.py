"""Random shops for property tests, and the ladder worked out day by day from its definition, in plain Python and without any database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import pyarrow as pa
from hypothesis import strategies as st

from retention.answers.ask import fit_limits
from retention.question import Question
from retention.warehouse import Marts, Workspace
from retention.warehouse.facts import day_number
from retention.warehouse.rungs import ADVOCATE, FIRST_PURCHASE, LAPSED, NEW, REGULAR
from tests.many_lines import insert, number_lines

FIRST_DAY = date(2026, 1, 1)
DAY_0 = day_number(FIRST_DAY)
DAYS, CUSTOMERS = 240, 25
DISCOUNTING_SHARE = 0.2


@dataclass(frozen=True)
class Line:
    """A line of an order: days count from FIRST_DAY, money is in cents."""

    customer: int
    day: int
    cents: int
    discount: int = 0
    is_return: bool = False
    order: int | None = None


@dataclass(frozen=True)
class Shop:
    """Lines, scores (customer, day, score) and introductions (who was brought, by whom; they carry no date)."""

    lines: tuple[Line, ...]
    scores: tuple[tuple[int, int, int], ...] = ()
    brought: tuple[tuple[int, int], ...] = ()

    @property
    def first_day(self) -> int:
        return min(line.day for line in self.lines)

    @property
    def customers(self) -> list[int]:
        """Everybody who ever bought."""
        return sorted({line.customer for line in self.lines if not line.is_return})

    def until(self, day: int) -> Shop:
        """What the shop's books held on the evening of a day. Who brought whom may be written down before the one who is brought buys."""
        return replace(
            self,
            lines=tuple(line for line in self.lines if line.day <= day),
            scores=tuple(score for score in self.scores if score[1] <= day),
        )

    def stretched(self, times: int) -> Shop:
        """The same shop with every day this many times as far from the first one."""
        return replace(
            self,
            lines=tuple(replace(line, day=line.day * times) for line in self.lines),
            scores=tuple((customer, day * times, score) for customer, day, score in self.scores),
        )

    def purchase_days(self, customer: int) -> list[int]:
        return sorted({line.day for line in self.lines if line.customer == customer and not line.is_return})

    def signal_day(self, customer: int, advocate_score: int = 9) -> float:
        """The first day of a recommendation: a high score given, or the first purchase of somebody brought."""
        scored = [day for who, day, score in self.scores if who == customer and score >= advocate_score]
        brought = [day for who, by in self.brought if by == customer != who for day in self.purchase_days(who)]
        return min([*scored, *brought], default=float("inf"))

    def discounted(self, customer: int) -> set[int]:
        return {line.day for line in self.lines if line.customer == customer and line.discount > 0}

    @property
    def is_discounting(self) -> bool:
        """Whether at least a fifth of all purchase days had a discount."""
        days = [(customer, day) for customer in self.customers for day in self.purchase_days(customer)]
        return sum(day in self.discounted(customer) for customer, day in days) >= DISCOUNTING_SHARE * len(days)


lines = st.builds(
    Line,
    customer=st.integers(0, CUSTOMERS - 1),
    day=st.integers(0, DAYS),
    cents=st.integers(1, 99_999),
    discount=st.sampled_from([0, 0, 0, 150]),
    is_return=st.sampled_from([False] * 7 + [True]),
    order=st.sampled_from([None, None, 1, 2]),
)
often = st.builds(  # a customer with a habit: without such ones, nobody would come near the upper rungs
    lambda customer, start, gaps: tuple(Line(customer, start + sum(gaps[:n]), 1000) for n in range(len(gaps) + 1)),
    st.integers(0, CUSTOMERS - 1),
    st.integers(0, DAYS // 2),
    st.lists(st.integers(1, 50), min_size=1, max_size=8),
)
shops = st.builds(
    lambda first, few, habits, scores, brought: Shop((first, *few, *(line for habit in habits for line in habit)), scores, brought),
    st.builds(Line, customer=st.integers(0, CUSTOMERS - 1), day=st.integers(0, DAYS // 2), cents=st.just(500)),
    st.lists(lines, max_size=40),
    st.lists(often, max_size=6),
    st.lists(st.tuples(st.integers(0, CUSTOMERS - 1), st.integers(0, DAYS), st.integers(0, 10)), max_size=8).map(tuple),
    st.lists(st.tuples(st.integers(0, CUSTOMERS - 1), st.integers(0, CUSTOMERS - 1)), max_size=6, unique_by=lambda pair: pair[0]).map(
        tuple
    ),
)


@dataclass(frozen=True)
class Limits:
    """A table of limits as a model gives it: (flat days, base in millidays, factor in millionths) by number of repeat purchases, twice."""

    at_risk: tuple[tuple[int, int, int], ...]
    lapsed: tuple[tuple[int, int, int], ...]

    def days(self, name: str, repeat_purchases: int, last_purchase_age: int) -> int:
        rows = getattr(self, name)
        flat, base, factor = rows[min(repeat_purchases, len(rows) - 1)]
        return int(flat + (base + last_purchase_age * 1000) * factor // 1_000_000_000)

    def table(self, *_: object) -> pa.Table:
        """The table gap_limits, whatever it is fitted to: frozen."""
        columns = {"repeat_purchases": range(len(self.at_risk))}
        for name in ("at_risk", "lapsed"):
            for place, part in enumerate(("flat_days", "base_millidays", "factor_millionths")):
                columns[f"{name}_{part}"] = [row[place] for row in getattr(self, name)]
        return pa.table({name: pa.array(list(values), pa.int64()) for name, values in columns.items()})


# every row by itself: nothing says that a fourth purchase allows a shorter silence than a third
row = st.tuples(st.integers(1, 60), st.integers(0, 60_000), st.integers(0, 900_000))
further = st.tuples(st.integers(0, 40), st.integers(0, 40_000), st.integers(0, 900_000))
limits = st.lists(st.tuples(row, further), min_size=1, max_size=5).map(
    lambda rows: Limits(
        tuple(at_risk for at_risk, _ in rows),
        tuple(tuple(a + b for a, b in zip(at_risk, more, strict=True)) for at_risk, more in rows),
    )
)


def fill(workspace: Workspace, shop: Shop) -> None:
    """The workspace now holds this shop and nothing else."""
    rows = shop.lines
    columns = {
        "customer_id": [f"c{line.customer:02}" for line in rows],
        "ordered_at": [FIRST_DAY + timedelta(line.day) for line in rows],
        "cents": [-line.cents if line.is_return else line.cents for line in rows],
        "discount": [line.discount or None for line in rows],
        "status": ["return" if line.is_return else "sale" for line in rows],
        "category": [f"kind {line.cents % 3}" if line.cents % 7 else None for line in rows],
        "product": [f"thing {line.cents % 11}" for line in rows],
        "order_id": [None if line.order is None else f"{line.customer}-{line.day}-{line.order}" for line in rows],
    }
    with workspace.cursor() as cursor:
        for table in ("order_lines", "feedback", "customers"):
            cursor.execute(f"delete from {table}")
        cursor.register("given", pa.table({**columns, "discount": pa.array(columns["discount"], pa.int64())}))
        cursor.execute(
            'insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, discount, status, category, product,'
            " order_id, currency) select 1, 'drawn.csv', row_number() over (), customer_id, ordered_at, cents / 100, discount / 100,"
            " status, category, product, order_id, 'EUR' from given"
        )
        cursor.unregister("given")
        number_lines(cursor)
        scores = ((1, "scores.csv", 1, f"c{customer:02}", FIRST_DAY + timedelta(day), score) for customer, day, score in shop.scores)
        insert(cursor, "feedback", ("import_id", "file", "row", "customer_id", "day", "score"), scores)
        brought = ((1, "people.csv", 1, f"c{who:02}", f"c{by:02}") for who, by in shop.brought)
        insert(cursor, "customers", ("import_id", "file", "row", "customer_id", "referred_by"), brought)
        cursor.execute("update workspace set data_version = data_version + 1")


@contextmanager
def asked(workspace: Workspace, as_of: int, fit: Callable[..., pa.Table] = fit_limits) -> Iterator[Marts]:
    """The marts at the end of a day of the shop."""
    with workspace.marts(Question(as_of=FIRST_DAY + timedelta(as_of)), fit) as marts:
        yield marts


def rows_of(marts: Marts, sql: str) -> list[tuple[object, ...]]:
    with marts.engine() as engine:
        return [tuple(found.values()) for found in engine.arrow(sql).to_pylist()]


Spell = tuple[int, int, int, int, int]  # from_day, to_day, rung, rung_before, turn


def spells_of(marts: Marts) -> dict[int, list[Spell]]:
    """Each customer's spells, in the shop's own days."""
    found: dict[int, list[Spell]] = {}
    for name, start, end, rung, before, turn in rows_of(
        marts,
        f"select customer_id, from_day - {DAY_0}, to_day - {DAY_0}, rung, rung_before, turn"
        " from rung_spells inner join customer_keys using (customer) order by customer_id, from_day",
    ):
        found.setdefault(int(str(name)[1:]), []).append((start, end, rung, before, turn))
    return found


def cut(spells: Sequence[Spell], day: int) -> list[Spell]:
    """What the same spells say of the time up to the evening of a day."""
    return [(start, min(end, day + 1), *rest) for start, end, *rest in spells if start <= day]


def rung_on(shop: Shop, customer: int, day: int, table: Limits, is_discounting: bool) -> int:
    """The rung at the end of a day by the ladder's definition (three purchases make a regular, five in a row at full price a sign)."""
    bought = [known for known in shop.purchase_days(customer) if known <= day]
    if not bought:
        return NEW
    if day - bought[-1] > table.days("lapsed", len(bought) - 1, bought[-1] - bought[0]):
        return LAPSED
    if len(bought) < 3:
        return FIRST_PURCHASE
    at_full_price = len(bought) >= 5 and not shop.discounted(customer) & set(bought[-5:])
    return ADVOCATE if shop.signal_day(customer) <= day or (at_full_price and is_discounting) else REGULAR


def is_at_risk_on(shop: Shop, customer: int, day: int, table: Limits) -> bool:
    """Whether a customer who is not lapsed has been silent for longer than is normal."""
    bought = [known for known in shop.purchase_days(customer) if known <= day]
    return day - bought[-1] > table.days("at_risk", len(bought) - 1, bought[-1] - bought[0])


def turn_on(shop: Shop, customer: int, day: int, table: Limits) -> int:
    """One more than the returns after a lapse."""
    bought = [known for known in shop.purchase_days(customer) if known <= day]
    silences = enumerate(pairwise(bought))
    return 1 + sum(later - 1 - now > table.days("lapsed", number, now - bought[0]) for number, (now, later) in silences)
