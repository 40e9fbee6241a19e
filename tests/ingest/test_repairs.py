"""A repair's card tells the truth: switched the other way, the files give exactly the sums that it foretold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from retention.ingest.reading import Reading
from tests.ingest.awkward import companions, currencies, identities
from tests.ingest.awkward.case import Case
from tests.ingest.small_files import read_files, rows_of, said

CASES = [case for module in (companions, identities, currencies) for case in module.CASES if case.repairs]


@pytest.fixture(scope="module")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case, Mapping[str, object] | None], Reading]:
    """Reads the files of a case by a mapping, the same ones by the same one only once."""
    done: dict[tuple[str, str], Reading] = {}

    def read_once(case: Case, mapping: Mapping[str, object] | None) -> Reading:
        key = case.name, repr(mapping)
        if key not in done:
            done[key] = read_files(tmp_path_factory.mktemp("case"), case.files, mapping)
        return done[key]

    return read_once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_switch_does_what_its_card_says(case: Case, read_case) -> None:
    mapping = dict(case.mapping or {})
    reading = read_case(case, mapping or None)
    wanted = dict(mapping.get("repairs", {}))
    for repair in reading.repairs:
        assert reading.totals == (repair.with_it if repair.is_on else repair.without)
        other = {**mapping, "repairs": {**wanted, repair.code: not repair.is_on}}
        again = read_case(case, other)
        assert again.totals == (repair.without if repair.is_on else repair.with_it)
        (same,) = [one for one in again.repairs if one.code == repair.code]
        assert (same.is_on, same.rows) == (not repair.is_on, repair.rows)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_with_every_switch_off_nothing_is_touched(case: Case, read_case) -> None:
    reading = read_case(case, case.mapping)
    off = {**(case.mapping or {}), "repairs": {repair.code: False for repair in reading.repairs}}
    assert read_case(case, off).totals == reading.untouched


def test_a_merged_customer_is_merged_everywhere(tmp_path: Path) -> None:
    files = {
        "sales.csv": "date,email,amount\n2024-01-05,ann@x.ro,10\n2024-01-06,ann@x.ro,10\n2024-02-05,ANN@x.ro,20\n",
        "customers.csv": "email,name,referred by\nAnn@X.ro,Ann,\nbob@x.ro,Bob,ANN@X.RO\n",
        "feedback.csv": "date,email,score\n2024-02-06,ANN@X.RO,9\n2024-02-07,bob@x.ro,3\n",
    }
    reading = read_files(tmp_path, files)
    assert rows_of(reading, "order_lines", "customer_id") == [("ann@x.ro",)] * 3
    assert sorted(rows_of(reading, "customers", "customer_id", "referred_by"), key=str) == [("ann@x.ro", None), ("bob@x.ro", "ann@x.ro")]
    assert sorted(rows_of(reading, "feedback", "customer_id")) == [("ann@x.ro",), ("bob@x.ro",)]


def test_the_card_of_merged_customers_counts_them(tmp_path: Path) -> None:
    content = "date,email,amount\n2024-01-05,a@x,1\n2024-01-06,A@x,1\n2024-01-07,b@x,1\n2024-01-08,B@X,1\n2024-01-09,c@x,1\n"
    (repair,) = read_files(tmp_path, {"sales.csv": content}).repairs
    assert said(repair.sentence).startswith("2 customers are written in 4 ways")
    assert [(one.customers, one.returning_customers) for one in (repair.without, repair.with_it)] == [(5, 0), (3, 2)]


def test_plain_files_need_no_repair(tmp_path: Path) -> None:
    reading = read_files(tmp_path, {"sales.csv": "date,customer,amount\n2024-01-05,a,1\n2024-01-06,b,2\n"})
    assert (reading.repairs, reading.untouched) == ((), None)
