"""Tables that look like sales and are none: of customers, of orders without money, of firms, salaries and stock."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="one row per customer of a campaign: a day of joining and an id, but no sales",
        files={
            "marketing_campaign.csv": ""
            "ID\tYear_Birth\tEducation\tMarital_Status\tIncome\tKidhome\tDt_Customer\tRecency\tMntWines\tMntFruits\tComplain\t"
            "Z_CostContact\tZ_Revenue\tResponse\n"
            + "".join(
                f"{5000 + 7 * n}\t{1950 + n}\tPhD\tSingle\t{40000 + 13 * n}\t0\t{1 + n:02d}-09-2012\t{n}\t{10 * n}\t{n}\t0\t3\t11\t0\n"
                for n in range(25)
            )
        },
        lines=0,
        customers=25,
        roles=("customers",),
    ),
    Case(
        name="one row per customer of a shop's app: counts and shares, but no sales",
        files={
            "churn.csv": "CustomerID,Churn,Tenure,PreferredLoginDevice,CityTier,WarehouseToHome,Gender,HourSpendOnApp,"
            "SatisfactionScore,OrderAmountHikeFromlastYear,"
            "CouponUsed,OrderCount,DaySinceLastOrder,CashbackAmount\n"
            "50001,1,4,Mobile Phone,3,6,Female,3,2,11,1,1,5,159.93\n50002,1,,Phone,1,8,Male,3,3,15,0,1,0,120.90\n50003,1,,Phone,"
            "1,30,Male,2,3,14,0,1,3,120.28\n"
        },
        lines=0,
        customers=3,
        roles=("customers",),
    ),
    Case(
        name="a bank's list of clients: limits, balances and counts are no sales",
        files={
            "BankChurners.csv": "CLIENTNUM,Attrition_Flag,Customer_Age,Gender,Income_Category,Card_Category,Months_on_book,"
            "Total_Relationship_Count,Credit_Limit,"
            "Total_Revolving_Bal,Total_Trans_Amt,Total_Trans_Ct\n"
            "768805383,Existing Customer,45,M,$60K - $80K,Blue,39,5,12691.0,777,1144,42\n818770008,Existing Customer,49,F,"
            "Less than $40K,Blue,44,6,8256.0,864,1291,33\n"
            "713982108,Attrited Customer,51,M,$80K - $120K,Blue,36,4,3418.0,0,1887,20\n"
        },
        lines=0,
        customers=3,
        roles=("customers",),
    ),
    Case(
        name="a list of a marketplace's customers: two ids and addresses",
        files={
            "olist_customers_dataset.csv": "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n"
            "06b8999e,861eff47,14409,franca,SP\n18955e83,290c77bc,09790,sao bernardo,SP\n4e7b3e00,060e732b,01151,sao paulo,SP\n"
        },
        lines=0,
        customers=3,
        roles=("customers",),
    ),
    Case(
        name="a marketplace's orders have days only",
        files={
            "olist_orders_dataset.csv": "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
            "order_delivered_carrier_date,"
            "order_delivered_customer_date,order_estimated_delivery_date\n"
            "e481f51c,9ef432eb,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,2017-10-04 19:55:00,2017-10-10 21:25:13,"
            "2017-10-18 00:00:00\n"
            "53cdb2fc,b0830fb4,delivered,2018-07-24 20:41:37,2018-07-26 03:24:27,2018-07-26 14:31:00,2018-08-07 15:27:45,"
            "2018-08-13 00:00:00\n"
        },
        refusal="No column of olist_orders_dataset.csv holds amounts",
    ),
    Case(
        name="a marketplace's lines have a price, a freight and the sender's last day, but no day of sale",
        files={
            "olist_order_items_dataset.csv": "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
            "00010242,1,4244733e,48436dad,2017-09-19 09:45:35,58.90,13.29\n00018f77,1,e5f2d52b,dd7ddc04,2017-05-03 11:05:13,"
            "239.90,19.93\n"
            "00018f77,2,e5f2d52b,dd7ddc04,2017-05-03 11:05:13,239.90,19.93\n"
        },
        refusal="No column of olist_order_items_dataset.csv holds dates",
    ),
    Case(
        name="a bicycle shop's lines alone have no days",
        files={
            "order_items.csv": "order_id,item_id,product_id,quantity,list_price,discount\n1,1,20,1,599.99,0.2\n1,2,8,2,1799.99,"
            "0.07\n2,1,20,1,599.99,0.05\n"
        },
        refusal="No column of order_items.csv holds dates",
    ),
    Case(
        name="another firm's turnover and market value are no sales",
        files={
            "firms.csv": "Company,Country,Annual turnover,Market cap,Employees,Founded\nAcme,USA,1000000,5000000,120,1990\n"
            "Globex,UK,2000000,7500000,340,2001\n"
        },
        refusal="firms.csv",
    ),
    Case(
        name="salaries are no sales",
        files={"payroll.csv": "Date,Employee,Salary\n2024-01-31,Ann,1200.00\n2024-01-31,Bob,1300.00\n2024-02-29,Ann,1200.00\n"},
        refusal="payroll.csv",
    ),
    Case(
        name="what lies in the store is no sale",
        files={"stock.csv": "Product name,Stock quantity,Stock value,Reorder level\nCup,20,100.00,5\nPan,3,90.00,1\n"},
        refusal="stock.csv",
    ),
]
