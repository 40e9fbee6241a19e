"""What the ladder says of a public file and of a sample shop adds up, whichever answer says it; on random shops too."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from retention.answers.ask import ask
from retention.answers.cohorts import Cohorts, cohorts
from retention.answers.customer_values import CustomerValues, customer_values
from retention.answers.fits import fits
from retention.answers.interests import Interests, interests
from retention.answers.ladder import Ladder, ladder
from retention.answers.ladder_history import LadderHistory, ladder_history
from retention.answers.movement import moves
from retention.answers.new_products import NewProducts, new_products
from retention.answers.people import people
from retention.answers.reach import Reach, reach
from retention.answers.rung_board import RungBoard, rung_board
from retention.answers.rung_worth import RungWorth, rung_worth
from retention.answers.sample_shop import open_sample
from retention.answers.significance import Significance, significance
from retention.answers.spiral import Spiral, spiral
from retention.answers.stability import StabilityOfRung, stability_by_rung
from retention.answers.threshold_evidence import ThresholdEvidence, threshold_evidence
from retention.answers.value import value
from retention.ingest import read
from retention.question import Question
from retention.warehouse import Marts, Workspace, open_workspace
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES
from tests.drawn_shop import DAYS, FIRST_DAY, Line, Shop, fill, shops

QUICK = (Phase.explicit, Phase.generate)  # all answers at once are slow: a shop that fails is shown as it was drawn
CDNOW_CUSTOMERS, CDNOW_SALES = 23_570, 2_500_315.63


@dataclass(frozen=True)
class Said:
    """Everything that is said about the ladder of one shop."""

    values: CustomerValues
    ladder: Ladder
    history: LadderHistory
    board: RungBoard
    worth: RungWorth
    spiral: Spiral
    cohorts: Cohorts
    interests: Interests
    reach: Reach
    significance: Significance
    stability: tuple[StabilityOfRung, ...]
    new_products: NewProducts
    evidence: ThresholdEvidence


def said_of(marts: Marts) -> Said:
    values = customer_values(marts, fits(marts))
    return Said(
        values,
        ladder(marts),
        ladder_history(marts),
        rung_board(marts, values),
        rung_worth(marts, values),
        spiral(marts),
        cohorts(marts),
        interests(marts),
        reach(marts),
        significance(marts, people(marts)),
        stability_by_rung(marts),
        new_products(marts),
        threshold_evidence(marts),
    )


def check_sums(said: Said) -> None:
    """Everybody is counted once and every penny once, by rung, cell, month, cohort, turn and class."""
    everybody, money = len(said.values.rung), float(said.values.historic.sum())
    on_rung = {rung.name: rung.customers for rung in said.ladder.rungs if rung.name in map(NAMES.get, CUSTOMER_RUNGS)}
    assert sum(on_rung.values()) == said.ladder.customers == everybody
    assert {rung.rung: rung.customers for rung in said.worth.rungs} == on_rung
    assert {rung.rung: rung.customers for rung in said.board.rungs} == {name: people for name, people in on_rung.items() if people}
    assert sum(cell.customers for cell in said.board.cells) == sum(tier.customers for tier in said.board.tiers) == everybody
    assert sum(cell.customers * cell.brought for cell in said.board.cells) == pytest.approx(money)
    last = said.history.months[-1]
    assert {name: getattr(last, f"on_{name}") for name in on_rung} == on_rung
    assert sum(month.new for month in said.history.months) == everybody
    assert sum(cohort.customers for cohort in said.cohorts.cohorts) == everybody
    assert sum(cell.money for cohort in said.cohorts.cohorts for cell in cohort.cells) == pytest.approx(money)
    for cohort in said.cohorts.cohorts:
        assert all(0 <= cell.kept <= cell.customers <= cohort.customers >= cell.bought >= 0 for cell in cohort.cells)
    assert said.spiral.customers == everybody
    assert sum(turn.total for turn in said.spiral.turns) == pytest.approx(money)
    assert sum(kind.customers for kind in said.significance.classes) == everybody
    assert sum(kind.money for kind in said.significance.classes) == pytest.approx(money) == pytest.approx(said.significance.money)
    assert list(not_numbers(said)) == []


def not_numbers(said: object, path: str = "") -> Iterator[str]:
    """Where a figure is said that is none; arrays with an entry per customer mark what is not known so."""
    if isinstance(said, float) and not math.isfinite(said):
        yield path
    elif is_dataclass(said) and not isinstance(said, CustomerValues):
        for field in fields(said):
            yield from not_numbers(getattr(said, field.name), f"{path}.{field.name}")
    elif isinstance(said, tuple):
        for place, one in enumerate(said):
            yield from not_numbers(one, f"{path}[{place}]")


@pytest.fixture(scope="module")
def cdnow(real_data, tmp_path_factory) -> Iterator[Workspace]:
    workspace = open_workspace(tmp_path_factory.mktemp("cdnow") / "cdnow.duckdb")
    with read(sorted((real_data / "cdnow-master").iterdir())) as reading:
        workspace.load(reading)
    yield workspace
    workspace.close()


def test_the_sums_of_the_cdnow_file(cdnow):
    with ask(cdnow, Question()) as marts:
        said = said_of(marts)
    check_sums(said)
    assert said.ladder.customers == CDNOW_CUSTOMERS
    assert sum(turn.total for turn in said.spiral.turns) == pytest.approx(CDNOW_SALES, abs=0.01)
    # all of them were won in the first quarter of 1997
    assert [(cohort.name, cohort.customers) for cohort in said.cohorts.cohorts] == [("1997-01", 7846), ("1997-02", 8476), ("1997-03", 7248)]


@pytest.mark.parametrize("shop", ["toys", "cafe", "online"])
def test_the_sums_of_a_sample_shop(shop):
    workspace = open_sample(shop)
    for question in (Question(), Question(margin_share=0.4)):
        with ask(workspace, question) as marts:
            check_sums(said_of(marts))
    workspace.close()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Iterator[Workspace]:
    workspace = open_workspace(tmp_path_factory.mktemp("sums") / "drawn.duckdb")
    yield workspace
    workspace.close()


@settings(max_examples=15, phases=QUICK)
@given(shops, st.integers(0, 400), st.none() | st.floats(0.05, 0.9))
def test_the_sums_of_any_shop(drawn, shop, after, margin_share):
    fill(drawn, shop)
    as_of = max(shop.first_day, after)
    with ask(drawn, Question(as_of=FIRST_DAY + timedelta(as_of), margin_share=margin_share)) as marts:
        said, historic = said_of(marts), value(marts).historic_total
    check_sums(said)
    known = shop.until(as_of)
    brought = sum(-line.cents if line.is_return else line.cents for line in known.lines if line.customer in known.customers)
    assert said.ladder.customers == len(known.customers)
    assert sum(round((rung.revenue or 0) * 100) for rung in said.ladder.rungs) == brought == round(historic * 100)


@settings(max_examples=8, phases=QUICK)
@given(shops, st.integers(0, DAYS))
def test_no_answer_knows_what_came_after_its_day(drawn, shop, after):
    day = max(shop.first_day, after)
    told = []
    for known in (shop, shop.until(day)):
        fill(drawn, known)
        with ask(drawn, Question(as_of=FIRST_DAY + timedelta(day))) as marts:
            said, moved = said_of(marts), moves(marts, FIRST_DAY, FIRST_DAY + timedelta(day))
        told.append([repr(moved), *(f"{field.name}: {getattr(said, field.name)!r}" for field in fields(said) if field.name != "values")])
    assert told[0] == told[1]


def test_what_was_given_back_before_the_first_purchase_is_counted_everywhere(drawn):
    fill(drawn, Shop((Line(1, 50, 460, is_return=True), Line(1, 60, 1000), Line(2, 60, 2000))))
    with ask(drawn, Question(as_of=FIRST_DAY + timedelta(100))) as marts:
        check_sums(said_of(marts))


def test_a_shop_with_hardly_anybody_to_follow_from_quarter_to_quarter(drawn):
    fill(drawn, Shop((Line(1, 0, 1000), Line(2, 150, 1000), Line(3, 151, 1000))))
    with ask(drawn, Question(as_of=FIRST_DAY + timedelta(200))) as marts:
        check_sums(said_of(marts))


def test_a_score_given_later_or_by_somebody_who_has_not_bought_yet_is_no_sign(drawn):
    for scores in (((1, 80, 10),), ((2, 10, 10),)):
        fill(drawn, Shop((Line(1, 0, 1000), Line(2, 70, 1000)), scores))
        for day, is_known in ((60, False), (90, True)):
            with ask(drawn, Question(as_of=FIRST_DAY + timedelta(day))) as marts:
                assert ladder(marts).is_advocacy_known is is_known
