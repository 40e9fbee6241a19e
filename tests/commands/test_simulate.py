"""`simulate` as a script sees it: the outcome of a scenario on a workspace or on a business in a file, or one sentence that refuses."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from retention.__main__ import main
from retention.answers.ask import ask
from retention.answers.customer_records import customer_records
from retention.answers.fits import fits
from retention.answers.programmes import base
from retention.answers.rung_paces import year_ahead
from retention.commands.typed_business import read_business
from retention.programmes.business import Business, Rung
from retention.programmes.scenario import Scenario, scenario_of
from retention.question import Question
from retention.warehouse import open_workspace
from tests.living_shop import make_living_shop
from tests.tiny_shop import make_tiny_shop

FOUR = {"customers": 1000, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4}
RUNGS = {
    "margin_share": 0.4,
    "margin_range": [0.3, 0.5],
    "rungs": [
        {"name": "regular", "customers": 300, "purchases_per_month": 0.5, "average_check": 50},
        {"name": "lapsed", "customers": 100, "purchases_per_month": 0.02, "average_check": 40},
    ],
    "moves": [[0.95, 0.05], [0.02, 0.98]],
    "new_customers_per_month": 10,
    "first_sales": 60,
    "acquisition_cost": 15,
}
KEYS = {
    *("programme", "assumptions", "offered", "cost", "subsidy_share", "extra_margin", "net", "roi", "payback_month", "break_even_lift"),
    *("probability_of_loss", "p5", "p50", "p95", "months", "rungs", "tornado", "futures", "lift_curve", "liability", "later_value"),
}


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    path = tmp_path_factory.mktemp("living") / "living.duckdb"
    workspace = make_living_shop(path)
    yield path
    workspace.close()


@pytest.fixture
def written(tmp_path):
    def written(figures):
        path = tmp_path / "business.json"
        path.write_text(figures if isinstance(figures, str) else json.dumps(figures))
        return path

    return written


def document(result):
    code, out, _ = result
    assert code == 0, result
    return json.loads(out)


def refused(result):
    code, out, said = result
    assert (code, out) == (2, "")
    assert said.count("\n") == 1 and "Traceback" not in said
    return said


def test_a_workspace_gives_every_figure_of_the_outcome(run, shop):
    found = document(
        run("simulate", "cashback", "--workspace", shop, "--set", "rate=0.03", "frequency_lift.regular=0.05", "--months", "24", "--json")
    )
    assert set(found) >= KEYS
    assert found["scenario"] == "cashback~rate=0.03~frequency_lift.regular=0.05~months=24"
    assert (len(found["months"]), found["counted_months"]["months"], found["currency"]) == (24, 12, "EUR")
    with ask(open_workspace(shop), Question()) as marts:
        shop_now = base(marts, year_ahead(fits(marts), customer_records(marts)))
    business = shop_now.business()
    outcome = Scenario.of("cashback", {"rate": 0.03, "frequency_lift.regular": 0.05}, None, 24).outcome(business)
    assert found["net"] == outcome.net
    assert (found["p5"], found["futures"]) == (outcome.p5, list(outcome.futures))
    assert [row["net"] for row in found["rungs"]] == [part.net for part in outcome.rungs]
    assert found["best_month"]["above_neighbours"] > 0
    assert (found["paced_by"], found["counted_months"]["rungs"]) == ("forecast", [asdict(rung) for rung in shop_now.counted_rungs])
    assert found["business"]["rungs"] == [asdict(rung) for rung in shop_now.rungs]
    assert "follows that forecast" in found["notes"][-1]["message"]


def test_a_scenario_code_says_the_same_as_the_options(run, shop):
    options = ("--set", "rate=0.03", "uptake.regular=0.7", "--rungs", "regular", "advocate", "--months", "36")
    one = document(run("simulate", "cashback", "--workspace", shop, *options, "--json"))
    other = document(run("simulate", "--scenario", one["scenario"], "--workspace", shop, "--json"))
    assert one == other
    assert one["offered"] == ["regular", "advocate"]
    assert scenario_of(one["scenario"]).months == 36


def test_the_business_it_prints_can_be_given_back(run, shop, written):
    one = document(run("simulate", "discount", "--workspace", shop, "--json"))
    other = document(run("simulate", "discount", "--business", written(one["business"]), "--json"))
    same = [key for key in one if key not in ("currency", "paced_by", "best_month", "verdict", "counted_months", "notes")]
    assert {key: one[key] for key in same} == {key: other[key] for key in same}


def test_four_figures_and_the_optional_ones(written):
    assert read_business(written(FOUR)) == Business.of(1000, 6, 50, 0.4)
    more = {"staying_share_year": 0.7, "new_customers_per_month": 20, "acquisition_cost": 12.5}
    assert read_business(written(FOUR | more)) == Business.of(1000, 6, 50, 0.4, 0.7, 20, 12.5)


def test_a_business_with_rungs(written):
    found = read_business(written(RUNGS))
    assert found.rungs == (Rung("regular", 300.0, 0.5, 50.0), Rung("lapsed", 100.0, 0.02, 40.0))
    assert found.moves == ((0.95, 0.05), (0.02, 0.98))
    assert (found.margin_range, found.new_customers_per_month, found.first_sales, found.acquisition_cost) == ((0.3, 0.5), 10.0, 60.0, 15.0)
    staying = read_business(written({name: RUNGS[name] for name in ("margin_share", "rungs")}))
    assert staying.moves == ((1.0, 0.0), (0.0, 1.0))
    assert read_business(written(json.dumps(asdict(found)))) == found


def test_a_margin_given_beside_the_file_replaces_the_one_in_it(run, written):
    found = document(run("simulate", "cashback", "--business", written(FOUR), "--margin", "0.5", "--json"))
    assert found["business"]["margin_share"] == 0.5
    doubted = document(run("simulate", "cashback", "--business", written(FOUR), "--margin-doubt", "0.05", "--json"))
    assert doubted["business"]["margin_range"] == pytest.approx([0.35, 0.45])
    assert "margin_share" in {swing["name"] for swing in doubted["tornado"]}
    assert doubted["net"] == Scenario.of("cashback").outcome(replace(Business.of(1000, 6, 50, 0.4), margin_range=None)).net


@pytest.mark.parametrize(
    "figures",
    [
        "no JSON",
        "[1, 2]",
        "{}",
        "[" * 5000,
        {**FOUR, "customers": "many"},
        {**FOUR, "customers": True},
        {**FOUR, "customers": -1},
        {**FOUR, "margin_share": 1.4},
        {**FOUR, "staying_share_year": 2},
        {**FOUR, "no_such": 1},
        '{"customers": NaN, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4}',
        '{"customers": 1' + "0" * 400 + ', "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4}',
        {**RUNGS, "rungs": []},
        {**RUNGS, "rungs": "regular"},
        {**RUNGS, "rungs": [*RUNGS["rungs"][:1], *RUNGS["rungs"][:1]]},
        {**RUNGS, "rungs": [{**RUNGS["rungs"][0], "name": "gold"}, RUNGS["rungs"][1]]},
        {**RUNGS, "rungs": [{"name": "regular"}, RUNGS["rungs"][1]]},
        {**RUNGS, "moves": [[0.95, 0.06], [0.02, 0.98]]},
        {**RUNGS, "moves": [[1.05, -0.05], [0.02, 0.98]]},
        {**RUNGS, "moves": [[1.0]]},
        {**RUNGS, "moves": 1},
        {**RUNGS, "margin_range": [0.45, 0.5]},
        {**RUNGS, "margin_range": 0.5},
        {name: value for name, value in RUNGS.items() if name != "margin_share"},
    ],
)
def test_a_file_that_says_no_business_gets_one_sentence(run, written, figures):
    assert refused(run("simulate", "cashback", "--business", written(figures), "--json"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("cashback", "--set", "redemption=1.4"), "140"),
        (("cashback", "--set", "no_such=1"), "no_such"),
        (("cashback", "--set", "rate"), "rate"),
        (("cashback", "--set", "rate=a lot"), "a lot"),
        (("cashback", "--set", "rate=nan"), "nan"),
        (("cashback", "--set", "rate.regular=0.06"), "regular"),
        (("cashback", "--set", "rate.gold=0.05"), "gold"),
        (("cashback", "--set", "setup_cost.customers=5"), "setup_cost"),
        (("cashback", "--rungs", "regular"), "regular"),
        (("cashback", "--rungs", "gold"), "gold"),
        (("cashback", "--months", "0"), "0"),
        (("cashback", "--months", "many"), "many"),
        (("cashback", "--months", "61"), "61"),
        (("lottery",), "lottery"),
        (("lottery~rate=1",), "lottery"),
        ((), "cashback"),
        (("cashback", "--scenario", "cashback"), "--scenario"),
        (("--scenario", "cashback~rate=2"), "200"),
        (("--scenario", "cashback~rate=0.05~rate=0.06"), "rate=0.06"),
        (("--scenario", "x" * 5000), "5000"),
    ],
)
def test_what_no_programme_has_gets_one_sentence(run, written, arguments, named):
    assert named in refused(run("simulate", *arguments, "--business", written(FOUR), "--json")).replace(",", "")


def test_somebodys_customers_must_be_given(run):
    assert "--business" in refused(run("simulate", "cashback", "--json"))


def test_the_margin_must_be_known_or_given(run, tmp_path):
    make_tiny_shop(tmp_path / "tiny.duckdb").close()
    assert "margin" in refused(run("simulate", "cashback", "--workspace", tmp_path / "tiny.duckdb", "--json"))
    found = document(run("simulate", "cashback", "--workspace", tmp_path / "tiny.duckdb", "--margin", "0.4", "--json"))
    assert [rung["rung"] for rung in found["rungs"]][0] == "first_purchase"
    assert found["notes"]


@pytest.mark.parametrize("language", ["en", "ru", "ro"])
@pytest.mark.parametrize("programme", ["cashback", "referral", "premium_price", "do_nothing", "panic_reaction"])
def test_people_read_the_verdict_first(run, shop, language, programme):
    code, out, _ = run("simulate", programme, "--workspace", shop, "--language", language, "--months", "13")
    assert code == 0 and not out.startswith("{") and "None" not in out and "nan" not in out
    assert len(out.splitlines()) > 8 or programme == "do_nothing"


def test_the_verdict_in_english(run, written):
    _, out, _ = run("simulate", "cashback", "--business", written(FOUR), "--set", "rate=0.05", "redemption=0.8", "uptake=1")
    lines = out.splitlines()
    # 12,000 of reward on the old sales and 360 on 3 % more, against 3,600 of margin
    assert lines[:3] == [
        "Cashback",
        "Loses 8,760 in the first year.",
        "It pays only if participants buy 11.1% more often; you assume 3%.",
    ]


def test_nothing_spent_has_not_to_come_back(run, written):
    _, free, _ = run("simulate", "do_nothing", "--business", written(FOUR))
    _, paid, _ = run("simulate", "discount", "--business", written(FOUR))
    assert "Payback month" not in free and "Payback month: not within the time looked at" in paid
