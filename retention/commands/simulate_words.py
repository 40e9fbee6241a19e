"""What `simulate` says to people: the verdict first, then the figures, then what they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from retention.commands.said import said_again
from retention.locale import Words
from retention.metrics import BREAK_EVEN_LIFT, EXTRA_MARGIN, NET_PROFIT, PAYBACK_MONTH, PROBABILITY_OF_LOSS, REWARD_COST, SUBSIDY_SHARE
from retention.metrics.written import written
from retention.programmes import by_name
from retention.programmes.assumption import Assumption
from retention.programmes.break_even import FREQUENCY_LIFT
from retention.programmes.evaluate import FIRST_YEAR
from retention.programmes.present_value import HALF_MINOR_UNIT

TOLD = {
    "net": NET_PROFIT,
    "extra_margin": EXTRA_MARGIN,
    "cost": REWARD_COST,
    "subsidy_share": SUBSIDY_SHARE,
    "payback_month": PAYBACK_MONTH,
    "probability_of_loss": PROBABILITY_OF_LOSS,
}
MOST_SWINGS = 5

Document = Mapping[str, object]


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    programme = by_name(str(document["programme"]))
    named = programme.named
    currency = cast("str | None", document["currency"])
    lines = [words(programme.label), *_sentences(document, "verdict", words)]
    is_spent = float(cast("float", document["cost"])) > 0
    for key, metric in TOLD.items():
        if key == "net" and len(_rows(document, "months")) != FIRST_YEAR:
            continue  # the figure has its name from the first year
        if key == "payback_month" and not is_spent:
            continue  # nothing has to come back
        lines.append(f"{words(metric.label)}: {written(words, metric, _figure(document, key), currency)}")
    needed = _figure(document, "break_even_lift")
    if document["lever"] == FREQUENCY_LIFT and needed is not None:
        lines.append(f"{words(BREAK_EVEN_LIFT.label)}: {written(words, BREAK_EVEN_LIFT, needed, currency)}")
    lines += _swings(document, words, named, currency)
    lines.append(words("Assumed:"))
    assumed = cast("Mapping[str, float]", document["assumptions"])
    lines += [f"  {name} = {value:g}  ({words(named[name.partition('.')[0]].label)})" for name, value in assumed.items()]
    lines += _sentences(document, "notes", words)
    return "\n".join(lines)


def _sentences(document: Document, key: str, words: Words) -> list[str]:
    return [said_again(words, row) for row in _rows(document, key)]


def _swings(document: Document, words: Words, named: Mapping[str, Assumption], currency: str | None) -> list[str]:
    """The assumptions that move the result most, and between what."""
    moving = [row for row in _rows(document, "tornado") if abs(_net(row, "net_high") - _net(row, "net_low")) >= HALF_MINOR_UNIT]
    swings = moving[:MOST_SWINGS]
    if not swings:
        return []
    lines = [
        words("What matters most, from its low to its high value, with the two years after:")
        if document["break_even_counts_later"]
        else words("What matters most, from its low to its high value:")
    ]
    for swing in swings:
        label = words(named[str(swing["name"])].label) if swing["name"] in named else words("Margin on sales")
        ends = (words.money(_net(swing, end), currency) for end in ("net_low", "net_high"))
        lines.append(f"  {label}: {' … '.join(ends)}")
    return lines


def _net(row: Mapping[str, object], key: str) -> float:
    return float(cast("float", row[key]))


def _figure(document: Document, key: str) -> float | None:
    return cast("float | None", document[key])


def _rows(document: Document, key: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", document[key])
