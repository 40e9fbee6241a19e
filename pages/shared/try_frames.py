"""From a programme's outcome to the frames of its charts and its tables."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from retention.programmes.assumption import Assumption
from retention.programmes.outcome import Outcome
from retention.programmes.present_value import HALF_MINOR_UNIT
from retention.programmes.scenario_values import MARGIN
from retention.report.csv_table import csv_table
from shared.asked_scenario import shown
from shared.language import PageWords
from shared.try_settings import figure_in_words, rung_in_words

FURTHEST_BEYOND = 1.5
MOST_ROWS = 8  # of what matters; the rest moves next to nothing


def judged(found: Outcome) -> float:
    """The result that the break-even and what matters most are about: with later value, where the programme is meant for that."""
    return found.net_with_later if found.break_even_counts_later else found.net


def lift_frame(words: PageWords, found: Outcome, lever: Assumption) -> pd.DataFrame:
    """Profit along the lever in the lever's own unit (shares in per cent), with where it is set and where it breaks even."""
    told = [(found.lift, judged(found), "assumed", words("Assumed: {lift}", lift=figure_in_words(words, lever, found.lift)))]
    least, net_at_least = found.lift_curve[0]
    pays_at_once = found.break_even_lift is not None and found.break_even_lift <= least and net_at_least >= HALF_MINOR_UNIT
    if found.break_even_lift is not None and not pays_at_once:  # where the least of it pays already the curve never crosses nothing
        text = words("Breaks even at {lift}", lift=figure_in_words(words, lever, found.break_even_lift))
        told.append((found.break_even_lift, 0.0, "break_even", text))
    # no further than says anything: somewhat beyond what is set and what is needed
    furthest = max(FURTHEST_BEYOND * lift for lift, _, _, _ in told)
    past = next((place for place, (lift, _) in enumerate(found.lift_curve) if place >= 2 and lift >= furthest), len(found.lift_curve))
    rows = [(lift, net, "curve", "") for lift, net in found.lift_curve[: past + 1]] + told
    return pd.DataFrame([(shown(lever, lift), *rest) for lift, *rest in rows], columns=["lift", "net", "kind", "label"])


def months_frame(words: PageWords, found: Outcome, currency: str | None) -> pd.DataFrame:
    """What comes in and goes out each month, the running total, and what is promised and not yet claimed."""
    rows: list[tuple[int, str, float, str]] = []
    if found.setup_cost:
        rows += [(0, "other_cost", -found.setup_cost, ""), (0, "running_total", -found.setup_cost, "")]
    for month in found.months:
        others = month.reward_cost - month.reward_anyway + month.fixed_cost
        rows.append((month.month, "extra_margin", month.extra_margin, ""))
        rows.append((month.month, "reward_anyway", -month.reward_anyway, ""))
        rows.append((month.month, "other_cost", -others, ""))
        is_last = month is found.months[-1]
        text = words("Running total: {money}", money=words.plain.money(month.cumulative, currency)) if is_last else ""
        rows.append((month.month, "running_total", month.cumulative, text))
        if found.liability >= HALF_MINOR_UNIT:
            rows.append((month.month, "outstanding", month.outstanding, words("promised, not yet claimed") if is_last else ""))
    return pd.DataFrame(rows, columns=["month", "kind", "amount", "label"])


def futures_frame(words: PageWords, found: Outcome, currency: str | None) -> pd.DataFrame:
    """How many futures end where, those with a loss apart; nothing where all end alike."""
    columns = ["low", "high", "futures", "kind", "label"]
    if len(found.futures) < 2:
        return pd.DataFrame(columns=columns)
    low, step = found.lowest_future, (found.highest_future - found.lowest_future) / len(found.futures)
    rows: list[tuple[float, float, float, str, str]] = []
    for place, count in enumerate(found.futures):
        start, end = low + place * step, low + (place + 1) * step
        if start < 0 < end:
            rows += [(start, 0.0, count, "loss", ""), (0.0, end, count, "gain", "")]
        else:
            rows.append((start, end, count, "loss" if end <= 0 else "gain", ""))
    label = words("As set: {money}", money=words.plain.money(found.net, currency))
    return pd.DataFrame([*rows, (found.net, math.nan, math.nan, "told", label)], columns=columns)


def tornado_frame(words: PageWords, found: Outcome, currency: str | None, known: Mapping[str, Assumption]) -> pd.DataFrame:
    """What moves the result, the strongest first, both ends of each; what moves nothing is left out."""
    rows = []
    swings = [swing for swing in found.tornado if swing.width >= HALF_MINOR_UNIT][:MOST_ROWS]
    for place, swing in enumerate(swings, start=1):
        label = words("Margin on sales") if swing.name == MARGIN else words(known[swing.name].label)
        low, high = (
            words.percent(value) if swing.name == MARGIN else figure_in_words(words, known[swing.name], value)
            for value in (swing.low, swing.high)
        )
        at_low, at_high = words.plain.money(swing.net_low, currency), words.plain.money(swing.net_high, currency)
        text = f"{low}: {at_low}  ·  {high}: {at_high}"
        rows.append((label, place, "low", swing.net_low, judged(found), text, f"{low}: {at_low}"))
        rows.append((label, place, "high", swing.net_high, judged(found), text, f"{high}: {at_high}"))
    return pd.DataFrame(rows, columns=["label", "place", "end", "net", "assumed_net", "ends_text", "tooltip_text"])


def rungs_table(words: PageWords, found: Outcome, currency: str | None) -> pd.DataFrame:
    """Rung by rung: who takes part, what it earns, what is given for nothing, what is left; amounts rounded as they are written."""

    def money(amount: float) -> str:
        return words.money(amount, currency)

    rows = [
        {
            words("Rung"): rung_in_words(words, rung.rung),
            words("Take part, people"): words.number(rung.members),
            words("Margin on extra sales"): money(rung.extra_margin),
            words("Reward paid"): money(rung.reward_cost),
            words("of it for what would have come anyway"): money(rung.reward_anyway),
            words("Participants' costs"): money(rung.member_cost),
            words("What is left"): money(rung.net),
            words("People more on the rung at the end"): words.number(rung.more_at_end, 1),
        }
        for rung in found.rungs
        if rung.rung in found.offered or abs(rung.net) >= HALF_MINOR_UNIT or abs(rung.more_at_end) >= 0.05
    ]
    return pd.DataFrame(rows)


def months_csv(words: PageWords, found: Outcome, currency: str | None) -> bytes:
    """The programme month by month, as exact as it was worked out."""
    names = [
        words("Sales without the programme"),
        words("Margin on extra sales"),
        words("Reward paid"),
        words("of it for what would have come anyway"),
        words("Running costs"),
        words("Running total"),
        words("Promised, not yet claimed"),
    ]
    unit = words.plain.currency(currency)
    headers = [words("Month of the programme"), *(f"{name}, {unit}" if unit else name for name in names)]
    rows = [
        (
            month.month,
            month.sales_before,
            month.extra_margin,
            month.reward_cost,
            month.reward_anyway,
            month.fixed_cost,
            month.cumulative,
            month.outstanding,
        )
        for month in found.months
    ]
    return csv_table(headers, rows)
