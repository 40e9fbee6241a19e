"""Яндекс Директ: the report builder ("Мастер отчётов") and the API's reports, in Russian and English.

Source: Яндекс Директ, "Мастер отчётов" (yandex.ru/support/direct/statistics) and "Допустимые поля" of the API's reports
(yandex.ru/dev/direct: Date, CampaignName, Clicks, Impressions, Cost); the headers of saved reports as seen in public exports. The
spend stands there as the owner chose it, with or without VAT. Title lines above, "Итого" above or below the rows.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_DAYS = ("День", "Дата", "Неделя", "Месяц")
_CAMPAIGNS = {"Кампания": "campaign", "Название кампании": "campaign"}

EXPORTS = (
    *(
        Export(
            name="Яндекс Директ",
            role="spend",
            headers=(day, "Показы", "Клики", "Расход*"),
            columns={day: "first_day", **_CAMPAIGNS, "Расход*": "amount"},
            date="%d.%m.%Y",
            constants={"channel": "Яндекс Директ"},
        )
        for day in _DAYS
    ),
    Export(
        name="Яндекс Директ (API)",
        role="spend",
        headers=("Date", "CampaignName", "Impressions", "Clicks", "Cost"),
        columns={"Date": "first_day", "CampaignName": "campaign", "Cost": "amount"},
        constants={"channel": "Яндекс Директ"},
    ),
)
