"""Stripe: payments, the balance history and the itemised balance report.

Source: Stripe Documentation, "Balance summary report" and "Reporting categories" (docs.stripe.com/reports/balance,
docs.stripe.com/reports/reporting-categories), "Balance transaction types" (docs.stripe.com/reports/balance-transaction-types), and the
export of payments in the Dashboard. Charges and payments are sales, refunds give back; fees, payouts, transfers, reserves, disputes and
adjustments are not sales. Where a payment was converted, the converted amount is the one that reached the account.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_SALES = ("charge", "payment")
_REFUNDS = ("refund", "payment_refund", "payment refund", "refund_failure", "partial_capture_reversal", "payment_reversal")

EXPORTS = (
    Export(
        name="Stripe (payments)",
        role="orders",
        headers=("id", "Created*", "Amount", "Amount Refunded", "Currency", "Status", "Captured"),
        columns={
            "Created*": "ordered_at",
            "id": "order_id",
            "Customer ID": "customer_id",
            "Customer Email": "customer_id",
            "Converted Amount": "amount",
            "Amount": "amount",
            "Converted Amount Refunded": "refunded",
            "Amount Refunded": "refunded",
            "Converted Currency": "currency",
            "Currency": "currency",
            "Description": "product",
            "Card Address City": "city",
            "Shipping Address City": "city",
            "Status": "status",
        },
        states={
            "paid": "sale",
            "succeeded": "sale",
            "requires_*": "unpaid",
            "incomplete*": "unpaid",
            "uncaptured": "unpaid",
            "blocked": "cancelled",
        },
        fees=("Fee",),
    ),
    Export(
        name="Stripe (balance history)",
        role="orders",
        headers=("id", "Type", "Source", "Amount", "Fee", "Net", "Created*", "Available On*"),
        columns={
            "Created*": "ordered_at",
            "Source": "order_id",
            "Customer ID*": "customer_id",
            "Customer Email*": "customer_id",
            "Amount": "amount",
            "Currency": "currency",
        },
        only={"Type": _SALES + _REFUNDS},
        returns={"Type": _REFUNDS},
        fees=("Fee",),
    ),
    Export(
        name="Stripe (balance report)",
        role="orders",
        headers=("balance_transaction_id", "reporting_category", "gross", "fee", "net", "currency"),
        columns={
            "created": "ordered_at",
            "created_utc": "ordered_at",
            "charge_id": "order_id",
            "source_id": "order_id",
            "customer_id": "customer_id",
            "customer_email": "customer_id",
            "gross": "amount",
            "currency": "currency",
        },
        only={"reporting_category": _SALES + _REFUNDS},
        returns={"reporting_category": _REFUNDS},
        fees=("fee",),
    ),
)
