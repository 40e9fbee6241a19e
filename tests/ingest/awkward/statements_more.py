"""Account statements of marketplaces and of nobody known: sales, refunds, fees and payouts one below the other."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="eBay transactions: refunds in brackets, labels, a payout, titles above",
        files={
            "Transaction_report.csv": "Transaction report\nSeller,my.shop\nStart date,1-Jan-24\n\n"
            "Transaction creation date,Type,Order number,Legacy order ID,Buyer username,Net amount,Payout date,Item title,Quantity,"
            "Final Value Fee - fixed,Final Value Fee - variable,Gross transaction amount,Transaction currency\n"
            '"Jan 2, 2024",Order,12-1,--,ann_b,22.63,--,Radio,1,-0.30,-3.06,25.99,USD\n'
            '"Jan 3, 2024",Order,12-2,--,bob_c,16.26,--,Knob,2,-0.30,-1.94,18.50,USD\n'
            '"Jan 3, 2024",Shipping label,12-1,--,--,-5.10,--,--,--,--,--,-5.10,USD\n'
            '"Jan 5, 2024",Refund,12-1,--,ann_b,(25.99),--,Radio,1,--,--,(25.99),USD\n'
            '"Jan 6, 2024",Other fee,--,--,--,-0.99,--,--,--,--,--,-0.99,USD\n'
            '"Jan 7, 2024",Payout,--,--,--,-7.80,--,--,--,--,--,-7.80,USD\n'
        },
        lines=3,
        orders=2,
        customers=2,
        revenue="18.50",
        first="2024-01-02",
        last="2024-01-05",
        findings=("not_sale_rows", "fees_not_taken_off"),
    ),
    Case(
        name="Amazon date range: definitions above, transfers, rebates that lower the price",
        files={
            "CustomTransaction.csv": '"Includes Amazon Marketplace transactions"\n"All amounts in USD, unless specified"\n'
            '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","product sales","product sales '
            'tax",'
            '"shipping credits","gift wrap credits","promotional rebates","selling fees","fba fees","other","total"\n'
            '"May 1, 2023 12:00:16 AM PDT","178","Order","112-1","S1","Charger","1","amazon.com","29.99","2.40","5.99","0","-5.99",'
            '"-4.50","-5.35","0","20.14"\n'
            '"May 2, 2023 1:00:16 PM PDT","178","Order","112-2","S2","Cable","2","amazon.com","1,019.98","0","0","0","0","-153",'
            '"-3.22","0","863.76"\n'
            '"May 3, 2023 1:00:16 PM PDT","178","Refund","112-1","S1","Charger","1","amazon.com","-29.99","-2.40","0","0","0","3.60",'
            '"0","0","-26.39"\n'
            '"May 4, 2023 1:00:16 PM PDT","178","Service Fee","","","Cost of Advertising","","","0","0","0","0","0","0","0","-120.00",'
            '"-120.00"\n'
            '"May 5, 2023 1:00:16 PM PDT","178","Transfer","","","To your account","","","0","0","0","0","0","0","0","-737.51","-737.51"\n'
        },
        lines=3,
        orders=2,
        revenue="1019.98",  # 29.99 + 5.99 − 5.99 + 1,019.98 − 29.99
        first="2023-05-01",
        last="2023-05-03",
        findings=("not_sale_rows",),
    ),
    Case(
        name="Amazon settlement: prices, taxes, fees and discounts each on a row",
        files={
            "settlement.txt": "settlement-id\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmarketplace-name\t"
            "amount-type\t"
            "amount-description\tamount\tposted-date\tposted-date-time\tsku\tquantity-purchased\n"
            "1001\t2024-10-17\t8.59\tUSD\t\t\t\t\t\t\t\t\t\t\n"
            "1001\t\t\t\tOrder\t111-1\tAmazon.com\tItemPrice\tPrincipal\t25.00\t2024-10-02\t2024-10-02 10:00:00 UTC\tW1\t1\n"
            "1001\t\t\t\tOrder\t111-1\tAmazon.com\tItemPrice\tTax\t2.00\t2024-10-02\t2024-10-02 10:00:00 UTC\tW1\t\n"
            "1001\t\t\t\tOrder\t111-1\tAmazon.com\tItemFees\tCommission\t-4.05\t2024-10-02\t2024-10-02 10:00:00 UTC\tW1\t\n"
            "1001\t\t\t\tRefund\t111-2\tAmazon.com\tItemPrice\tPrincipal\t-18.00\t2024-10-05\t2024-10-05 10:00:00 UTC\tW2\t1\n"
            "1001\t\t\t\tOrder\t111-3\tAmazon.com\tItemPrice\tPrincipal\t30.00\t2024-10-06\t2024-10-06 10:00:00 UTC\tW2\t1\n"
            "1001\t\t\t\tother-transaction\t\t\tother-transaction\tStorage Fee\t-7.00\t2024-10-07\t2024-10-07 10:00:00 UTC\t\t\n"
        },
        lines=3,
        orders=3,
        revenue="37.00",
        refused=1,  # the row of the whole settlement has no amount of its own
        findings=("not_sale_rows",),
    ),
    Case(
        name="an unknown statement in English: gross sales, fees, payouts",
        files={
            "statement.csv": "Date,Type,Client,Amount,Balance\n2024-03-13,Sale,Ann,100.00,100.00\n2024-03-14,Processing fee,,-2.90,97.10\n"
            "2024-03-15,Sale,Bob,50.00,147.10\n2024-03-16,Refund,Ann,-100.00,47.10\n2024-03-17,Payout,,-40.00,7.10\n"
            "2024-03-18,Sale,Ann,80.00,87.10\n"
        },
        lines=4,
        revenue="130.00",
        customers=2,
        findings=("not_sale_rows", "negative_rows"),
    ),
    Case(
        name="an unknown statement in Russian: refunds without a minus, money paid out",
        files={
            "выписка.csv": "Дата операции;Тип операции;Контрагент;Сумма\n13.03.2024;Оплата заказа;Анна;1 000,00\n"
            "14.03.2024;Комиссия банка;;-25,00\n"
            "15.03.2024;Оплата заказа;Борис;500,00\n16.03.2024;Возврат;Анна;1 000,00\n17.03.2024;Вывод средств;;-400,00\n"
            "18.03.2024;Оплата поставщику;Опт;-300,00\n"
        },
        lines=3,
        revenue="500.00",
        findings=("not_sale_rows", "negative_rows"),
    ),
    Case(
        name="customers who pay by transfer do not make a statement",
        files={
            "orders.csv": "Date,Type,Customer,Amount\n2024-03-13,Card payment,Ann,10.00\n2024-03-14,Bank transfer,Bob,20.00\n"
            "2024-03-15,Card payment,Ann,30.00\n"
        },
        lines=3,
        customers=2,
        revenue="60.00",
    ),
]
