"""SmartBill: the report of issued invoices, and sales by product.

Source: SmartBill, "Raportul Facturi emise – prezentare generala" (ajutorgestiune.smartbill.ro/article/380), which names the
columns Factura, Client, Data emiterii, Data scadentei, Valoare fara TVA, Valoare TVA, Total, Moneda and Status; the sales by
product as seen in public exports. The total is with VAT. A reversed invoice ("stornata") keeps its amount, because the reversing
one stands beside it with a minus.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = (
    Export(
        name="SmartBill (invoices)",
        role="orders",
        headers=("Factura", "Client", "Data emiterii", "Valoare fara TVA", "Total"),
        columns={
            "Data emiterii": "ordered_at",
            "Factura": "order_id",
            "CIF": "customer_id",
            "Client": "customer_id",
            "Total": "amount",
            "Moneda": "currency",
            "Status": "status",
        },
        states={
            "storn*": "sale",
            "incasata*": "sale",
            "neincasata*": "sale",
            "emisa*": "sale",
            "depasita*": "sale",
            "anulata*": "cancelled",
        },
        constants={"currency": "RON"},
    ),
    Export(
        name="SmartBill (sales)",
        role="order_lines",
        headers=("Factura", "Data", "Client", "Produs", "Cantitate", "Valoare fara TVA", "Total"),
        columns={
            "Data": "ordered_at",
            "Factura": "order_id",
            "Client": "customer_id",
            "Total": "amount",
            "Cantitate": "quantity",
            "Produs": "product",
            "Moneda": "currency",
        },
        constants={"currency": "RON"},
    ),
)
