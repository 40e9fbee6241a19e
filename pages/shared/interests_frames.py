"""From what customers come for to the frames its charts and tables show."""

from __future__ import annotations

import pandas as pd

from retention.answers.interest_changes import Change
from retention.answers.interest_drift import Drift
from retention.answers.interests import SHOWN, Interests, Mix
from retention.models.proportions import Share
from retention.sentence import N_
from shared.cell_table import Cell, count, share, text
from shared.language import PageWords
from shared.share_words import span_in_words

STAGES = {"1": N_("1st"), "2": N_("2nd and 3rd"), "4": N_("4th to 6th"), "7": N_("7th and later")}
ROOM_INSIDE, MOST_WITH_WORDS = 0.05, 5  # a part this large has room for its share, where the columns are few
MOST_ROWS = 10


def name_of(words: PageWords, found: Interests, interest: int) -> str:
    """The name of a part of the mix, for places that read no Markdown."""
    if interest == 0:
        return words("Not known")
    if interest > SHOWN:
        return words.plural("All others ({count})", "All others ({count})", found.others)
    return found.shown[interest - 1]


def mix_frame(words: PageWords, found: Interests, mixes: tuple[Mix, ...], are_periods: bool) -> pd.DataFrame:
    """The parts of each group, columns in their order; what is not known stands last."""
    rows = []
    for place, mix in enumerate(mixes):
        label = _period(words, mix.group) if are_periods else words(STAGES[mix.group])
        for part in mix.parts:
            written = words.plain.percent(part.share, 0)
            is_told = part.share >= ROOM_INSIDE and len(mixes) <= MOST_WITH_WORDS
            tooltip = words("{share} ({money})", share=written, money=words.plain.money(part.money, found.currency))
            rows.append(
                {
                    "group": label,
                    "place": place,
                    "slot": part.interest or SHOWN + 2,
                    "name": name_of(words, found, part.interest),
                    "share": part.share,
                    "share_text": written if is_told else "",
                    "tooltip_text": tooltip if mix.is_complete else words("{tooltip}, not complete", tooltip=tooltip),
                    "is_complete": mix.is_complete,
                }
            )
    return pd.DataFrame(rows)


def mix_rows(words: PageWords, found: Interests, mixes: tuple[Mix, ...], are_periods: bool) -> list[dict[str, Cell]]:
    """The same as a table: a row per interest, a column per group."""
    shares = {mix.group: {part.interest: part.share for part in mix.parts} for mix in mixes}
    places = sorted({place for group in shares.values() for place in group}, key=lambda place: place or SHOWN + 2)
    titles = {mix.group: words.period(mix.group) if are_periods else words(STAGES[mix.group]) for mix in mixes}
    if are_periods:
        titles |= {mix.group: words("{period}, not complete", period=titles[mix.group]) for mix in mixes if not mix.is_complete}
    return [
        {words("Interest"): text(name_of(words, found, place))}
        | {titles[group]: share(words, parts.get(place, 0.0)) for group, parts in shares.items()}
        for place in places
    ]


def drift_rows(words: PageWords, drift: Drift) -> list[dict[str, Cell]]:
    """Each interest's share of the purchases at first and lately."""
    return [
        {
            words("Interest"): text(row.name),
            words("Share of purchases at first"): share(words, row.first.share),
            words("lies between"): text(between(words, row.first)),
            words("Share of purchases lately"): share(words, row.latest.share),
            words("now between"): text(between(words, row.latest)),
            words("Beyond noise"): text(words("yes") if row.is_beyond_noise else words("no")),
        }
        for row in drift.rows
    ]


def changes_frame(words: PageWords, changes: tuple[Change, ...]) -> pd.DataFrame:
    """The three kinds, then the moves that differ most from the usual, those beyond noise first."""
    kinds = [one for one in changes if one.direction == "kind"]
    moves = sorted((one for one in changes if one.direction != "kind"), key=lambda one: (not one.is_beyond_noise, -abs(_apart(one))))
    rows = [
        {
            "label": words.plain.say(one.label),
            "place": place,
            "kind": "noise" if not one.is_beyond_noise else "more" if _apart(one) > 0 else "less",
            "share": one.share.share,
            "low": one.share.low,
            "high": one.share.high,
            "usual": one.usual,
            "share_text": words.plain.percent(one.share.share or 0.0, 0),
            "usual_text": words("usually {share}", share=words.plain.percent(one.usual, 0)),
            "cases_text": words.plural("{count} purchase", "{count} purchases", one.share.of),
        }
        for place, one in enumerate([*kinds, *moves[: MOST_ROWS - len(kinds)]])
    ]
    return pd.DataFrame(rows)


def change_rows(words: PageWords, changes: tuple[Change, ...], what: str) -> list[dict[str, Cell]]:
    """Every kind of purchase; `what` is the title of the column with the share, already written out."""
    return [
        {
            words("Purchase"): text(words.plain.say(one.label)),
            what: share(words, one.share.share),
            words("lies between"): text(between(words, one.share)),
            words("Usually"): share(words, one.usual),
            words("Purchases"): count(words, one.share.of),
            words("Beyond noise"): text(words("yes") if one.is_beyond_noise else words("no")),
        }
        for one in changes
    ]


def between(words: PageWords, share: Share) -> str:
    """The interval of a share, for places that read no Markdown."""
    if share.low is None or share.high is None:
        return words("not known")
    return span_in_words(words, share.low, share.high)


def _apart(one: Change) -> float:
    return (one.share.share or 0.0) - one.usual


def _period(words: PageWords, code: str) -> str:
    """The period on two lines, the year below."""
    name, _, year = words.period(code).rpartition(" ")
    return f"{name}\n{year}"
