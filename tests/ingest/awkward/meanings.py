"""Sales in tables of well-known shapes, whose headers mislead: what is a sale, what is none, and who is a customer."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="sales of a store and a day: Customers are people counted, not who bought",
        files={
            "train.csv": "Store,DayOfWeek,Date,Sales,Customers,Open,Promo,StateHoliday,SchoolHoliday\n"
            "1,5,2015-07-31,5263,555,1,1,0,1\n2,5,2015-07-31,6064,625,1,1,0,1\n1,4,2015-07-30,5020,546,1,1,0,1\n2,4,2015-07-30,"
            "5567,601,1,1,0,1\n"
        },
        lines=4,
        revenue="21914.00",
        absent=("customers",),
    ),
    Case(
        name="weekly sales beside a temperature, the price of fuel and unemployment",
        files={
            "walmart.csv": "Store,Date,Weekly_Sales,Holiday_Flag,Temperature,Fuel_Price,CPI,Unemployment\n"
            "1,05-02-2010,1643690.90,0,42.31,2.572,211.0963582,8.106\n1,12-02-2010,1641957.44,1,38.51,2.548,211.2421698,8.106\n"
            "1,19-02-2010,1611968.17,0,39.93,2.514,211.2891429,8.106\n"
        },
        lines=3,
        revenue="4897616.51",
        first="2010-02-05",
        last="2010-02-19",
        absent=("customers",),
    ),
    Case(
        name="an invoice that begins with C takes goods back",
        files={
            "online_retail_II.csv": "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
            "489434,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom\n489434,22041,RECORD FRAME,48,"
            "2009-12-01 07:45:00,2.10,13085,United Kingdom\n"
            "C489449,22087,PAPER BUNTING,-12,2009-12-01 10:33:00,2.95,16321,Australia\n489450,22087,PAPER BUNTING,2,"
            "2009-12-02 10:33:00,2.95,,France\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="154.70",
        findings=("negative_rows", "rows_without_customer"),
    ),
    Case(
        name="a supermarket's total has its tax in it, its cost beside it, and a rating",
        files={
            "supermarket_sales.csv": "Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,"
            "Date,Time,Payment,cogs,"
            "gross margin percentage,gross income,Rating\n"
            "750-67-8428,A,Yangon,Member,Female,Health,74.69,7,26.1415,548.9715,1/5/2019,13:08,Ewallet,522.83,4.761904762,26.1415,9.1\n"
            "226-31-3081,C,Naypyitaw,Normal,Female,Electronic,15.28,5,3.82,80.22,3/8/2019,10:29,Cash,76.4,4.761904762,3.82,9.6\n"
            "631-41-3108,A,Yangon,Normal,Male,Home,46.33,7,16.2155,340.5255,3/13/2019,13:23,Credit card,324.31,4.761904762,16.2155,7.4\n"
        },
        lines=3,
        orders=3,
        revenue="969.72",
        cost="923.5400",
        first="2019-01-05",
        last="2019-03-13",
        absent=("customers",),
    ),
    Case(
        name="headers in capitals without blanks, with line numbers, years and list prices",
        files={
            "sales_data_sample.csv": "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,QTR_ID,"
            "MONTH_ID,YEAR_ID,PRODUCTLINE,"
            "MSRP,PRODUCTCODE,CUSTOMERNAME,PHONE,CITY,POSTALCODE,COUNTRY,TERRITORY,CONTACTLASTNAME,DEALSIZE\n"
            "10107,30,95.70,2,2871.00,2/24/2003 0:00,Shipped,1,2,2003,Motorcycles,95,S10_1678,Land of Toys Inc.,2125557818,NYC,"
            "10022,USA,NA,Yu,Small\n"
            "10121,34,81.35,5,2765.90,5/7/2003 0:00,Shipped,2,5,2003,Motorcycles,95,S10_1678,Reims Collectables,26.47.1555,Reims,"
            "51100,France,EMEA,Henriot,Small\n"
            "10121,41,94.74,2,3884.34,5/7/2003 0:00,Shipped,2,5,2003,Motorcycles,95,S10_1679,Reims Collectables,26.47.1555,Reims,"
            "51100,France,EMEA,Henriot,Medium\n"
            "10145,45,83.26,6,3746.70,8/25/2003 0:00,Cancelled,3,8,2003,Motorcycles,95,S10_1678,Land of Toys Inc.,2125557818,NYC,"
            "10022,USA,NA,Yu,Medium\n"
        },
        lines=4,
        orders=3,
        customers=2,
        revenue="9521.24",
        first="2003-02-24",
        last="2003-08-25",
    ),
    Case(
        name="orders by marketplace, some cancelled, some sent back",
        files={
            "amazon_sale_report.csv": "index,Order ID,Date,Status,Fulfilment,Sales Channel,ship-service-level,Style,SKU,Category,"
            "Size,ASIN,Courier Status,Qty,"
            "currency,Amount,ship-city,ship-state,ship-postal-code,ship-country,B2B\n"
            "0,405-8078784,04-30-22,Cancelled,Merchant,Amazon.in,Standard,SET389,SET389-KR,Set,S,B09KXVBD7Z,,0,INR,647.62,MUMBAI,"
            "MAHARASHTRA,400081,IN,False\n"
            "1,171-9198151,04-30-22,Shipped - Delivered to Buyer,Merchant,Amazon.in,Standard,JNE3781,JNE3781-KR,kurta,3XL,"
            "B09K3WFS32,Shipped,1,INR,406.00,"
            "BENGALURU,KARNATAKA,560085,IN,False\n"
            "2,404-0687676,04-29-22,Shipped,Amazon,Amazon.in,Expedited,JNE3371,JNE3371-KR,kurta,XL,B07WV4JV4D,Shipped,1,INR,"
            "329.00,NAVI,MAHARASHTRA,410210,IN,"
            "True\n"
            "3,403-9615377,04-28-22,Shipped - Returned to Seller,Merchant,Amazon.in,Standard,J0341,J0341-DR,Dress,L,B099NRCT7B,"
            "Returned,1,INR,753.33,PUDUCHERRY,"
            "PUDUCHERRY,605008,IN,False\n"
        },
        lines=4,
        orders=4,
        revenue="735.00",
        currency="INR",
        absent=("customers",),
        findings=("not_counted_rows",),
    ),
    Case(
        name="a coffee shop's lines have no amount, and its time is not the day",
        files={
            "coffee.csv": "transaction_id,transaction_date,transaction_time,transaction_qty,store_id,store_location,product_id,"
            "unit_price,product_category,"
            "product_type,product_detail\n"
            "1,2023-01-01,07:06:11,2,5,Lower Manhattan,32,3.00,Coffee,Gourmet,Ethiopia Rg\n2,2023-01-01,07:08:56,2,5,"
            "Lower Manhattan,57,3.10,Tea,Chai,Spicy Lg\n"
            "3,2023-01-13,07:14:04,1,8,Astoria,59,4.50,Chocolate,Hot,Dark Lg\n"
        },
        lines=3,
        orders=3,
        revenue="16.70",
        first="2023-01-01",
        last="2023-01-13",
        absent=("customers",),
    ),
    Case(
        name="a shop of clothes: no order numbers, ratings beside the amounts",
        files={
            "fashion.csv": "Customer Reference ID,Item Purchased,Purchase Amount (USD),Date Purchase,Review Rating,Payment Method\n"
            "4018,Handbag,4619.00,05-02-2023,,Credit Card\n4115,Tunic,2456.00,11-07-2023,2.0,Credit Card\n4019,Tank Top,2102.00,"
            "23-03-2023,4.1,Cash\n"
            "4018,Jeans,88.00,13-03-2023,3.0,Cash\n"
        },
        lines=4,
        customers=3,
        revenue="9265.00",
        currency="USD",
        first="2023-02-05",
        last="2023-07-11",
    ),
    Case(
        name="transactions with age, gender and a total that is quantity × price",
        files={
            "retail_sales_dataset.csv": "Transaction ID,Date,Customer ID,Gender,Age,Product Category,Quantity,Price per Unit,"
            "Total Amount\n"
            "1,2023-11-24,CUST001,Male,34,Beauty,3,50,150\n2,2023-02-27,CUST002,Female,26,Clothing,2,500,1000\n3,2023-01-13,"
            "CUST003,Male,50,Electronics,1,30,30\n"
        },
        lines=3,
        orders=3,
        customers=3,
        revenue="1180.00",
    ),
    Case(
        name="invoices with addresses: the total is the only money",
        files={
            "invoice.csv": "InvoiceId,CustomerId,InvoiceDate,BillingAddress,BillingCity,BillingState,BillingCountry,"
            "BillingPostalCode,Total\n"
            "1,2,2009-01-01 00:00:00,Theodor-Heuss-Straße 34,Stuttgart,,Germany,70174,1.98\n2,4,2009-01-02 00:00:00,"
            "Ullevålsveien 14,Oslo,,Norway,0171,3.96\n"
            "3,2,2009-02-13 00:00:00,Theodor-Heuss-Straße 34,Stuttgart,,Germany,70174,5.94\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="11.88",
    ),
    Case(
        name="a ledger of sales orders with three days, freight, tax and many numbers",
        files={
            "SalesOrderHeader.csv": "SalesOrderID,RevisionNumber,OrderDate,DueDate,ShipDate,Status,OnlineOrderFlag,"
            "SalesOrderNumber,PurchaseOrderNumber,"
            "AccountNumber,CustomerID,SalesPersonID,TerritoryID,SubTotal,TaxAmt,Freight,TotalDue\n"
            "43659,8,2011-05-31,2011-06-12,2011-06-07,5,0,SO43659,PO522145787,10-4020-000676,29825,279,5,20565.62,1971.51,616.10,"
            "23153.23\n"
            "43660,8,2011-05-31,2011-06-12,2011-06-07,5,0,SO43660,PO18850127500,10-4020-000117,29672,279,5,1294.25,124.25,38.83,1457.33\n"
            "43661,8,2011-06-01,2011-06-13,2011-06-08,5,0,SO43661,PO18473189620,10-4020-000442,29825,282,6,32726.48,3153.77,"
            "985.55,36865.80\n"
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="61476.36",
        first="2011-05-31",
        last="2011-06-01",
    ),
]
