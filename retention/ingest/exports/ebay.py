"""eBay: the orders report and the transaction report.

Source: eBay Seller Help, "Orders report" and "Transaction report" (ebay.com/help/selling), and the fields of the order report at
developer.ebay.com (Merchant Integration Platform, "Order report definitions"); the German headers as seen in public exports. The
transaction report names the kind of each row: orders and refunds are sales, everything else (fees, labels, holds, payouts) is not.
"Gross transaction amount" is before eBay's fees. In the orders report the totals of an order over several lines are shared out.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = (
    Export(
        name="eBay (orders)",
        role="order_lines",
        headers=("Sales Record Number", "Order Number", "Buyer Username", "Item Title", "Sold For", "Total Price", "Sale Date"),
        columns={
            "Sale Date": "ordered_at",
            "Order Number": "order_id",
            "Buyer Username": "customer_id",
            "Buyer Email": "customer_id",
            "Total Price": "amount",
            "Quantity": "quantity",
            "Sold For": "unit_price",
            "Item Title": "product",
            "Buyer City": "city",
            "Ship To City": "city",
        },
        whole_order=("Sale Date", "Buyer Username", "Buyer Email", "Buyer City", "Ship To City"),
        order_totals=("Total Price",),
    ),
    Export(
        name="eBay (transactions)",
        role="orders",
        headers=("Transaction creation date", "Type", "Order number", "Buyer username", "Gross transaction amount"),
        columns={
            "Transaction creation date": "ordered_at",
            "Order number": "order_id",
            "Buyer username": "customer_id",
            "Gross transaction amount": "amount",
            "Quantity": "quantity",
            "Item title": "product",
            "Ship to city": "city",
            "Transaction currency": "currency",
            "Currency": "currency",
        },
        only={"Type": ("order", "sale", "refund", "claim", "payment dispute")},
        returns={"Type": ("refund", "claim", "payment dispute")},
        fees=("Final Value Fee - fixed", "Final Value Fee - variable"),
    ),
    Export(
        name="eBay (transactions)",
        role="orders",
        headers=("Datum der Transaktionserstellung", "Typ", "Bestellnummer", "Transaktionsbetrag (inkl. Kosten)"),
        columns={
            "Datum der Transaktionserstellung": "ordered_at",
            "Bestellnummer": "order_id",
            "Nutzername des Käufers": "customer_id",
            "Transaktionsbetrag (inkl. Kosten)": "amount",
            "Stückzahl": "quantity",
            "Angebotstitel": "product",
            "Transaktionswährung": "currency",
        },
        only={"Typ": ("bestellung", "rückerstattung", "fall", "zahlungsbeanstandung")},
        returns={"Typ": ("rückerstattung", "fall", "zahlungsbeanstandung")},
        fees=("Fixer Anteil der Verkaufsprovision", "Variabler Anteil der Verkaufsprovision"),
        decimal=",",
    ),
)
