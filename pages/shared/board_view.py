"""The board of rungs and profit tiers: whom to spend on and how much at most; one cell of it with its people, to take away."""

from __future__ import annotations

import streamlit as st

from retention.answers.board_strategies import BOARD_STRATEGIES, TIER_LABELS, TIER_VERBS
from retention.answers.rung_board import BoardCell, RungBoard
from retention.answers.strategies import STRATEGIES
from retention.metrics import (
    AT_RISK_CUSTOMERS,
    CUSTOMERS,
    MARGIN_PER_CUSTOMER,
    MOST_WORTH_SPENDING,
    PREDICTED_LIFETIME_VALUE,
    REVENUE_PER_CUSTOMER,
)
from retention.sentence import N_
from shared.board_frames import board_frame, cell_in_words
from shared.cards import cards, show_chart
from shared.cell_people import cell_people
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.question import Asked
from shared.share_words import unit_in_words
from shared.worth_words import worth_in_words


def board_view(words: PageWords, asked: Asked, board: RungBoard) -> None:
    """Where spending is worth most, the board, how to read it, and the cell that was picked."""
    st.subheader(words("Whom to spend on, and how much at most"))
    st.markdown(_most_in_words(words, board))
    show_chart(words, "rung_board", board_frame(words, board), board.currency, words("Rungs by profit tier, with the most worth spending"))
    _how_to_read(words, board)
    _picked(words, asked, board)


def _most_in_words(words: PageWords, board: RungBoard) -> str:
    told = [(cell.most_worth_spending, cell) for cell in board.cells if cell.most_worth_spending is not None]
    if not told:
        return words("Too few have bought to tell how much is worth spending on whom; the board shows who stands where.")
    most, cell = max(told, key=lambda one: one[0])
    said = {"cell": cell_in_words(words, cell.rung, cell.tier), "money": words.money(most, board.currency)}
    said["people"] = words.plural("{count} customer", "{count} customers", cell.customers)
    match cell.aim:
        case "climb":
            return words("Most is worth spending to lift **{cell}** a rung higher: at most {money} on each of {people}.", **said)
        case "come_back":
            return words("Most is worth spending to win back **{cell}**: at most {money} on each of {people}.", **said)
    return words("Most is worth spending to keep **{cell}** from leaving: at most {money} on each of {people}.", **said)


def _how_to_read(words: PageWords, board: RungBoard) -> None:
    months = words.plural("{count} month", "{count} months", board.horizon_months)
    if any(cell.predicted is not None for cell in board.cells):
        read = words(
            "In each cell: how many customers, what one of them is expected to bring within {months}, and the most worth spending on one of"
            " them; the deeper the colour, the more. — means too few to tell.",
            months=months,
        )
    else:
        read = words("In each cell: how many customers, and what one of them has brought so far on average. — means too few to tell.")
    st.caption(f"{read} {unit_in_words(words, board.is_margin)}")
    tiers = {tier.tier: tier for tier in board.tiers}
    thirds = words("Profitable, middling and least profitable are thirds of all customers by what they have brought so far.")
    if len(tiers) == len(TIER_LABELS):
        thirds = words(
            "Profitable, middling and least profitable are thirds of all customers by what they have brought so far: the first third"
            " {best} or more, the last third {lowest} or less.",
            best=words.money(tiers["best"].lowest, board.currency),
            lowest=words.money(tiers["lowest"].highest, board.currency),
        )
    if board.brought_nothing:
        thirds += " " + words.plural(
            "{count} customer has brought nothing or a loss.", "{count} customers have brought nothing or a loss.", board.brought_nothing
        )
    st.caption(thirds)
    if any(cell.most_worth_spending is not None for cell in board.cells):
        st.caption(
            words(
                "The most worth spending is for lifting a customer one rung; on the highest rung it is for holding them, for the lapsed"
                " for winning them back. It is a ceiling, not advice to spend it: whoever would climb anyway gets there for nothing, and no"
                " effort moves everybody it is meant to move. Begin far below it and measure."
            )
        )


def _picked(words: PageWords, asked: Asked, board: RungBoard) -> None:
    st.subheader(words("One cell of the board"))
    rungs = [rung.rung for rung in board.rungs]
    rung = link_choice(words, N_("Rung of the ladder"), {name: STRATEGIES[name].label for name in rungs}, rungs, "board_rung")
    tiers = [tier for tier in TIER_LABELS if board.cell(rung, tier)]
    tier = link_choice(words, N_("Profit tier"), TIER_LABELS, tiers, "board_tier")
    cell = board.cell(rung, tier)
    if cell is None:
        return
    strategy = BOARD_STRATEGIES[rung, tier]
    with st.container(border=True):
        st.markdown(f"**{cell_in_words(words, rung, tier)}** · {words(STRATEGIES[rung].verb)} · {words(TIER_VERBS[tier])}")
        st.caption(words(strategy.who))
        st.markdown(words(strategy.advice))
    _figures(words, board, cell)
    st.markdown(worth_in_words(words, board, cell))
    cell_people(words, asked, board, cell)


def _figures(words: PageWords, board: RungBoard, cell: BoardCell) -> None:
    each = MARGIN_PER_CUSTOMER if board.is_margin else REVENUE_PER_CUSTOMER
    figures = [(CUSTOMERS, cell.customers), (AT_RISK_CUSTOMERS, cell.at_risk), (each, cell.brought)]
    figures += [(PREDICTED_LIFETIME_VALUE, cell.predicted), (MOST_WORTH_SPENDING, cell.most_worth_spending)]
    cards(words, [(metric, value) for metric, value in figures if value is not None], board.currency)
