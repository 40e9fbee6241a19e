"""Who was won in the window or in a quarter, and what was spent on winning them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.answers.customer_values import CustomerValues
from retention.metrics import ACQUISITION_SPEND, measure
from retention.models.history import Integers
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number, month_of

QUARTER_MONTHS = 3
NOT_KNOWN = ""  # the key of customers and of spend without a channel

Spend = tuple[float, float, float]  # shared spend by its winning part, none of it, all of it


@dataclass(frozen=True, eq=False)
class Group:
    """New customers (their places in the order of the key) and what was spent on winning them, in major units.

    name: the channel as written, or the quarter; None = everybody, or channel not known. spend: with the winning part of shared spend, with
    none of it, with all of it; None = there is no spend on them in the data. is_comparable: False where these customers and this spend
    share nothing but that their channel is not known.
    """

    name: str | None
    members: Integers
    spend: Spend | None
    is_comparable: bool = True


def won_in_window(marts: Marts, values: CustomerValues) -> Group:
    """Everybody won in the window, and all spend on winning; without a table of spend, the sum that was typed in."""
    with marts.engine() as engine:
        total = measure(engine, (ACQUISITION_SPEND,), marts.parameters).to_pylist()[0]["acquisition_spend"]
        window = engine.arrow("select * from cost_window").to_pylist()[0]
    spend = _spend(marts, [window]) if window["spend_lines"] else None if total is None else (marts.facts.major(total),) * 3
    return Group(None, _new(marts, values), spend)


def won_by_channel(marts: Marts, values: CustomerValues) -> list[Group]:
    """Everybody won in the window by channel: those of most customers first, channels that took money and won nobody last.

    A customer's channel is the one in the list of customers, else that of the first order. Letter case and blanks around a name make no
    difference between the channels of spend and of customers.
    """
    with marts.engine() as engine:
        spent = engine.arrow(sql_text("answers", "spend_by_channel")).to_pylist()
        channels = engine.arrow(sql_text("answers", "customer_firsts"))["channel"].to_pylist()
    new = _new(marts, values)
    keys = np.array([_key(channels[place]) for place in new.tolist()], dtype=object)
    written = {_key(row["channel"]): row["channel"] for row in spent}
    written |= {_key(name): name for name, _ in reversed(Counter(channels[place] for place in new.tolist()).most_common())}
    groups = []
    for key, name in written.items():
        lines = [row for row in spent if _key(row["channel"]) == key]
        groups.append(Group((name or "").strip() or None, new[keys == key], _spend(marts, lines) if lines else None, key != NOT_KNOWN))
    return sorted(groups, key=lambda group: (-len(group.members), -(group.spend or (0.0,))[0], group.name or ""))


def won_by_quarter(marts: Marts, values: CustomerValues) -> list[Group]:
    """Everybody by the quarter of the first purchase, the earliest first. What was typed in for the window belongs to no quarter."""
    with marts.engine() as engine:
        months = engine.arrow("select * from cost_periods order by month").to_pylist()
        has_spend = engine.arrow("select count(*) as n from spend_lines")["n"][0].as_py() > 0
    quarters = (values.first_day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12) // QUARTER_MONTHS
    groups = []
    for quarter in np.unique(quarters).tolist():
        lines = [row for row in months if row["month"] // QUARTER_MONTHS == quarter]
        first = month_of(quarter * QUARTER_MONTHS)
        name = f"{first:%Y}-Q{first.month // QUARTER_MONTHS + 1}"
        groups.append(Group(name, np.flatnonzero(quarters == quarter), _spend(marts, lines) if has_spend else None))
    return groups


def _new(marts: Marts, values: CustomerValues) -> Integers:
    return np.flatnonzero(values.first_day >= day_number(marts.facts.window_first_day))


def _key(channel: str | None) -> str:
    return " ".join((channel or NOT_KNOWN).casefold().split())


def _spend(marts: Marts, rows: Sequence[dict[str, int]]) -> Spend:
    own, part, shared = (sum(row[name] for row in rows) for name in ("acquisition_spend", "shared_to_acquisition", "shared_spend"))
    major = marts.facts.major
    return major(own + part), major(own), major(own + shared)
