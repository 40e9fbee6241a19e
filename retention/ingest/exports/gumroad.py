"""Gumroad, sales.

Source: Gumroad's own code (github.com/antiwork/gumroad, app/services/exports/purchase_export_service.rb, PURCHASE_FIELDS), which names
every column and adds a last row "Totals". All amounts are dollars; the price is before Gumroad's fees and without tax.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = (
    Export(
        name="Gumroad",
        role="orders",
        headers=("Item Name", "Purchase Date", "Sale Price ($)", "Fees ($)", "Net Total ($)"),
        columns={
            "Purchase Date": "ordered_at",
            "Purchase ID": "order_id",
            "Purchase Email": "customer_id",
            "Email": "customer_id",
            "Buyer Email": "customer_id",
            "Sale Price ($)": "amount",
            "Partial Refund ($)": "refunded",
            "Quantity": "quantity",
            "Item Name": "product",
            "City": "city",
            "Fully Refunded?": "status",
            "UTM Source": "channel",
            "Referrer": "channel",
        },
        states={"1": "return", "true": "return", "0": "sale", "false": "sale"},
        fees=("Fees ($)",),
        constants={"currency": "USD"},
    ),
)
