"""Shares and money as every page words them: with their count, their span, and what they are counted in."""

from __future__ import annotations

from retention.locale import Words
from retention.models.proportions import Share
from shared.language import PageWords


def span_in_words(words: Words, low: float, high: float, decimals: int = 1) -> str:
    """ "12.1% to 18%" """
    return words("{low} to {high}", low=words.percent(low, decimals), high=words.percent(high, decimals))


def bracketed_in_words(words: Words, low: float | None, high: float | None) -> str:
    """ " (12.1%–18%)" to stand behind a share; nothing where the span is not known."""
    return "" if low is None or high is None else f" ({words.percent(low)}–{words.percent(high)})"


def counted_in_words(words: Words, share: Share) -> str:
    """ "39 of 63 (61.9%)", or a dash where nobody could be counted."""
    if share.share is None:
        return "—"
    return words("{count} of {people} ({share})", count=share.count, people=share.of, share=words.percent(share.share))


def unit_in_words(words: PageWords, is_margin: bool) -> str:
    """What money on the page is counted in."""
    return words("In margin.") if is_margin else words("In sales, because the margin is not known.")
