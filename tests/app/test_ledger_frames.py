"""The ledger's tables to take away: plain figures with their unit, and texts that no spreadsheet runs."""

from __future__ import annotations

import csv
import importlib
import io
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from retention.answers.ask import ask
from retention.answers.ledger import ledger
from retention.locale import Words
from retention.question import Question
from retention.report.csv_table import csv_table
from retention.warehouse.spend_ledger import TypedSpend
from tests.tiny_shop import make_tiny_shop

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.fixture
def found(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    workspace.spend.add(TypedSpend(date(2026, 4, 9), date(2026, 4, 12), "=Prizes", Decimal(20), "shared", Decimal("0.3")))
    with ask(workspace, Question()) as marts:
        yield ledger(workspace, marts)
    workspace.close()


@pytest.fixture
def frames(monkeypatch):
    monkeypatch.syspath_prepend(str(PAGES))
    yield importlib.import_module("shared.ledger_frames")
    for name in [name for name in sys.modules if name == "shared" or name.startswith("shared.")]:
        del sys.modules[name]


def rows(made):
    return list(csv.reader(io.StringIO(csv_table(*made).decode("utf-8-sig"))))


def test_every_line_with_its_part_in_the_window(found, frames):
    header, *lines = rows(frames.lines_table(Words("en"), found))
    assert header[:6] == ["From", "To", "Channel", "Campaign", "Amount, EUR", "Of it in these days, EUR"]
    assert lines[0] == ["2026-01-01", "2026-01-31", "ads", "", "62.0", "0.0", "Winning customers", "100.0", "its name", "spend.csv", "2"]
    assert lines[3] == ["2026-04-09", "2026-04-12", "'=Prizes", "", "20.0", "10.0", "Both", "30.0", "you", "typed in", ""]


def test_every_channel_once(found, frames):
    header, *lines = rows(frames.channels_table(Words("en"), found))
    assert header == [
        "Channel",
        "Spent in these days, EUR",
        "What it is for",
        "Counts as winning, %",
        "Who says so",
        "Spent in all, EUR",
        "Lines",
    ]
    assert lines == [
        ["fair", "31.0", "Both", "50.0", "nobody", "31.0", "1"],
        ["newsletter", "10.0", "Keeping customers", "0.0", "its name", "30.0", "1"],
        ["'=Prizes", "10.0", "Both", "30.0", "you", "20.0", "1"],
        ["ads", "0.0", "Winning customers", "100.0", "its name", "62.0", "1"],
    ]


def test_the_latest_line_stands_first_on_the_page_and_campaigns_only_where_there_are_any(found, frames):
    frame = frames.lines_frame(Words("en"), found)
    assert frame["Channel"].tolist() == ["=Prizes", "newsletter", "fair", "ads"]
    assert "Campaign" not in frame and frame["From file"].tolist()[0] == "typed in"
