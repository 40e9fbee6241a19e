"""From a plan of the budget to the frames and tables of its view."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from retention.answers.budget_plan import BudgetPlan, Outcome
from retention.answers.budget_worlds import Case
from retention.locale import Words
from retention.report.csv_table import csv_table
from retention.sentence import N_
from shared.language import PageWords

CASES: dict[Case, str] = {
    "middle": N_("As drawn: ceilings halfway between your bounds"),
    "both_low": N_("Both ceilings at their low bound"),
    "keep_high": N_("Few more can be won, many more kept"),
    "win_high": N_("Many more can be won, few more kept"),
    "both_high": N_("Both ceilings at their high bound"),
    "shared_winning": N_("As drawn, but all that was spent on both was for winning"),
    "shared_keeping": N_("As drawn, but all that was spent on both was for keeping"),
    "half_stay_anyway": N_("As drawn, but half of the kept would have stayed anyway"),
    "most_stay_anyway": N_("As drawn, but nine in ten of the kept would have stayed anyway"),
}
HALF_A_POINT = 0.005


def split_frame(words: PageWords, plan: BudgetPlan, today: float, currency: str | None) -> pd.DataFrame:
    """The curve with its band, and the lines for today, the choice (where it is another) and the best."""
    plain = words.plain
    rows: list[tuple[object, ...]] = [
        (
            "curve",
            point.share,
            point.net,
            point.low,
            point.high,
            "",
            words(
                "{share} for winning: {net} left ({low} to {high})",
                share=plain.percent(point.share, 0),
                net=plain.money(point.net, currency, 0),
                low=plain.number(point.low),
                high=plain.number(point.high),
            ),
        )
        for point in plan.points
    ]
    told = [(words("Today: {share} for winning", share=plain.percent(today, 0)), today)]
    if abs(plan.chosen.share - today) > HALF_A_POINT:
        told.append((words("Your choice: {share} for winning", share=plain.percent(plan.chosen.share, 0)), plan.chosen.share))
    told.append((words("Most is left: {share} for winning", share=plain.percent(plan.best.share, 0)), plan.best.share))
    rows += [("told", share, None, None, None, label, "") for label, share in told]
    frame = pd.DataFrame(rows, columns=["kind", "share", "net", "low", "high", "label", "tooltip_text"])
    return frame.astype({"net": "float64", "low": "float64", "high": "float64"})


def next_frame(words: PageWords, win: tuple[float, float], keep: tuple[float, float], currency: str | None) -> pd.DataFrame:
    """Average cost and the next one's, of winning and of keeping."""
    sides = (("acquisition", words("To win one more customer"), win), ("retention", words("To keep one more customer"), keep))
    return pd.DataFrame(
        [
            {
                "label": label,
                "place": place,
                "kind": kind,
                "average": average,
                "next": one_more,
                "average_text": words("on average {money}", money=words.plain.money(average, currency)),
                "next_text": words.plain.money(one_more, currency),
            }
            for place, (kind, label, (average, one_more)) in enumerate(sides, start=1)
        ]
    )


def outcomes_table(words: PageWords, plan: BudgetPlan, currency: str | None) -> pd.DataFrame:
    """The chosen parting, the best one and the cheapest that brings as much, in words: a column each, as that fits a phone."""
    outcomes = {
        words("Your choice"): plan.chosen,
        words("The same money, parted best"): plan.best,
        words("As much for the least money"): plan.cheapest,
    }
    told: dict[str, Callable[[Outcome], str]] = {
        words("Spent"): lambda one: words.money(one.cost, currency),
        words("Of it for winning"): lambda one: words.percent(one.share, 0),
        words("Customers won"): lambda one: words.number(one.won),
        words("Customers kept"): lambda one: words.number(one.kept),
        words("Margin they bring"): lambda one: words.money(one.brings, currency),
        words("Left after the spending"): lambda one: words.money(one.net, currency),
    }
    rows = [{" ": title, **{name: say(one) for name, one in outcomes.items()}} for title, say in told.items()]
    return pd.DataFrame(rows).set_index(" ")


def cases_table(words: PageWords, plan: BudgetPlan, currency: str | None) -> pd.DataFrame:
    """What each set of assumptions says, in words."""
    return pd.DataFrame(
        [
            {
                words("If …"): _case_in_words(words, plan, case.case),
                words("Best part for winning"): words.percent(case.best_share, 0),
                words("The same budget would bring more by"): words.money(case.gain, currency),
                words("Free for something else"): words.money(case.freed, currency),
            }
            for case in plan.cases
        ]
    )


def cases_csv(words: Words, plan: BudgetPlan, currency: str | None) -> bytes:
    """The same with plain numbers, for a spreadsheet."""
    unit = words.currency(currency)
    money = [words("The same budget would bring more by"), words("Free for something else")]
    headers = [words("If …"), words("Best part for winning, %"), *(f"{title}, {unit}" if unit else title for title in money)]
    rows = [
        [_case_in_words(words, plan, case.case), round(100 * case.best_share, 1), round(case.gain, 2), round(case.freed, 2)]
        for case in plan.cases
    ]
    return csv_table(headers, rows)


def _case_in_words(words: Words, plan: BudgetPlan, case: Case) -> str:
    is_guessed = any(one.case == "both_low" for one in plan.cases)
    return words("As drawn") if case == "middle" and not is_guessed else words(CASES[case])
