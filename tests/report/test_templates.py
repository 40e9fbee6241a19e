"""A blank template, filled in or not, comes back through the reading as what it is: no mapping, every column, both example rows."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest

from retention.locale import LANGUAGES
from retention.report.template_columns import COLUMNS
from retention.report.templates import KINDS, template
from tests.ingest.small_files import read_files, rows_of

CUSTOMERS = {"en": ("EXAMPLE-001", "EXAMPLE-002"), "ru": ("ПРИМЕР-001", "ПРИМЕР-002"), "ro": ("EXEMPLU-001", "EXEMPLU-002")}
PRODUCTS = {"en": ("Example: cup", "Example: tea"), "ru": ("Пример: чашка", "Пример: чай"), "ro": ("Exemplu: cană", "Exemplu: ceai")}
NAMES = {"en": ("Example: Anna", "Example: Boris"), "ru": ("Пример: Анна", "Пример: Борис"), "ro": ("Exemplu: Ana", "Exemplu: Boris")}
CITIES = {"en": "Chișinău", "ru": "Кишинёв", "ro": "Chișinău"}
REASONS = {"en": ("quality", "price"), "ru": ("качество", "цена"), "ro": ("calitate", "preț")}
SPOKEN = list(LANGUAGES)


def read_template(tmp_path, kind, language, *columns):
    path = tmp_path / f"{kind}.xlsx"
    path.write_bytes(template(kind, language))
    reading = read_files(tmp_path, [path])
    assert [(table.file, table.rows) for table in reading.files] == [(path.name, 2)]
    assert reading.refused_count == 0
    understood = [field for _, field in sorted(reading.files[0].columns.items(), key=lambda one: reading.files[0].headers.index(one[0]))]
    assert understood == [column.field for column in COLUMNS[kind]]
    return reading.files[0].role, rows_of(reading, kind, *columns)


@pytest.mark.parametrize("language", SPOKEN)
def test_order_lines(tmp_path, language):
    first, tea = CUSTOMERS[language][0], PRODUCTS[language]
    columns = ("order_id", "customer_id", "ordered_at", "product", "quantity", "amount", "cost", "status")
    day = datetime(2026, 1, 31)
    assert read_template(tmp_path, "order_lines", language, *columns) == (
        "order_lines",
        [
            (first, first, day, tea[0], Decimal(2), Decimal("30.0000"), Decimal("18.0000"), "sale"),
            (first, first, day, tea[1], Decimal(1), Decimal("12.5000"), Decimal("7.2500"), "cancelled"),
        ],
    )


@pytest.mark.parametrize("language", SPOKEN)
def test_customers(tmp_path, language):
    (anna, boris), (first, second) = NAMES[language], CUSTOMERS[language]
    assert read_template(tmp_path, "customers", language, "customer_id", "name", "signed_up_on", "city", "referred_by") == (
        "customers",
        [(first, anna, date(2026, 1, 13), CITIES[language], None), (second, boris, date(2026, 1, 31), CITIES[language], first)],
    )


@pytest.mark.parametrize("language", SPOKEN)
def test_spend(tmp_path, language):
    assert read_template(tmp_path, "spend", language, "first_day", "last_day", "amount", "purpose") == (
        "spend",
        [
            (date(2026, 1, 1), date(2026, 1, 31), Decimal("500.0000"), "acquisition"),
            (date(2026, 1, 1), date(2026, 1, 31), Decimal("120.5000"), "retention"),
        ],
    )


@pytest.mark.parametrize("language", SPOKEN)
def test_contacts(tmp_path, language):
    assert read_template(tmp_path, "contacts", language, "day", "stage", "people") == (
        "contacts",
        [(date(2026, 1, 31), "reached", 1200), (date(2026, 1, 31), "visited", 85)],
    )


@pytest.mark.parametrize("language", SPOKEN)
def test_feedback(tmp_path, language):
    (first, second), (quality, price) = CUSTOMERS[language], REASONS[language]
    assert read_template(tmp_path, "feedback", language, "customer_id", "day", "score", "reason") == (
        "feedback",
        [(first, date(2026, 1, 31), 9, quality), (second, date(2026, 2, 14), 6, price)],
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_one_sheet_without_formulas_links_or_notes_and_the_same_every_time(kind):
    assert template(kind, "ru") == template(kind, "ru")
    with zipfile.ZipFile(BytesIO(template(kind, "ru"))) as book:
        names = book.namelist()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert [name for name in names if name.startswith("xl/worksheets/")] == ["xl/worksheets/sheet1.xml"]
    assert not [name for name in names if "comment" in name or "drawing" in name]
    assert "<f>" not in sheet and "hyperlink" not in sheet
