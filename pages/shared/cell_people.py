"""The people of one cell of the board: the first hundred as a table, everybody as a file for a CRM."""

from __future__ import annotations

import streamlit as st

from retention.answers.ask import ask
from retention.answers.cell_customers import cell_customers
from retention.answers.rung_board import BoardCell, RungBoard
from retention.report.cell_table import cell_table
from retention.sentence import N_
from retention.warehouse import find_workspace
from shared.cache import values_of
from shared.csv_download import csv_download
from shared.ladder_cache import MOST_SHOWN, cell_frame_of
from shared.language import PageWords
from shared.question import Asked


def cell_people(words: PageWords, asked: Asked, board: RungBoard, cell: BoardCell) -> None:
    """The cell's customers, those who should bring the most first; the file is made when somebody asks for it."""
    st.dataframe(cell_frame_of(*asked.key, cell.rung, cell.tier, words.language), hide_index=True, width="stretch")
    if cell.customers > MOST_SHOWN:
        st.caption(words("The first {shown} of {all}; the file holds everybody.", shown=MOST_SHOWN, all=cell.customers))
    file = f"customers-{cell.rung}-{cell.tier}.csv"
    csv_download(words, N_("These customers as a table (CSV)"), file, lambda: _file(words, asked, board, cell))


def _file(words: PageWords, asked: Asked, board: RungBoard, cell: BoardCell) -> bytes:
    with ask(find_workspace(asked.workspace), asked.question) as marts:
        people = cell_customers(marts, values_of(*asked.key), cell.rung, cell.tier)
    return cell_table(people, cell.most_worth_spending, words.plain, board.is_margin, board.currency)
