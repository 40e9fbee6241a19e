"""Exports of marketplaces and tills: services among the sales, prices of whole lines, cancelled orders without any."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="eBay orders: the total of two items on the first row only",
        files={
            "eBay-OrdersReport.csv": "\nSales Record Number,Order Number,Buyer Username,Buyer Email,Item Number,Item Title,Quantity,"
            "Sold For,"
            "Shipping And Handling,Total Price,Payment Method,Sale Date,Paid On Date\n"
            "7,12-34567-89012,ann_b,a@example.com,1102,Old radio,1,$30.00,$6.00,$56.00,PayPal,Jan-15-24,Jan-15-24\n"
            "7,12-34567-89012,,,1103,Valve,2,$10.00,,,,,\n"
            "8,12-34567-89013,bob_c,b@example.com,1104,Knob,1,$4.00,$0.00,$4.00,PayPal,Jan-20-24,Jan-20-24\n"
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="60.00",
        first="2024-01-15",
        last="2024-01-20",
        currency="USD",
        roles=("order_lines",),
    ),
    Case(
        name="Amazon all orders: the price is the line's, a cancelled order has none",
        files={
            "orders.txt": "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tsku\tquantity\tcurrency\t"
            "item-price\titem-tax\t"
            "shipping-price\n"
            "111-1\t2024-02-01T08:00:00+00:00\tShipped\tAmazon.de\tKettle\tK1\t2\tEUR\t50.00\t7.98\t0.00\n"
            "111-1\t2024-02-01T08:00:00+00:00\tShipped\tAmazon.de\tCup\tC1\t1\tEUR\t8.00\t1.28\t0.00\n"
            "111-2\t2024-02-03T08:00:00+00:00\tCancelled\tAmazon.de\tKettle\tK1\t0\t\t\t\t\n"
            "111-3\t2024-02-05T09:00:00+00:00\tShipped - Delivered to Buyer\tAmazon.fr\tCup\tC1\t1\tEUR\t8.00\t1.28\t3.90\n"
        },
        lines=4,
        orders=3,
        revenue="66.00",
        absent=("customers",),
        currency="EUR",
        roles=("order_lines",),
    ),
    Case(
        name="Square: tax and tips are not sales, refunds are rows with a minus",
        files={
            "transactions.csv": "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total "
            "Collected,Source,Fees,"
            "Net Total,Transaction ID,Payment ID,Event Type,Location,Customer ID,Customer Name\n"
            "01/13/2024,18:01:02,Eastern,$20.00,-$2.00,$18.00,$0.00,$1.44,$3.00,$0.00,$22.44,Point of Sale,-$0.68,$21.76,T1,P1,Payment,"
            "Main St,C1,Ann Lee\n"
            '01/14/2024,12:01:02,Eastern,"$1,100.00",$0.00,"$1,100.00",$0.00,$88.00,$0.00,$0.00,"$1,188.00",Point of Sale,-$30.99,"$1,'
            '157.01",T2,P2,'
            "Payment,Main St,,\n"
            "01/15/2024,10:00:00,Eastern,-$10.00,$0.00,-$10.00,$0.00,-$0.80,$0.00,$0.00,-$10.80,Point of Sale,$0.00,-$10.80,T3,P3,"
            "Refund,Main St,C1,Ann Lee\n"
        },
        lines=3,
        revenue="1108.00",
        customers=1,
        first="2024-01-13",
        currency="USD",
        findings=("fees_not_taken_off", "negative_rows"),
        roles=("orders",),
    ),
    Case(
        name="Gumroad: a row of totals, a refund in part and one in full",
        files={
            "sales.csv": "Purchase ID,Item Name,Buyer Name,Purchase Email,Purchase Date,Purchase Time (UTC timezone),Subtotal ($),"
            "Taxes ($),"
            "Sale Price ($),Fees ($),Net Total ($),Tip ($),Refunded?,Partial Refund ($),Fully Refunded?,Quantity\n"
            "a1,Course,Ann,ann@example.com,2024-06-01,2024-06-01 10:00:00 UTC,29.0,0,29.0,3.4,25.6,0,0,0.0,0,1\n"
            "a2,Book,Bob,bob@example.com,2024-06-02,2024-06-02 10:00:00 UTC,12.0,0,12.0,1.7,10.3,0,1,5.0,0,1\n"
            "a3,Book,Eve,eve@example.com,2024-06-03,2024-06-03 10:00:00 UTC,12.0,0,12.0,1.7,10.3,0,1,0.0,1,1\n"
            "Totals,,,,,,53.0,0,53.0,6.8,46.2,0,,5.0,,\n"
        },
        lines=3,
        orders=3,
        revenue="36.00",  # 29 + (12 − 5)
        currency="USD",
        findings=("total_rows", "refunds_taken_off"),
        roles=("orders",),
    ),
    Case(
        name="Ozon orders: the seller's price times pieces, cancelled ones, several in one order",
        files={
            "orders_fbs.csv": "Номер заказа;Номер отправления;Принят в обработку;Дата отгрузки;Статус;Дата доставки;Сумма отправления;"
            "Код валюты отправления;Название товара;OZON id;Артикул;Ваша цена;Код валюты товара;Оплачено покупателем;Количество\n"
            "39268230-0002;39268230-0002-1;2024-03-01 10:00:00;2024-03-02 10:00:00;Доставлен;2024-03-06 10:00:00;1800.00;RUB;Чай;111;"
            "T1;600.00;RUB;550.00;3\n"
            "39268230-0002;39268230-0002-1;2024-03-01 10:00:00;2024-03-02 10:00:00;Доставлен;2024-03-06 10:00:00;900.00;RUB;Кофе;112;"
            "K1;900.00;RUB;870.00;1\n"
            "39268231-0001;39268231-0001-1;2024-03-13 10:00:00;2024-03-14 10:00:00;Отменён;;600.00;RUB;Чай;111;T1;600.00;RUB;600.00;1\n"
        },
        lines=3,
        orders=2,
        revenue="2700.00",
        first="2024-03-01",
        currency="RUB",
        absent=("customers",),
        roles=("order_lines",),
    ),
    Case(
        name="Ozon accruals: logistics, storage and advertising are services",
        files={
            "Отчет по начислениям.csv": "Начисления;;;;;;;;\n"
            "Дата начисления;Тип начисления;Номер отправления или идентификатор услуги;SKU;Название товара или услуги;Количество;"
            "За продажу или возврат до вычета комиссий и услуг;Комиссия за продажу;Итого\n"
            "13.03.2024;Доставка покупателю;39268230-0002-1;111;Чай;1;600,00;-90,00;440,00\n"
            "14.03.2024;Оплата эквайринга;39268230-0002-1;;Эквайринг;1;0,00;0,00;-9,00\n"
            "15.03.2024;Доставка покупателю;39268231-0001-1;112;Кофе;1;1 200,00;-180,00;900,00\n"
            "16.03.2024;Услуга размещения товаров на складе;;;Хранение;;0,00;0,00;-35,20\n"
            "17.03.2024;Получение возврата, отмены, невыкупа от покупателя;39268231-0001-1;112;Кофе;1;-1 200,00;180,00;-1 070,00\n"
        },
        lines=3,
        orders=2,
        revenue="600.00",
        last="2024-03-17",
        findings=("not_sale_rows", "fees_not_taken_off"),
    ),
]
