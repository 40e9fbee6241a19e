"""Tables that only make sense together: lines and orders, products with prices, customers with two kinds of numbers."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

ORDERS = "order_id,customer_id,order_date,status\n1,a,2024-01-05,paid\n2,b,2024-02-06,paid\n3,a,2024-03-07,cancelled\n"
ITEMS = "order_id,product_id,quantity,unit_price\n1,p,2,5.00\n1,q,1,3.50\n2,p,1,5.00\n3,q,4,3.50\n"

CASES = [
    Case(
        name="lines without a date take it from their orders",
        files={"orders.csv": ORDERS, "order_items.csv": ITEMS},
        lines=4,
        orders=3,
        customers=2,
        revenue="18.50",  # 2 × 5 + 3.50 + 5; order 3 is cancelled
        first="2024-01-05",
        last="2024-03-07",
        findings=("joined_tables", "joined_table"),
        repairs=("not_counted_rows",),
    ),
    Case(
        name="lines and orders that both have sums count once",
        files={
            "orders.csv": "order_id,customer_id,order_date,total\n1,a,2024-01-05,13.50\n2,b,2024-02-06,5.00\n",
            "order_items.csv": ITEMS.rsplit("\n", 2)[0] + "\n",
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="18.50",
        findings=("joined_tables",),
    ),
    Case(
        name="orders whose lines add up to something else count as they stand",
        files={
            "orders.csv": "order_id,customer_id,order_date,total\n1,a,2024-01-05,99.00\n2,b,2024-02-06,5.00\n",
            "order_items.csv": ITEMS.rsplit("\n", 2)[0] + "\n",
        },
        lines=2,
        orders=2,
        customers=2,
        revenue="104.00",
    ),
    Case(
        name="quantities take their price from the list of products",
        files={
            "sales.csv": "order_id,date,customer_id,product_id,quantity\n1,2024-01-05,a,7,2\n2,2024-01-06,b,8,3\n3,2024-02-06,a,7,1\n",
            "products.csv": "product_id,product_name,category,price\n7,Tea,Drinks,2.50\n8,Cup,Ware,4.00\n9,Pot,Ware,20.00\n",
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="19.50",  # 5 + 12 + 2.50
        roles=("orders", "products"),
    ),
    Case(
        name="lines, orders and prices stand in three files",
        files={
            "lines.csv": "order_id,product_id,quantity\n1,7,2\n1,8,1\n2,8,3\n",
            "orders.csv": "order_id,customer_id,order_date\n1,a,2024-01-05\n2,b,2024-02-06\n",
            "products.csv": "product_id,product_name,category,price\n7,Tea,Drinks,2.50\n8,Cup,Ware,4.00\n",
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="21.00",
        first="2024-01-05",
        last="2024-02-06",
    ),
    Case(
        name="a number per order is no customer where the list of customers knows the person",
        files={
            "orders.csv": "order_id,customer_id,order_date,amount\n1,o1,2024-01-05,10\n2,o2,2024-01-06,20\n"
            "3,o3,2024-02-06,30\n4,o4,2024-02-07,40\n",
            "customers.csv": "customer_id,customer_unique_id,city\no1,u1,A\no2,u2,B\no3,u1,A\no4,u3,C\n",
        },
        lines=4,
        orders=4,
        customers=3,
        revenue="100.00",
        findings=("joined_tables",),
    ),
    Case(
        name="a key that went through a column of numbers still fits",
        files={
            "orders.csv": "order_id,customer_id,order_date\n1,a,2024-01-05\n2,b,2024-02-06\n",
            "items.csv": "order_id,product,quantity,unit_price\n1.0,p,2,5.00\n2.0,q,1,3.50\n",
        },
        lines=2,
        orders=2,
        customers=2,
        revenue="13.50",
    ),
    Case(
        name="the orders of another shop are not joined",
        files={
            "orders.csv": "order_id,customer_id,order_date,amount\n901,a,2024-01-05,7\n902,b,2024-02-06,8\n",
            "items.csv": "order_id,product,quantity,unit_price\n1,p,2,5.00\n2,q,1,3.50\n",
        },
        lines=2,
        orders=2,
        revenue="15.00",
    ),
    Case(
        name="a star of facts and dimensions",
        files={
            "fact_sales.csv": "sales_key,date_key,customer_key,product_key,quantity,sales_amount\n"
            "1,11,7,3,2,20.00\n2,12,8,4,1,15.50\n3,13,7,3,1,10.00\n",
            "dim_date.csv": "date_key,full_date\n11,2024-01-05\n12,2024-01-06\n13,2024-02-07\n14,2024-02-08\n",
            "dim_customer.csv": "customer_key,customer_name,city\n7,Ann,A\n8,Bob,B\n",
            "dim_product.csv": "product_key,product_name,category\n3,Tea,Drinks\n4,Cup,Ware\n",
        },
        lines=3,
        customers=2,
        revenue="45.50",
        first="2024-01-05",
        last="2024-02-07",
        findings=("joined_tables",),
    ),
]
