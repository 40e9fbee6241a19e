"""МойСклад: orders, shipments, retail sales and returns, and the lines of a document.

Source: МойСклад, "Экспорт данных" and "Заказы покупателей" (support.moysklad.ru), and the fields of these documents in its API
(dev.moysklad.ru/doc/api/remap/1.2, "Заказ покупателя", "Отгрузка"); no page lists the columns, so: headers as the lists show them.
A shipment that was partly returned keeps its sum; returns are a list of their own, in which the sums are given back.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_COLUMNS = {
    "Время": "ordered_at",
    "Дата и время": "ordered_at",
    "№": "order_id",
    "Номер": "order_id",
    "Контрагент": "customer_id",
    "Сумма": "amount",
    "Валюта": "currency",
    "Валюта документа": "currency",
    "Канал продаж": "channel",
    "Точка продаж": "store",
    "Склад": "store",
    "Статус": "status",
}

EXPORTS = (
    Export(
        name="МойСклад (orders)",
        role="orders",
        headers=("№", "Время", "Контрагент", "Организация", "Сумма", "Отгружено"),
        columns=_COLUMNS,
    ),
    Export(
        name="МойСклад (shipments)",
        role="orders",
        headers=("№", "Время", "Контрагент", "Организация", "Сумма", "Оплачено"),
        columns=_COLUMNS,
    ),
    Export(
        name="МойСклад (retail sales)",
        role="orders",
        headers=("№", "Время", "Точка продаж", "Контрагент", "Сумма", "Безналичными"),
        columns=_COLUMNS,
    ),
)
