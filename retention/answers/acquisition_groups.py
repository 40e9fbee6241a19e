"""Who was won in the window or in a quarter, and what was spent on winning them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from retention.answers.channel_names import NOT_KNOWN, channel_key
from retention.answers.cost_spend import SpendRow, spend_rows
from retention.answers.customer_values import CustomerValues
from retention.answers.settled import settled_from
from retention.models.history import Integers
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import QUARTER, THE_WINDOW, day_number, month_of, period_name

Spend = tuple[float, float, float]  # shared spend by its winning part, none of it, all of it


@dataclass(frozen=True, eq=False)
class Group:
    """New customers (their places in the order of the key) and what was spent on winning them, in major units.

    name: the channel as written, or the quarter; None = everybody, or channel not known. spend: with the winning part of shared spend, with
    none of it, with all of it; None = not known, or there is no spend on them in the data. missing: why the cost of one is not known.
    """

    name: str | None
    members: Integers
    spend: Spend | None
    missing: Sentence | None

    @property
    def cost(self) -> Spend | None:
        """The spend on one new customer, in the three ways of `spend`; None = not known, see `missing`."""
        if self.spend is None or self.missing is not None:
            return None
        people, (expected, least, most) = len(self.members), self.spend
        return expected / people, least / people, most / people


@dataclass(frozen=True)
class WindowSpend:
    """All spend on winning in the window, None = not known. is_typed: the sum was typed in. missing: why a filter hides it."""

    money: Spend | None
    has_table: bool
    is_typed: bool = False
    missing: Sentence | None = None


def spend_in_window(marts: Marts) -> WindowSpend:
    """What was spent on winning in the window, under the question's filters; without a table of spend, the sum that was typed in.

    With a filter by channel only the spend of these channels counts; with one by shop or category it cannot be known.
    """
    asked, hidden = marts.question, _hidden_by_filter(marts)
    with marts.engine() as engine:
        in_window = engine.arrow("select spend_lines from cost_window")["spend_lines"][0].as_py() > 0
        has_table = engine.arrow("select count(*) as lines from spend_lines")["lines"][0].as_py() > 0
    if hidden is not None:
        return WindowSpend(None, has_table, missing=hidden)
    if in_window:
        rows = [row for row in _spent(marts) if row["month"] == THE_WINDOW]
        return WindowSpend(_spend(marts, rows) if rows or not asked.channels else None, has_table)
    if asked.acquisition_spend is None:
        return WindowSpend(None, has_table)
    if asked.channels:
        return WindowSpend(None, has_table, is_typed=True, missing=typed_in_sum())
    return WindowSpend((float(asked.acquisition_spend),) * 3, has_table, is_typed=True)


def typed_in_sum() -> Sentence:
    """Why a sum typed in says nothing of single channels."""
    return sentence(
        "A typed-in sum cannot be split by channel: upload a sheet of spend with date, channel, amount and purpose to see that."
    )


def won_in_window(marts: Marts, values: CustomerValues) -> Group:
    """Everybody won in the window, and all spend on winning."""
    members, spend = _new(marts, values), spend_in_window(marts)
    return Group(None, members, spend.money, _missing(members, spend.money, spend.missing))


def won_by_channel(marts: Marts, values: CustomerValues) -> list[Group]:
    """Everybody won in the window by channel: those of most customers first, channels that took money and won nobody last.

    A customer's channel is the one in the list of customers, else that of the first order. Letter case and blanks around a name make no
    difference between the channels of spend and of customers.
    """
    with marts.engine() as engine:
        channels = engine.arrow(sql_text("answers", "customer_firsts"))["channel"].to_pylist()
    rows, hidden = [row for row in _spent(marts) if row["month"] == THE_WINDOW], _hidden_by_filter(marts)
    new = _new(marts, values)
    keys = np.array([channel_key(channels[place]) for place in new.tolist()], dtype=object)
    written = {channel_key(row["channel"]): row["channel"] for row in rows}
    written |= {channel_key(name): name for name, _ in reversed(Counter(channels[place] for place in new.tolist()).most_common())}
    groups = []
    for key, name in written.items():
        members, own = new[keys == key], [row for row in rows if channel_key(row["channel"]) == key]
        spend = _spend(marts, own) if own else None
        reason = hidden
        if reason is None and key == NOT_KNOWN:
            reason = sentence("It is not known which channel won these customers, so their cost is not known either.")
        groups.append(Group((name or "").strip() or None, members, spend, _missing(members, spend, reason)))
    return sorted(groups, key=lambda group: (-len(group.members), -(group.spend or (0.0,))[0], group.name or ""))


def won_by_quarter(marts: Marts, values: CustomerValues) -> list[Group]:
    """Everybody by the quarter of the first purchase, the earliest first. What was typed in for the window belongs to no quarter.

    Customers of quarters that begin before `settled_from` may be old ones: no cost of theirs.
    """
    months, hidden = [row for row in _spent(marts) if row["month"] != THE_WINDOW], _hidden_by_filter(marts)
    quarters = (values.first_day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12) // QUARTER
    settled = day_number(settled_from(marts))
    groups = []
    for quarter in np.unique(quarters).tolist():
        rows, members = [row for row in months if row["month"] // QUARTER == quarter], np.flatnonzero(quarters == quarter)
        spend, reason = _spend(marts, rows) if months else None, hidden
        if reason is None and day_number(month_of(quarter * QUARTER)) < settled:
            reason = sentence("Many who bought in these months may have bought before the data begin, so not all of them are new.")
        groups.append(Group(period_name(quarter * QUARTER, QUARTER), members, spend, _missing(members, spend, reason)))
    return groups


def _hidden_by_filter(marts: Marts) -> Sentence | None:
    if marts.question.stores or marts.question.categories:
        return sentence("Spend is not split by shop or category, so with this filter the cost of a new customer is not known.")
    return None


def _missing(members: Integers, spend: Spend | None, reason: Sentence | None) -> Sentence | None:
    if not len(members):
        return sentence("No new customer came this way in these months.")
    if reason is None and (spend is None or not spend[0]):
        return sentence("There is no spend on winning these customers in the data, so their cost is not known.")
    return reason


def _spent(marts: Marts) -> list[SpendRow]:
    """Spend on winning by channel and month, of the channels the question keeps; none of it belongs to single shops or categories."""
    if _hidden_by_filter(marts) is not None:
        return []
    kept = {channel_key(channel) for channel in marts.question.channels}
    rows = spend_rows(marts, lead_days=0)  # the lag of winning belongs to the costs page alone
    return [row for row in rows if row["has_winning"] and (not kept or channel_key(row["channel"]) in kept)]


def _new(marts: Marts, values: CustomerValues) -> Integers:
    return np.flatnonzero(values.first_day >= day_number(marts.facts.window_first_day))


def _spend(marts: Marts, rows: Iterable[SpendRow]) -> Spend:
    own = sum(row["winning"] for row in rows)
    part, shared = sum(row["shared_to_winning"] for row in rows), sum(row["shared_if_winning"] for row in rows)
    major = marts.facts.major
    return major(own + part), major(own), major(own + shared)
