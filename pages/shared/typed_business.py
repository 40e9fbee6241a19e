"""A business in a few figures typed in, so that a programme can be tried without any upload; all of it stands in the link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from retention.programmes.business import Business
from retention.sentence import N_
from shared.carried import IN_LINK
from shared.language import PageWords
from shared.programme_shop import ProgrammeShop


@dataclass(frozen=True)
class Field:
    """One figure: what it is called and means (English source), what may be typed in, and what it says while empty: an example or word."""

    label: str
    meaning: str
    empty: int | str
    lowest: float = 0.0
    highest: float = 1e9
    step: float = 1.0
    written: str = "%.2f"


FIELDS = {
    "customers": Field(
        N_("Customers who buy from you, people"),
        N_("Everybody who bought in the last year. A rough figure will do."),
        1000,
        lowest=1.0,
        written="%.0f",
    ),
    "pace": Field(
        N_("Purchases of one customer in a year"),
        N_("All receipts of a year divided by the customers: 12 means once a month."),
        12,
        highest=1000.0,
    ),
    "check": Field(
        N_("Average check, in your currency"),
        N_("What one purchase comes to on average: the sales of a year divided by the receipts."),
        1500,
        step=100.0,
    ),
    "margin": Field(
        N_("Margin on sales, %"),
        N_("What is left of a sale after the goods: if goods for 60 sell for 100, it is 40 %."),
        40,
        lowest=1.0,
        highest=99.0,
        written="%.1f",
    ),
    "staying": Field(
        N_("Customers who still buy a year later, %"),
        N_("Of 100 who buy now, how many will in a year. Left empty, nobody leaves, and there is nobody to keep."),
        N_("all of them"),
        highest=100.0,
        written="%.1f",
    ),
    "new": Field(
        N_("New customers in a month, people"),
        N_("People who buy for the first time. Left empty, only today's customers are looked at."),
        N_("nobody"),
    ),
}


def typed_shop(words: PageWords) -> ProgrammeShop | None:
    """The shop typed in; None, and a sentence that says so, for as long as one of the four figures is lacking that nothing goes without."""
    with st.container(border=True):
        st.caption(words("Four figures are enough; the other two may stay empty. The shop in the sidebar plays no part here."))
        with st.grid(min_column_width=230):
            typed = {name: _type_in(words, f"typed_{name}", field) for name, field in FIELDS.items()}
    customers, pace, check, margin, staying, new = typed.values()
    if customers is None or pace is None or check is None or margin is None:
        st.info(words("Type in how many customers you have, how often they buy, the average check and the margin to try a programme."))
        return None
    stays = 1.0 if staying is None else staying / 100
    business = Business.of(customers, pace, check, margin / 100, stays, new or 0.0)
    return ProgrammeShop(business, currency=None, base=None, is_margin_assumed=False)


def _type_in(words: PageWords, key: str, field: Field) -> float | None:
    # never a field of whole numbers: a link with hundreds of digits for one of those is an error of Streamlit's own
    return st.number_input(
        words(field.label),
        field.lowest,
        field.highest,
        value=None,
        step=field.step,
        format=field.written,
        key=key,
        help=words(field.meaning),
        placeholder=words(field.empty) if isinstance(field.empty, str) else words("for example {number}", number=field.empty),
        **IN_LINK,
    )
