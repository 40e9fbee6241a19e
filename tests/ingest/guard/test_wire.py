from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from retention.ingest.guard.wire import NotAsAgreed, from_wire, to_wire
from retention.ingest.reading import Finding, Reading, RefusedRow, Totals, Understood
from retention.sentence import Sentence, counted, sentence

SPOOL = Path("/spool")
SAID = counted(
    "{count} row from {day} costs {price}", "{count} rows from {day} cost {price}", 2, day=date(2024, 1, 31), price=Decimal("1.50")
)
READING = Reading(
    files=(
        Understood(
            "orders.csv",
            None,
            "order_lines",
            "cp1251",
            ";",
            0,
            2,
            {"Дата": "ordered_at"},
            ("Дата",),
            {"Дата": ("1", "2")},
            {"date": "%d"},
            "ab",
        ),
    ),
    findings=(Finding("code", "warning", 2, SAID, "orders.csv"),),
    refused=(RefusedRow("orders.csv", None, 7, sentence("Row {row} has no date", row=7)),),
    refused_count=1,
    totals=Totals(2, None, 1, Decimal("237276715.00"), "RUB", date(2020, 1, 1), date(2021, 12, 31), None),
    tables={"order_lines": SPOOL / "order_lines.arrow"},
    spool=SPOOL,
)


def sent(value: object) -> object:
    return json.loads(json.dumps(to_wire(value)))


def test_a_reading_survives_the_way() -> None:
    document = sent(READING)
    assert isinstance(document, dict)
    arrived = from_wire(Reading, document | {"spool": ""}, SPOOL)
    assert arrived == READING
    assert arrived.findings[0].sentence.plural == SAID.plural
    assert arrived.totals.revenue == Decimal("237276715.00")


def test_paths_cannot_leave_the_folder() -> None:
    document = sent(READING)
    assert isinstance(document, dict)
    document["tables"] = {"order_lines": "../../etc/passwd"}
    assert from_wire(Reading, document, SPOOL).tables == {"order_lines": SPOOL / "passwd"}


@pytest.mark.parametrize(
    "change",
    [
        {"files": None},
        {"refused_count": "1"},
        {"refused_count": True},
        {"totals": {}},
        {"unknown": 1},
        {"findings": [{"code": "a", "severity": "deadly", "rows": 1, "sentence": {}, "file": None, "sheet": None}]},
        {"tables": ["order_lines.arrow"]},
    ],
)
def test_another_form_is_not_believed(change: dict[str, object]) -> None:
    document = sent(READING)
    assert isinstance(document, dict)
    with pytest.raises(NotAsAgreed):
        from_wire(Reading, document | change, SPOOL)


@pytest.mark.parametrize(
    "said",
    [
        Sentence("{file.__class__.__init__.__globals__}", (("file", "a"),)),
        Sentence("{file!r}", (("file", "a"),)),
        Sentence("{file:>9999999999}", (("file", "a"),)),
        Sentence("{other}", (("file", "a"),)),
    ],
)
def test_a_sentence_names_its_values_and_nothing_else(said: Sentence) -> None:
    with pytest.raises(NotAsAgreed):
        from_wire(Sentence, sent(said), SPOOL)


def test_what_json_cannot_carry_is_an_error_at_the_sender() -> None:
    with pytest.raises(TypeError, match="set cannot be sent"):
        to_wire({"a": {1, 2}})
