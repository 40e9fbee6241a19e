"""From the scoreboard to the frames its charts draw."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from retention.answers.backtest import Backtest
from retention.answers.forecaster_names import FORECASTERS
from shared.language import PageWords


def weeks_frame(words: PageWords, board: Backtest) -> pd.DataFrame:
    """Purchases counted up from the cut day: what came, the winner's forecast, the others'."""
    lines = [(words("What came"), "actual", board.weekly_actual)]
    for score in board.scores:
        kind = "winner" if score.name == board.winner else "other"
        lines.append((words(FORECASTERS[score.name]), kind, score.weekly))
    rows = []
    for label, kind, weekly in lines:
        for week, purchases in enumerate((0, *weekly)):
            begins = words("The forecasts knew only what came before") if kind == "actual" and not week else ""
            rows.append((board.cut_day + timedelta(weeks=week), float(purchases), kind, label, begins))
    frame = pd.DataFrame(rows, columns=["day", "purchases", "kind", "label", "cut_label"])
    return frame.assign(day=pd.to_datetime(frame["day"]))


def deciles_frame(words: PageWords, board: Backtest) -> pd.DataFrame:
    """The winner's tenths of customers, those expected to buy most first."""
    rows = []
    for tenth, part in enumerate(reversed(board.score(board.winner).deciles), start=1):
        said = words(
            "{customers} customers, on average {expected} purchases expected and {actual} made",
            customers=words.number(part.customers),
            expected=words.number(part.mean_expected, 2),
            actual=words.number(part.mean_actual, 2),
        )
        rows.append((tenth, part.mean_expected, "expected", said))
        rows.append((tenth, part.mean_actual, "actual", said))
    return pd.DataFrame(rows, columns=["tenth", "purchases", "kind", "tooltip_text"])
