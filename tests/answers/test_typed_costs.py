"""A business typed in: its costs, and files that describe none."""

from __future__ import annotations

import json

import pytest

from retention.answers.typed_costs import Figures, read_figures, typed_costs, typed_missing
from retention.sentence import Refusal

GOOD = {"acquired": 1000, "kept": 9900, "acquisition_spend": 92200, "retention_spend": 90555}


def test_a_typed_business_has_costs_and_both_ranges():
    found = typed_costs(Figures(100, 200, 1000.0, 300.0, 101.01))
    assert (found.cac, found.crc) == (pytest.approx(1050.505 / 100), pytest.approx(350.505 / 200))
    assert (found.ratio_low, found.ratio_high) == (pytest.approx(10 / (401.01 / 200)), pytest.approx(11.0101 / 1.5))
    # of 300 customers 186 to 213 are kept ones when they are drawn anew (5 % and 95 % of the binomial distribution with two thirds)
    assert (found.ratio_chance_low, found.ratio_chance_high) == (
        pytest.approx(found.ratio / 2 * 186 / 114),
        pytest.approx(found.ratio / 2 * 213 / 87),
    )


def test_a_file_is_read(tmp_path):
    path = tmp_path / "figures.json"
    path.write_text(json.dumps({**GOOD, "shared_spend": 12.5}))
    assert read_figures(path) == Figures(1000, 9900, 92200.0, 90555.0, 12.5)
    path.write_text(json.dumps(GOOD))
    assert f"{typed_costs(read_figures(path)).ratio:.2f}" == "10.08"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read as JSON"),
        ("[1, 2]", "does not describe a business"),
        (json.dumps({"acquired": 1}), "does not describe a business"),
        (json.dumps({**GOOD, "kept": -1}), "does not describe a business"),
        (json.dumps({**GOOD, "kept": "many"}), "does not describe a business"),
        (json.dumps({**GOOD, "kept": True}), "does not describe a business"),
        (json.dumps({**GOOD, "retention_spend": float("nan")}), "does not describe a business"),
        (json.dumps({**GOOD, "shared_spend": 1e300}), "does not describe a business"),
        (json.dumps({**GOOD, "kept": 1.5}), "must be whole numbers"),
        (json.dumps({**GOOD, "shared": 5}), "holds shared, which is no figure of a business"),
    ],
)
def test_what_is_no_business_is_refused(tmp_path, content, said):
    path = tmp_path / "figures.json"
    path.write_text(content)
    with pytest.raises(Refusal, match=said):
        read_figures(path)
    with pytest.raises(Refusal, match="cannot be read as JSON"):
        read_figures(tmp_path / "none.json")


def test_small_and_large_money_is_not_lost():
    assert typed_costs(Figures(1, 1, 10.0, 0.001)).ratio == pytest.approx(10_000)
    assert typed_costs(Figures(10, 10, 1e13, 1e12)).ratio == 10.0


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (Figures(1, 1, 5.0, 5.0), []),
        (Figures(1, 1, 0.0, 0.0, 5.0), []),
        (Figures(1, 1, 0.0, 5.0), ["Nothing was spent on winning customers"]),
        (Figures(0, 0, 5.0, 0.0), ["Nothing was spent on keeping customers", "Nobody was won", "Nobody was kept"]),
    ],
)
def test_why_a_cost_cannot_be_known_is_said(figures, said):
    assert [reason.text.split(",")[0] for reason in typed_missing(figures)] == said
