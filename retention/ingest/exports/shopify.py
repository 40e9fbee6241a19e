"""Shopify, orders and customers; and Squarespace, whose orders are written in the same way.

Source: Shopify Help Center, "Exporting orders" (help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders) and
"Customer CSV files" (help.shopify.com/en/manual/customers/import-export-customers); a genuine export confirms them. An order over
several lines has its totals, status and e-mail on the first line only. "Refunded Amount" is what was given back later. "Paid at" is
left out: an order that waits for its payment has none. For Squarespace: headers as seen in public exports.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_COLUMNS = {
    "Created at": "ordered_at",
    "Total": "amount",
    "Refunded Amount": "refunded",
    "Amount Refunded": "refunded",
    "Email": "customer_id",
    "Phone": "customer_id",
    "Billing Phone": "customer_id",
    "Lineitem quantity": "quantity",
    "Lineitem price": "unit_price",
    "Discount Amount": "discount",
    "Lineitem name": "product",
    "Financial Status": "status",
    "Currency": "currency",
    "Location": "store",
    "Source": "channel",
    "Channel Name": "channel",
    "Billing City": "city",
    "Shipping City": "city",
}
_WHOLE_ORDER = (
    "Email",
    "Phone",
    "Billing Phone",
    "Financial Status",
    "Currency",
    "Created at",
    "Location",
    "Source",
    "Channel Name",
    "Billing City",
    "Shipping City",
)
_ORDER_TOTALS = ("Total", "Refunded Amount", "Amount Refunded", "Discount Amount")
_STATES = {"voided": "cancelled", "expired": "cancelled", "authorized": "sale", "partially_paid": "sale"}

EXPORTS = (
    Export(
        name="Shopify",
        role="order_lines",
        headers=("Name", "Financial Status", "Created at", "Total", "Lineitem name", "Lineitem quantity", "Lineitem price"),
        columns={"Name": "order_id", **_COLUMNS},
        whole_order=_WHOLE_ORDER,
        order_totals=_ORDER_TOTALS,
        states=_STATES,
    ),
    Export(
        name="Squarespace",
        role="order_lines",
        headers=("Order ID", "Financial Status", "Created at", "Total", "Lineitem name", "Lineitem quantity", "Lineitem price"),
        columns={"Order ID": "order_id", **_COLUMNS},
        whole_order=_WHOLE_ORDER,
        order_totals=_ORDER_TOTALS,
        states=_STATES,
    ),
    Export(
        name="Shopify",
        role="customers",
        headers=("Email", "Accepts Email Marketing", "Total Spent", "Total Orders"),
        columns={
            "Email": "customer_id",
            "Phone": "customer_id",
            "Customer ID": "customer_id",
            "First Name": "name",
            "Default Address City": "city",
            "City": "city",
            "Tags": "tags",
        },
    ),
)
