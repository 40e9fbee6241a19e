"""retailCRM, orders.

Source: the fields of an order in retailCRM's API v5 (docs.retailcrm.ru, "GET /api/v5/orders": number, createdAt, totalSumm, status, …),
which the second rule follows; the Russian headers are the names of the same fields in the list of orders, as it is exported.
"totalSumm" ("Общая сумма") is with discounts and delivery.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_STATES = {
    "cancel*": "cancelled",
    "отмен*": "cancelled",
    "no-call": "cancelled",
    "недозвон*": "cancelled",
    "new": "sale",
    "complete": "sale",
}

EXPORTS = (
    Export(
        name="retailCRM",
        role="orders",
        headers=("Номер заказа", "Дата создания", "Статус", "Способ оформления", "Общая сумма"),
        columns={
            "Дата создания": "ordered_at",
            "Номер заказа": "order_id",
            "ID клиента": "customer_id",
            "E-mail": "customer_id",
            "Email": "customer_id",
            "Телефон": "customer_id",
            "Покупатель": "customer_id",
            "Общая сумма": "amount",
            "Закупочная стоимость": "cost",
            "Статус": "status",
            "Способ оформления": "channel",
            "Магазин": "store",
            "Валюта": "currency",
        },
        states=_STATES,
    ),
    Export(
        name="retailCRM",
        role="orders",
        headers=("number", "createdAt", "totalSumm", "orderMethod", "status"),
        columns={
            "createdAt": "ordered_at",
            "number": "order_id",
            "customer.id": "customer_id",
            "email": "customer_id",
            "phone": "customer_id",
            "totalSumm": "amount",
            "purchaseSumm": "cost",
            "status": "status",
            "orderMethod": "channel",
            "site": "store",
            "currency": "currency",
        },
        states=_STATES,
    ),
)
