"""Headers that mean something else than they seem to: names of things, deals, appointments, bookings, questions of a survey."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="the name of a product is no customer",
        files={
            "pizza.csv": "pizza_id,order_id,pizza_name_id,quantity,order_date,unit_price,total_price,pizza_name\n"
            "1,1,haw_m,1,13/01/2015,13.25,13.25,The Hawaiian\n2,2,dlx_m,2,14/01/2015,16,32,The Deluxe\n3,2,haw_m,1,14/01/2015,13.25,13.25,"
            "The Hawaiian\n"
        },
        orders=2,
        revenue="58.50",
        absent=("customers",),
    ),
    Case(
        name="a guest's name is one all the same",
        files={
            "sales.csv": "Date,Dish name,Guest name,Total\n13/01/2024,Soup,Ann,10.00\n14/01/2024,Fish,Bob,20.00\n15/01/2024,Soup,Ann,5.00\n"
        },
        customers=2,
        revenue="35.00",
    ),
    Case(
        name="only the deals that were won are sales",
        files={
            "deals.csv": "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company,Associated Contact\n"
            "1,Big,Closed Won,2024-03-05 10:00,1200.00,Acme,Ann Lee\n2,Small,Closed Lost,2024-03-07 10:00,300.00,Beta,Bob Ray\n"
            "3,Refill,Appointment scheduled,2024-04-30 10:00,500.00,Acme,Ann Lee\n4,Again,Closed Won,2024-04-11 10:00,450.00,Acme,Ann Lee\n"
        },
        lines=4,
        customers=2,
        revenue="1650.00",
    ),
    Case(
        name="the budget of a deal that came about is its amount",
        files={
            "leads.csv": "ID,Название сделки,Компания,Основной контакт,Этап сделки,Бюджет,Дата создания сделки,Дата закрытия\n"
            "101,Заявка,,Анна,Успешно реализовано,12000,13.02.2024 10:00:00,15.02.2024 11:00:00\n"
            "102,Звонок,,Иван,Закрыто и не реализовано,8000,14.02.2024 10:00:00,16.02.2024 11:00:00\n"
            "103,Повтор,,Анна,Первичный контакт,5000,15.02.2024 10:00:00,не закрыта\n"
        },
        lines=3,
        revenue="12000.00",
    ),
    Case(
        name="a status can say how deals ended, too",
        files={
            "pipeline.csv": "Deal - ID,Deal - Contact name,Deal - Value,Deal - Status,Deal - Close date\n1,Ann,100,Won,2024-03-05\n"
            "2,Bob,70,Lost,2024-03-15\n3,Cy,40,Open,2024-03-25\n"
        },
        revenue="100.00",
    ),
    Case(
        name="what members bought, without money, is no list of members",
        files={"basket.csv": "Member_number,Date,itemDescription\n1808,21-07-2015,fruit\n2552,05-01-2015,milk\n2300,19-09-2015,fruit\n"},
        refusal="holds amounts",
    ),
    Case(
        name="appointments without money are no sign-ups",
        files={"appointments.csv": "Customer,Service,Date,Status\nEthan,1,2025-06-12 17:30,Booked\nMark,1,2025-06-12 17:31,Booked\n"},
        refusal="holds amounts",
    ),
    Case(
        name="the day a payment was created is its day",
        files={
            "payments.csv": "id,email,created,amount\np1,a@x.com,2024-01-13,10.00\np2,b@x.com,2024-01-14,20.00\n"
            "p3,a@x.com,2024-01-15,5.00\n"
        },
        orders=3,
        customers=2,
        revenue="35.00",
        first="2024-01-13",
    ),
    Case(
        name="payments take the customer from orders whose number is a bare id",
        files={
            "raw_orders.csv": "id,user_id,order_date,status\n1,7,2018-01-13,completed\n2,8,2018-01-14,completed\n"
            "3,7,2018-01-15,completed\n",
            "raw_payments.csv": "id,order_id,payment_method,amount\n1,1,card,10\n2,2,card,20\n3,3,coupon,5\n4,3,card,4\n5,2,card,1\n",
        },
        orders=3,
        customers=2,
        revenue="40.00",
        first="2018-01-13",
    ),
    Case(
        name="and the names of the customers stay beside them",
        files={
            "raw_customers.csv": "id,first_name,last_name\n7,Michael,P.\n8,Shawn,M.\n9,Kathleen,P.\n",
            "raw_orders.csv": "id,user_id,order_date,status\n1,7,2018-01-13,completed\n2,8,2018-01-14,completed\n"
            "3,7,2018-01-15,completed\n",
            "raw_payments.csv": "id,order_id,payment_method,amount\n1,1,card,10\n2,2,card,20\n3,3,coupon,5\n4,3,card,4\n5,2,card,1\n",
        },
        orders=3,
        customers=2,
        revenue="40.00",
    ),
    Case(
        name="subscribers started when they signed up",
        files={
            "subscriptions.csv": "user_id,plan,started_at,canceled_at\n19,Basic,2024-06-16,\n44,Pro,2024-10-19,\n"
            "39,Pro,2024-02-23,2024-03-01\n"
        },
        customers=3,
        roles=("customers",),
    ),
    Case(
        name="items of orders with one row for each piece",
        files={
            "items.csv": "order_id,order_item_id,product_id,price,freight_value\na1,1,p1,29.99,8.72\nb2,1,p2,118.70,22.76\n"
            "c3,1,p3,10.00,1.00\n",
            "orders.csv": "order_id,customer_id,order_status,order_purchase_timestamp\na1,k1,delivered,2017-10-02 10:56:33\n"
            "b2,k2,delivered,2018-07-24 20:41:37\nc3,k1,delivered,2018-08-08 08:38:49\n",
        },
        orders=3,
        customers=2,
        revenue="158.69",
        first="2017-10-02",
    ),
]
