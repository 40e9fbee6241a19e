"""Reports of advertising platforms: titles above, totals below, what they claim to have sold beside what they cost."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

CASES = [
    Case(
        name="Google Ads: title lines, totals below, two dashes for nothing",
        files={
            "Campaign report.csv": 'Campaign report\n"January 13, 2024 - January 15, 2024"\n'
            "Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value\n"
            '2024-01-13,Search Brand,EUR,"1,250.40","48,000",960,12,3000.00\n2024-01-14,Search Brand,EUR,99.60,1000,30, --,0\n'
            "2024-01-15,Display,EUR,0.00, --, --, --,0\n"
            'Total: Account,,,"1,350.00","49,000",990,12,3000.00\nTotal: Search,,,"1,350.00","49,000",990,12,3000.00\n'
        },
        spend="1350.00",
        absent=("revenue",),
        roles=("spend",),
        findings=("total_rows",),
    ),
    Case(
        name="Google Ads in Russian",
        files={
            "Отчет.csv": "Отчет по кампаниям\n13 января 2024 г. – 14 января 2024 г.\nДень;Кампания;Код валюты;Стоимость;Показы;Клики\n"
            "2024-01-13;Поиск;RUB;1 000,50;900;40\n2024-01-14;Поиск;RUB;999,50;800;30\nИтого: аккаунт;;;2 000,00;1700;70\n"
        },
        spend="2000.00",
        absent=("revenue",),
        roles=("spend",),
    ),
    Case(
        name="Google Ads by its interface: costs in millionths",
        files={
            "ads.csv": "segments.date,campaign.name,metrics.impressions,metrics.clicks,metrics.cost_micros\n"
            "2024-01-13,Search,1000,50,12345678\n"
            "2024-01-14,Search,900,40,987654322\n2024-01-15,Display,10,0,0\n"
        },
        spend="1000.00",  # 12.345678 + 987.654322, each kept to four decimals
        roles=("spend",),
    ),
    Case(
        name="Meta by period: a summary without a campaign, purchases and their value",
        files={
            "meta.csv": "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Impressions,Reach,Link clicks,Purchases,"
            "Purchases conversion value,Attribution setting\n"
            ',2024-08-01,2024-08-31,"1,890.50",78500,36000,1270,50,9000.00,\n'
            'Spring,2024-08-01,2024-08-31,"1,250.50",48000,21000,960,41,8000.00,7-day click\n'
            "Retargeting,2024-08-01,2024-08-31,640.00,30500,15000,310,9,1000.00,7-day click\n"
        },
        spend="1890.50",
        absent=("revenue",),
        roles=("spend",),
        findings=("total_rows",),
    ),
    Case(
        name="Meta by day: the period beside the day is not how long it was spent",
        files={
            "meta.csv": "Campaign name,Day,Impressions,Amount spent (USD),Link clicks,Purchases conversion value,Reporting starts,"
            "Reporting ends\n"
            "Spring,2024-09-13,1000,100.00,50,400,2024-09-01,2024-09-30\nSpring,2024-09-14,1000,50.25,50,400,2024-09-01,2024-09-30\n"
        },
        spend="150.25",
        roles=("spend",),
    ),
    Case(
        name="Яндекс Директ: titles above, totals first, the spend with a decimal comma",
        files={
            "direct.csv": "Отчёт за период 13.01.2024 - 14.01.2024\nКлиент: lavka\n\n"
            "Дата;Кампания;Показы;Клики;CTR (%);Расход (руб.);Ср. цена клика (руб.)\n"
            "Итого;;1900;70;3,68;2000,00;28,57\n13.01.2024;Поиск;1000;40;4,00;1200,50;30,01\n14.01.2024;РСЯ;900;30;3,33;799,50;26,65\n"
        },
        spend="2000.00",
        absent=("revenue",),
        roles=("spend",),
        findings=("total_rows",),
    ),
    Case(
        name="Google Analytics 4: visits by channel, revenue that is only attributed",
        files={
            "ga4.csv": "# ----------------------------------------\n# Traffic acquisition\n# 20240901-20240902\n"
            "# ----------------------------------------\n\n"
            "Date,Session default channel group,Sessions,Engaged sessions,Key events,Total revenue\n"
            '20240901,Organic Search,"1,200",600,7,1500.50\n20240902,Direct,300,150,2,200\nGrand total,,1500,750,9,1700.50\n'
        },
        absent=("revenue", "customers"),
        roles=("contacts",),
        findings=("total_rows",),
    ),
    Case(
        name="Google Analytics 4: purchases by transaction are sales of nobody known",
        files={
            "purchases.csv": "Date,Transaction ID,Item name,Purchase revenue,Refund amount\n20240913,T-1,Sofa,1250.00,0\n"
            "20240914,T-2,Mug,20.00,5.00\n20240915,T-3,Mug,20.00,0\n"
        },
        lines=3,
        orders=3,
        revenue="1285.00",
        absent=("customers",),
        first="2024-09-13",
    ),
]
