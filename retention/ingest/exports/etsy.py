"""Etsy: orders, order items, payments and the monthly statement.

Source: Etsy Help, "How to Download Your Shop Data" and "How Are Sales & Credits in My Payment Account Calculated?" (help.etsy.com), which
explains Gross, Fees, Net and Refund; the full lists of headers as seen in public exports. "Order Total" is what the buyer paid.
In the statement only "Sale" and "Refund" are the shop's sales; listing fees, marketing, VAT, labels and deposits are not. The day is
written the American way in the sales files.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = (
    Export(
        name="Etsy (orders)",
        role="orders",
        headers=("Sale Date", "Order ID", "Number of Items", "Order Value", "Order Total"),
        columns={
            "Sale Date": "ordered_at",
            "Order ID": "order_id",
            "Buyer User ID": "customer_id",
            "Buyer": "customer_id",
            "Full Name": "customer_id",
            "Order Total": "amount",
            "Number of Items": "quantity",
            "Discount Amount": "discount",
            "Status": "status",
            "Currency": "currency",
            "Ship City": "city",
        },
        fees=("Card Processing Fees",),
        date="%m/%d/%y",
    ),
    Export(
        name="Etsy (order items)",
        role="order_lines",
        headers=("Sale Date", "Item Name", "Buyer", "Quantity", "Price", "Item Total", "Order ID"),
        columns={
            "Sale Date": "ordered_at",
            "Order ID": "order_id",
            "Buyer": "customer_id",
            "Item Total": "amount",
            "Quantity": "quantity",
            "Price": "unit_price",
            "Discount Amount": "discount",
            "Item Name": "product",
            "Currency": "currency",
            "Ship City": "city",
        },
        date="%m/%d/%y",
    ),
    Export(
        name="Etsy (payments)",
        role="orders",
        headers=("Payment ID", "Buyer Username", "Order ID", "Gross Amount", "Fees", "Net Amount"),
        columns={
            "Order Date": "ordered_at",
            "Order ID": "order_id",
            "Buyer Username": "customer_id",
            "Buyer": "customer_id",
            "Gross Amount": "amount",
            "Refund Amount": "refunded",
            "Currency": "currency",
        },
        fees=("Fees",),
        date="%m/%d/%Y",
    ),
    Export(
        name="Etsy (statement)",
        role="orders",
        headers=("Date", "Type", "Info", "Currency", "Amount", "Fees & Taxes", "Net"),
        columns={"Date": "ordered_at", "Amount": "amount", "Currency": "currency"},
        only={"Type": ("sale", "refund")},
        returns={"Type": ("refund",)},
        fees=("Fees & Taxes",),
    ),
)
