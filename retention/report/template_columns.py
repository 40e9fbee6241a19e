"""What stands in the blank templates: headers that the reading understands, and two example rows, in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Texts = Mapping[str, str]  # language -> text
Cell = date | float | str | Texts | None


@dataclass(frozen=True)
class TemplateColumn:
    """One column: the field it is read as, its header in each language, and what the two example rows say."""

    field: str
    headers: Texts
    examples: tuple[Cell, Cell]


def _texts(en: str, ru: str, ro: str) -> Texts:
    return {"en": en, "ru": ru, "ro": ro}


CUSTOMER = _texts("EXAMPLE-001", "ПРИМЕР-001", "EXEMPLU-001")
OTHER_CUSTOMER = _texts("EXAMPLE-002", "ПРИМЕР-002", "EXEMPLU-002")
CUSTOMERS = _texts("Customer number", "Номер клиента", "Cod client")
DATE = _texts("Date", "Дата", "Data")
CHANNEL = _texts("Channel", "Канал", "Canal")
CITY = _texts("Chișinău", "Кишинёв", "Chișinău")
SITE = _texts("website", "сайт", "site")

SHEETS: Mapping[str, Texts] = {
    "order_lines": _texts("Orders", "Заказы", "Comenzi"),
    "customers": _texts("Customers", "Клиенты", "Clienți"),
    "spend": _texts("Marketing spend", "Расходы на рекламу", "Cheltuieli marketing"),
    "contacts": _texts("Contacts", "Контакты", "Contacte"),
    "feedback": _texts("Feedback", "Отзывы", "Recenzii"),
}
COLUMNS: Mapping[str, Sequence[TemplateColumn]] = {
    "order_lines": (
        TemplateColumn("order_id", _texts("Order number", "Номер заказа", "Număr comandă"), (CUSTOMER, CUSTOMER)),
        TemplateColumn("ordered_at", _texts("Order date", "Дата заказа", "Data comenzii"), (date(2026, 1, 31), date(2026, 1, 31))),
        TemplateColumn("customer_id", CUSTOMERS, (CUSTOMER, CUSTOMER)),
        TemplateColumn(
            "product",
            _texts("Product", "Товар", "Produs"),
            (_texts("Example: cup", "Пример: чашка", "Exemplu: cană"), _texts("Example: tea", "Пример: чай", "Exemplu: ceai")),
        ),
        TemplateColumn(
            "category",
            _texts("Category", "Категория", "Categorie"),
            (_texts("tableware", "посуда", "veselă"), _texts("drinks", "напитки", "băuturi")),
        ),
        TemplateColumn("quantity", _texts("Quantity", "Количество", "Cantitate"), (2, 1)),
        TemplateColumn("amount", _texts("Amount paid", "Сумма", "Suma plătită"), (30.0, 12.5)),
        TemplateColumn("cost", _texts("Cost of goods", "Себестоимость", "Cost marfă"), (18.0, 7.25)),
        TemplateColumn("channel", CHANNEL, (SITE, SITE)),
        TemplateColumn(
            "status",
            _texts("Status", "Статус", "Stare"),
            (_texts("paid", "оплачен", "plătit"), _texts("cancelled", "отменён", "anulat")),
        ),
    ),
    "customers": (
        TemplateColumn("customer_id", CUSTOMERS, (CUSTOMER, OTHER_CUSTOMER)),
        TemplateColumn(
            "name",
            _texts("Name", "Имя", "Nume"),
            (_texts("Example: Anna", "Пример: Анна", "Exemplu: Ana"), _texts("Example: Boris", "Пример: Борис", "Exemplu: Boris")),
        ),
        TemplateColumn(
            "signed_up_on", _texts("Sign-up date", "Дата регистрации", "Data înregistrării"), (date(2026, 1, 13), date(2026, 1, 31))
        ),
        TemplateColumn(
            "acquired_channel",
            _texts("Acquisition channel", "Канал привлечения", "Canal de atragere"),
            (SITE, _texts("friend", "знакомые", "prieteni")),
        ),
        TemplateColumn("city", _texts("City", "Город", "Oraș"), (CITY, CITY)),
        TemplateColumn("referred_by", _texts("Referred by", "Кто пригласил", "Recomandat de"), (None, CUSTOMER)),
        TemplateColumn("tags", _texts("Tags", "Метки", "Etichete"), (_texts("significant", "значимый", "important"), None)),
    ),
    "spend": (
        TemplateColumn("first_day", _texts("Period start", "Начало периода", "Început perioadă"), (date(2026, 1, 1), date(2026, 1, 1))),
        TemplateColumn("last_day", _texts("Period end", "Конец периода", "Sfârșit perioadă"), (date(2026, 1, 31), date(2026, 1, 31))),
        TemplateColumn(
            "channel", CHANNEL, (_texts("search ads", "реклама в поиске", "reclame"), _texts("newsletter", "рассылка", "newsletter"))
        ),
        TemplateColumn(
            "campaign",
            _texts("Campaign", "Кампания", "Campanie"),
            (_texts("Example: winter", "Пример: зима", "Exemplu: iarna"), _texts("Example: club", "Пример: клуб", "Exemplu: club")),
        ),
        TemplateColumn("amount", _texts("Amount spent", "Расход", "Suma cheltuită"), (500.0, 120.5)),
        TemplateColumn(
            "purpose",
            _texts("Purpose", "Назначение", "Scop"),
            (_texts("acquisition", "привлечение", "atragere"), _texts("retention", "удержание", "păstrare")),
        ),
    ),
    "contacts": (
        TemplateColumn("day", DATE, (date(2026, 1, 31), date(2026, 1, 31))),
        TemplateColumn("channel", CHANNEL, (_texts("Example: site", "Пример: сайт", "Exemplu: site"),) * 2),
        TemplateColumn(
            "stage",
            _texts("Stage", "Этап", "Etapă"),
            (_texts("reached", "охват", "văzut"), _texts("visited", "посещения", "vizită")),
        ),
        TemplateColumn("people", _texts("People", "Человек", "Persoane"), (1200, 85)),
    ),
    "feedback": (
        TemplateColumn("day", DATE, (date(2026, 1, 31), date(2026, 2, 14))),
        TemplateColumn("customer_id", CUSTOMERS, (CUSTOMER, OTHER_CUSTOMER)),
        TemplateColumn("score", _texts("Score", "Оценка", "Nota"), (9, 6)),
        TemplateColumn(
            "reason",
            _texts("Reason", "Причина", "Motiv"),
            (_texts("quality", "качество", "calitate"), _texts("price", "цена", "preț")),
        ),
        TemplateColumn(
            "comment",
            _texts("Comment", "Комментарий", "Comentariu"),
            (
                _texts("Example: always on time", "Пример: всегда вовремя", "Exemplu: mereu la timp"),
                _texts("Example: too dear", "Пример: дорого", "Exemplu: prea scump"),
            ),
        ),
    ),
}
