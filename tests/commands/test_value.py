"""`value --json` as a script sees it: the keys it may rely on, plain numbers only, null where something cannot be known."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from retention.__main__ import main
from tests.tiny_shop import make_tiny_shop

MODELS = ("mbg_nbd", "bg_nbd", "pareto_nbd")
ROW = {
    *("customer_id", "first_day", "last_day", "purchase_days", "orders", "value", "margin", "rung", "turn", "alive", "chance_to_buy"),
    *("expected_purchases", "simple_value", "historic_value", "predicted_value", "low", "high"),
}


@pytest.fixture(scope="module")
def shops(tmp_path_factory):
    """Shops of 4, 60 and 130 customers with paces of 4 to 33 days, some of whom stop early; by their number."""
    folder = tmp_path_factory.mktemp("shops")
    workspaces = {4: make_tiny_shop(folder / "4.duckdb")}
    for customers in (60, 130):
        lines = []
        for customer in range(customers):
            for number in range(1 + customer * 5 % 13):
                day = date(2025, 1, 6) + timedelta(customer % 50 + number * (4 + customer % 30))
                lines.append(
                    (f"{customer}-{number}", f"c{customer:03}", day.isoformat(), f"{9 + (customer + number) % 30}.50", None, "sale")
                )
        workspaces[customers] = make_tiny_shop(folder / f"{customers}.duckdb", lines)
    yield {customers: folder / f"{customers}.duckdb" for customers in workspaces}
    for workspace in workspaces.values():
        workspace.close()


@pytest.fixture
def ask(shops, capsys):
    def ask(customers, *options):
        assert main(["value", "--workspace", str(shops[customers]), *options]) == 0
        return capsys.readouterr().out

    return ask


@pytest.fixture
def document(ask):
    def refuse(constant):
        raise AssertionError(f"{constant} is no JSON number")

    return lambda customers, *options: json.loads(ask(customers, "--json", *options), parse_constant=refuse)


def test_the_document_has_the_keys_scripts_rely_on(document):
    found = document(130, "--margin", "0.4")
    assert {"as_of", "customers", "historic_total", "simple", "predicted", "values", "models", "backtest", "winner", "quantiles"} <= set(
        found
    )
    assert (found["customers"], found["size"], found["is_margin"], found["margin_share"]) == (130, "rough", True, 0.4)
    for name in MODELS:
        model = found["models"][name]
        assert model["unit"] == "day" and model["log_likelihood"] < 0
        assert len(model["parameters"]) == len(model["standard_errors"]) == 4
    assert set(found["models"]["gamma_gamma"]["parameters"]) == {"p", "q", "gamma"}
    assert found["models"]["gamma_gamma"]["unit"] == "EUR"
    assert {*MODELS, "own_pace", "silence_rule"} <= set(found["backtest"]["scores"])
    assert found["winner"] in found["backtest"]["scores"]
    assert {"expected", "error", "mean_absolute_error", "root_mean_squared_error", "ranking"} <= set(found["backtest"]["scores"]["mbg_nbd"])
    assert set(found["values"]) == {"simple", "historic", "predicted"}
    assert found["intervals"]["predicted_total"]["low"] < found["predicted"]["total"] < found["intervals"]["predicted_total"]["high"]
    assert found["values"]["historic"]["total"] == pytest.approx(0.4 * found["historic_total"])


def test_rows_add_up_to_the_totals(document):
    found = document(130, "--per-customer", "--margin", "0.4")
    rows = found["per_customer"]
    assert len(rows) == 130 and all(set(row) >= ROW for row in rows)
    assert [row["value"] for row in rows] == sorted((row["value"] for row in rows), reverse=True)
    for column, total in (
        ("value", found["historic_total"]),
        ("simple_value", found["values"]["simple"]["total"]),
        ("historic_value", found["values"]["historic"]["total"]),
        ("predicted_value", found["predicted"]["total"]),
        ("expected_purchases", found["predicted"]["expected_purchases"]),
    ):
        assert sum(row[column] for row in rows) == pytest.approx(total), column
    assert all(0 <= row["low"] <= row["high"] and 0 <= row["chance_to_buy"] <= row["alive"] <= 1 for row in rows)
    assert document(130, "--per-customer", "--margin", "0.4") == found  # the draws are seeded


def test_horizon_discount_and_prior_are_options(document):
    plain = document(130)["predicted"]
    assert document(130, "--horizon-months", "24")["predicted"]["total"] > plain["total"]
    assert document(130, "--discount-rate", "0.5")["predicted"]["total"] < plain["total"]
    assert document(130, "--discount-rate", "0")["predicted"]["total"] > plain["total"]
    assert document(60, "--prior", "none", "--per-customer")["predicted"]["total"] > 0  # finite, wherever so few customers lead the fit
    likeliest, kept = (document(130, "--prior", prior)["models"]["mbg_nbd"]["log_likelihood"] for prior in ("none", "weak"))
    assert likeliest >= kept


@pytest.mark.parametrize(
    ("option", "given"), [("--discount-rate", "1.5"), ("--discount-rate", "ten"), ("--horizon-months", "0"), ("--horizon-months", "x")]
)
def test_impossible_options_are_refused(shops, capsys, option, given):
    with pytest.raises(SystemExit) as stopped:
        main(["value", "--workspace", str(shops[4]), option, given])
    assert stopped.value.code == 2 and given in capsys.readouterr().err


def test_few_customers_are_forecast_together_only(document, ask):
    found = document(60, "--per-customer")
    assert found["size"] == "base" and found["predicted"]["low"] < found["predicted"]["high"]
    assert (found["predicted"]["median"], found["predicted"]["gini"]) == (None, None)
    forecast = ("alive", "chance_to_buy", "expected_purchases", "predicted_value", "low", "high")
    assert {row[name] for row in found["per_customer"] for name in forecast} == {None}
    text = ask(60)
    assert "All customers together within 12 months" in text and "Chance to buy again" not in text


def test_five_customers_are_not_forecast_and_that_is_said(document, ask):
    found = document(4, "--per-customer")
    assert (found["predicted"], found["backtest"], found["winner"], found["size"]) == (None, None, None, "none")
    assert found["models"]["mbg_nbd"] == {"unit": "day", "parameters": None, "log_likelihood": None, "standard_errors": None}
    assert [row["customer_id"] for row in found["per_customer"]] == ["anna", "boris", "dan", "clara"]
    assert [row["margin"] for row in found["per_customer"]] == [None, None, 15.0, None]
    assert "only 4 customers have bought so far" in ask(4)


def test_the_text_never_shows_a_forecast_without_its_test(ask):
    text = ask(130, "--margin", "0.4")
    assert "Predicted value: " in text
    assert "Tried on the shop's own past: for the" in text
    assert "All values are in margin" in text and "{" not in text
    for language in ("ru", "ro"):
        assert ask(130, "--language", language)
