"""eMAG Marketplace, orders, in Romanian and English.

Source: eMAG Marketplace, "Orders" (marketplace.emag.hu/infocenter/emag-academy/orders: the statuses, Storno among them) and "eMAG
Marketplace API Documentation" (order statuses 0 cancelled, 1 new, 2 in progress, 3 prepared, 4 finalised, 5 returned; sale_price
of one piece); no page lists the columns of the Excel file, so: headers as seen in public exports.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_STATES = {"0": "cancelled", "5": "return", "anulat*": "cancelled", "cancel*": "cancelled", "storno*": "return", "returnat*": "return"}
_STATES |= dict.fromkeys(
    ("1", "2", "3", "4", "noua", "in lucru", "pregatita", "finalizat*", "finali*", "new", "in progress", "prepared"), "sale"
)

EXPORTS = tuple(
    Export(
        name="eMAG Marketplace",
        role="order_lines",
        headers=(number, day, product, code, pieces, price),
        columns={
            day: "ordered_at",
            number: "order_id",
            **dict.fromkeys(customers, "customer_id"),
            price: "unit_price",
            pieces: "quantity",
            product: "product",
            "Status": "status",
            status: "status",
            "Moneda": "currency",
            "Currency": "currency",
        },
        states=_STATES,
        constants={"currency": "RON"},
    )
    for number, day, product, code, pieces, price, status, customers in (
        ("Nr. comanda", "Data comanda", "Nume produs", "PNK", "Cantitate", "Pret", "Status comanda", ("Telefon client", "Nume client")),
        ("ID comanda", "Data comanda", "Nume produs", "PNK", "Cantitate", "Pret", "Status comanda", ("Telefon client", "Nume client")),
        ("Order ID", "Order date", "Product name", "PNK", "Quantity", "Price", "Order status", ("Customer phone", "Customer name")),
        ("id", "date", "product_name", "part_number_key", "quantity", "sale_price", "status", ("customer_id", "customer_name")),
    )
)
