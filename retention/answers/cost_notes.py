"""Why a cost cannot be known, what would help, and what to know before reading one."""

from __future__ import annotations

from datetime import timedelta

from retention.answers.cost_ratio import CostRatio
from retention.answers.cost_spend import SpendTable
from retention.answers.discounts import Discounts
from retention.question import Question
from retention.sentence import Sentence, counted, sentence
from retention.warehouse import Marts

A_MONTH_DAYS = 31  # spend that ends so long before the as-of day has most likely not been written down yet


def filters_left_out(question: Question) -> Sentence | None:
    """What is said where the question has filters, which costs are asked without."""
    if not (question.channels or question.stores or question.categories):
        return None
    return sentence(
        "The filters by channel, shop or category keep a part of the sales but no part of the spend: these are the whole shop's costs."
    )


def missing(found: CostRatio, table: SpendTable, customers_before: int) -> list[Sentence]:
    """One sentence for each reason why a cost of the window is not known."""
    reasons = []
    if found.acquisition_spend is None or found.retention_spend is None:
        if table.first_day is None:
            reasons.append(
                sentence(
                    "There is no table of spend in the data: type in what the window's winning and keeping cost, or upload a sheet with"
                    " date, channel, amount and purpose."
                )
            )
        else:
            reasons.append(sentence("No spend falls in this window: choose a longer window or another as-of date."))
    elif not found.acquisition_spend and not found.retention_spend:
        reasons.append(sentence("No spend falls in this window: choose a longer window or another as-of date."))
    elif not found.retention_spend:
        reasons.append(
            sentence("None of the spend in this window went into keeping customers, so keeping one has no price to compare with.")
        )
    elif not found.acquisition_spend:
        reasons.append(sentence("None of the spend in this window went into winning customers, so the ratio says nothing."))
    if not found.acquired:
        reasons.append(sentence("Nobody made a first purchase in this window, so there is no cost of a new customer."))
    if not customers_before:
        reasons.append(sentence("Nobody had bought before this window, so nobody could be kept: the data are too short."))
    elif not found.kept:
        reasons.append(sentence("None of the earlier customers bought again in this window, so there is no cost of a kept customer."))
    return reasons


def notes(marts: Marts, table: SpendTable, discounts: Discounts | None) -> list[Sentence]:
    """One sentence for each thing that bends the costs of the window."""
    asked, facts = marts.question, marts.facts
    found = []
    if asked.lead_days:
        found.append(
            counted(
                "Spend on winning is counted {count} day later, when it brings its customers.",
                "Spend on winning is counted {count} days later, when it brings its customers.",
                asked.lead_days,
            )
        )
    if table.window and table.winning_from is not None and table.winning_from > facts.window_first_day:
        found.append(
            sentence(
                "The spend that belongs to the days from {first} to {last} is not in the data, so winning looks cheaper than it was.",
                first=facts.window_first_day,
                last=table.winning_from - timedelta(days=1),
            )
        )
    if table.window and table.last_day is not None and table.last_day < facts.as_of - timedelta(days=A_MONTH_DAYS):
        found.append(
            sentence(
                "The spend in the data ends on {last}, before the window does ({as_of}), so both costs look lower than they were.",
                last=table.last_day,
                as_of=facts.as_of,
            )
        )
    if asked.counts_discounts and discounts is None:
        found.append(sentence("No order in the data carries a discount, so there is none to count as spend."))
    return found
