"""Exports of 1С, МойСклад, retailCRM, SmartBill, Wildberries and eMAG: titles above, returns with plain amounts."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="1С list of documents: returns by the kind of operation, titles above",
        files={
            "Реализация.csv": "Реализация (акты, накладные, УПД);;;;;;\nПериод: 01.01.2024 - 31.03.2024;;;;;;\n"
            "Дата;Номер;Контрагент;Вид операции;Сумма;Валюта;Организация\n"
            "13.01.2024 10:00:00;0000-000001;ООО Ромашка;Товары;12 500,50;руб.;ООО Лавка\n"
            "14.02.2024 12:30:00;0000-000002;ИП Петров;Товары;3 000,00;руб.;ООО Лавка\n"
            "15.02.2024 09:15:00;0000-000003;ООО Ромашка;Возврат от покупателя;2 500,50;руб.;ООО Лавка\n"
            "20.03.2024 17:45:00;0000-000004;ООО Ромашка;Товары;1 000,00;руб.;ООО Лавка\nИтого;;;;14 000,00;;\n"
        },
        lines=4,
        customers=2,
        revenue="14000.00",  # 12 500,50 + 3 000 − 2 500,50 + 1 000
        first="2024-01-13",
        last="2024-03-20",
        currency="RUB",
        findings=("total_rows", "negative_rows"),
        roles=("orders",),
    ),
    Case(
        name="1С register of sales: lines with cost, a return among them",
        files={
            "Выручка и себестоимость продаж.csv": "Период;Регистратор;Номенклатура;Контрагент;Количество;Выручка;Себестоимость\n"
            "13.01.2024 10:00:00;Реализация товаров 0001 от 13.01.2024;Чай;ООО Ромашка;10,000;1 000,00;600,00\n"
            "13.01.2024 10:00:00;Реализация товаров 0001 от 13.01.2024;Кофе;ООО Ромашка;5,000;1 500,00;900,00\n"
            "20.01.2024 11:00:00;Возврат товаров от клиента 0002 от 20.01.2024;Чай;ООО Ромашка;1,000;100,00;60,00\n"
            "21.01.2024 11:00:00;Реализация товаров 0003 от 21.01.2024;Чай;ИП Петров;2,000;200,00;120,00\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="2600.00",
        cost="1560",
        roles=("order_lines",),
    ),
    Case(
        name="МойСклад orders: what was paid and shipped is not what was sold",
        files={
            "customerorder.csv": "№;Время;Контрагент;Организация;Сумма;Валюта;Выставлено счетов;Оплачено;Отгружено;Статус;Канал продаж\n"
            "00012;13.05.2024 10:15;Анна Ли;ИП Лавка;4 500,00;руб;0,00;4 500,00;4 500,00;Доставлен;Сайт\n"
            "00013;14.05.2024 11:20;Борис;ИП Лавка;1 200,50;руб;0,00;0,00;0,00;Отменен;Сайт\n"
            "00014;15.06.2024 12:00;Анна Ли;ИП Лавка;799,50;руб;0,00;799,50;0,00;Новый;ВКонтакте\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="5299.50",
        first="2024-05-13",
        last="2024-06-15",
        currency="RUB",
        findings=("not_counted_rows",),
    ),
    Case(
        name="МойСклад shipments: no decision to make between sum and payment",
        files={
            "demand.csv": "№;Время;Контрагент;Организация;Сумма;Валюта;Оплачено;Статус\n"
            "00001;13.05.2024 10:15;Анна;ИП Лавка;100,00;руб;100,00;\n"
            "00002;14.05.2024 10:15;Борис;ИП Лавка;250,00;руб;0,00;\n00003;15.05.2024 10:15;Анна;ИП Лавка;50,00;руб;25,00;\n"
        },
        lines=3,
        customers=2,
        revenue="400.00",
    ),
    Case(
        name="retailCRM: customers by phone, cancelled orders, the whole sum with discounts",
        files={
            "orders.csv": "Номер заказа;Дата создания;Статус;Способ оформления;Покупатель;Телефон;E-mail;Сумма по товарам;Скидка;Общая "
            "сумма;Магазин\n"
            "101A;13.04.2024 10:00;Выполнен;Через корзину;Анна;+7 900 111-22-33;;5 000;500;4 500;Лавка\n"
            "102A;14.04.2024 11:00;Отменен;По телефону;Борис;+7 900 222-33-44;;900;0;900;Лавка\n"
            "103A;15.05.2024 12:00;Новый;Через корзину;Анна;+7 900 111-22-33;;700;0;700;Лавка\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="5200.00",
        findings=("not_counted_rows",),
    ),
    Case(
        name="SmartBill invoices: a reversed one stands beside its reversal",
        files={
            "Raport facturi.csv": "Factura;Client;CIF;Data emiterii;Data scadentei;Valoare fara TVA;Valoare TVA;Total;Moneda;Status\n"
            "FCT0101;Alfa SRL;RO111;13/01/2024;28/01/2024;1.000,00;190,00;1.190,00;RON;Incasata\n"
            "FCT0102;Beta SRL;RO222;15/01/2024;30/01/2024;100,00;19,00;119,00;RON;Stornata\n"
            "FCT0103;Beta SRL;RO222;16/01/2024;16/01/2024;-100,00;-19,00;-119,00;RON;Storno\n"
            "FCT0104;Alfa SRL;RO111;20/02/2024;05/03/2024;200,00;38,00;238,00;RON;Neincasata\n"
            "FCT0105;Alfa SRL;RO111;21/02/2024;05/03/2024;50,00;9,50;59,50;RON;Anulata\n"
        },
        lines=5,
        customers=2,
        revenue="1428.00",  # 1.190 + 119 − 119 + 238
        first="2024-01-13",
        currency="RON",
        findings=("negative_rows", "not_counted_rows"),
    ),
    Case(
        name="Wildberries realisation: returns with plain amounts, logistics and fines",
        files={
            "Отчет.csv": "№;Предмет;Код номенклатуры;Бренд;Артикул поставщика;Название;Тип документа;Обоснование для оплаты;Дата "
            "заказа покупателем;"
            "Дата продажи;Кол-во;Цена розничная;Вайлдберриз реализовал Товар (Пр);К перечислению Продавцу за реализованный Товар;"
            "Услуги по доставке товара покупателю;Общая сумма штрафов;Srid\n"
            "1;Чай;11;Л;T1;Чай зелёный;Продажа;Продажа;2024-02-01;2024-02-05;1;900,00;750,00;560,00;0,00;0,00;s1\n"
            "2;Чай;11;Л;T1;Чай зелёный;;Логистика;2024-02-01;2024-02-05;0;0,00;0,00;0,00;55,00;0,00;s1\n"
            "3;Кофе;12;Л;K1;Кофе;Продажа;Продажа;2024-02-03;2024-02-08;2;800,00;1 400,00;1 000,00;0,00;0,00;s2\n"
            "4;Чай;11;Л;T1;Чай зелёный;Возврат;Возврат;2024-02-01;2024-02-15;1;900,00;750,00;560,00;0,00;0,00;s1\n"
            "5;;;;;;;Штрафы;;2024-02-16;0;0,00;0,00;0,00;0,00;300,00;\n"
        },
        lines=3,
        orders=2,
        revenue="1400.00",
        first="2024-02-05",
        last="2024-02-15",
        currency="RUB",
        findings=("not_sale_rows", "negative_rows"),
    ),
    Case(
        name="Wildberries sales: a return is told by its id alone",
        files={
            "sales.csv": "date,lastChangeDate,warehouseName,supplierArticle,subject,totalPrice,discountPercent,spp,forPay,"
            "finishedPrice,priceWithDisc,saleID,srid\n"
            "2024-03-13T10:00:00,2024-03-14T10:00:00,Коледино,T1,Чай,1000,40,10,450,540,600,S100,s1\n"
            "2024-03-14T10:00:00,2024-03-15T10:00:00,Коледино,K1,Кофе,2000,50,10,800,900,1000,S101,s2\n"
            "2024-03-20T10:00:00,2024-03-21T10:00:00,Коледино,T1,Чай,1000,40,10,450,540,600,R100,s1\n"
        },
        lines=3,
        orders=2,
        revenue="900.00",
        findings=("negative_rows",),
    ),
    Case(
        name="eMAG: storno and cancelled orders, several products in one",
        files={
            "comenzi.csv": "Nr. comanda;Data comanda;Status comanda;Nume client;Telefon client;Nume produs;PNK;Cantitate;Pret\n"
            "7001;2024-03-13 10:00:00;Finalizata;Ana Pop;0722111222;Ceainic;DX1ABC;1;120,50\n"
            "7001;2024-03-13 10:00:00;Finalizata;Ana Pop;0722111222;Cana;DX2ABC;2;15,00\n"
            "7002;2024-03-14 10:00:00;Anulata de client;Ion Rus;0733222333;Cana;DX2ABC;1;15,00\n"
            "7003;2024-03-15 10:00:00;Storno;Ion Rus;0733222333;Cana;DX2ABC;3;15,00\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="150.50",
        currency="RON",
        roles=("order_lines",),
    ),
]
