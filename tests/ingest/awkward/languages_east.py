"""Small exports as shops from Poland to China have them: headers, numbers, days, statuses and guests in the ways of the place."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="Polish: gross values, a parcel's price, a cancelled and a returned order",
        files={
            "zamowienia.csv": "Nr zamówienia;Data zamówienia;Login kupującego;Nazwa produktu;Ilość;Cena brutto;Wartość brutto;"
            "Koszt wysyłki;Sposób płatności;"
            "Status\n"
            "77;2024-01-04;ola123;Kubek;2;25,00;50,00;9,99;BLIK;Wysłane\n"
            "78;2024-01-09;jan_k;Talerz;6;12,50;75,00;9,99;BLIK;Anulowane\n"
            "79;2024-02-11;jan_k;Kubek;1;25,00;25,00;9,99;Przelew;Zwrot\n"
            "80;2024-02-20;jan_k;Misa;1;1 049,50;1 049,50;0,00;Przelew;Wysłane\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="1099.50",
        first="2024-01-04",
        last="2024-02-20",
    ),
    Case(
        name="Turkish: what will be invoiced is less than the price by the discount",
        files={
            "siparisler.csv": "Sipariş Numarası;Sipariş Tarihi;Alıcı;İl;Ürün Adı;Adet;Birim Fiyatı;Satış Tutarı;İndirim Tutarı;"
            "Faturalanacak Tutar;"
            "Kargo Firması;Sipariş Statüsü\n"
            "9001;05.01.2024 10:15;Ayşe Yılmaz;İstanbul;Çanta;1;450,00;450,00;50,00;400,00;Aras;Teslim edildi\n"
            "9002;16.01.2024 11:40;Mehmet Demir;Ankara;Kemer;2;120,00;240,00;0,00;240,00;MNG;İptal Edildi\n"
            "9003;17.01.2024 09:05;Mehmet Demir;Ankara;Cüzdan;1;300,00;300,00;30,00;270,00;MNG;İade Edildi\n"
            "9004;25.02.2024 18:30;Mehmet Demir;Ankara;Ayakkabı;1;1.500,00;1.500,00;150,00;1.350,00;Aras;Teslim edildi\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="1750.00",
        first="2024-01-05",
        last="2024-02-25",
    ),
    Case(
        name="Ukrainian: hryvnias, a parcel's price, and a customer who is nobody",
        files={
            "Замовлення.csv": "Номер замовлення;Дата;Покупець;Телефон;Назва товару;Кількість;Ціна, грн;Сума, "
            "грн;Вартість доставки;Статус замовлення\n"
            "31;14.01.2024;Олена К.;+380 67 111 22 33;Мед;2;180,00;360,00;70,00;Виконано\n"
            "32;15.01.2024;Ігор П.;+380 50 222 33 44;Чай;1;95,50;95,50;70,00;Скасовано\n"
            "33;03.02.2024;Ігор П.;+380 50 222 33 44;Мед;1;180,00;180,00;70,00;Виконано\n"
            "34;04.02.2024;Роздрібний покупець;;Чай;2;95,50;191,00;0,00;Виконано\n"
        },
        lines=4,
        orders=4,
        revenue="731.00",
        currency="UAH",
        first="2024-01-14",
        last="2024-02-04",
    ),
    Case(
        name="Chinese: headers without blanks, refunds and closed orders",
        files={
            "订单.csv": "订单号,下单时间,买家昵称,商品名称,商品数量,单价,实付金额,运费,订单状态\n"
            "202401001,2024-01-05 10:21:00,小鱼,围巾,2,59.00,118.00,10.00,交易成功\n"
            "202401002,2024-01-19 12:00:00,阿明,帽子,1,39.90,39.90,0.00,已退款\n"
            "202401003,2024-02-02 20:45:10,阿明,手套,3,20.00,60.00,10.00,交易成功\n"
            "202401004,2024-02-03 08:10:00,小鱼,围巾,1,59.00,59.00,10.00,交易关闭\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="178.00",
        first="2024-01-05",
        last="2024-02-03",
        roles=("orders",),
    ),
    Case(
        name="Russian: the sum before the discount, the tax and the seller are not what was paid",
        files={
            "Продажи.csv": "Дата;Номер чека;Покупатель;Номенклатура;Кол-во;Цена;Сумма без скидки;Сумма со скидкой;Сумма НДС;Продавец\n"
            "12.01.2024;15;Иванов;Сыр;2;250,00;500,00;450,00;75,00;Анна\n"
            "19.01.2024;16;Петров;Хлеб;1;60,00;60,00;60,00;10,00;Анна\n"
            "02.02.2024;17;Иванов;Сыр;1;250,00;250,00;225,00;37,50;Олег\n"
            "03.02.2024;18;Розничный покупатель;Хлеб;3;60,00;180,00;180,00;30,00;Олег\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="915.00",
        first="2024-01-12",
        last="2024-02-03",
    ),
    Case(
        name="Romanian: TVA and transport beside the value, an order cancelled",
        files={
            "comenzi.csv": "Nr. comandă;Data comenzii;Client;Denumire produs;Cant.;Preț unitar;Valoare (lei);TVA;Transport;"
            "Stare comandă\n"
            "201;13.01.2024;Maria;Vin roșu;3;85,00;255,00;40,71;25,00;Livrată\n"
            "202;21.01.2024;Ion;Miere;1;120,00;120,00;19,16;25,00;Anulată\n"
            "203;11.02.2024;Ion;Vin alb;2;79,50;159,00;25,39;25,00;Livrată\n"
            "204;12.02.2024;Persoană fizică;Miere;1;120,00;120,00;19,16;0,00;Livrată\n"
        },
        lines=4,
        orders=4,
        customers=2,
        revenue="534.00",
        currency="RON",
        first="2024-01-13",
        last="2024-02-12",
    ),
    Case(
        name="English with slips of the keyboard in its headers",
        files={
            "sales.csv": "Ordr Number,Oder Date,Custmer ID,Prodct Name,Qantity,Ammount,Shiping Cost\n"
            "1,2024-01-05,C1,Mug,2,20.00,3.00\n2,2024-01-25,C2,Cup,1,8.50,3.00\n3,2024-02-14,C1,Mug,1,10.00,3.00\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="38.50",
        first="2024-01-05",
        last="2024-02-14",
    ),
]
