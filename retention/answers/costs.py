"""What winning a customer and keeping one cost, and how the two compare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from retention.answers.cost_notes import missing, no_discounts, notes
from retention.answers.cost_ratio import CostRatio
from retention.answers.cost_spend import spend_table, spent_in_window
from retention.answers.discounts import discounts_in_window
from retention.question import Question
from retention.sentence import Sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text


@dataclass(frozen=True)
class Costs(CostRatio):
    """The costs of the window; `missing` says why a figure cannot be known and what would help, `notes` what to know before reading them.

    has_spend: whether the data hold spend of this window. reactivated: those of the kept who came back after a lapse; they are not new.
    discounts_first, discounts_later: given on first-ever purchases and on later ones, money, None = no order carries one; they are in the
    spend only if counts_discounts, and then without discounts_later_of_new, the part of the later ones that the window's newcomers got.
    lead_days: so many days after it was spent, spend on winning is counted.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    has_spend: bool
    reactivated: int
    discounts_first: float | None
    discounts_later: float | None
    discounts_later_of_new: float | None
    counts_discounts: bool
    lead_days: int
    missing: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]

    @property
    def days(self) -> int:
        """How many days the window has."""
        return (self.as_of - self.window_first_day).days + 1


def unfiltered(question: Question) -> Question:
    """The question without its filters: they keep a part of the sales, but no part of the spend, so costs are asked of the whole shop."""
    return replace(question, channels=(), stores=(), categories=())


def costs(marts: Marts) -> Costs:
    """The figures behind the costs page and the `costs` command; ask them of an unfiltered question."""
    with marts.engine() as engine:
        window = engine.arrow("select acquired, kept, customers_before from cost_window").to_pylist()[0]
        returned = engine.arrow(sql_text("answers", "returned_in_window"))["customers"][0].as_py()
    asked, facts, table = marts.question, marts.facts, spend_table(marts)
    discounts = discounts_in_window(marts)
    spend = spent_in_window(marts, table, discounts if asked.counts_discounts else None)
    figures = CostRatio(window["acquired"], window["kept"], spend, facts.minor_units)
    return Costs(
        **vars(figures),
        window_first_day=facts.window_first_day,
        as_of=facts.as_of,
        currency=facts.currency,
        has_spend=bool(table.window),
        reactivated=returned,
        discounts_first=None if discounts is None else discounts.first,
        discounts_later=None if discounts is None else discounts.later,
        discounts_later_of_new=None if discounts is None else discounts.later_of_new,
        counts_discounts=asked.counts_discounts,
        lead_days=asked.lead_days,
        missing=tuple(missing(figures, table, window["customers_before"])),
        notes=(*notes(marts, table, figures.acquired), *no_discounts(marts, discounts)),
    )
