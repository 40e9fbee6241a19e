"""Wildberries: the detailed report on realisation and the list of sales.

Source: WB API, "Отчёт о продажах по реализации" and "Продажи" (dev.wildberries.ru, statistics and reports), which describes every field;
the Russian headers are those of the same report in Excel. The amount is what Wildberries sold the goods for; logistics, storage, fines
and deductions are rows of their own and no sales. Returns have positive amounts there. In the list of sales an id beginning with R
is a return. Neither names the buyers.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_SALES = ("продажа", "корректная продажа", "сторно возвратов", "частичная компенсация брака", "компенсация подмененного товара")
_RETURNS = ("возврат", "корректный возврат", "сторно продаж")

EXPORTS = (
    Export(
        name="Wildberries (realisation)",
        role="order_lines",
        headers=("Обоснование для оплаты", "Дата продажи", "Кол-во", "Вайлдберриз реализовал Товар (Пр)"),
        columns={
            "Дата продажи": "ordered_at",
            "Srid": "order_id",
            "Вайлдберриз реализовал Товар (Пр)": "amount",
            "Кол-во": "quantity",
            "Название": "product",
            "Артикул поставщика": "product",
            "Предмет": "category",
        },
        only={"Обоснование для оплаты": _SALES + _RETURNS},
        returns={"Обоснование для оплаты": _RETURNS},
        fees=("Вознаграждение Вайлдберриз (ВВ), без НДС",),
        constants={"currency": "RUB"},
    ),
    Export(
        name="Wildberries (realisation)",
        role="order_lines",
        headers=("supplier_oper_name", "sale_dt", "quantity", "retail_amount", "ppvz_for_pay"),
        columns={
            "sale_dt": "ordered_at",
            "srid": "order_id",
            "retail_amount": "amount",
            "quantity": "quantity",
            "sa_name": "product",
            "subject_name": "category",
        },
        only={"supplier_oper_name": _SALES + _RETURNS},
        returns={"supplier_oper_name": _RETURNS},
        constants={"currency": "RUB"},
    ),
    Export(
        name="Wildberries (sales)",
        role="order_lines",
        headers=("date", "saleID", "srid", "forPay", "finishedPrice", "priceWithDisc"),
        columns={
            "date": "ordered_at",
            "srid": "order_id",
            "finishedPrice": "amount",
            "supplierArticle": "product",
            "subject": "category",
            "warehouseName": "store",
        },
        returns={"saleID": ("r*",)},
        constants={"currency": "RUB"},
    ),
)
