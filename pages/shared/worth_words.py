"""How the most worth spending on somebody comes about, in words: the value of a move, the chance of it, and the two multiplied."""

from __future__ import annotations

from retention.answers.board_worth import FEWEST_SEEN
from retention.answers.rung_board import BoardCell, RungBoard
from shared.language import PageWords


def worth_in_words(words: PageWords, board: RungBoard, cell: BoardCell) -> str:
    """Three sentences as Markdown, or why nothing can be said."""
    if cell.lacking == "no_forecast":
        return words("Fewer than 100 customers have bought: too few to tell what those of one rung will bring, so no sum is named here.")
    is_forecast = cell.aim == "come_back" and cell.chance is not None
    lines = [_forecast_in_words(words, board, cell) if is_forecast else _chance_in_words(words, board, cell)]
    if cell.lacking == "few_seen":
        lines.append(words("Fewer than {needed}: too few to tell a chance from, so no sum is named here.", needed=FEWEST_SEEN))
    if cell.lacking is None and cell.gain is not None and cell.chance is not None and cell.most_worth_spending is not None:
        lines.insert(0, _gain_in_words(words, board, cell))
        if not is_forecast:
            lines.append(
                words(
                    "Few people can mislead, so both figures are drawn towards those of the whole rung; the chance becomes {chance}.",
                    chance=words.percent(cell.chance),
                )
            )
            if round(board.past_months) < board.horizon_months:
                lines.append(words("The chance is of a shorter time than the months ahead, so the sum is on the low side."))
        lines.append(
            words(
                "Most worth spending on each: {gain} × {chance} = **{worth}**.",
                chance=words.percent(cell.chance),
                gain=words.money(cell.gain, board.currency),
                worth=words.money(cell.most_worth_spending, board.currency),
            )
        )
    return "- " + "\n- ".join(lines)


def _time_looked_back(words: PageWords, board: RungBoard) -> str:
    """The months ahead as far back, or half of the history, in days, where that is shorter."""
    if round(board.past_months) == board.horizon_months:
        return words.plural("{count} month", "{count} months", board.horizon_months)
    days = words.plural("{count} day", "{count} days", (board.as_of - board.past_day).days)
    return words("{days} (half of the history)", days=days)


def _gain_in_words(words: PageWords, board: RungBoard, cell: BoardCell) -> str:
    aim, gain = cell.aim_value or 0.0, cell.gain or 0.0
    people = words.plural("seen on {count} customer", "seen on {count} customers", cell.aim_people)
    said = {"months": words.plural("{count} month", "{count} months", board.horizon_months), "people": people}
    said |= {"aim": words.money(aim, board.currency), "gain": words.money(gain, board.currency)}
    if cell.aim == "come_back":
        return words(
            "If one of them does come back, the forecast expects {aim} within {months} on average: {gain} more than one of them brings"
            " now.",
            **said,
        )
    if cell.aim == "climb":
        if not gain:
            return words("Whoever climbs from here brings {aim} within {months} on average ({people}): nothing is gained.", **said)
        return words(
            "Whoever climbs from here is expected to bring {aim} within {months} on average ({people}): {gain} more than here.",
            **said,
        )
    if not gain:
        return words("Whoever falls silent here still brings {aim} within {months} on average ({people}): nothing is lost.", **said)
    return words(
        "There is no higher rung: spending can only hold them. Whoever has lapsed from here, back or not, is expected to bring {aim} within"
        " {months} on average ({people}): {gain} less than here.",
        **said,
    )


def _forecast_in_words(words: PageWords, board: RungBoard, cell: BoardCell) -> str:
    return words(
        "The longer the silence, the rarer the return: by the forecast, one of them buys again within {months} with a chance of {chance}.",
        months=words.plural("{count} month", "{count} months", board.horizon_months),
        chance=words.percent(cell.chance or 0.0),
    )


def _chance_in_words(words: PageWords, board: RungBoard, cell: BoardCell) -> str:
    moved, time = cell.moved, _time_looked_back(words, board)
    seen = words.plural(
        "On {day}, {time} earlier, {count} customer stood here.",
        "On {day}, {time} earlier, {count} customers stood here.",
        moved.of,
        day=board.past_day,
        time=time,
    )
    if moved.share is None or moved.low is None or moved.high is None:
        return seen
    counts = {
        "climb": words.plural(
            "{count} of them has stood on a higher rung since", "{count} of them have stood on a higher rung since", moved.count
        ),
        "come_back": words.plural("{count} of them has bought again since", "{count} of them have bought again since", moved.count),
        "hold": words.plural("{count} of them has lapsed since", "{count} of them have lapsed since", moved.count),
    }
    return (
        seen
        + " "
        + words(
            "{moved}: {share}, in truth between {low} and {high} (95 times in 100).",
            moved=counts[cell.aim],
            share=words.percent(moved.share),
            low=words.percent(moved.low),
            high=words.percent(moved.high),
        )
    )
