"""Bookings, answers to surveys, moments in other words; cancelled rows without money; and what a refusal has to name."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="bookings count on the day they were made",
        files={
            "bookings.csv": "Book Number,Booked by,Guest Name(s),Check-in,Check-out,Booked on,Status,Price,Commission Amount\n"
            "401,Ann Lee,Ann Lee,2024-05-01,2024-05-03,2024-04-01 10:11:12,ok,180 EUR,27 EUR\n"
            "402,Bob Ray,Bob Ray,2024-05-04,2024-05-05,2024-04-03 11:11:12,cancelled_by_guest,90 EUR,0 EUR\n"
            "403,Ann Lee,Ann Lee,2024-06-01,2024-06-03,2024-05-21 10:00:00,ok,200 EUR,30 EUR\n"
        },
        lines=3,
        revenue="380.00",
        currency="EUR",
        first="2024-04-01",
    ),
    Case(
        name="payouts between the reservations of guests are no sales",
        files={
            "host.csv": "Date,Type,Confirmation Code,Start Date,Nights,Guest,Currency,Amount,Paid Out\n05/02/2024,Payout,,,,,EUR,,295.50\n"
            "05/02/2024,Reservation,HM1,05/01/2024,3,Jo Doe,EUR,295.50,\n05/20/2024,Payout,,,,,EUR,,194.00\n"
            "05/20/2024,Reservation,HM2,05/18/2024,2,Li Wu,EUR,194.00,\n"
        },
        orders=2,
        customers=2,
        revenue="489.50",
        last="2024-05-20",
    ),
    Case(
        name="whole questions of a survey are headers",
        files={
            "responses.csv": "#,How likely are you to recommend us to a friend?,What is the main reason for your score?,email,"
            "Submit Date (UTC),Network ID\na1,9,Fast delivery,ann@x.com,2024-03-01 10:01:00,x\nb2,3,Too expensive,bob@x.com,"
            "2024-03-02 10:02:00,y\n"
        },
        roles=("feedback",),
        absent=("revenue",),
    ),
    Case(
        name="a German moment of ordering, and not of sending",
        files={
            "bestellungen.csv": "Bestellnummer,Versandzeitpunkt,Bestellzeitpunkt,Bestellwert\n1001,2023-09-12 08:00,2023-09-01 08:30,250\n"
            "1002,2023-09-12 09:00,2023-09-02 09:00,80\n"
        },
        orders=2,
        revenue="330.00",
        last="2023-09-02",
    ),
    Case(
        name="a Polish time is a day",
        files={
            "sprzedaz.csv": "id;Klient;Kwota;Czas\n1;509;3.37;2017-08-22 12:53\n2;585;2.81;2017-08-22 14:26\n3;509;1.15;2017-08-23 15:43\n"
        },
        orders=3,
        customers=2,
        revenue="7.33",
        last="2017-08-23",
    ),
    Case(
        name="a cancelled order may lack its amount",
        files={
            "orders.csv": "Order ID,Date,Customer,Amount,Status\n1,2024-01-13,Ann,10.00,paid\n2,2024-01-14,Bob,,cancelled\n"
            "3,2024-01-15,Cy,7.00,paid\n4,2024-01-16,Cy,8.00,paid\n"
        },
        lines=4,
        revenue="25.00",
    ),
    Case(
        name="failed payments do not count",
        files={
            "payments.csv": "id,date,user,amount,status\n1,2024-01-13,a,10,success\n2,2024-01-14,b,20,fail\n3,2024-01-15,b,20,success\n"
        },
        revenue="30.00",
    ),
    Case(
        name="what a product costs is the cost of one piece",
        files={
            "products.csv": "Product_ID,Product_Name,Product_Cost,Product_Price\n1,Figure,$9.99,$15.99\n2,Deck,$3.99,$6.99\n"
            "3,Ball,$1.00,$2.00\n",
            "sales.csv": "Sale_ID,Date,Product_ID,Units\n1,2022-01-13,1,2\n2,2022-01-14,2,1\n3,2022-01-15,3,3\n",
        },
        revenue="44.97",
        cost="26.97",
    ),
    Case(
        name="products, prices and quantities without days lack their days",
        files={"sprzedaz.csv": "Produkt,Cena,Ilosc\nJabłka,3.5,10\nBanan,2.0,5\nMleko,4.2,2\n"},
        refusal="holds dates",
    ),
    Case(
        name="money for advertisements without days lacks its days",
        files={"ads.csv": "ad_id,age,Impressions,Clicks,Spent\n70,30-34,7350,1,1.43\n71,30-34,17861,2,1.82\n72,30-34,693,0,0\n"},
        refusal="days on which the money was spent",
    ),
    Case(
        name="who bought when, without money",
        files={"transactions.csv": "date,id\n2014-03-08 00:00:00,0\n2014-05-21 00:00:00,1\n2014-03-14 00:00:00,0\n"},
        refusal="holds amounts",
    ),
    Case(
        name="what was bought by whom, without days and money",
        files={"sold.csv": "customer,product,pieces\nAnn,cup,1\nBob,mug,2\nAnn,cup,3\n"},
        refusal="hold dates or amounts",
    ),
]
