"""What to know before reading what new customers are worth against their cost, and what the data lack for it."""

from __future__ import annotations

from collections.abc import Sequence

from retention.answers.acquisition_groups import Group, WindowSpend, typed_in_sum
from retention.answers.fits import ROUGH
from retention.question import Question
from retention.sentence import Sentence, sentence


def reasons(asked: Question, spend: WindowSpend, channels: Sequence[Group], is_margin: bool, can_forecast: bool) -> tuple[Sentence, ...]:
    """One sentence for each, the most important first. channels: the new customers and the spend of the window by channel."""
    found = []
    if spend.missing is not None:
        found.append(spend.missing)
    if asked.channels or asked.stores or asked.categories:
        found.append(
            sentence("With this filter a customer counts as new with the first purchase within it, even after purchases elsewhere.")
        )
    if spend.missing is None:
        found += _about_spend(spend, channels)
    if not is_margin:
        found.append(
            sentence("The margin is not known, so the value is counted in sales and looks too good: set the margin share in the sidebar.")
        )
    if not can_forecast:
        found.append(
            sentence("Too few customers have bought to tell what new ones will bring: at least {needed} are needed.", needed=ROUGH)
        )
    return tuple(found)


def _about_spend(spend: WindowSpend, channels: Sequence[Group]) -> list[Sentence]:
    """What the spend of the window lacks to be compared with the customers of the channels."""
    if spend.is_typed:
        return [typed_in_sum()]
    if not spend.has_table:
        return [
            sentence(
                "There is no table of spend in the data: type in what winning cost in the window, or upload a sheet with date, channel,"
                " amount and purpose."
            )
        ]
    won = [channel for channel in channels if len(channel.members)]
    if not won or spend.money is None or any(channel.cost is not None for channel in won):
        return []
    if all(channel.name is None for channel in won):
        return [sentence("The sales do not say through which channel customers came.")]
    if any(channel.name is not None and channel.spend for channel in channels):
        return [sentence("No channel of the spend is also a channel of the customers: name them alike to compare them.")]
    return []
