"""What comes of a programme, in the sentences of the library: the command says the same."""

from __future__ import annotations

from retention.answers.programme_verdict import Verdict, programme_verdict
from retention.programmes.outcome import Outcome
from shared.language import PageWords, md
from shared.programme_shop import ProgrammeShop


def verdict_of(outcome: Outcome, shop: ProgrammeShop) -> Verdict:
    """What there is to say of it in this shop."""
    return programme_verdict(outcome, shop.business, shop.currency, None if shop.base is None else shop.base.best_month)


def result_in_words(words: PageWords, verdict: Verdict) -> str:
    """The result, then what comes later and what else decides, a line for each."""
    later = " ".join(words.say(one, md) for one in verdict.later)
    facts = "\n".join("- " + " ".join(words.say(one, md) for one in fact) for fact in verdict.facts)
    return "### " + words.say(verdict.result, md) + "\n\n" + later + "\n\n" + facts


def besides_in_words(words: PageWords, verdict: Verdict) -> str:
    """What the profit leaves out, and what it includes unseen."""
    return "  \n".join(words.say(one, md) for one in verdict.besides)
