"""The command line as a script sees it: one JSON document on standard output, or exit 2 with one sentence on standard error."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from decimal import Decimal

import pytest

from retention.__main__ import main
from retention.commands.inspect import describe, tell
from retention.commands.mapping import add_options, read_document
from retention.ingest.reading import Doubt, Reading, Repair, Totals, Understood
from retention.locale import Words
from retention.sentence import counted, sentence
from retention.warehouse import open_workspace
from tests.tiny_shop import make_tiny_shop

ORDERS = "Order,Date,Customer,Amount\n1,2026-01-13,00123,10.00\n2,2026-01-20,00123,20.00\n3,2026-02-01,boris,5.00\n"


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    yield tmp_path / "tiny.duckdb"
    workspace.close()


@pytest.fixture
def orders(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS)
    return path


def document(result):
    code, out, _ = result
    assert code == 0, result
    return json.loads(out)


def refused(result):
    code, out, sentence = result
    assert (code, out) == (2, "")
    assert sentence.count("\n") == 1 and "Traceback" not in sentence
    return sentence


def test_inspect_says_what_the_file_is_and_writes_nothing(run, orders, tmp_path):
    found = document(run("inspect", orders, "--json"))
    assert found["totals"] == {
        "order_lines": 3,
        "orders": 3,
        "customers": 2,
        "revenue": "35.00",
        "currency": None,
        "first_date": "2026-01-13",
        "last_date": "2026-02-01",
        "spend": None,
    }
    assert found["files"][0]["columns"] == {"Order": "order_id", "Date": "ordered_at", "Customer": "customer_id", "Amount": "amount"}
    assert found["files"][0]["role"] in ("order_lines", "orders")
    assert found["pages"] == {"data": True, "ladder": True, "costs": False, "value": True, "programmes": True}
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".duckdb"] == []


def test_load_then_ask_then_take_back(run, orders, tmp_path):
    workspace = tmp_path / "w.duckdb"
    assert document(run("load", orders, "--workspace", workspace, "--json"))["rows_added"] == 3
    again = document(run("load", orders, "--workspace", workspace, "--json"))
    assert (again["rows_added"], again["import_id"]) == (0, None)
    assert [found["code"] for found in again["findings"]][-1] == "already_loaded"
    assert document(run("value", "--workspace", workspace, "--json"))["historic_total"] == 35.0
    assert document(run("undo", "--workspace", workspace, "--json")) == {"import_id": 1, "files": ["orders.csv"], "rows": 3}
    assert "No sales are left" in refused(run("ladder", "--workspace", workspace, "--json"))


def test_the_ladder_shows_who_was_marked_by_hand(run, shop):
    workspace = open_workspace(shop)
    workspace.mark("boris", True)
    found = document(run("ladder", "--workspace", shop, "--show", "people", "--json"))["people"]
    assert (found["marked"], found["worth_showing"], found["worth_showing_money"]) == (1, 1, 50.0)


def test_the_ladder_has_the_keys_scripts_rely_on(run, shop):
    found = document(run("ladder", "--workspace", shop, "--as-of", "2026-04-10", "--json"))
    assert {"as_of", "customers", "rungs", "candidates", "thresholds"} <= set(found)
    assert [rung["rung"] for rung in found["rungs"]] == ["prospect", "visitor", "first_purchase", "regular", "advocate", "lapsed"]
    assert {"rung", "customers", "at_risk", "revenue", "margin"} <= set(found["rungs"][0])
    assert sum(rung["customers"] or 0 for rung in found["rungs"]) == found["customers"] == 4
    moved = document(run("ladder", "--workspace", shop, "--from", "2026-02-01", "--to", "2026-04-10", "--json"))["moves"]
    assert sum(move["customers"] for move in moved) == 4


def test_costs_and_value_have_the_keys_scripts_rely_on(run, shop):
    costs = document(run("costs", "--workspace", shop, "--json"))
    keys = {"acquired", "kept", "acquisition_spend", "retention_spend", "cac", "crc", "ratio", "ratio_low", "ratio_high"}
    assert keys <= set(costs)
    assert (costs["cac"], costs["crc"]) == (15.5, 25.5)
    value = document(run("value", "--workspace", shop, "--prior", "none", "--per-customer", "--json"))
    assert {"customers", "historic_total", "simple", "models", "backtest", "winner", "quantiles"} <= set(value)
    assert {"parameters", "log_likelihood", "standard_errors"} <= set(value["models"]["mbg_nbd"])
    assert sum(row["value"] for row in value["per_customer"]) == value["historic_total"] == 212.0


def test_simulate_takes_a_workspace_or_a_typed_in_business(run, shop, tmp_path):
    keys = {
        *("programme", "assumptions", "cost", "subsidy_share", "extra_margin", "net", "roi", "payback_month"),
        *("break_even_lift", "probability_of_loss", "p5", "p50", "p95"),
    }
    found = document(run("simulate", "cashback", "--workspace", shop, "--margin", "0.4", "--set", "rate=0.10", "redemption=1", "--json"))
    assert keys <= set(found)
    # the customers change while the effect wears off, so that it is not quite what a standing shop needs
    assert found["break_even_lift"] == pytest.approx(0.10 / (0.4 - 0.10), abs=1e-2)
    business = tmp_path / "business.json"
    business.write_text('{"customers": 1000, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4}')
    typed = document(run("simulate", "cashback", "--business", business, "--set", "rate=0.05", "redemption=0.8", "--json"))
    assert typed["break_even_lift"] == pytest.approx(1 / 9)  # 11.11 %
    assert "140" in refused(run("simulate", "cashback", "--business", business, "--set", "redemption=1.4", "--json"))
    assert "no_such" in refused(run("simulate", "cashback", "--business", business, "--set", "no_such=1", "--json"))
    assert "discount, cashback" in refused(run("simulate", "lottery", "--business", business, "--json"))


def test_text_for_people_speaks_their_language_and_holds_no_json(run, shop):
    for command in ("ladder", "costs", "value"):
        code, out, _ = run(command, "--workspace", shop)
        assert code == 0 and out.strip() and not out.startswith("{")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(300), "picture"),
        ("no_date.csv", b"Customer,Amount\nanna,10\nboris,20\nclara,30\n", "date"),
        ("no_amount.csv", b"Customer,Date\nanna,2026-01-13\nboris,2026-01-14\nclara,2026-01-15\n", "amount"),
        ("one_row.csv", b"Order,Date,Customer,Amount\n", "row"),
        ("cut.xlsx", b"PK\x03\x04" + bytes(200), "damaged"),
    ],
)
def test_bad_input_is_one_sentence_and_the_workspace_stays_untouched(run, orders, tmp_path, name, content, said):
    workspace = tmp_path / "w.duckdb"
    document(run("load", orders, "--workspace", workspace, "--json"))
    (tmp_path / name).write_bytes(content)
    sentence = refused(run("load", tmp_path / name, "--workspace", workspace, "--json"))
    assert name in sentence and said in sentence
    assert document(run("value", "--workspace", workspace, "--json"))["historic_total"] == 35.0


def test_a_question_to_a_workspace_that_is_not_there_makes_none(run, tmp_path):
    assert "no workspace" in refused(run("ladder", "--workspace", tmp_path / "nowhere.duckdb"))
    assert not (tmp_path / "nowhere.duckdb").exists()


def test_sample_writes_a_shop_with_its_truth(run, tmp_path):
    found = document(run("sample", "--shop", "toys", "--customers", "50", "--seed", "3", "--output", tmp_path / "toys", "--json"))
    assert len(found["files"]) >= 5
    assert (tmp_path / "toys" / "parameters.json").exists()


def test_inspect_tells_why_and_what_could_be_mended(run, orders):
    found = document(run("inspect", orders, "--json"))
    assert {"export", "reasons"} <= set(found["files"][0])
    assert all(isinstance(reason, str) for reason in found["files"][0]["reasons"])
    assert found["doubts"] == []
    assert isinstance(found["repairs"], list)


def test_a_reading_with_repairs_and_doubts_as_a_script_sees_it(tmp_path):
    before = Totals(4, 4, 3, Decimal("10.00"), "EUR", date(2026, 1, 2), date(2026, 2, 1), None, 1)
    after = Totals(4, 4, 2, Decimal("10.00"), "EUR", date(2026, 1, 2), date(2026, 2, 1), None, 2)
    repair = Repair("merged_customers", counted("{count} customer twice", "{count} customers twice", 1), 1, False, before, after)
    doubt = Doubt("a.csv", None, "Day", "date", "01/02/2026", (("%d/%m/%Y", "2026-02-01"), ("%m/%d/%Y", "2026-01-02")))
    table = Understood("a.csv", None, "orders", "utf-8", ",", 0, 4, {}, reasons=(sentence("It has {what}", what="dates"),), export="Etsy")
    found = describe(Reading((table,), (), (), 0, before, {}, tmp_path, (repair,), (doubt,)))
    assert (found["files"][0]["export"], found["files"][0]["reasons"]) == ("Etsy", ["It has dates"])
    described = found["repairs"][0]
    assert (described["code"], described["rows"], described["is_on"], described["message"]) == (
        "merged_customers",
        1,
        False,
        "1 customer twice",
    )
    assert (described["without"]["customers"], described["without"]["returning_customers"]) == (3, 1)
    assert (described["with"]["customers"], described["with"]["returning_customers"]) == (2, 2)
    assert found["doubts"] == [
        {
            "file": "a.csv",
            "sheet": None,
            "column": "Day",
            "format": "date",
            "example": "01/02/2026",
            "readings": [{"format": "%d/%m/%Y", "means": "2026-02-01"}, {"format": "%m/%d/%Y", "means": "2026-01-02"}],
        }
    ]
    assert "[merged_customers=off] 1 customer twice" in tell(found, Words("en"))


def test_options_and_file_make_one_mapping_document(tmp_path):
    (tmp_path / "m.json").write_text('{"files": [], "repairs": {"one": true, "two": true}, "rates": {"USD": "1"}}')
    parser = ArgumentParser()
    add_options(parser)
    given = ["--repair", "two=off", "--repair", "three=on", "--rate", "USD=17.85", "--rate", "EUR=19.40", "--currency", "MDL"]
    assert read_document(parser.parse_args(["--mapping", str(tmp_path / "m.json"), *given])) == {
        "files": [],
        "repairs": {"one": True, "two": False, "three": True},
        "rates": {"USD": "17.85", "EUR": "19.40"},
        "currency": "MDL",
    }
    assert read_document(parser.parse_args([])) == {}
    for wrong in (["--repair", "two"], ["--repair", "two=perhaps"], ["--repair", "=on"], ["--rate", "USD"]):
        with pytest.raises(SystemExit):
            parser.parse_args(wrong)


def test_what_a_mapping_says_is_remembered_for_the_same_headers(run, tmp_path):
    workspace, mapping = tmp_path / "w.duckdb", tmp_path / "m.json"
    header = "Nr,Wann,Wert,Brutto,Wer\n"  # two columns of money: the file alone does not say which one counts
    for name, month in (("january", "01"), ("february", "02")):
        (tmp_path / f"{name}.csv").write_text(header + f"1,2026-{month}-13,10.00,99.00,anna\n2,2026-{month}-20,20.00,99.00,boris\n")
    columns = {"Nr": "order_id", "Wann": "ordered_at", "Wert": "amount", "Wer": "customer_id"}
    mapping.write_text(json.dumps({"files": [{"file": "january.csv", "role": "orders", "columns": columns}]}))
    first = document(run("load", tmp_path / "january.csv", "--workspace", workspace, "--mapping", mapping, "--json"))
    second = document(run("load", tmp_path / "february.csv", "--workspace", workspace, "--json"))
    assert [found["totals"]["revenue"] for found in (first, second)] == ["30.00", "30.00"]
    assert second["files"][0]["columns"] == columns
    assert [meaning.role for meaning in open_workspace(workspace).remembered()] == ["orders"]
    open_workspace(workspace).close()
