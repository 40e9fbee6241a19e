"""The city of a customer is found in the words of many languages, and nothing else is taken for it: no branch, no country, no code."""

from __future__ import annotations

import pytest

from retention.ingest.roles import SOURCES
from tests.ingest.small_files import read_files, rows_of

SALES = {  # header and two rows -> which column is what, beside day, customer and amount; and the cities of the rows
    "Russian, beside the shop, the region and the address": (
        "Дата;Клиент;Магазин;Регион;Город;Адрес;Канал;Сумма\n"
        "13.01.2026;Анна;Центр;Юг; Бельцы ;ул. Мира 1;сайт;10,50\n14.01.2026;Борис;Рынок;Юг;;ул. Мира 2;сайт;20,00\n",
        {"Магазин": "store", "Город": "city", "Канал": "channel"},
        ["Бельцы", None],
    ),
    "Romanian, with the county and the postal code": (
        "Data,Client,Localitate/Oraș,Județ,Cod poștal,Categorie,Suma\n"
        "2026-01-13,Ana,Cahul,CH,3901,ceai,10\n2026-01-14,Ion,Orhei,OR,3500,pâine,20\n",
        {"Localitate/Oraș": "city", "Categorie": "category"},
        ["Cahul", "Orhei"],
    ),
    "German, a place that is the branch stays the branch": (
        "Datum;Kunde;Standort;Betrag\n13.01.2026;Anna;Berlin;10,50\n14.01.2026;Ben;Ulm;20,00\n",
        {"Standort": "store"},
        None,
    ),
    "German, the branch and the town where the customer lives": (
        "Datum;Kunde;PLZ;Wohnort;Land;Filiale;Betrag\n13.01.2026;Anna;10115;Berlin;DE;Ulm;10,50\n14.01.2026;Ben;89073;Ulm;DE;Ulm;20,00\n",
        {"Wohnort": "city", "Filiale": "store"},
        ["Berlin", "Ulm"],
    ),
    "the city of the store is nobody's city": (
        "Date,Customer,Store city,Amount\n2026-01-13,Ann,Leeds,10\n2026-01-14,Bob,York,20\n",
        {},
        None,
    ),
    "Spanish, delivered to another city than the bill: the bill's": (
        "Fecha,Cliente,Ciudad de envío,Ciudad de facturación,Provincia,País,Importe\n"
        "2026-01-13,Ana,Cádiz,Sevilla,SE,ES,10\n2026-01-14,Eva,Jaén,Málaga,MA,ES,20\n",
        {"Ciudad de facturación": "city"},
        ["Sevilla", "Málaga"],
    ),
    "a bill without a city: where it was delivered": (
        "Date,Customer,Billing City,Shipping City,Shipping State,Amount\n2026-01-13,Ann,,Leeds,WY,10\n2026-01-14,Bob,,York,NY,20\n",
        {"Shipping City": "city"},
        ["Leeds", "York"],
    ),
    "French": (
        "Date;Client;Ville;Pays;Montant\n13/01/2026;Anne;Lyon;FR;10,50\n14/01/2026;Bob;Lille;FR;20,00\n",
        {"Ville": "city"},
        ["Lyon", "Lille"],
    ),
    "Italian": (
        "Data;Cliente;Città;Provincia;Importo\n13/01/2026;Anna;Roma;RM;10,50\n14/01/2026;Ugo;Bari;BA;20,00\n",
        {"Città": "city"},
        ["Roma", "Bari"],
    ),
    "Portuguese, where the state of an order is a word for its status": (
        "Data;Cliente;Município;Estado;Valor\n13/01/2026;Ana;Évora;pago;10,50\n14/01/2026;Rui;Faro;pago;20,00\n",
        {"Município": "city", "Estado": "status"},
        ["Évora", "Faro"],
    ),
    "Polish, where a quantity is shortened to two letters": (
        "Data;Klient;Miejscowość;Województwo;Ilość;Wartość\n2026-01-13;Anna;Radom;MZ;1;10,50\n2026-01-14;Jan;Łódź;LD;2;20,00\n",
        {"Miejscowość": "city", "Ilość": "quantity"},
        ["Radom", "Łódź"],
    ),
    "Turkish, not the district": (
        "Tarih;Müşteri;Şube;İlçe;İl;Tutar\n13.01.2026;Ayşe;Merkez;Çankaya;Ankara;10,50\n14.01.2026;Can;Merkez;Konak;İzmir;20,00\n",
        {"Şube": "store", "İl": "city"},
        ["Ankara", "İzmir"],
    ),
    "Ukrainian": (
        "Дата;Клієнт;Місто доставки;Область;Сума\n13.01.2026;Анна;Київ;Київська;10,50\n14.01.2026;Іван;Львів;Львівська;20,00\n",
        {"Місто доставки": "city"},
        ["Київ", "Львів"],
    ),
    "Chinese, beside the shop and the province": (
        "下单时间,买家昵称,店铺名称,省份,收货城市,实付金额\n2026-01-13,安娜,总店,广东,深圳,10\n2026-01-14,小明,总店,江苏,南京,20\n",
        {"店铺名称": "store", "收货城市": "city"},
        ["深圳", "南京"],
    ),
    "numbers are no names of cities": (
        "Date,Customer,City,Amount\n2026-01-13,Ann,17,10\n2026-01-14,Bob,4,20\n",
        {},
        None,
    ),
}
ORDERS = "order_id,customer_id,order_date,ship_city\n1,ann,2026-01-13,Leeds\n2,bob,2026-01-14,York\n"
LINES = "order_id,product,quantity,unit_price\n1,Tea,2,5.00\n1,Cup,1,4.00\n2,Tea,1,5.00\n"
BLOCKS = (
    "Order no,Date,Customer,City,Product,Quantity,Price,Total\n"
    "1,2026-01-13,ann,Leeds,Tea,2,5.00,14.00\n1,,,,Cup,1,4.00,\n2,2026-01-14,bob,York,Tea,1,5.00,9.00\n2,,,,Cup,1,4.00,\n"
)
CUSTOMERS = (
    "customer_id,name,city,country,acquisition channel\nAnn@example.com,Ann,Leeds,UK,friend\nbob@example.com,Bob, York ,UK,ads\n"
    "eve@example.com,Eve,n/a,UK,ads\n"
)
EXPORTS = {
    "Shopify": (
        "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing City,Shipping City\n"
        "#2,bob@example.com,paid,EUR,5.00,2026-01-14 10:00:00 +0200,1,Tea,5.00,York,Hull\n"
        "#1,ann@example.com,paid,EUR,9.00,2026-01-13 10:00:00 +0200,1,Tea,5.00,Leeds,Hull\n"
        "#1,ann@example.com,,,,2026-01-13 10:00:00 +0200,1,Cup,4.00,,\n",
        ["York", "Leeds", "Leeds"],
    ),
    "WooCommerce (Advanced Order Export)": (
        "Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Item Name,Quantity,Item Cost,"
        "City (Shipping),City (Billing)\n"
        "501,Completed,2026-01-13 08:00,ann@example.com,9.00,Tea,1,5.00,Hull,Leeds\n"
        "501,Completed,2026-01-13 08:00,ann@example.com,9.00,Cup,1,4.00,,\n",
        ["Leeds", "Leeds"],
    ),
    "WooCommerce (Order Export & Order Import)": (
        "order_number,order_date,status,order_total,order_currency,billing_email,billing_city,shipping_city\n"
        "501,2026-01-13 08:00:00,completed,9.00,EUR,ann@example.com,Leeds,Hull\n"
        "502,2026-01-14 08:00:00,completed,5.00,EUR,bob@example.com,York,\n",
        ["Leeds", "York"],
    ),
    "Etsy (orders)": (
        "Sale Date,Order ID,Buyer,Number of Items,Order Value,Order Total,Status,Ship City,Ship State\n"
        "01/13/26,3301,Ann Lee (annlee),2,24.00,28.50,,Leeds,WY\n01/14/26,3302,Bob May (bobmay),1,5.00,9.00,,York,NY\n",
        ["Leeds", "York"],
    ),
    "Amazon (all orders)": (
        "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tquantity\tcurrency\titem-price\tship-city\tship-state\n"
        "405-1\t2026-01-13T10:00:00+00:00\tShipped\tAmazon.de\tTea\t1\tEUR\t5.00\tLeeds\tWY\n"
        "405-2\t2026-01-14T10:00:00+00:00\tShipped\tAmazon.de\tCup\t1\tEUR\t9.00\tYork\tNY\n",
        ["Leeds", "York"],
    ),
    "eBay (orders)": (
        "Sales Record Number,Order Number,Buyer Username,Buyer City,Item Title,Quantity,Sold For,Total Price,Sale Date,Ship To City\n"
        "1,11-1,ann,Leeds,Tea,1,5.00,9.00,2026-01-13,Hull\n2,11-1,ann,,Cup,1,4.00,,2026-01-13,\n",
        ["Leeds", "Leeds"],
    ),
}


