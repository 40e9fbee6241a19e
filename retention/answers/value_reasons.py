"""Why the three values of the same customers differ, in words and with the shop's own figures."""

from __future__ import annotations

import numpy as np

from retention.answers.customer_values import CustomerValues
from retention.answers.fits import FULL, ROUGH
from retention.answers.predictions import MONTH_DAYS
from retention.sentence import Sentence, counted, sentence


def reasons(values: CustomerValues) -> tuple[Sentence, ...]:
    """What they are counted in, whom each of them counts, which time it looks at, and what the forecast does differently."""
    return (_unit(values), *_simple(values), *_historic(values), *_predicted(values))


def _unit(values: CustomerValues) -> Sentence:
    if values.margin_share is None:
        return sentence("All values are in sales: what the goods cost is not known, so what is left of the sales is not known either.")
    return sentence(
        "All values are in margin: what is left of the sales once the goods are paid, {percent} % in the window.",
        percent=_percent(values.margin_share),
    )


def _simple(values: CustomerValues) -> list[Sentence]:
    buyers = int(values.bought_in_window.sum())
    if not buyers:
        return [sentence("Nobody bought in the window, so the simple sum has nobody to count.")]
    return [
        counted(
            "The simple sum counts the {count} customer who bought in the window and lets them go on at the same pace:"
            " {purchases} purchases in the months ahead.",
            "The simple sum counts the {count} customers who bought in the window and lets all of them go on at the same pace:"
            " {purchases} purchases in the months ahead.",
            buyers,
            purchases=round(float(values.window_purchase_days.sum()) / values.window_months * values.horizon_months),
        )
    ]


def _historic(values: CustomerValues) -> list[Sentence]:
    customers, once = len(values.customer), int(np.count_nonzero(values.purchase_days == 1))
    found = [
        counted(
            "History counts {count} customer, since a first purchase {past} months ago; the other two values look at the months ahead.",
            "History counts all {count} customers, half of them since a first purchase {past} months ago or earlier; the other two values"
            " look at the months ahead.",
            customers,
            past=int(float(np.median(values.T)) / MONTH_DAYS) if customers else 0,
        )
    ]
    if once:
        found.append(
            counted(
                "{count} customer has bought on one day only, {percent} % of all: history counts them too, as does the forecast with the"
                " little that is to be expected of them.",
                "{count} customers have bought on one day only, {percent} % of all: history counts them too, as does the forecast with the"
                " little that is to be expected of them.",
                once,
                percent=_percent(once / customers),
            )
        )
    return found


def _predicted(values: CustomerValues) -> list[Sentence]:
    fits = values.fits
    if fits is None:
        return []
    if values.chance_to_buy is None or values.expected_purchases is None or values.discount is None:
        return [] if fits.no_scoreboard is None else [fits.no_scoreboard]
    bought = values.bought_in_window
    buyers, others = int(bought.sum()), int((~bought).sum())
    found = [
        sentence(
            "The forecast expects {back} of the {buyers} buyers of the window to buy again in the months ahead, and {others_back} of the"
            " {others} other customers: {purchases} purchases in all.",
            back=round(float(values.chance_to_buy[bought].sum())),
            buyers=buyers,
            others_back=round(float(values.chance_to_buy[~bought].sum())),
            others=others,
            purchases=round(float(values.expected_purchases.sum())),
        )
    ]
    purchases = float(values.expected_purchases.sum())
    if values.annual_discount_rate > 0 and purchases > 0:
        lost = 1 - float((values.expected_purchases * values.discount).sum()) / purchases
        found.append(
            sentence(
                "The forecast counts money that comes later for less, {rate} % a year: that takes {percent} % off it.",
                rate=_percent(values.annual_discount_rate),
                percent=_percent(lost),
            )
        )
    if fits.size == "base":
        found.append(
            sentence("With fewer than {customers} customers the forecast only says something about all of them together.", customers=ROUGH)
        )
    elif fits.size == "rough":
        found.append(sentence("With fewer than {customers} customers the forecast is rough.", customers=FULL))
    return found


def _percent(share: float) -> int | float:
    """Per cent as people say it: whole ones, two decimals below one."""
    percent = 100 * share
    return round(percent) if abs(percent) >= 1 or percent == 0 else round(percent, 2)
