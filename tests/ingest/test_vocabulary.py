from __future__ import annotations

import duckdb
import pytest

from retention.ingest.values.macros import make_macros
from retention.ingest.vocabulary import LANGUAGES, english, header_currency, kind_of_table, meanings, words


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
        ("Total lifetime value", "lifetime_revenue"),
        ("Rechnungsbetrag", "amount"),
        ("Umsatz (ohne Soll/Haben-Kz)", "amount"),
        ("Prix unitaire HT", "unit_price"),
        ("Gastos de envío", "ignored"),
        ("Valor do frete", "ignored"),
        ("Q.tà", "quantity"),
        ("Wartość brutto", "amount"),
        ("Faturalanacak Tutar", "amount"),
        ("MÜŞTERİ NO", "customer_id"),
        ("Кількість", "quantity"),
        ("订单号", "order_id"),
        ("下单时间", "date"),
        ("买家实际支付金额", "amount"),
        ("商品数量", "quantity"),
        ("买家昵称", "customer_id"),
        ("运费", "ignored"),
        ("Amount incl. VAT", "amount"),
        ("Sales tax amount", "ignored"),
        ("Customer city", "city"),
        ("City (Billing)", "city"),
        ("shipCity", "city"),
        ("cust_city", "city"),
        ("Ort", "city"),
        ("Ciudad de envío", "city"),
        ("Ville du client", "city"),
        ("Città", "city"),
        ("Município", "city"),
        ("Miejscowość", "city"),
        ("Şehir", "city"),
        ("İl", "city"),
        ("Нас. пункт", "city"),
        ("Город/населённый пункт", "city"),
        ("Місто доставки", "city"),
        ("Oraș / Localitate", "city"),
        ("收货城市", "city"),
        ("Store city", "ignored"),
        ("Город магазина", "ignored"),
        ("City, State", "ignored"),
        ("CityTier", "ignored"),
        ("PLZ/Ort", "ignored"),
        ("İlçe", "ignored"),
        ("Область", "ignored"),
        ("Region", "ignored"),
        ("Postal code", "ignored"),
        ("Standort", "store"),
        ("Locație", "store"),
        ("Sales target", "ignored"),
        ("План продаж", "ignored"),
        ("Customers", "people"),
        ("Zzz", None),
    ],
)
def test_a_header_means_what_its_words_say_most_clearly(header, meaning):
    found = meanings(header)
    assert (max(found, key=lambda name: found[name]) if found else None) == meaning


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Ammount", "amount"),
        ("Custmer ID", "customer_id"),
        ("Qantity", "quantity"),
        ("Sume totală", "amount"),
        ("Колличество", "quantity"),
        ("orderdate", "date"),
        ("customerid", "customer_id"),
        ("totalprice", "amount"),
        ("PRICEEACH", "unit_price"),
        ("ORDERLINENUMBER", "ignored"),
        ("cust_no", "customer_id"),
        ("ord_dt", "date"),
        ("inv_dt", "date"),
        ("txn_amt", "amount"),
        ("disc_amt", "discount"),
        ("ship_dt", "ignored"),
        ("prod_desc", "product"),
        ("u_price", "unit_price"),
        ("дата_зак", "date"),
        ("наим. товара", "product"),
        ("Re.-Nr.", "order_id"),
        ("Shiping cost", "ignored"),
    ],
)
def test_slips_short_forms_and_words_glued_together_count_a_little_less(header, meaning):
    found = meanings(header)
    assert max(found, key=lambda name: found[name]) == meaning
    assert 0.7 < found[meaning] <= 0.95


@pytest.mark.parametrize(
    "header", ["Country", "State", "Stores", "Rate", "Prime", "Scale", "Clients", "Zzz", "Contract", "Fulfilment", "Winner"]
)
def test_other_words_are_not_taken_for_misspelt_ones(header):
    assert {name for name in meanings(header) if name not in ("ignored", "people")} == set()


@pytest.mark.parametrize(("exact", "bent"), [("Amount", "Ammount"), ("Order date", "orderdate"), ("Customer no", "cust_no")])
def test_a_header_that_says_it_plainly_wins(exact, bent):
    assert max(meanings(exact).values()) > max(meanings(bent).values())


def test_every_language_has_the_same_lists():
    for language in LANGUAGES:
        assert set(language.HEADERS) == set(english.HEADERS), language.__name__
        assert set(language.STAGES) == set(english.STAGES)
        assert set(language.PURPOSES) == set(english.PURPOSES)
        assert set(language.CHANNELS) == set(english.CHANNELS)
        assert set(language.TABLES) == set(english.TABLES)
        assert {"return", "cancelled", "unpaid", "test", "sale"} <= set(language.STATUSES)
        assert language.TOTALS and language.FILLERS and language.DOCUMENT_KINDS and language.GUESTS


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
