from __future__ import annotations

import duckdb
import pytest

from retention.ingest.values.macros import make_macros


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("storniert", "cancelled"),
        ("teilweise erstattet", "sale"),
        ("Remboursée", "return"),
        ("En attente de paiement", "unpaid"),
        ("En attente", None),
        ("Cancelado", "cancelled"),
        ("Devuelto", "return"),
        ("Estornado", "return"),
        ("annullato", "cancelled"),
        ("reso", "return"),
        ("resolved", None),
        ("Zwrot", "return"),
        ("nieopłacone", "unpaid"),
        ("İPTAL EDİLDİ", "cancelled"),
        ("iade", "return"),
        ("Скасовано", "cancelled"),
        ("повернення", "return"),
        ("已退款", "return"),
        ("部分退款", "sale"),
        ("已取消", "cancelled"),
        ("交易成功", None),
    ],
)
def test_statuses_of_every_language(cell, status):
    with duckdb.connect() as connection:
        make_macros(connection)
        assert connection.execute("select status_word($cell)", {"cell": cell}).fetchall() == [(status,)]


@pytest.mark.parametrize(
    ("cell", "is_guest"),
    [
        ("Guest", True),
        ("Walk-in customer", True),
        ("(guest checkout)", True),
        ("Физ. лицо", True),
        ("Persoană fizică", True),
        ("Laufkunde", True),
        ("Klient detaliczny", True),
        ("散客", True),
        ("Guest House Ltd", False),
        ("Ann", False),
    ],
)
def test_nobody_in_particular_is_no_customer(cell, is_guest):
    with duckdb.connect() as connection:
        make_macros(connection)
        assert connection.execute("select is_guest($cell)", {"cell": cell}).fetchall() == [(is_guest,)]
