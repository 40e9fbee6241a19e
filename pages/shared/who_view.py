"""Who gets a programme: what each group would be paid and for what, the people by name, and the saving-up discount."""

from __future__ import annotations

import streamlit as st

from retention.answers.ask import ask
from retention.answers.programme_reach import ProgrammeReach
from retention.answers.reach_customers import Which, is_listed, reach_customers
from retention.answers.reach_groups import REACTIONS
from retention.programmes import by_name
from retention.report.reach_table import reach_table
from retention.sentence import N_
from retention.warehouse import find_workspace
from shared.asked_scenario import asked_scenario, unfold_link
from shared.cache import fits_of, values_of
from shared.cards import show_chart
from shared.cell_table import cell_table
from shared.csv_download import csv_download
from shared.ladder_cache import MOST_SHOWN, board_of
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.no_customers import no_customers
from shared.programme_cache import programme_reach_of
from shared.programme_shop import ProgrammeShop
from shared.question import Asked
from shared.saving_view import saving_view
from shared.who_frames import customers_frame, kind_of, reach_frame, reach_rows
from shared.who_words import advice_in_words, paid_in_words, read_in_words, set_in_words, time_in_words

REACTION_LABELS = {"alike": N_("Everybody alike"), "lighter": N_("Lighter buyers more")}
WHICH_LABELS: dict[Which, str] = {
    "all": N_("Everybody it is offered to"),
    "sensible": N_("Groups where it makes sense"),
    "for_nothing": N_("Groups it pays for nothing"),
}


def who_view(words: PageWords, asked: Asked, shop: ProgrammeShop) -> None:
    """The programme of the what-if, group by group and customer by customer."""
    if not fits_of(*asked.shape_key).customers:
        no_customers(words)
        return
    unfold_link()
    scenario = asked_scenario().fitted(shop.business)
    reaction = link_choice(words, N_("Who reacts to it"), REACTION_LABELS, list(REACTIONS), "who_reacts")
    with st.spinner(words("Looking at who gets it…")):
        reach = programme_reach_of(*asked.key, shop.business, scenario, reaction)
    programme = words(by_name(scenario.programme).label)
    st.subheader(words("{programme}: who gets it, and what for", programme=programme))
    settings, view = set_in_words(words, scenario), words("Try one")
    st.caption(words("{settings}. It is set in the view “{view}”.", settings=settings, view=view))
    if reaction == "lighter":
        st.caption(
            words(
                "Assumption: the profitable third does not react, the middling third as set, the least profitable third 1.6 times as much."
                " In one study heavy buyers claimed most rewards and bought as before, lighter ones bought more (Liu, 2007); the sizes are"
                " ours."
            )
        )
    if reach.cells:
        _groups(words, asked, shop, reach)
        show_people(words, asked, reach)
    else:
        st.info(words("Nobody would take part: offer it to a rung where customers stand."))
    saving_view(words, asked, shop)


def _groups(words: PageWords, asked: Asked, shop: ProgrammeShop, reach: ProgrammeReach) -> None:
    board = board_of(*asked.key)
    st.markdown(paid_in_words(words, reach))
    if shop.is_margin_assumed:
        margin = words.percent(reach.margin_share)
        st.caption(words("The margin of {margin} is your assumption: what each group brings rises and falls with it.", margin=margin))
    show_chart(words, "programme_board", reach_frame(words, board, reach), reach.currency, words("The programme by rung and profit tier"))
    st.caption(read_in_words(words, board, reach))
    st.markdown(advice_in_words(words, reach))
    with st.expander(words("All figures, group by group")):
        st.caption(
            words(
                "Per participant, within {time}. “Brings” is the margin on what they buy more, and what customers kept or won by it bring"
                " later; it lies between “at least” and “at most” in 90 of 100 futures, in which every assumption is drawn from its range."
                " The cost of the whole programme belongs to no group.",
                time=time_in_words(words, reach),
            )
        )
        cell_table(words, reach_rows(words, reach), "programme-groups")


def show_people(words: PageWords, asked: Asked, reach: ProgrammeReach) -> None:
    """The customers by name, the largest reward first."""
    st.subheader(words("By name"))
    kinds = {kind_of(cell) for cell in reach.cells}
    offered: list[Which] = ["all", *(which for which in WHICH_LABELS if which in kinds and len(kinds) > 1)]
    which = link_choice(words, N_("Which customers"), WHICH_LABELS, offered, "who_list") if len(offered) > 1 else "all"
    with ask(find_workspace(asked.workspace), asked.question) as marts:
        people = reach_customers(marts, values_of(*asked.key), reach, which, MOST_SHOWN)
    st.dataframe(customers_frame(words, reach, people), hide_index=True, width="stretch", key="who_people")
    listed = sum(cell.customers for cell in reach.cells if is_listed(cell, which))
    if listed > MOST_SHOWN:
        st.caption(words("The first {shown} of {all}; the file holds everybody.", shown=MOST_SHOWN, all=listed))
    st.caption(words("The reward is what each would get who takes part; who will is not known."))
    csv_download(words, N_("These customers as a table (CSV)"), f"programme-{which}.csv", lambda: _file(words, asked, reach, which))


def _file(words: PageWords, asked: Asked, reach: ProgrammeReach, which: Which) -> bytes:
    with ask(find_workspace(asked.workspace), asked.question) as marts:
        people = reach_customers(marts, values_of(*asked.key), reach, which)
    return reach_table(people, words.plain, reach.currency)
