"""Square: transactions and item sales.

Source: Square Support, "Export transactions" and "Item sales" (squareup.com/help), whose columns public code repeats to the letter.
The amount is "Net Sales": what the goods were sold for after discounts, without tax, tips and gift cards. Refunds are rows of their own
("Event Type"), and negative.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_REFUND = {"Event Type": ("refund",)}

EXPORTS = (
    Export(
        name="Square (transactions)",
        role="orders",
        headers=("Date", "Time", "Time Zone", "Gross Sales", "Net Sales", "Tip", "Total Collected", "Transaction ID"),
        columns={
            "Date": "ordered_at",
            "Transaction ID": "order_id",
            "Customer ID": "customer_id",
            "Customer Reference ID": "customer_id",
            "Customer Name": "customer_id",
            "Net Sales": "amount",
            "Location": "store",
            "Source": "channel",
        },
        returns=_REFUND,
        fees=("Fees",),
    ),
    Export(
        name="Square (items)",
        role="order_lines",
        headers=("Date", "Time", "Time Zone", "Category", "Item", "Qty", "Gross Sales", "Net Sales", "Transaction ID"),
        columns={
            "Date": "ordered_at",
            "Transaction ID": "order_id",
            "Customer ID": "customer_id",
            "Customer Reference ID": "customer_id",
            "Customer Name": "customer_id",
            "Net Sales": "amount",
            "Qty": "quantity",
            "Item": "product",
            "Category": "category",
            "Location": "store",
        },
        returns=_REFUND,
    ),
)
