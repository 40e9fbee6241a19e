"""PayPal, the activity download, in English and German.

Source: PayPal Developer, "Transaction Detail Report" and its list of T-codes (developer.paypal.com/docs/reports), and PayPal Help, "How do
I view and download statements and reports?"; the headers as seen in public exports. "Gross" is what the customer paid, before PayPal's
fee. Only payments received are sales: a negative payment is the shop's own purchase, and withdrawals, bank deposits, conversions,
holds and fees are transfers. Payments still pending count, refused ones do not.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_PAYMENTS = (
    "*express checkout payment",
    "website payment*",
    "mobile payment*",
    "general payment*",
    "ebay auction payment*",
    "preapproved payment*",
    "subscription payment*",
    "recurring payment*",
    "shopping cart payment*",
    "payment received",
    "donation payment*",
    "web accept payment received",
    "direct credit card payment",
    "virtual terminal payment*",
    "paypal here payment",
    "invoice received",
    "pos payment",
    "checkout payment*",
    "zahlung*",
    "ebay-zahlung*",
    "abonnementzahlung*",
    "handyzahlung*",
    "website-zahlung*",
    "express-zahlung*",
    "allgemeine zahlung*",
    "spende*",
)
_REFUNDS = (
    "payment refund*",
    "refund*",
    "payment reversal*",
    "reversal",
    "chargeback*",
    "ruckzahlung*",
    "ruckerstattung*",
    "zahlungsstornierung*",
)
_STATES = {
    "completed": "sale",
    "abgeschlossen": "sale",
    "cleared": "sale",
    "partially refunded": "sale",
    "refunded": "sale",
    "ruckerstattet": "sale",
}
_STATES |= {"denied": "cancelled", "reversed": "sale", "placed": "unpaid", "removed": "cancelled", "abgelehnt": "cancelled"}
_ENGLISH = {
    "Date": "ordered_at",
    "Transaction ID": "order_id",
    "From Email Address": "customer_id",
    "Gross": "amount",
    "Currency": "currency",
    "Item Title": "product",
    "Town/City": "city",
    "Status": "status",
}
_GERMAN = {
    "Datum": "ordered_at",
    "Transaktionscode": "order_id",
    "Absender E-Mail-Adresse": "customer_id",
    "Brutto": "amount",
    "Währung": "currency",
    "Artikelbezeichnung": "product",
    "Ort": "city",
    "Status": "status",
}

EXPORTS = tuple(
    Export(
        name="PayPal",
        role="orders",
        headers=headers,
        columns=columns,
        only={kind: _PAYMENTS + _REFUNDS},
        returns={kind: _REFUNDS},
        pays_out=True,
        states=_STATES,
        fees=(fee,),
    )
    for headers, columns, kind, fee in (
        (("Date", "Type", "Gross", "Fee", "Net", "From Email Address", "Transaction ID"), _ENGLISH, "Type", "Fee"),
        (("Date", "Description", "Gross", "Fee", "Net", "From Email Address", "Transaction ID"), _ENGLISH, "Description", "Fee"),
        (("Datum", "Typ", "Brutto", "Gebühr", "Netto", "Absender E-Mail-Adresse", "Transaktionscode"), _GERMAN, "Typ", "Gebühr"),
        (
            ("Datum", "Beschreibung", "Brutto", "Entgelt", "Netto", "Absender E-Mail-Adresse", "Transaktionscode"),
            _GERMAN,
            "Beschreibung",
            "Entgelt",
        ),
    )
)
