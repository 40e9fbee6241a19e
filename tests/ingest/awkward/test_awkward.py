"""Every awkward file is understood without help: the same sums as its maker had in mind, and the same warnings."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import tests.ingest.awkward as awkward
from retention.ingest.reading import Reading
from retention.sentence import Refusal
from tests.ingest.awkward.case import Case
from tests.ingest.small_files import read_files, rows_of

MODULES = [
    import_module(f"{awkward.__name__}.{found.name}") for found in iter_modules(awkward.__path__) if not found.name.startswith("test_")
]
CASES: list[Case] = [case for module in MODULES for case in getattr(module, "CASES", ())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_awkward_file_is_understood(case: Case, tmp_path: Path) -> None:
    if case.refusal is not None:
        with pytest.raises(Refusal, match=case.refusal):
            read_files(tmp_path, case.files, case.mapping)
        return
    reading = read_files(tmp_path, case.files, case.mapping)
    assert found_in(reading, case) == expected_of(case)
    assert {repair.code for repair in reading.repairs} >= set(case.repairs)
    assert {found.code for found in reading.findings} >= set(case.findings)
    assert {doubt.column for doubt in reading.doubts} >= set(case.doubts)
    assert reading.refused_count == case.refused, [(row.row, row.reason) for row in reading.refused]


def found_in(reading: Reading, case: Case) -> dict[str, object]:
    """What the case says anything about, as it was read."""
    totals = reading.totals
    found: dict[str, object] = {
        "lines": totals.order_lines,
        "orders": totals.orders,
        "customers": totals.customers,
        "revenue": totals.revenue,
        "first": str(totals.first_date),
        "last": str(totals.last_date),
        "spend": totals.spend,
        "currency": totals.currency,
    }
    if case.cost is not None:
        found["cost"] = sum((value for (value,) in rows_of(reading, "order_lines", "cost") if isinstance(value, Decimal)), Decimal(0))
    if case.roles:
        found["roles"] = tuple(table.role for table in reading.files)
    return {name: value for name, value in found.items() if name in expected_of(case)}


def expected_of(case: Case) -> dict[str, object]:
    """What the case says."""
    expected: dict[str, object] = {
        name: getattr(case, name)
        for name in ("lines", "orders", "customers", "first", "last", "currency")
        if getattr(case, name) is not None
    }
    expected |= {name: Decimal(value) for name in ("revenue", "spend", "cost") if (value := getattr(case, name)) is not None}
    expected |= dict.fromkeys(case.absent)
    return expected | ({"roles": case.roles} if case.roles else {})


def test_there_are_at_least_sixty_and_no_two_of_one_name() -> None:
    names = [case.name for case in CASES]
    assert (len(names) >= 60, len(set(names))) == (True, len(names))
