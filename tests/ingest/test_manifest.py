"""Every line of the collection's own list that leaves no doubt: customers, orders, money and days as it says, without any help."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ingest.small_files import read_files

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "real"
# Lines about one table that makes sense only with another, or about something that is no sale.
WITH_ANOTHER = {"orders.csv": "has no amounts without its lines", "order-details.csv": "has no days without its orders"}
NO_SALES = "attributed"


def lines() -> list[dict[str, str]]:
    """The lines of the list with something to compare; none where the collection is not there."""
    if not (REAL / "MANIFEST.tsv").exists():
        return []
    with (REAL / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t"))
    return [line for line in listed if any(line[name] for name in ("customers", "orders", "revenue", "cost"))]


def paths_of(line: dict[str, str]) -> list[Path]:
    """The file of a line, or all that it puts together."""
    folder, said = REAL / line["name"], line["file"]
    if said.startswith("*GROUP*"):
        return sorted(path for path in folder.iterdir() if path.suffix == ".csv")
    if said.startswith("*JOIN*"):
        return [folder / name.strip() for name in said.removeprefix("*JOIN*").split("+")]
    return [folder / said]


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line['name']}: {line['file']}")
def test_a_line_of_the_list_holds(line: dict[str, str], tmp_path: Path) -> None:
    if line["file"] in WITH_ANOTHER:
        pytest.skip(f"{line['file']} {WITH_ANOTHER[line['file']]}; the line about both together is tried")
    totals = read_files(tmp_path, paths_of(line)).totals
    found = {
        "customers": str(totals.customers),
        "orders": str(totals.orders),
        "revenue": str(totals.revenue),
        "cost": str(totals.spend),
        "date_min": str(totals.first_date),
        "date_max": str(totals.last_date),
    }
    expected = {name: line[name] for name in found if line[name]}
    if NO_SALES in line["revenue_definition"]:
        assert totals.revenue is None
        del expected["revenue"]
    if line["cost"]:
        assert totals.spend == Decimal(line["cost"])
        expected = {name: value for name, value in expected.items() if name not in ("cost", "date_min", "date_max")}
    expected |= {name: f"{Decimal(expected[name]):.2f}" for name in ("revenue",) if name in expected}
    expected |= {name: expected[name][:10] for name in ("date_min", "date_max") if name in expected}
    assert {name: found[name] for name in expected} == expected


@pytest.mark.skipif(not REAL.is_dir(), reason="the collected files do not lie beside this checkout")
def test_the_list_is_read() -> None:
    assert len(lines()) >= 18
