"""From cohorts to the frames their charts draw and the table to take away."""

from __future__ import annotations

import pandas as pd

from retention.answers.cohort_cells import Cell, Cohort
from retention.answers.cohorts import Age, Cohorts
from retention.locale import Words
from retention.sentence import N_
from shared.language import PageWords

SAID = {
    "bought": N_("{cohort}, month {age}: {count} of {people} bought ({share})"),
    "kept": N_("{cohort}, month {age}: {count} of {people} have not lapsed so far ({share})"),
}
ALL_AGES_UP_TO, THEN_EVERY, FAR, FAR_EVERY = 12, 3, 36, 12  # months: what the columns of the picture show of a long history
FEW_AGES = 18
SMALL_MONEY = 20  # below it whole units would hide the figure


def heat_frame(words: PageWords, found: Cohorts, measure: str) -> pd.DataFrame:
    """One row per cohort and shown age; the densest colour is the highest figure after the first month."""
    last = max((len(cohort.cells) for cohort in found.cohorts), default=0)
    later = [level_of(cell, measure) for cohort in found.cohorts for cell in cohort.cells if cell.age or measure == "money"]
    most = max([*later, 0.0]) or 1.0
    decimals = 1 if measure == "money" and most < SMALL_MONEY else 0
    rows = [
        {
            "place": place,
            "cohort_text": cohort_name(words, cohort.name),
            "customers_text": words.number(cohort.customers),
            "age": cell.age,
            "depth": min(max(level_of(cell, measure) / most, 0.0), 1.0),
            "cell_text": words.number(_level_in_unit(level_of(cell, measure), measure), decimals),
            "tooltip_text": _said(words, found, cohort, cell, measure),
            "is_complete": cell.is_complete,
        }
        for place, cohort in enumerate(found.cohorts)
        for cell in cohort.cells
        if last <= FEW_AGES + 1 or _is_shown(cell.age)
    ]
    return pd.DataFrame(rows)


def curves_frame(words: PageWords, found: Cohorts, measure: str) -> pd.DataFrame:
    """The whole months of every cohort, and of all together; "bought" begins a month after the first purchase, which everybody made."""
    first = 1 if measure == "bought" else 0
    rows = [
        {
            "kind": "cohort",
            "place": place,
            "age": cell.age,
            "level": _level_in_unit(level_of(cell, measure), measure),
            "tooltip_text": _said(words, found, cohort, cell, measure),
        }
        for place, cohort in enumerate(found.cohorts)
        for cell in cohort.cells
        if cell.is_complete and cell.age >= first
    ]
    known = [(age, level) for age in ages_together(found) if age.age >= first and (level := level_together(age, measure)) is not None]
    for age, level in known:
        together = words("All cohorts together")
        figure = words.plain.money(level, found.currency) if measure == "money" else words.percent(level)
        rows.append(
            {
                "kind": "all",
                "place": None,
                "age": age.age,
                "level": _level_in_unit(level, measure),
                "tooltip_text": words("{cohort}, month {age}: {figure}", cohort=together, age=age.age, figure=figure),
            }
        )
    return pd.DataFrame(rows).astype({"place": float}) if known else pd.DataFrame()


def ages_together(found: Cohorts) -> list[Age]:
    """All cohorts together at the ages that enough customers have reached."""
    return [age for age in found.ages if found.last_age is not None and age.age <= found.last_age]


def level_of(cell: Cell, measure: str) -> float:
    """A share (0 to 1), or money per customer so far."""
    if measure == "money":
        return cell.money_per_customer
    return (cell.bought if measure == "bought" else cell.kept) / cell.customers


def level_together(age: Age, measure: str) -> float | None:
    """The same of all cohorts together."""
    return {"bought": age.bought.share, "kept": age.kept, "money": age.money_per_customer}[measure]


def cohort_name(words: Words, name: str) -> str:
    """The period as it stands beside a row: the month in short."""
    year, _, part = name.partition("-")
    if not part or part.startswith("Q"):
        return words.period(name)
    time = words.vega_locale()["time"]
    return f"{time['shortMonths'][int(part) - 1]} {year}"


def cohorts_table(words: PageWords, found: Cohorts) -> tuple[list[str], list[list[object]]]:
    """Headers and rows of everything: a row per cohort and month of age, figures plain."""
    money = words("Margin per customer so far") if found.is_margin else words("Sales per customer so far")
    headers = [
        words("First purchase in"),
        words("New customers"),
        words("Months since the first purchase"),
        words("Customers seen that far"),
        words("Bought in that month"),
        words("Share that bought"),
        words("Have not lapsed so far"),
        words("Share that has not lapsed"),
        f"{money}, {found.currency}" if found.currency else money,
        words("Month is over"),
    ]
    rows: list[list[object]] = [
        [
            words.period(cohort.name),
            cohort.customers,
            cell.age,
            cell.customers,
            cell.bought,
            round(cell.bought / cell.customers, 4),
            cell.kept,
            round(cell.kept / cell.customers, 4),
            round(cell.money_per_customer, 2),
            words("yes") if cell.is_complete else words("no"),
        ]
        for cohort in found.cohorts
        for cell in cohort.cells
    ]
    return headers, rows


def _is_shown(age: int) -> bool:
    return age <= ALL_AGES_UP_TO or (age <= FAR and age % THEN_EVERY == 0) or age % FAR_EVERY == 0


def _level_in_unit(level: float, measure: str) -> float:
    return level if measure == "money" else 100 * level


def _said(words: PageWords, found: Cohorts, cohort: Cohort, cell: Cell, measure: str) -> str:
    name = words.period(cohort.name)
    if measure == "money":
        said = words.plural(
            "{cohort}, month {age}: {money} per customer so far ({count} customer)",
            "{cohort}, month {age}: {money} per customer so far ({count} customers)",
            cell.customers,
            cohort=name,
            age=cell.age,
            money=words.plain.money(cell.money_per_customer, found.currency),
        )
    else:
        count = cell.bought if measure == "bought" else cell.kept
        share = words.percent(level_of(cell, measure))
        said = words(SAID[measure], cohort=name, age=cell.age, count=count, people=cell.customers, share=share)
    return said if cell.is_complete else words("{figure}, not over yet", figure=said)
