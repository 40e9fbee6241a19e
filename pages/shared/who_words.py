"""Who gets a programme, in words: how much goes to people who would buy anyway, and what to do about it."""

from __future__ import annotations

from retention.answers.programme_reach import ProgrammeReach, ReachCell
from retention.answers.rung_board import RungBoard
from retention.programmes import by_name
from retention.programmes.scenario import Scenario
from shared.board_frames import cell_in_words
from shared.language import PageWords
from shared.try_settings import figure_in_words, is_decision
from shared.who_frames import is_as_forecast

MOST_NAMED = 3  # groups in one sentence
SUREST = 0.99


def set_in_words(words: PageWords, scenario: Scenario) -> str:
    """What the owner has decided and what the result hangs on, as set: "Cashback, share of the sum paid: 5%"."""
    programme, used = by_name(scenario.programme), dict(scenario.values)
    differing = {name.partition(".")[0] for name in used if "." in name}
    told = []
    for assumption in programme.assumptions:
        if is_decision(assumption) or assumption.name == programme.lever:
            label, value = words(assumption.label), figure_in_words(words, assumption, used.get(assumption.name, assumption.likely))
            if assumption.name in differing:
                told.append(words("{label}: {value} (differs by rung)", label=label, value=value))
            else:
                told.append(words("{label}: {value}", label=label, value=value))
    return "; ".join(told)


def time_in_words(words: PageWords, reach: ProgrammeReach) -> str:
    return words.plural("{count} month", "{count} months", reach.months)


def paid_in_words(words: PageWords, reach: ProgrammeReach) -> str:
    """How many would be paid for what they buy anyway, as Markdown."""
    nothing, everybody = reach.for_nothing, words.number(round(reach.participants))
    time, paid = time_in_words(words, reach), words.money(reach.paid_anyway, reach.currency)
    if not nothing:
        return words(
            "**In no group would it pay more for what comes anyway than it brings.** Of the {all} participants' reward within {time},"
            " {paid} is for what they would buy anyway.",
            all=everybody,
            time=time,
            paid=paid,
        )
    people = round(sum(cell.participants for cell in nothing))
    money = words.money(sum(cell.participants * cell.anyway for cell in nothing), reach.currency)
    brought = words.money(sum(cell.participants * cell.brings for cell in nothing), reach.currency)
    said = words.plural(
        "**{count} of {all} participants would get {money} within {time} for what they would buy anyway,** and bring {brought}"
        " in margin, the two years after counted.",
        "**{count} of {all} participants would get {money} within {time} for what they would buy anyway,** and bring {brought}"
        " in margin, the two years after counted.",
        people,
        all=everybody,
        money=money,
        time=time,
        brought=brought,
    )
    # never "in all": they are drawn, and there are only so many of them
    surely = words.percent(min(SUREST, *(cell.chance_for_nothing for cell in nothing)), 0)
    return f"{said} " + words(
        "So it is with the assumptions as set; drawn from their ranges, in at least {share} of the futures for each of these groups.",
        share=surely,
    )


def advice_in_words(words: PageWords, reach: ProgrammeReach) -> str:
    """What to do, as a Markdown list."""
    pays = sorted((cell for cell in reach.cells if cell.is_sensible), key=lambda cell: -_won(cell))
    lines = []
    if pays:
        best = words.money(_won(pays[0]), reach.currency)
        lines.append(words("Begin with **{cells}**: it brings {money} more than it costs.", cells=_named(words, pays[:1]), money=best))
    nothing = sorted(reach.for_nothing, key=lambda cell: -cell.participants * cell.anyway)
    if nothing and pays:
        saved = words.money(-sum(_won(cell) for cell in nothing), reach.currency)
        lines.append(words("Leave out **{cells}**: that saves {money}.", cells=_named(words, nothing), money=saved))
    if not pays:
        bought = sum(cell.participants * cell.sales for cell in reach.cells)
        most = sum(cell.participants * cell.sensible for cell in reach.cells)
        lines.append(_smaller(words, most / bought if bought > 0 else 0.0))
    if pays:
        lines.append(
            words(
                "Offer it by the list below instead of to everybody, and leave out a part of the list by chance: only those show what would"
                " have happened anyway."
            )
        )
    else:
        lines.append(
            words(
                "To try it all the same, give it to a part of the list below, drawn by chance: only the others show what would have"
                " happened anyway."
            )
        )
    return "- " + "\n- ".join(lines)


def read_in_words(words: PageWords, board: RungBoard, reach: ProgrammeReach) -> str:
    """How to read the board, as Markdown."""
    lines = [
        words(
            "In each cell: how many customers, what one who takes part would get within {time}, and the most that makes sense: the margin"
            " on what they buy more, and on what customers it keeps or wins buy in the two years after, less costs per participant. Money"
            " is per participant.",
            time=time_in_words(words, reach),
        ),
        words("Counted here are today's customers. Whoever comes later for the first time is counted in the what-if alone."),
    ]
    if any(cell.is_capped for cell in reach.cells):
        months = words.plural("{count} month", "{count} months", board.horizon_months)
        lines.append(
            words(
                "It is never more than the most worth spending on one of them by the board of the ladder: what lifting, holding or winning"
                " back such a customer brings within {months}.",
                months=months,
            )
        )
    both = reach.sales_and_forecast
    if both and is_as_forecast(reach):
        sales = words.money(both[0], reach.currency)
        lines.append(
            words("Those it is offered to buy for {sales} without it: so the forecast expects, customer by customer.", sales=sales)
        )
    elif both:
        sales, forecast = (words.money(amount, reach.currency) for amount in both)
        lines.append(
            words(
                "A rung buys as in the what-if, and its customers share that out by what the forecast expects each of them to buy. So those"
                " it is offered to buy for {sales} without it; the forecast customer by customer expects {forecast}. If that is right,"
                " rewards and what they bring are off by as much.",
                sales=sales,
                forecast=forecast,
            )
        )
    else:
        lines.append(
            words(
                "Too few have bought for a forecast customer by customer: a rung buys as in the what-if, and its customers share that out"
                " by what each bought in the window."
            )
        )
    return "\n\n".join(lines)


def _smaller(words: PageWords, share: float) -> str:
    """That a smaller reward would pay, or that none does."""
    if round(share, 3) <= 0:
        return words("As it is set the reward is more than makes sense in every group, and no smaller one would pay either.")
    return words(
        "As it is set the reward is more than makes sense in every group. If they react to less as they do to this, at most {share} of what"
        " they buy would make sense, or the bold figure on each person of a group.",
        share=words.percent(share),
    )


def _won(cell: ReachCell) -> float:
    return cell.participants * (cell.brings - cell.must_bring)


def _named(words: PageWords, cells: list[ReachCell]) -> str:
    named = [cell_in_words(words, cell.rung, cell.tier) for cell in cells[:MOST_NAMED]]
    more = len(cells) - len(named)
    if more:
        named.append(words.plural("{count} group more", "{count} groups more", more))
    return ", ".join(named)
