"""`simulate --json` and the what-if page show the same figures and sentences for the same scenario on the same shop."""

from __future__ import annotations

import json
import re

import pyarrow as pa
import pytest

from retention.__main__ import main
from retention.answers.sample_shop import open_sample
from retention.locale import Words
from retention.sentence import from_json
from tests.app.test_pages import charts, texts, visit

SCENARIOS = (
    "cashback",
    "cashback~rate=0.03~frequency_lift.regular=0.08~on=first_purchase.regular.advocate~months=24",
    "referral~reward=0.5~setup_cost=1000~months=36",
    "panic_reaction~months=24",
)


def figures(capsys, *arguments):
    assert main([str(argument) for argument in (*arguments, "--json")]) == 0
    return json.loads(capsys.readouterr().out)


def drawn(app):
    """The columns of every chart on the page."""
    return [pa.ipc.open_stream(data).read_all().to_pydict() for data in charts(app)]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_command_equals_the_page_on_the_toy_shop(capsys, scenario):
    workspace = open_sample("toys")
    app = visit(f"programmes?shop=toys&scenario={scenario}")
    found = figures(capsys, "simulate", "--scenario", scenario, "--workspace", workspace.path)
    assert found["scenario"] == scenario
    money = Words("en").money(abs(found["net"]), "RUB")
    assert money in texts(app).replace("\\", "")
    tables = drawn(app)
    lift = next(table for table in tables if "lift" in table)
    judged = found["net_with_later" if found["break_even_counts_later"] else "net"]
    assert (judged, "assumed") in zip(lift["net"], lift["kind"], strict=True)
    said = texts(app).replace("\\", "")
    assert len(found["verdict"]) >= 5 and [one["message"] for one in found["verdict"] if one["message"] not in said] == []
    months = next(table for table in tables if "month" in table)
    totals = [amount for amount, kind in zip(months["amount"], months["kind"], strict=True) if kind == "running_total"]
    assert totals[-len(found["months"]) :] == [month["cumulative"] for month in found["months"]]
    futures = next(table for table in tables if "futures" in table)
    assert {int(count) for count in futures["futures"] if count is not None} == set(found["futures"])
    swings = next(table for table in tables if "assumed_net" in table)
    assert {swing["net_high"] for swing in found["tornado"]} >= {
        net for net, end in zip(swings["net"], swings["end"], strict=True) if end == "high"
    }


def test_a_business_typed_in_equals_its_file(capsys, tmp_path):
    path = tmp_path / "business.json"
    path.write_text(
        '{"customers": 1000, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4, "staying_share_year": 0.7}'
    )
    code = "vip_service~months=24"
    app = visit(
        f"programmes?figures=typed&typed_customers=1000&typed_pace=6&typed_check=50&typed_margin=40&typed_staying=70&scenario={code}"
    )
    found = figures(capsys, "simulate", "--scenario", code, "--business", path)
    months = next(table for table in drawn(app) if "month" in table)
    assert [amount for amount, kind in zip(months["amount"], months["kind"], strict=True) if kind == "running_total"] == [
        month["cumulative"] for month in found["months"]
    ]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("referral", "ru"),
        ("vip_service~months=24", "en"),
        ("panic_reaction~months=36", "ro"),
        ("cashback~uptake=0~setup_cost=10", "en"),
        ("bundle", "ru"),
    ],
)
def test_the_page_says_what_the_command_says_and_no_more(capsys, tmp_path, code, language):
    figures_typed = (
        '{"customers": 1000, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4, "staying_share_year": 0.7}'
    )
    path = tmp_path / "business.json"
    path.write_text(figures_typed)
    assert main(["simulate", "--scenario", code, "--business", str(path), "--language", language]) == 0
    told = capsys.readouterr().out.splitlines()
    verdict = [from_json(one["sentence"]) for one in figures(capsys, "simulate", "--scenario", code, "--business", path)["verdict"]]
    expected = [Words(language).say(one) for one in verdict]
    assert told[1 : 1 + len(expected)] == expected
    typed = "figures=typed&typed_customers=1000&typed_pace=6&typed_check=50&typed_margin=40&typed_staying=70"
    app = visit(f"programmes?{typed}&scenario={code}", language)
    said = texts(app)
    assert [one for one in expected if one not in said] == []
    block = next(str(one.value) for one in app.markdown if str(one.value).startswith("### "))
    plain = " ".join(re.sub("^(### |- )", "", block, flags=re.MULTILINE).split())
    assert " ".join(" ".join(expected).split()).startswith(plain)
