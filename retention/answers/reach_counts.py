"""What the funnel is counted from: people reached and captured, and what became of each new customer, by channel and month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

import numpy as np

from retention.answers.channel_names import NOT_KNOWN, channel_key
from retention.models.history import Integers, Yes
from retention.models.proportions import Share, share_of
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number

SOON_DAYS = 90
NONE_YET = 2147483647


class ContactLine(TypedDict):
    """People counted at one stage in a month of the window; see reach_contacts.sql."""

    stage: str
    channel: str | None
    month: int
    people: int


@dataclass(frozen=True)
class Comebacks:
    """What became of people after their first purchase: second and third purchases so far (of the first, of the second).

    soon_of: those whose first purchase is at least 90 days old; second_soon, third_soon: of them, who bought again within 90 days of it.
    """

    first: int
    second: Share
    third: Share
    second_soon: Share
    third_soon: Share


@dataclass(frozen=True, eq=False)
class NewCustomers:
    """One entry per customer whose first-ever purchase falls in the window: month, channel, and days to the next purchases.

    channel: the place of its key in `channels`. written: how the data write the channel of a key. seen_days: how long each has been known
    on the as-of day. The days to a purchase that has not come are larger than any that has.
    """

    month: Integers
    channel: Integers
    channels: tuple[str, ...]
    seen_days: Integers
    to_second: Integers
    to_third: Integers
    written: Mapping[str, str]

    @cached_property
    def everybody(self) -> Yes:
        """All of them."""
        return np.ones(len(self.month), np.bool_)

    def of_channels(self, keys: Iterable[str]) -> Yes:
        """Those who came by one of these channels."""
        wanted = set(keys)
        return np.array([key in wanted for key in self.channels], np.bool_)[self.channel]

    def comebacks(self, members: Yes) -> Comebacks:
        """What became of these."""
        second, third = (self.to_second[members] < NONE_YET), (self.to_third[members] < NONE_YET)
        had_time = self.seen_days[members] >= SOON_DAYS
        second_soon, third_soon = (int((days[members][had_time] <= SOON_DAYS).sum()) for days in (self.to_second, self.to_third))
        return Comebacks(
            first=int(members.sum()),
            second=share_of(int(second.sum()), int(members.sum())),
            third=share_of(int(third.sum()), int(second.sum())),
            second_soon=share_of(second_soon, int(had_time.sum())),
            third_soon=share_of(third_soon, int(had_time.sum())),
        )


def new_customers(marts: Marts) -> NewCustomers:
    """Who was won in the window. A customer's channel is the one in the list of customers, else that of the first order."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "reach_purchases"))
        channels = engine.arrow(sql_text("answers", "reach_channels"))["channel"]
    month, first, second, third = (rows[name].to_numpy().astype(np.int64) for name in rows.column_names[1:])
    coded = channels.combine_chunks().dictionary_encode()
    codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    names = coded.dictionary.to_pylist()
    keys = [*map(channel_key, names), NOT_KNOWN]
    distinct = tuple(dict.fromkeys(keys))
    often = Counter({names[code]: count for code, count in enumerate(np.bincount(codes[codes >= 0], minlength=len(names)).tolist())})
    return NewCustomers(
        month=month,
        channel=np.array([distinct.index(key) for key in keys], np.int64)[codes],
        channels=distinct,
        seen_days=day_number(marts.facts.as_of) - first,
        to_second=np.where(second == NONE_YET, NONE_YET, second - first),
        to_third=np.where(third == NONE_YET, NONE_YET, third - first),
        written={channel_key(name): " ".join(name.split()) for name, _ in reversed(often.most_common())},
    )


@dataclass(frozen=True)
class PeopleBeforePurchase:
    """People of the window before they buy: counted in the data (with their lines), else typed in, by stage.

    hidden: why a filter hides what it hides of them; None where it hides nothing.
    """

    lines: list[ContactLine]
    counted: dict[str, int]
    typed: dict[str, int]
    hidden: Sentence | None

    def at(self, stage: str) -> int | None:
        """The people of one stage; None where nobody knows."""
        return self.counted.get(stage, self.typed.get(stage))


def people_before_purchase(marts: Marts) -> PeopleBeforePurchase:
    """Who was reached, came by and asked in the window, as far as the question's filters leave that known."""
    asked = marts.question
    if asked.stores or asked.categories:
        reason = sentence("People reached and visitors are not split by shop or category, so with this filter they are not known.")
        return PeopleBeforePurchase([], {}, {}, reason)
    every_line, hidden = contact_lines(marts), None
    kept = {channel_key(channel) for channel in asked.channels}
    lines = [line for line in every_line if not kept or channel_key(line["channel"]) in kept]
    counted = people_by_stage(lines)
    typed = {stage: people for stage, people in (("reached", asked.prospects), ("visited", asked.visitors)) if people is not None}
    if asked.channels and typed:
        typed, hidden = {}, sentence("A figure typed in cannot be split by channel, so with this filter it is not used.")
    if every_line and not lines:
        hidden = sentence(
            "In the sheet of contacts no line names a channel of this filter, so people reached and visitors are not known here."
        )
    needed = {
        stage: people for stage, people in typed.items() if stage not in counted and (stage != "visited" or "enquired" not in counted)
    }
    return PeopleBeforePurchase(lines, counted, needed, hidden)


def contact_lines(marts: Marts) -> list[ContactLine]:
    """The people counted in the window, of all channels."""
    with marts.engine() as engine:
        lines: list[ContactLine] = engine.arrow(sql_text("answers", "reach_contacts")).to_pylist()
    return lines


def people_by_stage(lines: Iterable[ContactLine]) -> dict[str, int]:
    """The people of each stage that these lines count; a stage without a line is not known and not there."""
    people: dict[str, int] = defaultdict(int)
    for line in lines:
        people[line["stage"]] += line["people"]
    return dict(people)
