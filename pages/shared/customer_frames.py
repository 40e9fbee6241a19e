"""From a customer's card to the frames its charts draw."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from retention.answers.customer_card import CustomerCard
from retention.answers.customer_outlook import Outlook
from retention.answers.strategies import STRATEGIES
from shared.language import PageWords

TIMELINE = ["kind", "day", "to_day", "amount", "label", "tooltip_text", "rung"]


def timeline_frame(words: PageWords, card: CustomerCard) -> pd.DataFrame:
    """Stretches on the rungs, purchases and returns, today, and the days from which silence means something."""
    plain = words.plain
    rows: list[tuple[str, date, date | None, float | None, str | None, str | None, str | None]] = []
    for spell in card.spells:
        end = (spell.last_day or card.as_of) + timedelta(days=1)
        name = words(STRATEGIES[spell.rung].label)
        told = words(
            "{rung}, {first} to {last}", rung=name, first=plain.date(spell.first_day), last=plain.date(spell.last_day or card.as_of)
        )
        rows.append(("spell", spell.first_day, end, None, name, told, spell.rung))
    for one in card.purchases:
        kind = "purchase" if one.orders else "return"
        rows.append((kind, one.day, None, one.sales, None, f"{plain.date(one.day)}: {plain.money(one.sales, card.currency)}", None))
    limits = ((card.at_risk_after_days, words("At risk from here")), (card.lapsed_after_days, words("Counted as lost from here")))
    for days, label in limits:
        if days is not None and card.rung != "lapsed":
            rows.append(("limit", card.last_day + timedelta(days=days + 1), None, None, label, None, None))
    rows.append(("today", card.as_of, None, None, plain.date(card.as_of), None, None))
    frame = pd.DataFrame(rows, columns=TIMELINE)
    return frame.assign(day=pd.to_datetime(frame["day"]), to_day=pd.to_datetime(frame["to_day"]), amount=frame["amount"].astype("float64"))


def ahead_frame(words: PageWords, found: Outlook) -> pd.DataFrame:
    """How likely no purchase, one, two, and more are."""
    labels = (words("None"), "1", "2", words("3 or more"))
    rows = [
        (label, place, chance, words.percent(chance, 0)) for place, (label, chance) in enumerate(zip(labels, found.chances, strict=True))
    ]
    return pd.DataFrame(rows, columns=["purchases_label", "place", "chance", "chance_text"])
