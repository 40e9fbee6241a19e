"""Account statements of PayPal, Stripe and Etsy: sales, refunds, fees and payouts one below the other."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="PayPal activity: purchases of the shop's own, withdrawals, a refund",
        files={
            "Download.CSV": '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To '
            'Email Address",'
            '"Transaction ID","Item Title","Reference Txn ID","Balance"\n'
            '"01/15/2024","10:00:00","PST","Ann Lee","Express Checkout Payment","Completed","USD","1,050.00","-30.75","1,019.25",'
            '"ann@x.com","shop@x.com","T1","Sofa","","1,019.25"\n'
            '"01/16/2024","11:00:00","PST","Bob May","Website Payment","Completed","USD","20.00","-0.88","19.12","bob@x.com",'
            '"shop@x.com","T2","Mug","","1,038.37"\n'
            '"01/17/2024","09:00:00","PST","Bob May","Payment Refund","Completed","USD","-20.00","0.88","-19.12","shop@x.com",'
            '"bob@x.com","T3","Mug","T2","1,019.25"\n'
            '"01/18/2024","09:00:00","PST","Post Office","Express Checkout Payment","Completed","USD","-12.40","0.00","-12.40",'
            '"shop@x.com","post@x.com","T4","","","1,006.85"\n'
            '"01/19/2024","09:00:00","PST","","General Withdrawal","Completed","USD","-900.00","0.00","-900.00","shop@x.com","","T5",'
            '"","","106.85"\n'
            '"01/20/2024","10:00:00","PST","Eve Orr","Website Payment","Denied","USD","33.00","0.00","33.00","eve@x.com","shop@x.com",'
            '"T6","Lamp","","106.85"\n'
        },
        lines=4,
        revenue="1050.00",
        first="2024-01-15",
        currency="USD",
        findings=("not_sale_rows", "fees_not_taken_off"),
        roles=("orders",),
    ),
    Case(
        name="PayPal in German: decimal commas, a transfer from the bank",
        files={
            "Download.csv": '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender '
            'E-Mail-Adresse",'
            '"Empfänger E-Mail-Adresse","Transaktionscode","Artikelbezeichnung"\n'
            '"07.09.2023","10:12:00","Europe/Berlin","Anna L","Express-Zahlung","Abgeschlossen","EUR","24,90","-0,97","23,93",'
            '"anna@x.de","shop@x.de","1A","Tasse"\n'
            '"21.09.2023","10:12:00","Europe/Berlin","Bernd M","Website-Zahlung","Abgeschlossen","EUR","1.100,00","-27,74","1.072,26",'
            '"bernd@x.de","shop@x.de","2A","Sofa"\n'
            '"22.09.2023","10:12:00","Europe/Berlin","","Bankgutschrift auf PayPal-Konto","Abgeschlossen","EUR","50,00","0,00","50,00",'
            '"","shop@x.de","3A",""\n'
            '"23.09.2023","10:12:00","Europe/Berlin","Anna L","Rückzahlung","Abgeschlossen","EUR","-4,90","0,17","-4,73","shop@x.de",'
            '"anna@x.de","4A","Tasse"\n'
        },
        lines=3,
        revenue="1120.00",
        first="2023-09-07",
        currency="EUR",
        findings=("not_sale_rows",),
    ),
    Case(
        name="Stripe balance history: payouts and fees among the charges",
        files={
            "balance_history.csv": "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Email "
            "(metadata)\n"
            "txn_1,charge,ch_1,59.00,2.01,56.99,eur,2024-02-01 10:00,2024-02-08 00:00,Plan,ann@x.com\n"
            "txn_2,payment,py_2,19.00,0.35,18.65,eur,2024-02-02 10:00,2024-02-09 00:00,Plan,bob@x.com\n"
            "txn_3,stripe_fee,,-4.50,0.00,-4.50,eur,2024-02-03 10:00,2024-02-03 00:00,Billing,\n"
            "txn_4,payment_refund,pyr_4,-19.00,0.00,-19.00,eur,2024-02-04 10:00,2024-02-04 00:00,Plan,bob@x.com\n"
            "txn_5,payout,po_5,-52.14,0.00,-52.14,eur,2024-02-05 10:00,2024-02-05 00:00,STRIPE PAYOUT,\n"
            "txn_6,charge,ch_6,59.00,2.01,56.99,eur,2024-03-01 10:00,2024-03-08 00:00,Plan,ann@x.com\n"
        },
        lines=4,
        revenue="118.00",
        customers=2,
        currency="EUR",
        findings=("not_sale_rows", "negative_rows"),
    ),
    Case(
        name="Stripe payments: converted amounts, failed ones, one given back in part",
        files={
            "unified_payments.csv": "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount "
            "Refunded,"
            "Converted Currency,Description,Fee,Status,Customer ID,Customer Email\n"
            "ch_1,2024-02-01 10:00:00,60.00,0.00,usd,true,55.10,0.00,eur,Plan,1.90,Paid,cus_1,ann@x.com\n"
            "ch_2,2024-02-02 10:00:00,19.00,9.50,eur,true,19.00,9.50,eur,Plan,0.60,Paid,cus_2,bob@x.com\n"
            "ch_3,2024-02-03 10:00:00,19.00,0.00,eur,false,19.00,0.00,eur,Plan,0.00,Failed,cus_2,bob@x.com\n"
            "ch_4,2024-02-04 10:00:00,40.00,40.00,gbp,true,46.80,46.80,eur,Plan,1.10,Refunded,cus_3,eve@x.com\n"
            "ch_5,2024-02-05 10:00:00,80.00,0.00,eur,false,80.00,0.00,eur,Plan,0.00,requires_payment_method,,\n"
        },
        lines=5,
        revenue="64.60",  # 55.10 + (19 − 9.50)
        currency="EUR",
        roles=("orders",),
    ),
    Case(
        name="Stripe balance report: reporting categories",
        files={
            "Itemized_balance_change.csv": "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,"
            "reporting_category,source_id,customer_email\n"
            "txn_1,2024-01-14 10:02:11,2024-01-16 00:00:00,eur,600.00,8.70,591.30,charge,ch_1,ann@x.com\n"
            "txn_2,2024-01-14 15:40:02,2024-01-16 00:00:00,eur,400.00,5.80,394.20,charge,ch_2,bob@x.com\n"
            "txn_3,2024-01-15 09:12:45,2024-01-17 00:00:00,eur,-20.00,0.00,-20.00,refund,re_3,bob@x.com\n"
            "txn_4,2024-01-16 09:12:45,2024-01-17 00:00:00,eur,-2.00,0.00,-2.00,fee,fee_4,\n"
            "txn_5,2024-01-18 06:00:00,2024-01-18 00:00:00,eur,-965.50,0.00,-965.50,payout,po_5,\n"
        },
        lines=3,
        revenue="980.00",
        customers=2,
        findings=("not_sale_rows",),
    ),
    Case(
        name="Etsy statement: fees, marketing, VAT and a deposit, amounts of two dashes",
        files={
            "etsy_statement_2024_4.csv": "Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details\n"
            '"April 30, 2024",Sale,Payment for Order #3672216433,,GBP,£29.99,--,£29.99,--\n'
            '"April 30, 2024",Fee,Transaction fee: Print,Order #3672216433,GBP,--,-£1.95,-£1.95,--\n'
            '"April 29, 2024",Marketing,Etsy Ads,Bill for ads,GBP,--,-£4.80,-£4.80,--\n'
            '"April 28, 2024",Refund,Partial refund for Order #3672216000,,GBP,-£5.00,--,-£5.00,--\n'
            '"April 27, 2024",Sale,Payment for Order #3672216000,,GBP,£20.00,--,£20.00,--\n'
            '"April 26, 2024",Deposit,£38.18 sent to your bank account,,GBP,--,--,--,--\n'
        },
        lines=3,
        revenue="44.99",
        first="2024-04-27",
        currency="GBP",
        findings=("not_sale_rows", "negative_rows"),
    ),
]
