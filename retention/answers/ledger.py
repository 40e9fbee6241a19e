"""All spend in one ledger: every line, what it is for, who says so, and what it adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from retention.answers.cost_spend import spend_rows
from retention.answers.discounts import Discounts, discounts_in_window
from retention.answers.ledger_lines import LedgerChannel, LedgerLine, by_channel, lines_table, read_lines
from retention.warehouse import Marts, Workspace
from retention.warehouse.facts import THE_WINDOW, month_number, month_of
from retention.warehouse.spend_ledger import PURPOSES, ChannelPurpose, TypedSpend

MONTHS = pa.schema({"month": pa.date32(), "purpose": pa.string(), "amount": pa.float64()})


@dataclass(frozen=True)
class Sums:
    """Spend by what it is for, in major units; shared_to_winning: the part of shared spend that counts as winning."""

    winning: float
    keeping: float
    shared: float
    shared_to_winning: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.winning + self.keeping + self.shared


@dataclass(frozen=True)
class Ledger:
    """Every line of spend and its sums; money in major units.

    window: what falls in the window, its days' share of each line, as the costs count it. all_days: of all lines, inside or outside.
    channels: those first of which the data say nothing, then by money. lines: a table of ledger_lines.COLUMNS, the earliest first.
    months: a table for the chart with month, purpose, amount, one row per month and purpose, in the days from the first sale to the as-of
    day, empty without spend in them.
    typed: the lines typed in; rules: what was said of channels, among them some that have no line at present.
    discounts: given in the window, None = no order carries one.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    window: Sums
    all_days: float
    channels: tuple[LedgerChannel, ...]
    lines: pa.Table
    months: pa.Table
    typed: tuple[TypedSpend, ...]
    rules: tuple[ChannelPurpose, ...]
    discounts: Discounts | None

    @property
    def undecided(self) -> tuple[LedgerChannel, ...]:
        """The channels of which nothing says what their spend is for."""
        return tuple(channel for channel in self.channels if channel.is_undecided)


def ledger(workspace: Workspace, marts: Marts) -> Ledger:
    """The ledger of a workspace: the window and the currency are those of the marts, every line is shown whenever it was spent."""
    lines, rules, facts = read_lines(workspace, marts), workspace.spend.purposes(), marts.facts
    return Ledger(
        window_first_day=facts.window_first_day,
        as_of=facts.as_of,
        currency=facts.currency,
        window=_sums(marts, lines),
        all_days=facts.major(sum(line.amount for line in lines)),
        channels=by_channel(marts, lines, (rule.channel_key for rule in rules)),
        lines=lines_table(marts, lines),
        months=_months(marts),
        typed=workspace.spend.typed(),
        rules=rules,
        discounts=discounts_in_window(marts),
    )


def _sums(marts: Marts, lines: Sequence[LedgerLine]) -> Sums:
    sums = {purpose: sum(line.window_amount for line in lines if line.purpose == purpose) for purpose in PURPOSES}
    to_winning = sum(line.to_winning for line in lines if line.purpose == "shared")
    return Sums(*map(marts.facts.major, (*sums.values(), to_winning)))


def _months(marts: Marts) -> pa.Table:
    """Spend by month and purpose, from the first month with spend on."""
    sums: Counter[tuple[int, str]] = Counter()
    for row in spend_rows(marts, lead_days=0):
        sums[row["month"], "acquisition"] += row["winning"]
        sums[row["month"], "retention"] += row["keeping"]
        sums[row["month"], "shared"] += row["shared_if_keeping"]
    after = month_number(marts.facts.as_of) + 1
    first = min((month for (month, _), money in sums.items() if money and month != THE_WINDOW), default=after)
    spent = [
        {"month": month_of(month), "purpose": purpose, "amount": marts.facts.major(sums[month, purpose])}
        for month in range(first, after)
        for purpose in PURPOSES
    ]
    return pa.Table.from_pylist(spent, schema=MONTHS)
