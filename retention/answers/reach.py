"""The way from being reached to coming back: how many go how far, by channel and by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention.answers.reach_counts import PeopleBeforePurchase, new_customers, people_before_purchase
from retention.answers.reach_paths import CONTACTS, Path, paths_by_channel, paths_by_month, trail
from retention.models.proportions import BEYOND_NOISE, Share, can_be_compared, chance_of_no_difference, chances_of_many, share_of
from retention.sentence import Sentence, counted, sentence
from retention.warehouse import Marts


@dataclass(frozen=True)
class Difference:
    """A channel whose customers come back within 90 days more or less often than all others, beyond noise (Holm over the channels)."""

    channel: str | None
    share: Share
    others: Share
    chance: float


@dataclass(frozen=True)
class Reach:
    """The funnel of the window; customers: of all times. channels: those of most new customers first; empty where the data name none.
    months: all of the window.

    typed: the stages whose people were typed in. uncounted: first purchases by channels for which nobody counted contacts. compared: the
    channels large enough to be compared. notes: what is not known, or counted otherwise than one might think.
    """

    as_of: date
    window_first_day: date
    customers: int
    whole: Path
    channels: tuple[Path, ...]
    months: tuple[Path, ...]
    typed: tuple[str, ...]
    uncounted: int
    compared: int
    differences: tuple[Difference, ...]
    notes: tuple[Sentence, ...]


def reach(marts: Marts) -> Reach:
    """Reach, capture and retention in the question's window; first purchases are first-ever ones."""
    facts, new = marts.facts, new_customers(marts)
    with marts.engine() as engine:
        customers = int(engine.arrow("select count(*) as customers from customers_now")["customers"][0].as_py())
    before = people_before_purchase(marts)
    given = trail(new, before.lines, before.typed)
    whole, channels = given.whole, paths_by_channel(given)
    uncounted = sum(whole.comebacks.first - step.counted for step in whole.steps if step.name == "first" and step.counted is not None)
    compared, differences = channels_compared(channels)
    return Reach(
        as_of=facts.as_of,
        window_first_day=facts.window_first_day,
        customers=customers,
        whole=whole,
        channels=channels,
        months=paths_by_month(given, facts.window_first_day, facts.as_of),
        typed=tuple(before.typed),
        uncounted=uncounted,
        compared=compared,
        differences=differences,
        notes=tuple(_notes(before, whole, channels, uncounted)),
    )


def _notes(before: PeopleBeforePurchase, whole: Path, channels: Sequence[Path], uncounted: int) -> list[Sentence]:
    notes = [] if before.hidden is None else [before.hidden]
    if before.hidden is None and not before.counted and not before.typed:
        notes.append(
            sentence(
                "The data do not say how many people were reached or came by: upload a sheet of contacts with date, channel, stage and"
                " people, or type the figures in above."
            )
        )
    if before.typed:
        notes.append(sentence("Figures typed in belong to the whole window: they have no channels and no months."))
    people = {step.name: step.people for step in whole.steps}
    contacts = [step for step in whole.steps if step.name in CONTACTS and step.of is not None]
    if any((step.counted, step.of_people) != (step.people, people[step.of or ""]) for step in contacts):
        notes.append(sentence("Not every channel is counted at every step: a share counts only the channels counted at both of its steps."))
    if uncounted:
        notes.append(
            counted(
                "{count} customer came by a channel not counted at the step before and is left out of the share of first purchases.",
                "{count} customers came by channels not counted at the step before and are left out of the share of first purchases.",
                uncounted,
            )
        )
    if any((step.share or 0.0) > 1 for one in (whole, *channels) for step in one.steps):
        notes.append(
            sentence(
                "A step above 100 % means that more people took it than were counted on the step before: some came without being counted."
            )
        )
    return notes


def channels_compared(channels: Sequence[Path]) -> tuple[int, tuple[Difference, ...]]:
    """How many channels could be compared with all the others together, and those that differ, the least likely by chance first."""
    shares = [one.comebacks.second_soon for one in channels]
    people, back = sum(share.of for share in shares), sum(share.count for share in shares)
    compared = []
    for one, share in zip(channels, shares, strict=True):
        others = people - share.of
        if can_be_compared(share.count, share.of, back - share.count, others):
            chance = chance_of_no_difference(share.count, share.of, back - share.count, others)
            compared.append(Difference(one.name, share, share_of(back - share.count, others), chance))
    chances = chances_of_many([one.chance for one in compared])
    found = [
        Difference(one.channel, one.share, one.others, chance)
        for one, chance in zip(compared, chances, strict=True)
        if chance < BEYOND_NOISE
    ]
    return len(compared), tuple(sorted(found, key=lambda one: one.chance))
