"""From the evidence behind the thresholds to the frames and tables of its view."""

from __future__ import annotations

import pandas as pd

from retention.answers.threshold_evidence import Example, Silences, ThresholdEvidence
from retention.models.proportions import Share
from shared.language import PageWords
from shared.share_words import span_in_words

KINDS = {1: "first", 2: "second"}


def waits_frame(words: PageWords, found: ThresholdEvidence) -> pd.DataFrame:
    """The curves of those who came back, and the limits after the first purchase."""
    rows = []
    for curve in found.waits:
        for days, share in curve.points:
            text = words.plural("{count} day: {share} were back", "{count} days: {share} were back", days, share=words.percent(share, 0))
            rows.append((KINDS[curve.purchase_number], days, share, "", text))
    for curve in found.waits[:1]:
        at_risk, lapsed = curve.at_risk_after_days, curve.lapsed_after_days
        rows += [
            ("limit", at_risk, None, words.plural("At risk after {count} day", "At risk after {count} days", at_risk), ""),
            ("limit", lapsed, None, words.plural("Lapsed after {count} day", "Lapsed after {count} days", lapsed), ""),
        ]
    return pd.DataFrame(rows, columns=["kind", "days", "share", "label", "tooltip_text"]).astype({"share": "float64"})


def chances_frame(words: PageWords, found: ThresholdEvidence, regular_from: int) -> pd.DataFrame:
    """The chance to come again by purchases so far, and where a regular begins."""
    rows: list[tuple[str, int, float | None, float | None, float | None, str, str]] = [
        ("chance", one.purchase_number, one.chance, one.low, one.high, "", _chance_in_words(words, found, place))
        for place, one in enumerate(found.chances)
    ]
    if rows:
        label = words.plural("A regular from {count} day with a purchase", "A regular from {count} days with a purchase", regular_from)
        rows.append(("limit", regular_from, None, None, None, label, ""))
    frame = pd.DataFrame(rows, columns=["kind", "purchases", "chance", "low", "high", "label", "tooltip_text"])
    return frame.astype({"chance": "float64", "low": "float64", "high": "float64"})


def silences_table(words: PageWords, found: ThresholdEvidence) -> pd.DataFrame:
    """How many silences beyond a limit ended with a purchase after all, in words."""
    return pd.DataFrame(
        [
            {
                words("Silences after …"): _after(words, one),
                words("Went beyond at risk"): one.at_risk.of,
                words("… and came back all the same"): share_in_words(words, one.at_risk),
                words("Went beyond lapsed"): one.lapsed.of,
                words("… and came back after counting as lapsed"): share_in_words(words, one.lapsed),
            }
            for one in found.silences
        ]
    )


def examples_table(words: PageWords, found: ThresholdEvidence) -> pd.DataFrame:
    """What the limits mean for four customers, in words."""
    return pd.DataFrame(
        [
            {
                words("A customer with …"): _customer(words, one),
                words("is at risk after"): _days(words, one.at_risk_after_days),
                words("has lapsed after"): _days(words, one.lapsed_after_days),
                words("is as likely gone as not after"): _even_odds(words, one),
            }
            for one in found.examples
        ]
    )


def share_in_words(words: PageWords, share: Share) -> str:
    """The share with its count and its interval; a dash where there is nobody to count."""
    if share.share is None or share.low is None or share.high is None:
        return "—"
    plain = words.plain
    span = span_in_words(plain, share.low, share.high, 0)
    return f"{plain.number(share.count)} ({plain.percent(share.share, 0)}, {span})"


def _chance_in_words(words: PageWords, found: ThresholdEvidence, place: int) -> str:
    one = found.chances[place]
    return words.plural(
        "After {count} day with a purchase: {chance} came again ({low} to {high}; days looked ahead: {days})",
        "After {count} days with a purchase: {chance} came again ({low} to {high}; days looked ahead: {days})",
        one.purchase_number,
        chance=words.percent(one.chance, 0),
        days=found.chance_days,
        low=words.percent(one.low, 0),
        high=words.percent(one.high, 0),
    )


def _after(words: PageWords, one: Silences) -> str:
    if one.purchases is None:
        return words("all together")
    return {1: words("the first purchase"), 2: words("the second purchase")}.get(one.purchases, words("the third or a later one"))


def _customer(words: PageWords, one: Example) -> str:
    if one.purchases == 1:
        return words("one day with a purchase")
    return words.plural(
        "{count} day with a purchase (days from the first to the last: {days})",
        "{count} days with a purchase (days from the first to the last: {days})",
        one.purchases,
        days=one.days_between,
    )


def _days(words: PageWords, days: int | None) -> str:
    return words("never") if days is None else words.plural("{count} day", "{count} days", days)


def _even_odds(words: PageWords, one: Example) -> str:
    if one.even_odds_after_days is None:
        return words("longer than the data") if one.is_beyond_data else words("too few to tell")
    return _days(words, one.even_odds_after_days) if one.even_odds_after_days else words("at once")
