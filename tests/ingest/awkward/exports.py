"""Exports of shop systems: several lines per order, refunds, cancelled orders, fees beside the sales."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="Shopify: totals on the first line, refunded in part, refunded, voided",
        files={
            "orders_export_1.csv": "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,"
            "Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Id\n"
            "#1004,carl@example.com,voided,,EUR,15.00,0.00,0.00,15.00,0.00,2024-05-03 10:00:00 +0200,1,Mug,15.00,0.00,4\n"
            "#1003,ann@example.com,partially_refunded,2024-05-02 10:00:00 +0200,EUR,50.00,0.00,0.00,50.00,0.00,2024-05-02 10:00:00 +0200,"
            "1,Lamp,40.00,10.00,3\n"
            "#1003,ann@example.com,,,,,,,,,2024-05-02 10:00:00 +0200,1,Bulb,10.00,,\n"
            "#1002,bob@example.com,refunded,2024-05-01 12:00:00 +0200,EUR,20.00,0.00,0.00,20.00,0.00,2024-05-01 12:00:00 +0200,1,Tea,"
            "20.00,20.00,2\n"
            "#1001,ann@example.com,paid,2024-05-01 10:00:00 +0200,EUR,30.00,5.00,0.00,35.00,0.00,2024-05-01 10:00:00 +0200,2,Tea,10.00,"
            "0.00,1\n"
            "#1001,,,,,,,,,,2024-05-01 10:00:00 +0200,1,Cup,10.00,,\n"
        },
        lines=6,
        orders=4,
        revenue="75.00",  # 35 + (50 − 10)
        first="2024-05-01",
        last="2024-05-03",
        currency="EUR",
        roles=("order_lines",),
        findings=("order_totals_shared", "refunds_taken_off"),
    ),
    Case(
        name="Shopify customers are no sales",
        files={
            "customers_export.csv": "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tags\n"
            "'71,Ann,Lee,ann@example.com,yes,120.00,3,vip\n'72,Bob,May,bob@example.com,no,0.00,0,\n"
        },
        customers=2,
        roles=("customers",),
        absent=("revenue",),
    ),
    Case(
        name="Squarespace: like Shopify, in another order of columns",
        files={
            "orders.csv": "Order ID,Email,Financial Status,Currency,Subtotal,Amount Refunded,Total,Created at,Lineitem quantity,"
            "Lineitem name,"
            "Lineitem price,Channel Name\n"
            "00042,ann@example.com,PAID,USD,39.95,0.00,39.95,2023-06-30 14:55:13 +0100,1,Code,39.95,Squarespace\n"
            "00041,bob@example.com,PARTIALLY_REFUNDED,USD,30.00,5.00,30.00,2023-06-29 14:23:31 +0100,1,Print,10.00,Squarespace\n"
            "00041,,,,,,,,2,Card,10.00,\n"
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="64.95",
        first="2023-06-29",
        roles=("order_lines",),
    ),
    Case(
        name="WooCommerce list of orders: revenue as text, too, refunds with a minus",
        files={
            "wc-orders-report-export.csv": '"Date","Order #","N. Revenue (formatted)","Status","Customer","Customer type","Product(s)",'
            '"Items sold",'
            '"Coupon(s)","N. Revenue","Attribution"\n'
            '"2024-03-05 09:12:00","101","€1,250.00","completed","Ann Lee","new","1× Sofa","1","","1250","Direct"\n'
            '"2024-03-06 10:00:00","102","€40.00","processing","Bob May","new","2× Mug","2","","40","Organic: Google"\n'
            '"2024-03-07 10:00:00","103","€15.00","cancelled","Bob May","returning","1× Tea","1","","15","Direct"\n'
            '"2024-03-08 10:00:00","102","-€20.00","refunded","Bob May","returning","1× Mug","-1","","-20","Direct"\n'
        },
        lines=4,
        orders=3,
        revenue="1270.00",  # 1250 + 40 − 20
        roles=("orders",),
    ),
    Case(
        name="WooCommerce plugin: the order's total on every one of its lines",
        files={
            "orders.csv": "Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Order Refund Amount,Item Name,"
            "Quantity (- Refund),Item Cost\n"
            "501,Completed,2024-04-01 08:00,ann@example.com,35.00,0,Tea,2,10.00\n"
            "501,Completed,2024-04-01 08:00,ann@example.com,35.00,0,Cup,1,10.00\n"
            "502,Pending payment,2024-04-02 09:00,bob@example.com,12.00,0,Tea,1,12.00\n"
            "503,Completed,2024-04-03 09:00,bob@example.com,24.00,12.00,Tea,2,12.00\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="47.00",  # 35 + (24 − 12); 502 is not paid yet
        roles=("order_lines",),
    ),
    Case(
        name="Etsy orders: American days, the fee of the card beside the total",
        files={
            "EtsySoldOrders2024.csv": "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Payment Method,Date Shipped,Currency,"
            "Order Value,"
            "Discount Amount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Buyer\n"
            "03/04/24,3301,annlee,Ann Lee,2,Credit Card,03/05/24,USD,24.00,0,4.50,0,28.50,,1.11,27.39,,Ann Lee (annlee)\n"
            "03/05/24,3302,bobmay,Bob May,1,Credit Card,,USD,10.00,1.00,0,0.62,9.62,,0.54,9.08,,Bob May (bobmay)\n"
            "04/01/24,3303,annlee,Ann Lee,1,Credit Card,,USD,10.00,0,0,0,10.00,Canceled,0,10.00,,Ann Lee (annlee)\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="38.12",
        first="2024-03-04",
        last="2024-04-01",
        findings=("fees_not_taken_off",),
        roles=("orders",),
    ),
    Case(
        name="Etsy order items: the order's shipping on every line is not the line's",
        files={
            "EtsySoldOrderItems2024.csv": "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Order "
            "Sales Tax,Item Total,"
            "Currency,Transaction ID,Listing ID,Order ID,SKU\n"
            "03/14/24,Fox sticker,annlee,2,3.50,,0,2.90,0,7.00,EUR,111,901,5001,\n"
            "03/14/24,Owl card,annlee,1,2.00,,0,2.90,0,2.00,EUR,112,902,5001,\n"
            "03/20/24,Print,bobmay,1,12.00,,0,4.50,0,12.00,EUR,113,903,5002,\n"
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="21.00",
        currency="EUR",
        roles=("order_lines",),
    ),
]
