"""Meta Ads Manager (Facebook, Instagram), reports by day or for a period, in English, Russian and German.

Source: Meta Business Help Center, "About exporting data in Meta Ads Reporting" and the glossary of its columns ("Amount spent", "Reporting
starts"; facebook.com/business/help), and public exports. The currency stands in the header of the spend. A row without a campaign is the
summary. Results, purchases and their conversion value are what Meta attributes to itself and are left out.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

EXPORTS = tuple(
    Export(
        name="Meta Ads",
        role="spend",
        headers=headers,
        columns={**days, named: "campaign", spent: "amount"},
        filled=(named,),
        constants={"channel": "Meta Ads"},
    )
    for headers, days, named, spent in (
        (("Day", "Campaign name", "Amount spent*"), {"Day": "first_day"}, "Campaign name", "Amount spent*"),
        (
            ("Reporting starts", "Reporting ends", "Campaign name", "Amount spent*"),
            {"Reporting starts": "first_day", "Reporting ends": "last_day"},
            "Campaign name",
            "Amount spent*",
        ),
        (("День", "Название кампании", "Потраченная сумма*"), {"День": "first_day"}, "Название кампании", "Потраченная сумма*"),
        (
            ("Дата начала отчетности", "Дата окончания отчетности", "Название кампании", "Сумма затрат*"),
            {"Дата начала отчетности": "first_day", "Дата окончания отчетности": "last_day"},
            "Название кампании",
            "Сумма затрат*",
        ),
        (
            ("Berichtsbeginn", "Berichtsende", "Kampagnenname", "Ausgegebener Betrag*"),
            {"Berichtsbeginn": "first_day", "Berichtsende": "last_day"},
            "Kampagnenname",
            "Ausgegebener Betrag*",
        ),
    )
)
