"""From who matters to the frames and tables that show it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from retention.answers.new_products import NewProducts
from retention.answers.significance import Significance
from retention.answers.strategies import STRATEGIES
from retention.models.proportions import Share
from retention.models.regularity import Regularity
from retention.report.people_table import STABILITY_LABELS
from retention.sentence import N_
from shared.language import PageWords

NEW_LABEL = N_("First bought in this window")


def money_share_in_words(words: PageWords, share: float, is_margin: bool) -> str:
    """ "38 % of all margin" """
    said = words.percent(share)
    return words("{share} of all margin", share=said) if is_margin else words("{share} of all sales", share=said)


def shares_frame(words: PageWords, found: Significance) -> pd.DataFrame:
    """The kinds of customers by steadiness, as far as there are any."""
    shown = [kind for kind in found.classes if kind.customers]
    rows = [
        (
            words(STABILITY_LABELS[kind.name]),
            place,
            kind.customer_share,
            None if kind.money_share is None else max(kind.money_share, 0.0),
            words("{share} of customers", share=words.percent(kind.customer_share)),
            "" if kind.money_share is None else _short_share(words, kind.money_share, found.is_margin),
        )
        for place, kind in enumerate(shown, start=1)
    ]
    frame = pd.DataFrame(rows, columns=["label", "place", "customer_share", "money_share", "customers_text", "money_text"])
    return frame.astype({"money_share": "float64"})


def rungs_table(words: PageWords, found: Significance) -> pd.DataFrame:
    """How steadily the people of each rung buy."""
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Rung of the ladder"): words(STRATEGIES[rung.rung].label),
                words("Customers"): plain.number(rung.customers),
                words("With enough purchases to tell"): plain.number(rung.told),
                words("Steady"): share_with_range(words, rung.steady),
                words("By chance alone"): plain.number(rung.steady_by_chance) if rung.told else "—",
                words("Once a year"): plain.number(rung.yearly),
                words("Regularity (1 = at random)"): _regularity(words, rung.regularity),
            }
            for rung in found.rungs
            if rung.customers
        ]
    )


def introducers_table(words: PageWords, found: Significance) -> pd.DataFrame:
    """Those whose word brought the most."""
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Customer"): person_in_plain(one.customer_id, one.name),
                words("Rung of the ladder"): words(STRATEGIES[one.rung].label),
                words("Customers brought"): one.customers,
                words("Money from those brought"): plain.money(one.money_of_brought, found.currency),
                words("Money of their own"): plain.money(one.own_money, found.currency),
            }
            for one in found.best_introducers
        ]
    )


def people_frame(words: PageWords, rows: Sequence[dict[str, object]], is_margin: bool, currency: str | None) -> pd.DataFrame:
    """The rows of `people_rows` for the page: fewer columns than in the file, everything as people write it."""
    plain, money = words.plain, "margin" if is_margin else "sales"
    return pd.DataFrame(
        [
            {
                words("Customer"): person_in_plain(str(row["customer_id"]), row["name"]),
                words("Rung of the ladder"): words(STRATEGIES[str(row["rung"])].label),
                words("Margin so far") if is_margin else words("Sales so far"): plain.money(row[money], currency),
                words("How steadily"): words(STABILITY_LABELS[str(row["stability"])]),
                words("Days between purchases"): "—" if row["mean_gap_days"] is None else plain.number(row["mean_gap_days"]),
                words("Last purchase"): plain.date(row["last_day"]),
                words("Customers brought"): row["brought"],
                words("Worth showing to others"): words("yes") if row["worth_showing"] else "",
            }
            for row in rows
        ]
    )


def adoption_frame(words: PageWords, found: NewProducts) -> pd.DataFrame:
    """The share of each rung that took up something new; new customers last."""
    rungs = sorted(found.rungs, key=lambda one: one.rung == "none")
    rows = [
        (
            words(rung_label(one.rung)),
            place,
            one.adopters.share,
            one.adopters.low,
            one.adopters.high,
            words.percent(one.adopters.share or 0.0, 0),
            _range(words, one.adopters),
            words("{count} of {all}", count=one.adopters.count, all=one.adopters.of),
            one.rung == "none",
        )
        for place, one in enumerate(rungs, start=1)
    ]
    columns = ["label", "place", "share", "low", "high", "share_text", "range_text", "people_text", "is_new"]
    return pd.DataFrame(rows, columns=columns)


def adoption_table(words: PageWords, found: NewProducts) -> pd.DataFrame:
    """The same with how soon."""
    return pd.DataFrame(
        [
            {
                words("Rung before the window"): words(rung_label(one.rung)),
                words("Bought anything"): words.number(one.adopters.of),
                words("Took up something new"): share_with_range(words, one.adopters),
                words("Half of these waited at most, days"): "—" if one.median_wait_days is None else words.number(one.median_wait_days),
            }
            for one in sorted(found.rungs, key=lambda one: one.rung == "none")
        ]
    )


def products_table(words: PageWords, found: NewProducts) -> pd.DataFrame:
    """The new products that most customers took up."""
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Product") if found.is_by_product else words("Category"): one.name,
                words("First sold"): plain.date(one.first_day),
                words("Customers"): one.customers,
                words("Sales"): plain.money(one.sales, found.currency),
            }
            for one in found.best
        ]
    )


def rung_label(rung: str) -> str:
    """English source."""
    return NEW_LABEL if rung == "none" else STRATEGIES[rung].label


def share_with_range(words: PageWords, share: Share) -> str:
    """ "8 % (5–11 %)"; a dash where nobody was asked."""
    return "—" if share.share is None else f"{words.percent(share.share, 0)} ({_range(words, share)})"


def person_in_plain(customer_id: str, name: object) -> str:
    """For places that read no Markdown."""
    return customer_id if name is None else f"{name} ({customer_id})"


def _range(words: PageWords, share: Share) -> str:
    return "" if share.low is None or share.high is None else f"{words.percent(share.low, 0)} – {words.percent(share.high, 0)}"


def _short_share(words: PageWords, share: float, is_margin: bool) -> str:
    said = words.percent(share)
    return words("{share} of margin", share=said) if is_margin else words("{share} of sales", share=said)


def _regularity(words: PageWords, found: Regularity | None) -> str:
    if found is None:
        return "—"
    if found.k is None or found.low is None or found.high is None:
        return words("to the day")
    return f"{words.number(found.k, 1)} ({words.number(found.low, 1)} – {words.number(found.high, 1)})"
