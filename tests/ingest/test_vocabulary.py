from __future__ import annotations

import duckdb
import pytest

from retention.ingest.macros import make_macros
from retention.ingest.vocabulary import header_currency, kind_of_table, meanings, words


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("CustomerID", ("customer", "id")),
        ("customer_id", ("customer", "id")),
        ("InvoiceNo.", ("invoice", "no")),
        ("№ заказа", ("no", "заказа")),
        ("Preț (lei)", ("pret",)),
        ("Скидка, %", ("скидка", "percent")),
        ("Сумма, руб.", ("сумма",)),
        ("Date of order", ("date", "order")),
        ("EUR", ("eur",)),
    ],
)
def test_headers_are_compared_by_their_words(header, found):
    assert words(header) == found


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("dollar_value", "amount"),
        ("number_of_cds", "quantity"),
        ("Цена за упаковку", "unit_price"),
        ("Категория товара", "category"),
        ("pret_total", "amount"),
        ("Order Date", "date"),
        ("Ship Date", "ignored"),
        ("Дата рождения", "ignored"),
        ("Sub-Category", "category"),
        ("Data înscrierii", "signed_up_on"),
        ("Cine a recomandat", "referred_by"),
        ("Impr.", "ad_metric"),
        ("Freight", "ignored"),
        ("Budget", "ignored"),
        ("Total lifetime value", "ignored"),
        ("Zzz", None),
    ],
)
def test_a_header_means_what_its_words_say_most_clearly(header, meaning):
    found = meanings(header)
    assert (max(found, key=lambda name: found[name]) if found else None) == meaning


@pytest.mark.parametrize(
    ("header", "currency"), [("Сумма, руб.", "RUB"), ("Amount (EUR)", "EUR"), ("Valoare (lei)", "RON"), ("Total $", "USD"), ("Total", None)]
)
def test_a_header_may_name_the_currency(header, currency):
    assert header_currency(header) == currency


@pytest.mark.parametrize(("name", "kind"), [("Расходы 2024", "spend"), ("clienti", "customers"), ("MyOrders", "orders"), ("data", None)])
def test_a_file_name_says_something_about_its_table(name, kind):
    assert kind_of_table(name) == kind


def test_words_of_every_language_can_be_compared_by_the_engine():
    with duckdb.connect() as connection:
        make_macros(connection)
        found = connection.execute(
            "select stage_word('Визиты'), stage_word('solicitări'), status_word('Anulată'), status_word('Частичный возврат'),"
            " purpose_word('Удержание'), channel_purpose('Яндекс Директ'), is_totals('Итого:'), is_totals('Total Gym'),"
            " opens_totals('Всего за день')"
        ).fetchall()
    assert found == [("visited", "enquired", "cancelled", "sale", "retention", "acquisition", True, False, True)]
