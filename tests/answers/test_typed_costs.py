"""A business typed in: its costs, and files that describe none."""

from __future__ import annotations

import json

import pytest

from retention.answers.typed_costs import Figures, read_figures, typed_costs
from retention.sentence import Refusal

GOOD = {"acquired": 1000, "kept": 9900, "acquisition_spend": 92200, "retention_spend": 90555}


def test_a_typed_business_has_costs_and_both_ranges():
    found = typed_costs(Figures(100, 200, 1000.0, 300.0, 101.01))
    assert (found.cac, found.crc) == (10.505, pytest.approx(350.51 / 200))
    assert (found.ratio_low, found.ratio_high) == (pytest.approx(10 / (401.01 / 200)), pytest.approx(11.0101 / 1.5))
    # of 300 customers 186 to 213 are kept ones when they are drawn anew (5 % and 95 % of the binomial distribution with two thirds)
    assert (found.ratio_chance_low, found.ratio_chance_high) == (
        pytest.approx(found.ratio / 2 * 186 / 114),
        pytest.approx(found.ratio / 2 * 213 / 87),
    )


def test_a_file_is_read(tmp_path):
    path = tmp_path / "figures.json"
    path.write_text(json.dumps({**GOOD, "shared_spend": 12.5, "note": "ours"}))
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
    ],
)
def test_what_is_no_business_is_refused(tmp_path, content, said):
    path = tmp_path / "figures.json"
    path.write_text(content)
    with pytest.raises(Refusal, match=said):
        read_figures(path)
    with pytest.raises(Refusal, match="cannot be read as JSON"):
        read_figures(tmp_path / "none.json")