@pytest.mark.parametrize(("content", "meant", "cities"), SALES.values(), ids=SALES)
def test_the_city_of_a_sale(tmp_path, content, meant, cities):
    reading = read_files(tmp_path, {"sales.csv": content})
    found = {header: field for header, field in reading.files[0].columns.items() if field not in ("ordered_at", "customer_id", "amount")}
    assert (found, reading.totals.customers, reading.totals.order_lines) == (meant, 2, 2)
    assert rows_of(reading, "order_lines", "city") == [(city,) for city in cities or [None, None]]


def test_a_city_that_its_owner_calls_the_branch_stays_the_branch(tmp_path):
    content = SALES["French"][0]
    columns = {"Date": "ordered_at", "Client": "customer_id", "Ville": "store", "Montant": "amount"}
    reading = read_files(tmp_path, {"sales.csv": content}, {"files": [{"file": "sales.csv", "role": "orders", "columns": columns}]})
    assert reading.files[0].columns == columns
    assert rows_of(reading, "order_lines", "store", "city") == [("Lyon", None), ("Lille", None)]


def test_lines_have_the_city_of_their_order(tmp_path):
    reading = read_files(tmp_path, {"orders.csv": ORDERS, "items.csv": LINES})
    assert rows_of(reading, "order_lines", "order_id", "city") == [("1", "Leeds"), ("1", "Leeds"), ("2", "York")]


