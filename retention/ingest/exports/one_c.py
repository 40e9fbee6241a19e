"""1С:Предприятие: lists of documents saved to Excel, and the register of sales of the "Универсальный отчёт".

Source: 1С:ИТС (its.1c.ru), the documents "Реализация (акт, накладная, УПД)", "Чек ККМ" and the register "Выручка и себестоимость продаж";
no page lists the columns of a saved list, so: headers as the forms of these lists show them and as seen in public exports.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_STATES = {"возврат*": "return", "помечен*": "cancelled"}

EXPORTS = (
    Export(
        name="1С (list of documents)",
        role="orders",
        headers=("Дата", "Номер", "Контрагент", "Сумма", "Организация"),
        columns={
            "Дата": "ordered_at",
            "Номер": "order_id",
            "Контрагент": "customer_id",
            "Сумма": "amount",
            "Сумма документа": "amount",
            "Вид операции": "status",
            "Валюта": "currency",
            "Склад": "store",
        },
        states=_STATES,
    ),
    Export(
        name="1С (list of documents)",
        role="orders",
        headers=("Дата", "Номер", "Клиент", "Сумма", "Организация"),
        columns={
            "Дата": "ordered_at",
            "Номер": "order_id",
            "Клиент": "customer_id",
            "Сумма": "amount",
            "Операция": "status",
            "Хозяйственная операция": "status",
            "Валюта": "currency",
            "Склад": "store",
        },
        states=_STATES,
    ),
    Export(
        name="1С (register of sales)",
        role="order_lines",
        headers=("Период", "Регистратор", "Номенклатура", "Контрагент", "Количество"),
        columns={
            "Период": "ordered_at",
            "Регистратор": "order_id",
            "Контрагент": "customer_id",
            "Выручка": "amount",
            "Сумма выручки": "amount",
            "Стоимость": "amount",
            "Сумма": "amount",
            "Количество": "quantity",
            "Себестоимость": "cost",
            "Номенклатура": "product",
            "Номенклатурная группа": "category",
            "Подразделение": "store",
        },
        returns={"Регистратор": ("возврат*",)},
    ),
)
