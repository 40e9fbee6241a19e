"""What each channel's new customers cost, what paid ones cost against all of them, and what keeping costs by channel, where known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from retention.answers.channel_names import NOT_KNOWN, channel_key
from retention.answers.cost_notes import notes
from retention.answers.cost_ratio import CostRatio, Spend
from retention.answers.cost_spend import SpendTable, spend_table, spent, with_discounts
from retention.answers.discounts import Discounts, discounts_to_win
from retention.answers.reach_counts import new_customers
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text


@dataclass(frozen=True)
class ChannelCosts(CostRatio):
    """One channel in the window. acquired: new customers it won; kept: earlier customers who came back through it (their first order).

    name: as the data write it, None = channel not known. Its `cac` is known only where it took money, its `crc` where it has both spend on
    keeping and kept customers.
    """

    name: str | None

    @property
    def cac(self) -> float | None:
        """The cost of one new customer; None where the channel took no money."""
        return super().cac if self.acquisition_spend else None

    @property
    def crc(self) -> float | None:
        """The cost of one kept customer; None where the channel took no money for keeping."""
        return super().crc if self.retention_spend else None


@dataclass(frozen=True)
class CostChannels:
    """Channels with new customers or with spend, the dearest in spend on winning first, channels without any last, by customers.

    blended: the cost of a new customer over all of them; paid: over those won by channels that took money, of whom there are paid_customers
    (discounts counted as spend make no channel a paid one). Money in major units, None = not known; missing: why something is not known,
    notes: what to know before reading the figures.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    channels: tuple[ChannelCosts, ...]
    blended: float | None
    paid: float | None
    paid_customers: int
    acquired: int
    missing: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]


def cost_channels(marts: Marts) -> CostChannels:
    """Costs by channel in the window; ask them of an unfiltered question.

    A new customer's channel is the one in the list of customers, else that of the first order; a kept one's is that of the first order in
    the window, and the discounts he was given in it count there too. Letter case and blanks around a name make no difference between the
    channels of spend and of customers.
    """
    facts, table, new = marts.facts, spend_table(marts), new_customers(marts)
    with marts.engine() as engine:
        returned = engine.arrow(sql_text("answers", "kept_channels")).to_pylist()
    won = Counter(new.channels[code] for code in new.channel.tolist())
    kept: Counter[str] = Counter()
    to_keep: Counter[str] = Counter()
    for row in returned:
        kept[channel_key(row["channel"])] += row["customers"]
        to_keep[channel_key(row["channel"])] += row["discount"]
    given = {}
    if marts.question.counts_discounts:
        to_win = discounts_to_win(marts, new)
        given = {key: Discounts(to_win.get(key, 0.0), facts.major(to_keep[key])) for key in {*to_win, *to_keep}}
    written = {channel_key(row["channel"]): " ".join((row["channel"] or "").split()) for row in table.window} | dict(new.written)
    keys = dict.fromkeys([*(channel_key(row["channel"]) for row in table.window), *won])
    channels = [
        ChannelCosts(won[key], kept[key], _spend(marts, table, key, given), facts.minor_units, written.get(key) or None) for key in keys
    ]
    took_money = {channel_key(row["channel"]) for row in table.window if row["winning"] or row["shared_to_winning"]}
    paid = [one for one in channels if channel_key(one.name) in took_money]
    paid_customers, acquired = sum(one.acquired for one in paid if one.name is not None), len(new.month)
    return CostChannels(
        window_first_day=facts.window_first_day,
        as_of=facts.as_of,
        currency=facts.currency,
        channels=tuple(sorted(channels, key=lambda one: (-(one.acquisition_spend or 0), -one.acquired, one.name or ""))),
        blended=_each(channels, acquired) if table.window else None,
        paid=_each(paid, paid_customers),
        paid_customers=paid_customers,
        acquired=acquired,
        missing=tuple(_missing(table, won, paid_customers)),
        notes=tuple(notes(marts, table, acquired)),
    )


def _each(channels: list[ChannelCosts], customers: int) -> float | None:
    """All spend of these channels on winning over so many customers."""
    return sum(one.acquisition_spend or 0.0 for one in channels) / customers if customers else None


def _spend(marts: Marts, table: SpendTable, key: str, given: dict[str, Discounts]) -> Spend:
    spend = spent([row for row in table.window if channel_key(row["channel"]) == key])
    return with_discounts(marts, spend, given.get(key))


def _missing(table: SpendTable, won: Counter[str], paid_customers: int) -> list[Sentence]:
    if not table.window:
        return [
            sentence(
                "A typed-in sum cannot be split by channel: upload a sheet of spend with date, channel, amount and purpose to see that."
            )
        ]
    found = []
    if won and set(won) == {NOT_KNOWN}:
        found.append(
            sentence(
                "The sales do not say through which channel customers came: a column for it, there or in the list of customers, is enough."
            )
        )
    elif won and not paid_customers:
        found.append(
            sentence(
                "No channel with spend has won a customer by its name: write the channels of the spend as those of the customers,"
                " letter case aside."
            )
        )
    elif won[NOT_KNOWN]:
        found.append(
            sentence("The channel of some new customers is not known; paid channels may have won some of them, and cost less then.")
        )
    return found