def test_a_city_on_the_first_line_of_an_order_is_that_of_all(tmp_path):
    reading = read_files(tmp_path, {"orders.csv": BLOCKS})
    assert rows_of(reading, "order_lines", "customer_id", "city") == [("ann", "Leeds")] * 2 + [("bob", "York")] * 2


def test_a_list_of_customers_with_one_of_them_written_in_two_ways(tmp_path):
    sales = "date,customer_id,amount\n2026-01-13,ann@example.com,10\n2026-01-14,ann@example.com,20\n2026-01-15,bob@example.com,5\n"
    reading = read_files(tmp_path, {"customers.csv": CUSTOMERS, "sales.csv": sales})
    assert rows_of(reading, "customers", "customer_id", "name", "city") == [
        ("ann@example.com", "Ann", "Leeds"),
        ("bob@example.com", "Bob", "York"),
        ("eve@example.com", "Eve", None),
    ]


@pytest.mark.parametrize(("name", "content", "cities"), [(name, *case) for name, case in EXPORTS.items()], ids=EXPORTS)
def test_known_exports_say_the_city(tmp_path, name, content, cities):
    reading = read_files(tmp_path, {"export.csv": content})
    assert reading.files[0].export == name
    assert rows_of(reading, "order_lines", "city") == [(city,) for city in cities]


def test_every_kind_of_sales_and_customers_can_have_a_city():
    assert {role for role, fields in SOURCES.items() if "city" in fields} == {"order_lines", "orders", "customers"}
