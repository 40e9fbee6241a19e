"""Statements of bank accounts: only what came in can be a sale, what went out is left out aloud, and own cards are no customers."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

BANK = ("account_statement", "not_sale_rows")

CASES = [
    Case(
        name="a bank account: signed amounts and a balance that moves by them",
        files={
            "movements.csv": "date,class,desc,amount,balance\n03/01/2024,Income,Transfer from Ann,40.00,1040.00\n"
            "14/01/2024,Shopping,Card payment,-25.50,1014.50\n20/01/2024,Income,Transfer from Bob,60.00,1074.50\n"
            "31/01/2024,Housing,Rent,-500.00,574.50\n"
        },
        lines=2,
        revenue="100.00",
        first="2024-01-03",
        last="2024-01-20",
        findings=BANK,
        absent=("customers",),
    ),
    Case(
        name="a bank account: which way the money went stands in a column of its own",
        files={
            "mint.csv": "Date,Description,Original Description,Amount,Transaction Type,Category,Account Name,Labels,Notes\n"
            '6/12/15,Hosting,HOST INC,"1,000.00",debit,Checking,Savings,,\n6/13/15,Ann Lee,ANN LEE,"2,000.00",credit,Savings,Checking,,\n'
            '6/14/15,Rent,LANDLORD,"2,500.00",debit,Savings,Checking,,\n'
        },
        lines=1,
        revenue="2000.00",
        findings=BANK,
        absent=("customers",),
    ),
    Case(
        name="a bank account without headers: transfers, debit and credit",
        files={
            "export.csv": '6/12/15,Transfer from Checking,Account Transfer,"1,000.00",debit,Checking,Savings\n'
            '6/13/15,Transfer to Savings,Account Transfer,"2,000.00",credit,Savings,Checking\n'
            '6/14/15,Transfer from Savings,Account Transfer,"2,500.00",debit,Savings,Checking\n'
        },
        lines=1,
        revenue="2000.00",
        findings=BANK,
        absent=("customers",),
    ),
    Case(
        name="a bank account in French: debit, credit and balance each in a column",
        files={
            "compte.csv": "Compte;Date de valeur;Description;Donneur d'ordre;Débit;Crédit;Solde\n"
            "CH93 0076;31.03.2024;Frais;;10.00;;11'373.94\nCH93 0076;28.02.2024;Virement;Foo-Bar SA;;240.00;11'383.94\n"
            "CH93 0076;27.01.2024;Virement;Anne Roy;;60.50;11'143.94\n"
        },
        lines=2,
        revenue="300.50",
        customers=2,
        first="2024-01-27",
        last="2024-02-28",
        findings=(*BANK, "customers_by_name"),
    ),
    Case(
        name="a bank account in German: the payer is the customer, not the own account",
        files={
            "umsaetze.csv": "Kontonummer;Buchungstag;Wertstellung;Auftraggeber/Empfänger;Buchungstext;Betrag;Kontostand;Währung\n"
            "1234567890;10.10.2017;10.10.2017;Anna Lang;Gutschrift;98,76;1.333,32;EUR\n"
            "1234567890;11.10.2017;11.10.2017;Stromwerk AG;SEPA-Basislastschrift;-50,00;1.283,32;EUR\n"
            "1234567890;12.10.2017;12.10.2017;Anna Lang;Gutschrift;1.001,24;2.284,56;EUR\n"
        },
        lines=2,
        revenue="1100.00",
        customers=1,
        currency="EUR",
        findings=BANK,
    ),
    Case(
        name="a bank card in Russian: shops' codes, the own card's number, a refused payment",
        files={
            "operations.csv": '"Дата операции";"Номер карты";"Статус";"Сумма операции";"Валюта операции";"Категория";"MCC";"Описание"\n'
            '"31.01.2024 21:10:44";"*7197";"OK";"-160,89";"RUB";"Супермаркеты";"5411";"Колхоз"\n'
            '"30.01.2024 15:22:31";"";"OK";"20000,00";"RUB";"Пополнения";"";"Константин Л."\n'
            '"29.01.2024 12:00:00";"*7197";"FAILED";"-500,00";"RUB";"Такси";"4121";"Такси"\n'
        },
        lines=1,
        revenue="20000.00",
        currency="RUB",
        findings=BANK,
        absent=("customers",),
    ),
    Case(
        name="a bank account in Russian: income and expense by debit and credit, the payer named",
        files={
            "выписка.csv": "Дата;Плательщик;Получатель;Дебет;Кредит;Назначение платежа\n"
            "05.02.2024;ООО Ромашка;ИП Петров;;1 500,00;Оплата по счёту 7\n06.02.2024;ИП Петров;ООО Склад;900,00;;Аренда\n"
            "09.02.2024;ООО Лилия;ИП Петров;;2 000,50;Оплата по счёту 8\n12.02.2024;ООО Ромашка;ИП Петров;;300,00;Оплата по счёту 9\n"
        },
        lines=3,
        revenue="3800.50",
        customers=2,
        findings=BANK,
    ),
    Case(
        name="an account with outgoing payments only is refused as such",
        files={
            "statement.csv": "Booking Date,Partner Name,Partner Iban,Amount\n2024-03-07,Power Co,DE27100110000000000000,-32.80\n"
            "2024-03-09,Rent Co,DE27100110000000000001,-328.00\n"
        },
        refusal="outgoing payments only",
    ),
    Case(
        name="a balance that is still to be paid makes no account statement",
        files={
            "invoices.csv": "Date,Invoice,Customer,Total,Balance\n2024-03-01,1,Ann,100.00,0.00\n2024-03-02,2,Bob,80.00,80.00\n"
            "2024-03-05,3,Ann,-20.00,0.00\n2024-03-09,4,Eve,50.00,25.00\n"
        },
        lines=4,
        revenue="210.00",
        customers=3,
        findings=("negative_rows",),
    ),
    Case(
        name="customers who pay by credit or debit card make no account statement",
        files={
            "sales.csv": "Date,Customer,Transaction type,Amount\n2024-03-01,Ann,Credit,10.00\n2024-03-02,Bob,Debit,20.00\n"
            "2024-03-03,Ann,Debit,5.00\n"
        },
        lines=3,
        revenue="35.00",
        customers=2,
    ),
    Case(
        name="a platform's statement in Spanish: gross, commission, net",
        files={
            "estado.csv": '"Fecha","Descripción","Divisa","Bruto","Comisión","Neto","Saldo","Id. de transacción",'
            '"Correo electrónico del remitente"\n'
            '"13/1/2020","Pago estándar","EUR","49,37","-1,78","47,59","4.626,81","T1","ann@x.com"\n'
            '"14/1/2020","Pago estándar","EUR","28,82","-1,19","27,63","4.654,44","T2","bob@x.com"\n'
            '"15/1/2020","Pago estándar","EUR","22,47","-1,00","21,47","4.675,91","T3","ann@x.com"\n'
        },
        lines=3,
        orders=3,
        customers=2,
        revenue="100.66",
        currency="EUR",
    ),
    Case(
        name="gross and net beside a fee that is no tax",
        files={
            "sales.csv": "Date;Kunde;Netto;Gebühr;Brutto\n01.03.2024;Anna;95,00;5,00;100,00\n15.03.2024;Bernd;19,00;1,00;20,00\n"
            "20.03.2024;Anna;28,50;1,50;30,00\n"
        },
        lines=3,
        customers=2,
        revenue="150.00",
    ),
]
