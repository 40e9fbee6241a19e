"""An answer of the ladder is made again only when something it reads has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retention.question import Question
from tests.tiny_shop import make_tiny_shop

PAGES = Path(__file__).resolve().parents[2] / "pages"
NEVER_READ = {"horizon_months": 24, "annual_discount_rate": 0.2}


@pytest.fixture
def made(own_home, monkeypatch):
    """Asks for an answer of the five customers with some of the question changed; gives how often it has been made so far."""
    monkeypatch.syspath_prepend(str(PAGES))
    from shared import ladder_cache

    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    times = []

    def ask(name, **changed):
        module = getattr(ladder_cache, f"{name}_answer")
        answer = getattr(module, name)
        with monkeypatch.context() as watched:
            watched.setattr(module, name, lambda marts: (times.append(name), answer(marts))[1])
            getattr(ladder_cache, f"{name}_of")(workspace.id, 1, replace(Question(), **changed))
        return len(times)

    yield ask
    workspace.close()


@pytest.mark.parametrize(
    ("name", "read", "not_read"),
    [
        ("reach", {"prospects": 40, "visitors": 7}, {"margin_share": 0.3}),
        ("cohorts", {"margin_share": 0.3}, {"prospects": 40}),
        ("spiral", {"margin_share": 0.3}, {"visitors": 7}),
    ],
)
def test_an_answer_is_made_again_for_what_it_reads_and_for_nothing_else(made, name, read, not_read):
    assert made(name) == 1
    for part, value in (NEVER_READ | not_read).items():
        assert made(name, **{part: value}) == 1, part
    for times, (part, value) in enumerate(read.items(), start=2):
        assert made(name, **{part: value}) == times, part
    assert made(name, regular_from=4) == len(read) + 2
