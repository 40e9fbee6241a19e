"""From the turns of the spiral to the frames its charts and tables show."""

from __future__ import annotations

import pandas as pd

from retention.answers.spiral import Spiral, Turn, Turns
from retention.answers.turn_differences import LABELS, Difference
from retention.sentence import N_
from shared.cell_table import UNKNOWN, Cell, count, money, number, share, text
from shared.language import PageWords

ORDINALS = (N_("First turn"), N_("Second turn"), N_("Third turn"), N_("Fourth turn and later"))


def counts_frame(words: PageWords, found: Spiral) -> pd.DataFrame:
    """Customers by the number of turns they have taken."""
    rows = []
    for place, customers in enumerate(found.by_turns, start=1):
        is_last = place == len(found.by_turns)
        label = words("{count} or more", count=place) if is_last else words.plural("{count} turn", "{count} turns", place)
        rows.append((label, place, customers, words.plain.number(customers), words.plain.percent(customers / found.customers)))
    return pd.DataFrame(rows, columns=["label", "place", "customers", "customers_text", "share_text"])


def values_frame(words: PageWords, found: Spiral) -> pd.DataFrame:
    """What a turn brings on average: those that are over, then those still going on."""
    rows = []
    for turn in found.turns:
        for kind, turns, ending in _both(words, turn):
            if turns.money is not None:
                label = words("{turn}, {ending}", turn=words(ORDINALS[turn.number - 1]), ending=ending)
                rows.append(
                    {
                        "label": label,
                        "place": len(rows) + 1,
                        "kind": kind,
                        "money": turns.money,
                        "low": turns.low,
                        "high": turns.high,
                        "money_text": words.plain.money(turns.money, found.currency),
                        "turns_text": words.plural("{count} turn", "{count} turns", turns.turns),
                    }
                )
    frame = pd.DataFrame(rows)
    return frame if frame.empty else frame.astype({"low": "float64", "high": "float64"})


def turn_rows(words: PageWords, found: Spiral) -> list[dict[str, Cell]]:
    """Every figure of every turn, those that are over and those still going on apart."""
    brought = words("Margin of a turn") if found.is_margin else words("Sales of a turn")
    rows = []
    for turn in found.turns:
        for _, turns, ending in _both(words, turn):
            if not turns.turns:
                continue
            row = {
                words("Turn"): text(words(ORDINALS[turn.number - 1])),
                words("State"): text(ending),
                words("Turns"): count(words, turns.turns),
                brought: money(words, turns.money, found.currency),
                words("From"): money(words, turns.low, found.currency),
                words("To"): money(words, turns.high, found.currency),
                words("All together"): money(words, turns.total, found.currency),
                words("Purchases"): number(words, turns.purchases),
                words("Days from the first purchase to the last"): number(words, turns.days),
                words("Average check, sales"): money(words, turns.check, found.currency),
            }
            if found.interest is not None:
                adopted = turns.adopters.share if turns.adopters else None
                row[words("Turns with something new to the customer")] = share(words, adopted)
                row[words("Sales of what was new, per turn")] = money(words, turns.new_sales, found.currency)
            rows.append(row)
    return rows


def difference_rows(words: PageWords, found: Spiral) -> list[dict[str, Cell]]:
    """The second turn beside the first, beside what it would be if nothing had changed."""
    return [
        {
            words("On average"): text(words(LABELS[one.name])),
            words("First turn"): (figure(words, found, one, one.first), one.first),
            words("Second turn"): (figure(words, found, one, one.second), one.second),
            words("Second turn, had nothing changed"): (figure(words, found, one, one.unchanged), one.unchanged),
            words("Change"): (figure(words, found, one, one.change), one.change),
            words("Change at least"): (figure(words, found, one, one.low), one.low),
            words("Change at most"): (figure(words, found, one, one.high), one.high),
            words("People"): count(words, one.people),
        }
        for one in found.differences
    ]


def figure(words: PageWords, found: Spiral, one: Difference, value: float | None) -> str:
    """A figure of the comparison with its unit, for places that read no Markdown."""
    if value is None:
        return UNKNOWN
    if one.name in ("check", "money"):
        return words.plain.money(value, found.currency)
    return words("{days} days", days=words.plain.number(value, 1)) if one.name == "pace" else words.plain.number(value, 1)


def _both(words: PageWords, turn: Turn) -> tuple[tuple[str, Turns, str], ...]:
    return ("over", turn.over, words("over")), ("going_on", turn.going_on, words("still going on"))
