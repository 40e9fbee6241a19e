"""The saving-up discount: the more somebody has bought, the higher the discount; what that costs on the customers' own sales."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.saving_up import Cost, SavingUp, saving_up, sensible_tiers
from retention.sentence import Refusal
from shared.cards import show_chart
from shared.cell_table import Cell, cell_table, count, money, share, text
from shared.language import PageWords, md
from shared.programme_cache import year_sales_of
from shared.programme_shop import ProgrammeShop
from shared.question import Asked
from shared.saving_steps import choose_steps


def saving_view(words: PageWords, asked: Asked, shop: ProgrammeShop) -> None:
    """Steps to type in, and what they come to."""
    st.subheader(words("A saving-up discount on your customers' own purchases"))
    _what_it_costs(words, asked, shop)


@st.fragment
def _what_it_costs(words: PageWords, asked: Asked, shop: ProgrammeShop) -> None:
    """Changing a step redraws this part of the page alone."""
    year = year_sales_of(*asked.shape_key)
    if not len(year.sales):
        st.info(words("Nobody bought anything in the last year, so there is nothing to give a discount on."))
        return
    st.caption(
        words(
            "The more somebody has bought within a year, the higher the discount. Type in from which sum on, and how much; an empty line is"
            " no step."
        )
    )
    steps = choose_steps(words, asked.workspace, shop.currency, sensible_tiers(year))
    if not steps:
        st.info(words("Type in at least one step: from which sum on, and the discount."))
        return
    try:
        found = saving_up(year, steps, shop.business.margin_share)
    except Refusal as refusal:
        st.warning(words.say(refusal.sentence, md))
        return
    st.markdown(cost_in_words(words, found, year.days, shop.currency))
    show_chart(words, "cost_bars", _bars(words, found, shop.currency), shop.currency, words("What the discount costs in both ways"))
    st.markdown(earned_in_words(words, found, shop.currency))
    if shop.is_margin_assumed:
        margin = words.percent(shop.business.margin_share)
        st.caption(words("The margin of {margin} is your assumption: what has to be bought more depends on it.", margin=margin))
    cell_table(words, _rows(words, found, shop.currency), "saving-up-discount")


def cost_in_words(words: PageWords, found: SavingUp, days: int, currency: str | None) -> str:
    """What it would have cost, as Markdown."""
    time = words.plural("{count} day", "{count} days", days)
    if not found.reached:
        return words("Nobody bought so much within the last {days}.", days=time)
    return words.plural(
        "On the last {days} it would have cost **{part}** if each discount is for the part above its step, and **{whole}** if the step"
        " reached holds for everything bought. {count} of {all} customers would have got it.",
        "On the last {days} it would have cost **{part}** if each discount is for the part above its step, and **{whole}** if the step"
        " reached holds for everything bought. {count} of {all} customers would have got it.",
        found.reached,
        all=found.customers,
        days=time,
        part=words.money(found.part.discount, currency),
        whole=words.money(found.whole.discount, currency),
    )


def earned_in_words(words: PageWords, found: SavingUp, currency: str | None) -> str:
    """What has to be bought more, and what those just below a step would bring, as a Markdown list."""
    if not found.reached:
        return ""
    lines = [
        words("All of it goes to people for what they bought anyway: to earn it, they have to buy more than they did."),
        words(
            "For the part above a step: {part}. For everything bought: {whole}.",
            part=_needed(words, found.part),
            whole=_needed(words, found.whole),
        ),
    ]
    if found.near:
        lines.append(
            words.plural(
                "{count} customer stands just below a step (lacks at most a tenth of it), {money} below in all.",
                "{count} customers stand just below a step (lack at most a tenth of it), {money} below in all.",
                found.near,
                money=words.money(found.lacking, currency),
            )
        )
        part, whole = found.part.stretched, found.whole.stretched
        if part is not None and whole is not None:
            lines.append(
                words(
                    "If all of them bought up to it, the margin on that less the discount it brings them would be {part} for the part above"
                    " a step, and {whole} for everything bought.",
                    part=_won(words, part, currency),
                    whole=_won(words, whole, currency),
                )
            )
    lines.append(
        words(
            "What to do: give it on the part above a step. It costs less and cannot be won by one small purchase at the end of the year;"
            " set the first step above what most buy anyway."
        )
    )
    return "- " + "\n- ".join(lines)


def _needed(words: PageWords, cost: Cost) -> str:
    if cost.needed_growth is None:
        return words("no growth can earn it")
    return words("they would have to buy {growth} more", growth=words.percent(cost.needed_growth))


def _won(words: PageWords, amount: float, currency: str | None) -> str:
    money = words.money(abs(amount), currency)
    return money if amount >= 0 else words("a loss of {money}", money=money)


def _bars(words: PageWords, found: SavingUp, currency: str | None) -> pd.DataFrame:
    rows = []
    for label, cost, kind in (
        (words("On everything bought"), found.whole, "acquisition"),
        (words("On the part above a step"), found.part, "retention"),
    ):
        of_sales = words.percent(cost.share_of_sales or 0.0)
        paid = words.plain.money(cost.discount, currency)
        written = words("{money} ({share} of sales)", money=paid, share=of_sales)
        rows.append((label, cost.discount, written, kind))
    return pd.DataFrame(rows, columns=["label", "amount", "amount_text", "kind"])


def _rows(words: PageWords, found: SavingUp, currency: str | None) -> list[dict[str, Cell]]:
    first = found.steps[0].start
    below = found.customers - found.reached
    rest = {
        words("Bought"): text(words("less than {money}", money=words.plain.money(first, currency))),
        words("Discount"): share(words, 0.0),
        words("Customers"): count(words, below),
        words("Their sales"): money(words, found.sales - found.reached_sales, currency),
        words("Discount on everything"): money(words, 0.0, currency),
        words("Discount on the part above"): money(words, 0.0, currency),
        words("Just below the next step"): count(words, found.steps[0].near),
    }
    rows = [rest]
    for step, after in zip(found.steps, (*found.steps[1:], None), strict=True):
        figures = (
            text(words("from {money}", money=words.plain.money(step.start, currency))),
            share(words, step.rate),
            count(words, step.customers),
            money(words, step.sales, currency),
            money(words, step.whole, currency),
            money(words, step.part, currency),
            count(words, after.near if after else None),
        )
        rows.append(dict(zip(rest, figures, strict=True)))
    return rows
