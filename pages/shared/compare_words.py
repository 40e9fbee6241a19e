"""What a comparison comes to, as a shop owner would say it: which pays best, which may lose, how sure that is, what comes later."""

from __future__ import annotations

from retention.answers.compare import SHORT_MONTHS, Compared, Comparison
from retention.programmes.present_value import HALF_MINOR_UNIT
from shared.language import PageWords, md

HARDLY_EVER = 0.01


def best_in_words(words: PageWords, found: Comparison, currency: str | None) -> str:
    """Which of the scenarios pays best, or that none does."""
    span = words.plural("{count} month", "{count} months", found.months)
    if found.lead is None and len(found.rows) == 1:
        name = md(found.rows[0].named.name)
        return words("{name} does not pay: over {months}, doing nothing is better.", name=name, months=span)
    if found.lead is None:
        return words("None of these pays: over {months}, doing nothing is better.", months=span)
    name, money = md(found.lead.best.named.name), words.money(found.lead.best.outcome.net, currency)
    if len(found.rows) == 1:
        return words("{name} pays: it brings {money} over {months}.", name=name, money=money, months=span)
    return words("{name} pays best: it brings {money} over {months}.", name=name, money=money, months=span)


def facts_in_words(words: PageWords, found: Comparison, currency: str | None) -> str:
    """How sure that is, which scenario is most likely to lose, and whose first months look otherwise than the end: a list."""
    sure = lead_in_words(words, found, currency) if found.lead else nothing_in_words(words, found)
    return "\n".join(
        [
            "- " + sure,
            "- " + risk_in_words(words, found),
            *(["- " + later_in_words(words, found, currency)] if found.later_turns else []),
            *("- " + turning_in_words(words, found, row, currency) for row in found.rows if turns(row)),
            *("- " + left_out_in_words(words, row) for row in found.rows if not row.fits),
        ]
    )


def lead_in_words(words: PageWords, found: Comparison, currency: str | None) -> str:
    """How far the best is ahead, and whether that is more than what is uncertain."""
    lead = found.lead
    if lead is None:
        return ""
    best = md(lead.best.named.name)
    other = words("doing nothing") if lead.next is None else words("“{name}”", name=md(lead.next.named.name))
    values = {
        "best": best,
        "other": other,
        "money": words.money(lead.difference, currency),
        "share": words.percent(lead.ahead_share, 0),
        "low": words.money(lead.low, currency),
        "high": words.money(lead.high, currency),
    }
    if lead.is_sure:
        return words(
            "“{best}” is {money} ahead of {other}, and ahead in {share} of the futures: that is more than what is uncertain about them.",
            **values,
        )
    return words(
        "“{best}” is {money} ahead of {other}, but ahead only in {share} of the futures (the difference: {low} to {high} in 90 of 100)."
        " These figures do not decide between the two.",
        **values,
    )


def nothing_in_words(words: PageWords, found: Comparison) -> str:
    """How sure it is that doing nothing is best."""
    share = words.percent(found.nothing_best_share, 0)
    return words("Doing nothing is best in {share} of the futures.", share=share)


def risk_in_words(words: PageWords, found: Comparison) -> str:
    """The scenario that loses most often."""
    risk, name = found.riskiest.outcome.probability_of_loss, md(found.riskiest.named.name)
    share = words.percent(risk, 0)
    if len(found.rows) == 1:
        return words("It loses money in {share} of the futures.", share=share)
    if risk < HARDLY_EVER:
        return words("Hardly any future makes a loss of one of them.")
    losing = [row for row in found.rows if row.outcome.probability_of_loss > 1 - HARDLY_EVER]
    if len(losing) > 1:
        names = ", ".join(words("“{name}”", name=md(row.named.name)) for row in losing)
        return words("Nearly every future makes a loss of: {names}.", names=names)
    return words("The most likely to lose money is “{name}”: it does in {share} of the futures.", name=name, share=share)


def later_in_words(words: PageWords, found: Comparison, currency: str | None) -> str:
    """What is best once customers won or kept are followed for two years more."""
    best = found.best_with_later
    if best is None:
        return (
            words("With the two years after counted it does not pay.")
            if len(found.rows) == 1
            else words("With the two years after counted none of them pays.")
        )
    outcome, values = best.outcome, {"name": md(best.named.name)}
    values |= {
        key: words.money(amount, currency)
        for key, amount in (("money", outcome.net_with_later), ("low", outcome.p5_with_later), ("high", outcome.p95_with_later))
    }
    if len(found.rows) == 1:
        return words("With the two years after counted it pays: {money}, and {low} to {high} in 90 of 100 futures.", **values)
    return words("With the two years after counted “{name}” is best: {money}, and {low} to {high} in 90 of 100 futures.", **values)


def turns(row: Compared) -> bool:
    """Whether the first months say the opposite of all months together."""
    return (
        len(row.outcome.months) > SHORT_MONTHS
        and min(abs(row.short_net), abs(row.outcome.net)) > HALF_MINOR_UNIT
        and ((row.short_net > 0) != (row.outcome.net > 0))
    )


def turning_in_words(words: PageWords, found: Comparison, row: Compared, currency: str | None) -> str:
    """What it has brought after the first months, and in the end."""
    values = {
        "name": md(row.named.name),
        "short": words.plural("{count} month", "{count} months", SHORT_MONTHS),
        "long": words.plural("{count} month", "{count} months", found.months),
        "first": words.money(abs(row.short_net), currency),
        "last": words.money(abs(row.outcome.net), currency),
    }
    if row.short_net > 0:
        return words("“{name}” looks well at first, {first} gained after {short}, and ends badly: {last} lost after {long}.", **values)
    return words("“{name}” needs patience: {first} spent after {short}, {last} gained after {long}.", **values)


def left_out_in_words(words: PageWords, row: Compared) -> str:
    """That a scenario speaks of rungs which are not there."""
    name = md(row.named.name)
    return words("“{name}” was made for rungs that this shop does not have; it is counted for those there are.", name=name)


def advice_in_words(words: PageWords, found: Comparison) -> str:
    """What to do now."""
    if found.lead is None and found.best_with_later is not None:
        name = md(found.best_with_later.named.name)
        return words(
            "“{name}” pays only by customers who stay for years: offer it to a part of its customers, leave a part without it, and see"
            " after some months how many of either still buy.",
            name=name,
        )
    if found.lead is None:
        return words(
            "Offer none of them as they stand. Open the nearest one in “Try one”, see there which figure matters most, and ask what would"
            " have to change: fewer participants, a smaller reward, another rung."
        )
    if found.lead.is_sure:
        return words(
            "Begin small: offer the best one to a part of its customers, leave a part without it, and compare the two after three months."
            " Whatever comes of that is worth more than these figures."
        )
    return words(
        "Do not decide by these figures yet: open both in “Try one”, see which figure matters most, and find that one out first, for"
        " example by offering it to a few customers and leaving as many without it."
    )


def futures_in_words(words: PageWords) -> str:
    """What is meant by futures."""
    return words(
        "A future: every figure that nobody knows beforehand is drawn somewhere within its range. 10,000 of them are drawn, the same for"
        " all scenarios, so that what is unsure for two of them alike does not blur the difference between them."
    )
