"""Ozon: orders (FBO, FBS) and accruals.

Source: Ozon Seller, "Отчёт по заказам" and "Отчёт о начислениях" (seller-edu.ozon.ru), whose columns public code repeats to the letter.
The price of an order's line is the seller's, for one piece; Ozon makes up for the discounts that it gives itself. In the accruals only
deliveries to buyers and returns are sales, with signs of their own; logistics, storage, advertising and acquiring are services.
Neither names the buyers.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_ORDERS = {
    "Принят в обработку": "ordered_at",
    "Номер заказа": "order_id",
    "Статус": "status",
    "Название товара": "product",
    "Наименование товара": "product",
    "Ваша цена": "unit_price",
    "Итоговая стоимость товара": "unit_price",
    "Количество": "quantity",
    "Код валюты товара": "currency",
}

EXPORTS = (
    Export(
        name="Ozon (orders)",
        role="order_lines",
        headers=("Номер заказа", "Номер отправления", "Принят в обработку", "Статус", "Ваша цена", "Количество"),
        columns=_ORDERS,
        constants={"currency": "RUB"},
    ),
    Export(
        name="Ozon (orders)",
        role="order_lines",
        headers=("Номер заказа", "Номер отправления", "Принят в обработку", "Статус", "Итоговая стоимость товара", "Количество"),
        columns=_ORDERS,
        constants={"currency": "RUB"},
    ),
    Export(
        name="Ozon (accruals)",
        role="order_lines",
        headers=("Дата начисления", "Тип начисления", "Номер отправления*", "За продажу или возврат до вычета комиссий и услуг"),
        columns={
            "Дата начисления": "ordered_at",
            "Номер отправления*": "order_id",
            "За продажу или возврат до вычета комиссий и услуг": "amount",
            "Количество": "quantity",
            "Название товара или услуги": "product",
        },
        only={"Тип начисления": ("доставка покупателю*", "получение возврата*", "возврат*")},
        returns={"Тип начисления": ("получение возврата*", "возврат*")},
        is_signed=True,
        fees=("Комиссия за продажу", "Вознаграждение Ozon"),
        constants={"currency": "RUB"},
    ),
)
