"""`costs` as a script sees it: the shop, a business typed in, and what is refused."""

from __future__ import annotations

import json

import pytest

from retention.__main__ import main
from retention.locale import LANGUAGES
from retention.warehouse import open_workspace
from tests.tiny_shop import make_tiny_shop

FIGURES = {"acquired": 1000, "kept": 9900, "acquisition_spend": 92200, "retention_spend": 90555}
RATIOS = ("ratio", "ratio_low", "ratio_high", "ratio_chance_low", "ratio_chance_high")


@pytest.fixture
def run(capsys):
    def run(*arguments):
        try:
            code = main(["costs", *(str(argument) for argument in arguments)])
        except SystemExit as ended:  # what the options themselves refuse
            code = ended.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set discount = case order_id when '7' then 2 when '9' then 3 else 0 end, channel = '=Site'")
    yield tmp_path / "tiny.duckdb"
    workspace.close()


def document(result):
    code, out, _ = result
    assert code == 0, result
    return json.loads(out)


def test_the_shop_in_figures(run, shop):
    found = document(run("--workspace", shop, "--json"))
    assert (found["cac"], found["crc"], found["paid_cac"], found["reactivated"], found["lead_days"]) == (15.5, 25.5, None, 0, 0)
    assert (found["discounts_first"], found["discounts_later"], found["counts_discounts"]) == (2.0, 3.0, False)
    assert [one["period"] for one in found["quarters"]] == ["2026-Q1", "2026-Q2"]
    assert [one["acquired"] for one in found["months"]] == [2, 1, 1, 0]
    assert {"acquired", "kept", "reactivated", "cac", "crc", *RATIOS} <= set(found["quarters"][0])
    assert {one["channel"]: one["acquired"] for one in found["channels"]} == {"fair": 0, "=Site": 1, "newsletter": 0}
    assert found["lead_time"] == {"customers": 0, "median": None, "low": None, "high": None}
    assert [note["message"][:21] for note in found["notes"]] == ["Spend on winning is m", "Spend on keeping is m", "No channel with spend"]


def test_lag_and_discounts_as_on_the_page(run, shop):
    found = document(run("--workspace", shop, "--lead-days", 30, "--count-discounts", "--json"))
    assert (found["acquisition_spend"], found["retention_spend"]) == (23.5 + 2.0, 25.5 + 3.0)
    assert "30 days later" in found["notes"][0]["message"]


def test_filters_are_said_to_be_left_out(run, shop):
    found = document(run("--workspace", shop, "--channel", "=Site", "--json"))
    assert (found["cac"], "whole shop" in found["notes"][0]["message"]) == (15.5, True)


def test_a_business_typed_in_needs_no_workspace(run, tmp_path):
    path = tmp_path / "figures.json"
    path.write_text(json.dumps(FIGURES))
    found = document(run("--business", path, "--json"))
    assert {name: found[name] for name in FIGURES} == FIGURES
    assert f"{found['ratio']:.2f}" == "10.08"
    assert found["ratio_low"] == found["ratio"] == found["ratio_high"]
    assert found["missing"] == []
    assert found["ratio_chance_low"] < found["ratio"] < found["ratio_chance_high"]
    for language in LANGUAGES:
        code, said, _ = run("--business", path, "--language", language)
        assert code == 0 and ("10.1 : 1" in said or "10,1 : 1" in said)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "give --workspace or --business"),
        (("--lead-days", "-3"), "is not a number of days from 0 to 180"),
        (("--lead-days", "181"), "is not a number of days from 0 to 180"),
        (("--business", "nowhere.json"), "cannot be read as JSON"),
        (("--business", "nowhere.json", "--workspace", "w.duckdb"), "--workspace does not go with --business"),
        (("--business", "nowhere.json", "--as-of", "2026-01-01"), "--as-of does not go with --business"),
        (("--business", "nowhere.json", "--lead-days", "3"), "--lead-days does not go with --business"),
        (("--business", "nowhere.json", "--channel", "a"), "--channel does not go with --business"),
    ],
)
def test_what_cannot_be_is_one_sentence(run, options, said):
    code, out, sentence = run(*options)
    assert (code, out) == (2, "")
    assert said in sentence and "Traceback" not in sentence


def test_in_words(run, shop):
    code, said, _ = run("--workspace", shop)
    assert code == 0
    assert "Cost of one new customer (CAC): €15.50" in said and "Winning : keeping: 0.6 : 1" in said
    assert "90 times in 100" not in said  # of two customers chance leaves everything open


def test_what_a_business_typed_in_lacks_is_said(run, tmp_path):
    path = tmp_path / "figures.json"
    path.write_text(json.dumps(FIGURES | {"retention_spend": 0, "kept": 0}))
    found = document(run("--business", path, "--json"))
    assert (found["ratio"], len(found["missing"])) == (None, 2)


def test_discounts_of_the_window_s_newcomers_count_on_neither_side(run, shop):
    workspace = open_workspace(shop)
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set discount = 4 where order_id = '11'")  # Clara's second purchase, both in the window
    workspace.close()
    found = document(run("--workspace", shop, "--count-discounts", "--json"))
    assert (found["discounts_first"], found["discounts_later"], found["discounts_later_of_new"]) == (2.0, 7.0, 4.0)
    assert (found["acquisition_spend"], found["retention_spend"]) == (15.5 + 2.0, 25.5 + 3.0)
