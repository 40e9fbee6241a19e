"""Google Ads, reports by day or week, in English and Russian, and the API's tables with costs in millionths.

Source: Google Ads Help, "About reports" (support.google.com/google-ads), and the fields segments.date, campaign.name and
metrics.cost_micros of developers.google.com/google-ads/api/fields, "in micros": a million of them are one unit. Two title lines stand
above a report, rows "Total: …" below it; what it claims to have sold is not the shop's revenue.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_CHANNEL = {"channel": "Google Ads"}

EXPORTS = (
    *(
        Export(
            name="Google Ads",
            role="spend",
            headers=(day, clicks, shown, cost),
            columns={day: "first_day", campaign: "campaign", cost: "amount"},
            constants=_CHANNEL,
        )
        for day, clicks, shown, cost, campaign in (
            ("Day", "Clicks", "Impr.", "Cost", "Campaign"),
            ("Week", "Clicks", "Impr.", "Cost", "Campaign"),
            ("День", "Клики", "Показы", "Стоимость", "Кампания"),
            ("Неделя", "Клики", "Показы", "Стоимость", "Кампания"),
        )
    ),
    *(
        Export(
            name="Google Ads (API)",
            role="spend",
            headers=(day, cost),
            columns={day: "first_day", campaign: "campaign", cost: "amount"},
            constants=_CHANNEL,
        )
        for day, cost, campaign in (
            ("segments.date", "metrics.cost_micros", "campaign.name"),
            ("segments_date", "metrics_cost_micros", "campaign_name"),
            ("date", "cost_micros", "campaign_name"),
        )
    ),
)
