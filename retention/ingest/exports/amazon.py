"""Amazon: all orders, the order report, the date range report and the settlement.

Source: Amazon Selling Partner API, "Order report attributes" and "Settlement reports attributes" (developer-docs.amazon.com/sp-api/docs),
which name every column; the date range report of Seller Central, English and German, as seen in public exports. "item-price" is the
price of the whole line, not of one piece. Of a date range report the sales are product sales, credits for shipping and gift wrap and
the rebates, without the tax that Amazon keeps and before its fees; of a settlement the item prices and promotions of orders and refunds.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = (
    Export(
        name="Amazon (all orders)",
        role="order_lines",
        headers=("amazon-order-id", "purchase-date", "order-status", "sales-channel", "quantity", "item-price"),
        columns={
            "purchase-date": "ordered_at",
            "amazon-order-id": "order_id",
            "buyer-email": "customer_id",
            "item-price": "amount",
            "quantity": "quantity",
            "product-name": "product",
            "order-status": "status",
            "sales-channel": "channel",
            "currency": "currency",
            "ship-city": "city",
        },
        states={"pending*": "unpaid", "shipped*": "sale", "unshipped": "sale"},
    ),
    Export(
        name="Amazon (orders)",
        role="order_lines",
        headers=("order-id", "order-item-id", "purchase-date", "payments-date", "buyer-email", "quantity-purchased", "item-price"),
        columns={
            "purchase-date": "ordered_at",
            "order-id": "order_id",
            "buyer-email": "customer_id",
            "item-price": "amount",
            "quantity-purchased": "quantity",
            "product-name": "product",
            "currency": "currency",
            "ship-city": "city",
        },
    ),
    Export(
        name="Amazon (date range)",
        role="order_lines",
        headers=("date/time", "settlement id", "type", "order id", "product sales", "total"),
        columns={
            "date/time": "ordered_at",
            "order id": "order_id",
            "quantity": "quantity",
            "description": "product",
            "marketplace": "channel",
            "order city": "city",
        },
        added=("product sales", "shipping credits", "gift wrap credits", "promotional rebates"),
        only={"type": ("order", "refund", "chargeback refund", "a-to-z guarantee claim")},
        returns={"type": ("refund", "chargeback refund", "a-to-z guarantee claim")},
        is_signed=True,
        fees=("selling fees", "fba fees"),
    ),
    Export(
        name="Amazon (date range)",
        role="order_lines",
        headers=("Datum/Uhrzeit", "Abrechnungsnummer", "Typ", "Bestellnummer", "Umsätze", "Gesamt"),
        columns={
            "Datum/Uhrzeit": "ordered_at",
            "Bestellnummer": "order_id",
            "Menge": "quantity",
            "Beschreibung": "product",
            "Marketplace": "channel",
            "Ort der Bestellung": "city",
        },
        added=("Umsätze", "Gutschrift für Versandkosten", "Gutschrift für Geschenkverpackung", "Rabatte aus Werbeaktionen"),
        only={"Typ": ("bestellung", "erstattung", "erstattung durch rückbuchung", "a-bis-z-garantieantrag")},
        returns={"Typ": ("erstattung", "erstattung durch rückbuchung", "a-bis-z-garantieantrag")},
        is_signed=True,
        fees=("Verkaufsgebühren", "Gebühren zu Versand durch Amazon"),
        decimal=",",
        constants={"currency": "EUR"},
    ),
    Export(
        name="Amazon (settlement)",
        role="order_lines",
        headers=("settlement-id", "transaction-type", "order-id", "amount-type", "amount-description", "amount", "posted-date"),
        columns={
            "posted-date-time": "ordered_at",
            "posted-date": "ordered_at",
            "order-id": "order_id",
            "amount": "amount",
            "quantity-purchased": "quantity",
            "sku": "product",
            "marketplace-name": "channel",
            "currency": "currency",
        },
        only={
            "transaction-type": ("order", "refund"),
            "amount-type": ("itemprice", "promotion"),
            "amount-description": ("principal", "shipping", "giftwrap", "shippingdiscount"),
        },
        returns={"transaction-type": ("refund",)},
        is_signed=True,
        fees=(),
    ),
)
