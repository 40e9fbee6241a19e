"""What the movement view hands to its charts and says of the rung that loses most, without a page around it."""

from __future__ import annotations

import importlib
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from retention.answers.movement import Move, summed_up
from retention.answers.quarter_compared import COMPARED
from retention.answers.quarter_findings import DIFFERS
from retention.answers.step_speeds import Step, Taken

PAGES = Path(__file__).resolve().parents[2] / "pages"
STEPS = tuple(
    Step(name, 200, taken, 30, None, None, tuple(Taken(day, day / 800, day / 900, day / 700) for day in range(120)))
    for name, taken in (("second_purchase", 90), ("regular", 60), ("advocate", 0), ("back", 5))
)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch):
    """Modules of the pages by name."""
    monkeypatch.syspath_prepend(str(PAGES))

    def find(name: str) -> ModuleType:
        return importlib.import_module(f"shared.{name}")

    yield find
    for name in [name for name in sys.modules if name == "shared" or name.startswith("shared.")]:
        del sys.modules[name]


def test_the_curves_hold_figures_only_for_hundreds_of_texts_would_be_written_at_every_rerun(shared, monkeypatch):
    words = shared("language").PageWords("ru")
    for method in ("number", "percent"):
        monkeypatch.setattr(type(words), method, lambda *_: pytest.fail("a figure was written out"))
    frame = shared("history_frames").speed_frame(words, STEPS)
    assert len(frame) == 3 * 120
    assert frame.iloc[-1].to_dict() == {
        "place": 3,
        "step_label": "Ушёл → вернулся",
        "day": 119,
        "share": 119 / 800,
        "low": 119 / 900,
        "high": 119 / 700,
    }
    assert shared("history_frames").speed_frame(words, ()).empty


def test_every_share_that_is_compared_has_its_words(shared):
    assert set(shared("history_frames").RATES) == set(DIFFERS) == set(COMPARED)


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (
            [("first_purchase", 69, 31), ("regular", 42, 28), ("advocate", 30, 10)],
            [
                "More of those who lapsed stood on “First purchase” than on any other rung: 31 of 69. The second",
                "Lapsed, of those who stood there: First purchase 31% (31 of 100); Regular 40% (28 of 70); Advocate 25% (10 of 40).",
            ],
        ),
        (
            [("first_purchase", 440, 60), ("regular", 60, 40)],
            [
                "On “Regular” people lapse more often than on any other rung, by more than chance explains. Keep what",
                "Lapsed, of those who stood there: First purchase 12% (60 of 500); Regular 40% (40 of 100).",
            ],
        ),
        (
            [("first_purchase", 3, 2), ("regular", 3, 2)],
            ["Lapsed, of those who stood there: First purchase 40% (2 of 5); Regular 40% (2 of 5)."],
        ),
        ([("first_purchase", 3, 0)], []),
    ],
)
def test_the_rung_that_loses_most_stands_beside_the_rate_of_each(shared, monkeypatch, moved, said):
    view, told = shared("movement_view"), []
    for kind in ("markdown", "caption"):
        monkeypatch.setattr(view.st, kind, told.append)
    moves = [Move(rung, end, people) for rung, stayed, lapsed in moved for end, people in ((rung, stayed), ("lapsed", lapsed)) if people]
    view._advice(shared("language").PageWords("en"), summed_up(date(2026, 1, 31), date(2026, 4, 30), moves))
    assert len(told) == len(said)
    assert all(text.startswith(start) for text, start in zip(told, said, strict=True)), told


def test_a_quick_ratio_just_below_one_is_not_rounded_to_one(shared, monkeypatch):
    view, told = shared("movement_view"), []
    for kind in ("markdown", "caption"):
        monkeypatch.setattr(view.st, kind, told.append)
    moves = [Move("none", "first_purchase", 96), Move("regular", "lapsed", 100)]
    view._quick_ratio(shared("language").PageWords("en"), summed_up(date(2026, 1, 31), date(2026, 4, 30), moves))
    assert told[0] == "**Quick ratio: 0.96**"
