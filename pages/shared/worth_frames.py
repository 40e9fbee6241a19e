"""From the worth of the rungs to the frames and tables of its view."""

from __future__ import annotations

import pandas as pd

from retention.answers.rung_worth import Climb, Estimate, RungValue, RungWorth
from retention.answers.strategies import STRATEGIES
from retention.locale import Words, minor_unit_digits
from retention.report.csv_table import csv_table
from retention.sentence import N_
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES
from shared.language import PageWords
from shared.share_words import span_in_words

CLIMBS = {
    ("first_purchase", "regular"): N_("A regular instead of a customer with a first purchase"),
    ("regular", "advocate"): N_("An advocate instead of a regular"),
    ("lapsed", "regular"): N_("A regular instead of a lapsed customer"),
}


def estimate_in_words(words: Words, estimate: Estimate | None, currency: str | None) -> str:
    """The money with where it lies 90 times in 100; a dash where it cannot be told."""
    if estimate is None:
        return "—"
    decimals = _decimals(max(abs(estimate.low), abs(estimate.high)), currency)
    low, high = words.number(estimate.low, decimals), words.number(estimate.high, decimals)
    span = words("{low} to {high}", low=low, high=high)
    return f"{words.money(estimate.money, currency, decimals)} ({span})"


def rung_worth_frame(words: PageWords, found: RungWorth) -> pd.DataFrame:
    """One row per rung on which anybody stands or stood."""
    rows = [
        {
            "label": words(STRATEGIES[rung.rung].label),
            "place": place,
            "value": rung.within.money if rung.within else None,
            "low": rung.within.low if rung.within else None,
            "high": rung.within.high if rung.within else None,
            "forecast": rung.forecast,
            "value_text": estimate_in_words(words.plain, rung.within, found.currency) if rung.within else words("too few to tell"),
            "forecast_text": ""
            if rung.forecast is None
            else words("forecast {money}", money=money_of(words.plain, rung.forecast, found.currency)),
        }
        for place, rung in enumerate(_peopled(found), start=1)
    ]
    return pd.DataFrame(rows).astype({"value": "float64", "low": "float64", "high": "float64", "forecast": "float64"})


def check_frame(words: PageWords, found: RungWorth) -> pd.DataFrame:
    """Who is still buying so many quarters later: foretold from today on, seen from two quarters on."""
    lapsed, rows = len(CUSTOMER_RUNGS) - 1, []
    compared = [one for one in found.comparisons if one.kind == "active"]
    for state in sorted({one.state for one in compared}):
        rung = NAMES[CUSTOMER_RUNGS[state]]
        begins = {0: 0.0 if state == lapsed else 1.0, 1: 1 - found.moves[state][lapsed]}
        rows += [(rung, steps, None, None, None, share, "") for steps, share in begins.items()]
        for one in (one for one in compared if one.state == state):
            text = words(
                "{rung}, {steps} quarters later: {seen} were buying customers ({low} to {high}), the rungs foretell {foretold}",
                rung=words(STRATEGIES[rung].label),
                steps=one.steps,
                seen=words.percent(one.seen, 0),
                low=words.percent(one.seen_low, 0),
                high=words.percent(one.seen_high, 0),
                foretold=words.percent(one.foretold, 0),
            )
            rows.append((rung, one.steps, one.seen, one.seen_low, one.seen_high, one.foretold, text))
    frame = pd.DataFrame(rows, columns=["kind", "steps", "seen", "low", "high", "foretold", "tooltip_text"])
    return frame.astype({"seen": "float64", "low": "float64", "high": "float64", "foretold": "float64"})


def rungs_table(words: PageWords, found: RungWorth) -> pd.DataFrame:
    """The rungs in words, for the page."""
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Rung"): words(STRATEGIES[rung.rung].label),
                words("Customers now"): plain.number(rung.customers),
                words("Brought in a quarter"): "—" if rung.per_step is None else plain.money(rung.per_step, found.currency),
                words("Worth in the months ahead"): estimate_in_words(plain, rung.within, found.currency),
                words("Forecast customer by customer"): "—" if rung.forecast is None else money_of(plain, rung.forecast, found.currency),
                words("Worth without an end"): estimate_in_words(plain, rung.endless, found.currency),
            }
            for rung in _peopled(found)
        ]
    )


def climbs_table(words: PageWords, found: RungWorth) -> pd.DataFrame:
    """What the steps between rungs are worth, in words."""
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Step"): words(CLIMBS[_pair(climb)]),
                words("Worth more in the months ahead"): estimate_in_words(plain, climb.within, found.currency),
                words("By the forecasts customer by customer"): "—"
                if climb.forecast is None
                else money_of(plain, climb.forecast, found.currency),
                words("Worth more without an end"): estimate_in_words(plain, climb.endless, found.currency),
            }
            for climb in found.climbs
        ]
    )


def comparisons_table(words: PageWords, found: RungWorth) -> pd.DataFrame:
    """Every share compared, in words."""
    plain = words.plain
    kinds = {"active": words("are buying customers"), "same": words("are on the same rung")}
    return pd.DataFrame(
        [
            {
                words("Rung"): words(STRATEGIES[NAMES[CUSTOMER_RUNGS[one.state]]].label),
                words("Quarters later"): one.steps,
                words("How many …"): kinds[one.kind],
                words("Customers"): plain.number(one.customers),
                words("What came"): f"{plain.percent(one.seen)} ({span_in_words(words, one.seen_low, one.seen_high)})",
                words("What the rungs foretell"): plain.percent(one.foretold),
                words("Departs"): words("yes, beyond chance") if one.is_off else words("no"),
            }
            for one in found.comparisons
        ]
    )


def rungs_csv(words: Words, found: RungWorth) -> bytes:
    """The rungs with plain numbers, for a spreadsheet."""
    unit = words.currency(found.currency)
    titles = [words("Worth in the months ahead"), words("Lower estimate"), words("Higher estimate"), words("Forecast customer by customer")]
    headers = [words("Rung"), words("Customers now"), *(f"{title}, {unit}" if unit else title for title in titles)]
    rows = [
        [
            words(STRATEGIES[rung.rung].label),
            rung.customers,
            *_rounded(rung.within),
            None if rung.forecast is None else round(rung.forecast, 2),
        ]
        for rung in _peopled(found)
    ]
    return csv_table(headers, rows)


def _peopled(found: RungWorth) -> list[RungValue]:
    return [rung for rung in found.rungs if rung.customers or rung.stood]


def _pair(climb: Climb) -> tuple[str, str]:
    return climb.rung_from, climb.rung_to


def _decimals(amount: float, currency: str | None) -> int:
    """Cents would feign a precision that an expectation has not."""
    return 0 if amount >= 100 else minor_unit_digits(currency)


def money_of(words: Words, amount: float, currency: str | None) -> str:
    """An expected amount with as many decimals as it deserves."""
    return words.money(amount, currency, _decimals(abs(amount), currency))


def _rounded(estimate: Estimate | None) -> list[float | None]:
    if estimate is None:
        return [None, None, None]
    return [round(money, 2) for money in (estimate.money, estimate.low, estimate.high)]
